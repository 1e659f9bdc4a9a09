//! How each kind of entry is made: its moment, its length, its reminder, its lasting name.
//!
//! Lengths and reminders are customs of a diary, not of medicine, so they stand here and not in the protocol.

use std::collections::BTreeMap;

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{Item, Kind, When};
use crate::Protocol;
use crate::aftercare;
use crate::measure::Wait;
use crate::person::Person;
use crate::programme::{Programme, Step, Window};
use crate::protocol::rows::Product;
use crate::session::Session;
use crate::words::LengthClass;

const SESSION_MINUTES: u16 = 60;
const NOTE_MINUTES: u16 = 15;
const DAY_BEFORE: i32 = -24 * 60;
const NINE_IN_THE_MORNING: i32 = 9 * 60;
const AT_ONCE: i32 = 0;

/// All that entries are made from.
pub(super) struct Plan<'a, 'p> {
    pub protocol: &'p Protocol,
    pub programme: &'a Programme<'p>,
    pub person: &'a Person,
    pub zone: &'a TimeZone,
    pub start: Time,
    pub first: Date,
}

/// A session that entries follow, planned or done.
struct After {
    n: u16,
    begin: Zoned,
    class: LengthClass,
    marks_easily: bool,
}

impl<'p> Plan<'_, 'p> {
    /// One entry per session.
    pub fn sessions(&self) -> Vec<Item<'p>> {
        // The last one's number: of a programme that was begun, those done are counted too.
        let of = self.programme.sessions.last().map_or(0, |window| window.n);
        let item = |window: &Window| {
            let kind = Kind::Session { window: *window, of };
            let name = format!("session-{}", window.n);
            Some(self.at(self.begins(window)?, SESSION_MINUTES, self.session_alarm(), &name, kind))
        };
        self.programme.sessions.iter().filter_map(item).collect()
    }

    /// One entry per preparation step.
    pub fn preparation(&self) -> Vec<Item<'p>> {
        let steps = self.programme.preparation.iter();
        let next = self.programme.sessions.first().map_or(1, |window| window.n);
        let item = |step: &Step<'p>| {
            let name = format!("preparation-{}", step.row.id);
            let item = self.day(step.from, &name, Kind::Preparation(step.row));
            // Each session is prepared for anew.
            Item { name: format!("{name}-{next}"), ..item }
        };
        steps.map(item).collect()
    }

    /// The day from which results can be judged.
    pub fn judge(&self) -> Option<Item<'p>> {
        self.programme.judge.map(|window| self.day(window.from, "judge", Kind::JudgeFrom(window)))
    }

    /// Milestones and check-ins between each session and the next.
    pub fn aftercare(&self) -> Vec<Item<'p>> {
        let sessions = &self.programme.sessions;
        let next = sessions.iter().skip(1).map(Some).chain([None]);
        sessions.iter().zip(next).flat_map(|(window, next)| self.after(window, next)).collect()
    }

    fn after(&self, window: &Window, next: Option<&Window>) -> Vec<Item<'p>> {
        let Some(begin) = self.begins(window) else { return Vec::new() };
        let (class, marks_easily) = (self.programme.class, self.person.marks_easily(self.protocol));
        self.following(&After { n: window.n, begin, class, marks_easily }, next)
    }

    /// What follows a session that took place, as it took place.
    pub fn after_last(&self, n: u16, session: &Session) -> Vec<Item<'p>> {
        let class = self.protocol.length_class(session.length);
        let marks_easily = session.marks_easily();
        let after = After { n, begin: session.at.clone(), class, marks_easily };
        self.following(&after, self.programme.sessions.first())
    }

    fn following(&self, session: &After, next: Option<&Window>) -> Vec<Item<'p>> {
        let next = next.and_then(|next| self.begins(next));
        let counts = |item: &Item<'_>| match &item.when {
            When::At(moment) => next.as_ref().is_none_or(|next| moment < next),
            When::Day(_) => true,
        };
        let mut items = self.milestones(session);
        items.extend(self.check_ins(session.n, &session.begin));
        items.retain(counts);
        items
    }

    /// What may be used again, put together where it is at the same moment.
    fn milestones(&self, session: &After) -> Vec<Item<'p>> {
        let begin = &session.begin;
        let mut moments: BTreeMap<Zoned, (Wait, Vec<&'p Product>)> = BTreeMap::new();
        let rows = self.protocol.rows().product.iter();
        for row in rows.filter(|row| row.classes.contains(&session.class)) {
            let wait = aftercare::wait(row, session.marks_easily);
            let found = moments.entry(wait.after(begin)).or_insert_with(|| (wait, Vec::new()));
            found.1.push(row);
        }
        let later = moments.into_iter().filter(|(moment, _)| moment > begin);
        later
            .map(|(moment, (wait, products))| self.milestone(session.n, moment, wait, products))
            .collect()
    }

    fn milestone(
        &self,
        session: u16,
        moment: Zoned,
        after: Wait,
        products: Vec<&'p Product>,
    ) -> Item<'p> {
        let name = format!("milestone-{session}-{}", dashed(after));
        let kind = Kind::Milestone { session, after, products };
        self.at(moment, NOTE_MINUTES, AT_ONCE, &name, kind)
    }

    /// The day before, or at once where sessions are so close that each day would bring a reminder of the next.
    fn session_alarm(&self) -> i32 {
        let week = Wait::days(7).rough_hours();
        let close = self.programme.rhythm.is_some_and(|row| row.not_before.rough_hours() < week);
        if close { AT_ONCE } else { DAY_BEFORE }
    }

    fn check_ins(&self, session: u16, begin: &Zoned) -> Vec<Item<'p>> {
        let item = |after: &Wait| {
            let name = format!("checkin-{session}-{}", dashed(*after));
            let kind = Kind::CheckIn { session, after: *after };
            self.at(after.after(begin), NOTE_MINUTES, AT_ONCE, &name, kind)
        };
        self.protocol.triage().due.iter().map(item).collect()
    }

    /// When a session begins; `None` only at the end of the calendar.
    fn begins(&self, window: &Window) -> Option<Zoned> {
        window.ideal.to_datetime(self.start).to_zoned(self.zone.clone()).ok()
    }
    fn at(&self, at: Zoned, minutes: u16, alarm: i32, name: &str, kind: Kind<'p>) -> Item<'p> {
        Item {
            uid: self.uid(name),
            name: name.to_owned(),
            when: When::At(at),
            minutes,
            kind,
            alarm,
        }
    }
    fn day(&self, date: Date, name: &str, kind: Kind<'p>) -> Item<'p> {
        let (when, alarm) = (When::Day(date), NINE_IN_THE_MORNING);
        Item { uid: self.uid(name), name: name.to_owned(), when, minutes: 0, kind, alarm }
    }
    fn uid(&self, name: &str) -> String {
        format!("{}-{name}@needlewise", self.first)
    }
}

/// `48 hours` as part of a name: `48-hours`.
fn dashed(wait: Wait) -> String {
    wait.to_string().replace(' ', "-")
}
