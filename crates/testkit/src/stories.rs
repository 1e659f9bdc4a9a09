//! Random stories from a seed, for the laws of a standing and its benchmarks: the same seed gives the same stories.

use care::Protocol;
use care::measure::NeedleLength;
use care::person::Device;
use care::session::{CheckIn, Session};
use care::story::{About, Begun, Clearance, How, KeptDay, LeftOut, Move, Said, Story};
use care::words::{Area, DeviceKind, Flag, Setting, SkinType};
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

use crate::random::Random;
use crate::{TODAY, clear};

/// The needle lengths that people use, mm.
const LENGTHS: [f64; 7] = [0.2, 0.25, 0.25, 0.3, 0.5, 1.5, 2.0];

/// The moment at which random stories are looked at: the evening of [`TODAY`], where clocks change twice a year.
pub fn now() -> Zoned {
    let zone = TimeZone::get("Europe/Paris").expect("a zone that is built in");
    TODAY.at(20, 0, 0, 0).to_zoned(zone).expect("a moment that exists")
}

impl Random {
    /// A story: up to a dozen sessions and two dozen check-ins in the last months, some of them ahead.
    pub fn story(&mut self, protocol: &Protocol) -> Story {
        let person =
            if self.one_in(3) { self.person(protocol) } else { (*clear(protocol)).clone() };
        let mut story = Story::new(person);
        story.given =
            protocol.questions().iter().map(|_| self.maybe(|dice| dice.day(200))).collect();
        story.programme = (!self.one_in(4)).then(|| self.begun());
        for _ in 0..self.below(12) {
            story.sessions.push(self.session());
        }
        for _ in 0..self.below(24) {
            story.checkins.push(self.checkin());
        }
        for _ in 0..self.below(3) {
            story.clearances.push(self.clearance(protocol));
            story.kept_days.push(self.kept_day());
            story.left_out.push(self.left_out());
            story.moves.push(self.moved());
        }
        story
    }

    fn maybe<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Option<T> {
        (!self.one_in(3)).then(|| make(self))
    }
    /// A day in the last days before today, or one in twenty ahead.
    fn day(&mut self, most: u64) -> Date {
        let days = self.below(most) as i64;
        let days = if self.one_in(20) { -days } else { days };
        TODAY.saturating_sub(days.days())
    }
    /// A moment in the last 120 days, mostly in the last weeks.
    pub fn moment(&mut self) -> Zoned {
        let most = self.one_of(&[60, 24 * 20, 24 * 120]);
        let ahead = if self.one_in(20) { -1 } else { 1 };
        // Two things of one minute have no order: what was done before was not done just now.
        let minutes = ahead * (1 + self.below(most * 60) as i64);
        now().saturating_sub(minutes.minutes())
    }
    fn begun(&mut self) -> Begun {
        let first = self.day(90);
        Begun { first, time: time(self.below(24) as i8, 0, 0, 0), since: first }
    }
    /// A session.
    pub fn session(&mut self) -> Session {
        let mm = self.one_of(&LENGTHS);
        let needles = self.one_of(&[192, 540]);
        let device = Device { kind: DeviceKind::Roller, needles: Some(needles), length: None };
        Session {
            at: self.moment(),
            setting: if self.one_in(4) { Setting::Clinic } else { Setting::Home },
            areas: vec![Area::Cheeks],
            skin_type: SkinType::new(self.below(6) as u8 + 1),
            length: NeedleLength::from_mm(mm).expect("a needle length"),
            passes: self.maybe(|dice| dice.below(16) as u16),
            anaesthetic: None,
            dark_marks: false,
            device: Some(device),
        }
    }
    /// A check-in, one in three of clear skin.
    pub fn checkin(&mut self) -> CheckIn {
        let mut checkin = CheckIn { at: self.moment(), signs: [Some(0); 6], flags: Vec::new() };
        if !self.one_in(3) {
            checkin.signs = std::array::from_fn(|_| self.maybe(|dice| dice.below(4) as u8));
            if self.one_in(6) {
                checkin.flags.push(self.flag());
            }
        }
        checkin
    }
    /// A warning sign.
    pub fn flag(&mut self) -> Flag {
        self.pick()
    }
    /// What a clinician said about something.
    pub fn clearance(&mut self, protocol: &Protocol) -> Clearance {
        let place = self.below(protocol.questions().len() as u64) as u8;
        let about = if self.one_in(2) { About::Flag(self.flag()) } else { About::Question(place) };
        let on = self.day(60);
        let said = match self.below(4) {
            0 => Said::No,
            1 => Said::WaitUntil(on.saturating_add((self.below(90) as i64).days())),
            _ => Said::Yes,
        };
        let until = self.maybe(|dice| on.saturating_add((dice.below(200) as i64 + 1).days()));
        Clearance { on, at: None, noted: None, about, said, by: Some("GP".into()), until }
    }
    /// An event, mostly in the next weeks.
    pub fn kept_day(&mut self) -> KeptDay {
        let on = TODAY.saturating_add((self.below(60) as i64).days());
        KeptDay { on, days_before: self.maybe(|dice| dice.below(10) as u8) }
    }
    fn left_out(&mut self) -> LeftOut {
        let how = if self.one_in(2) { How::Missed } else { How::Skipped };
        LeftOut { on: self.day(40), how }
    }
    fn moved(&mut self) -> Move {
        let from = TODAY.saturating_add((self.below(20) as i64 - 5).days());
        Move { from, to: from.saturating_add((self.below(12) as i64 - 3).days()) }
    }
}
