//! The programme as dated entries: sessions, preparation, what may be used again, check-ins, and when to judge.
//!
//! Entries name rows, not sentences, and nothing about the person: the binary's calendar renders them. What falls on
//! or after the next session is left out, since that session starts the count anew; so a daily routine stays short.

mod entries;

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::Protocol;
use crate::measure::Wait;
use crate::person::Person;
use crate::programme::{JudgeWindow, Programme, Window};
use crate::protocol::rows::{Preparation, Product};
use crate::session::Session;

/// One dated entry.
#[derive(Clone, Debug)]
pub struct Item<'p> {
    /// The same for the same entry of the same plan, from first date, kind, number and row only.
    pub uid: String,
    /// The same for the same entry wherever its date moves, unique within a programme: `session-2`.
    pub name: String,
    /// When.
    pub when: When,
    /// How long it takes, minutes; of no meaning for a whole day.
    pub minutes: u16,
    /// What it is.
    pub kind: Kind<'p>,
    /// When to remind, minutes from its start; negative is before it.
    pub alarm: i32,
}

/// A moment or a whole day.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At a moment, in the person's zone.
    At(Zoned),
    /// All of a day.
    Day(Date),
}

impl When {
    /// The day, in the person's zone.
    pub fn date(&self) -> Date {
        match self {
            Self::At(moment) => moment.date(),
            Self::Day(date) => *date,
        }
    }
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub enum Kind<'p> {
    /// A session.
    Session {
        /// Its number and dates.
        window: Window,
        /// How many there are.
        of: u16,
    },
    /// A preparation step starts.
    Preparation(&'p Preparation),
    /// From now on these may be used again.
    Milestone {
        /// After which session.
        session: u16,
        /// How long after it.
        after: Wait,
        /// What may be used.
        products: Vec<&'p Product>,
    },
    /// A check-in is due.
    CheckIn {
        /// After which session.
        session: u16,
        /// How long after it.
        after: Wait,
    },
    /// Results can be judged from here.
    JudgeFrom(JudgeWindow),
}

/// All entries of a programme in their order, sessions starting at `start` by the clock of `zone`.
pub fn items<'p>(
    protocol: &'p Protocol,
    programme: &Programme<'p>,
    person: &Person,
    zone: &TimeZone,
    start: Time,
) -> Vec<Item<'p>> {
    let Some(first) = programme.sessions.first() else { return Vec::new() };
    let plan = entries::Plan { protocol, programme, person, zone, start, first: first.ideal };
    let mut items = plan.sessions();
    items.extend(plan.preparation());
    items.extend(plan.judge());
    items.extend(plan.aftercare());
    items.sort_by(|a, b| order(a).cmp(&order(b)));
    items
}

/// The entries of a programme that was begun: what follows the last session done (number `n`), counted from the moment
/// and the needles of that session, and then what is still to come. `programme` is the rest of it, from
/// [`crate::programme::go_on`].
pub fn items_since<'p>(
    protocol: &'p Protocol,
    programme: &Programme<'p>,
    person: &Person,
    zone: &TimeZone,
    start: Time,
    (n, last): (u16, &Session),
) -> Vec<Item<'p>> {
    let first = last.at.date();
    let plan = entries::Plan { protocol, programme, person, zone, start, first };
    let mut items = plan.sessions();
    items.extend(plan.preparation());
    items.extend(plan.judge());
    items.extend(plan.after_last(n, last));
    items.extend(plan.aftercare());
    items.sort_by(|a, b| order(a).cmp(&order(b)));
    items
}

/// By day, whole days first, then by the moment; the uid settles what is left.
fn order<'i>(item: &'i Item<'_>) -> (Date, Option<&'i Zoned>, &'i str) {
    let moment = match &item.when {
        When::At(moment) => Some(moment),
        When::Day(_) => None,
    };
    (item.when.date(), moment, &item.uid)
}

#[cfg(test)]
mod tests;
