//! Everything about the present moment after a session, worked out once.

pub mod checkin;
pub mod clock;

use care::Protocol;
use care::aftercare::{self, Aftercare};
use care::course::{self, Course, LAST_BAND_DAY};
use care::protocol::rows::Card;
use care::session::{CheckIn, Session};
use care::standing::Standing;
use care::story::Story;
use care::triage::Triage;
use care::words::{Level, Sign};
use jiff::Zoned;
use store::Entry;
use store::records;

use crate::Chart;
use crate::story::{DoneSession, checkin_of, session_of};

/// The present moment after the last session.
pub struct Now<'a> {
    /// Whose it is.
    pub chart: &'a Chart,
    /// The rules.
    pub protocol: &'a Protocol,
    /// The moment, where the person is now.
    pub at: &'a Zoned,
    /// The session whose healing is watched.
    pub last: DoneSession<'a>,
    /// The same as the rules see it.
    pub session: Session,
    /// What holds now.
    pub care: Aftercare<'a>,
    /// What is usual.
    pub course: Course<'a>,
    /// How the check-ins are judged, over all sessions.
    pub triage: Triage<'a>,
    /// Everything else that is said now.
    pub standing: Standing<'a>,
    /// All that is on record as the rules see it.
    pub told: Story,
    /// The check-ins up to now, oldest first.
    pub checkins: Vec<&'a Entry<records::CheckIn>>,
}

impl<'a> Now<'a> {
    /// The present moment; `None` before the first session, and while answers have to be given again.
    pub fn of(protocol: &'a Protocol, chart: &'a Chart, at: &'a Zoned) -> Option<Self> {
        let last = chart.story.last_done(at.timestamp())?;
        let told = chart.told(protocol, at)?;
        let mut standing = Standing::of(protocol, &told, at);
        let session = session_of(last.done);
        let care = standing.aftercare.take()?;
        let triage = standing.triage.take()?;
        let course = course::expected(protocol, &session);
        let mut checkins = chart.story.checkins_of(last.id);
        // What lies ahead, by a clock that was, is not seen yet.
        checkins.retain(|entry| entry.record.at <= at.timestamp());
        Some(Self {
            chart,
            protocol,
            at,
            last,
            session,
            care,
            course,
            triage,
            standing,
            told,
            checkins,
        })
    }
    /// The last check-in, if there is one.
    pub fn latest(&self) -> Option<&'a records::CheckIn> {
        self.checkins.last().map(|entry| &entry.record)
    }
    /// A check-in as the rules see it.
    pub fn seen(&self, checkin: &records::CheckIn) -> CheckIn {
        checkin_of(checkin, self.session.at.time_zone())
    }
    /// Whether what is allowed steps back behind what to do now.
    pub fn is_urgent(&self) -> bool {
        self.triage.level > Level::Watch
    }
    /// Whether the skin is calm, as far as the last check-in tells; `None` without one, or if it left something open.
    pub fn is_calm(&self) -> Option<bool> {
        self.seen(self.latest()?).is_clear()
    }
    /// The most that is usual of a sign today; nothing is after the last day that has a band.
    pub fn most_usual(&self, sign: Sign) -> u8 {
        let today = self.course.days.iter().find(|day| day.day == self.care.day);
        let band = today.and_then(|day| day.bands.iter().find(|band| band.sign == sign));
        band.map_or(0, |band| band.high)
    }
    /// Whether the days are over for which something is expected of the skin.
    pub fn is_over(&self) -> bool {
        self.care.day > LAST_BAND_DAY
    }
    /// What the check-ins up to the end of a day came to, if one was made on it.
    pub fn level_on(&self, day: i64) -> Option<Level> {
        let seen = self.checkins.iter().map(|entry| self.seen(&entry.record));
        let last = seen.rev().find(|checkin| self.session.day(&checkin.at) == day)?;
        // As the log has it: a sign of an earlier session may still be open.
        let then = last.at.with_time_zone(self.at.time_zone().clone());
        let level = Standing::of(self.protocol, &self.told, &then).level()?;
        // That nothing was said is never "as expected".
        (level > Level::Expected || !last.is_silent()).then_some(level)
    }
    /// The first moment at which something else is to be done or left than now.
    pub fn changes(&self) -> Option<Zoned> {
        let cards = self.protocol.rows().card.iter();
        let ends = cards.flat_map(|card| [card.from, card.until]);
        let mut moments: Vec<Zoned> = ends.map(|wait| wait.after(&self.session.at)).collect();
        moments.retain(|moment| moment > self.at);
        moments.sort();
        moments.dedup();
        let same = |one: &[&Card], other: &[&Card]| {
            one.iter().map(|card| &card.id).eq(other.iter().map(|card| &card.id))
        };
        let differs = |moment: &Zoned| {
            aftercare::at(self.protocol, &self.session, moment).is_ok_and(|then| {
                !same(&then.to_do, &self.care.to_do) || !same(&then.avoid, &self.care.avoid)
            })
        };
        moments.into_iter().find(differs)
    }
}

/// How far the check-ins of one day stand apart.
const ONE_DAY: f64 = 0.2;

/// Where a moment lies: on its day since the session, as the rules count it, so that a point within the usual range
/// stands by the band of that day; evenings a little after mornings.
pub fn place(session: &Session, moment: &Zoned) -> f64 {
    let there = moment.with_time_zone(session.at.time_zone().clone());
    let minutes = f64::from(there.hour()) * 60.0 + f64::from(there.minute());
    let day = i32::try_from(session.day(moment).max(0)).unwrap_or(i32::MAX);
    f64::from(day) + minutes / 1440.0 * ONE_DAY
}

#[cfg(test)]
mod tests;
