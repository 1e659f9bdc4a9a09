//! Warning signs that are open: reported, and neither looked at nor let go by their own rule.
//!
//! A sign stays open across sessions. Where a clinician has looked and said to go on, reports of the same sign are covered,
//! if it is less than same-day: until the clearance lapses or, without a date, until the next session, and only while no
//! other sign comes up. It is no longer *current* once a check-in that answers everything does not report
//! it; it is *let go* by the rule of its row, where it has one, and otherwise only when a clinician was asked. How urgent
//! an open sign is stands in [`super::flags`].

use jiff::{Timestamp, Zoned};

use super::history::History;
use crate::protocol::Protocol;
use crate::protocol::rows::FlagRow;
use crate::session::CheckIn;
use crate::story::{Clearance, Said};
use crate::words::{Flag, Level, Word};

/// What a clinician said about a warning sign.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    /// Which sign.
    pub flag: Flag,
    /// Reports up to then are meant.
    pub up_to: Timestamp,
    /// What was said.
    pub clearance: &'a Clearance,
    /// Whether it holds at the moment that is looked at: it has not lapsed, and the day of a wait has not come.
    pub holds: bool,
}

/// A warning sign that is open.
#[derive(Clone, Debug)]
pub struct Open<'p> {
    /// Its row.
    pub row: &'p FlagRow,
    /// When it was first reported.
    pub since: Zoned,
    /// When it was last reported.
    pub last: Zoned,
    /// Whether it is still reported, as far as anybody said.
    pub current: bool,
    /// Whether somebody has looked at it.
    pub seen: bool,
    /// The level when it was last reported.
    pub level: Level,
    /// The highest level at which it was reported.
    pub worst: Level,
}

impl Open<'_> {
    /// Whether it asks for something: nobody has looked at it yet.
    pub fn is_unseen(&self) -> bool {
        !self.seen
    }
}

/// All warning signs that are open, in the order of [`Flag::ALL`].
pub(super) fn open<'p>(protocol: &'p Protocol, history: &History<'_>) -> Vec<Open<'p>> {
    let flagged = history.checkins.iter().position(|checkin| !checkin.flags.is_empty());
    let Some(since) = flagged.and_then(|first| history.checkins.get(first..)) else {
        return Vec::new();
    };
    let flags = Flag::ALL.iter();
    let mut all: Vec<_> = flags.filter_map(|flag| Watched::new(protocol, *flag)).collect();
    let mut noted = history.noted.iter().peekable();
    for checkin in since {
        while let Some(said) = noted.next_if(|noted| noted.up_to < checkin.at.timestamp()) {
            hear(&mut all, said);
        }
        see(&mut all, history, checkin);
    }
    noted.for_each(|said| hear(&mut all, said));
    all.into_iter().filter_map(Watched::left).collect()
}

/// A check-in. One that reports nothing says that something has gone only if it answers everything.
fn see(all: &mut [Watched<'_, '_>], history: &History<'_>, checkin: &CheckIn) {
    let complete = checkin.is_complete();
    if !complete && checkin.flags.is_empty() {
        return;
    }
    for watched in all {
        match checkin.flags.contains(&watched.row.id) {
            true => watched.report(history, checkin),
            false if complete => watched.miss(checkin),
            false => {}
        }
    }
}

fn hear<'a>(all: &mut [Watched<'_, 'a>], noted: &Noted<'a>) {
    let about = all.iter_mut().filter(|watched| watched.row.id == noted.flag);
    about.for_each(|watched| watched.hear(noted));
}

/// One warning sign followed through the story.
struct Watched<'p, 'a> {
    row: &'p FlagRow,
    open: Option<Open<'p>>,
    /// The last that was said of it.
    noted: Option<Noted<'a>>,
}

impl<'p, 'a> Watched<'p, 'a> {
    fn new(protocol: &'p Protocol, flag: Flag) -> Option<Self> {
        let row = protocol.rows().flag.iter().find(|row| row.id == flag)?;
        Some(Self { row, open: None, noted: None })
    }

    fn report(&mut self, history: &History<'_>, checkin: &CheckIn) {
        let said = self.is_covered(history, checkin);
        let covered = said && self.level(history, checkin) < Level::SameDay;
        if !covered && self.noted.is_some_and(|noted| noted.clearance.said == Said::Yes) {
            // It was closed, so this is a new one.
            (self.noted, self.open) = (None, None);
        }
        let level = self.level(history, checkin);
        let before = self.open.take();
        self.open = Some(Open {
            row: self.row,
            worst: before.as_ref().map_or(level, |open| open.worst.max(level)),
            since: before.map_or_else(|| checkin.at.clone(), |open| open.since),
            last: checkin.at.clone(),
            current: true,
            seen: covered,
            level,
        });
    }

    /// The level of a report. A sign that outlasts its session does not become young again with the next.
    fn level(&self, history: &History<'_>, checkin: &CheckIn) -> Level {
        let since = self.open.as_ref().map_or(&checkin.at, |open| &open.since);
        let day = || history.day(checkin).max(days_between(since, &checkin.at));
        super::flags::level_on(self.row, day)
    }

    /// Whether a clinician said to go on, that still holds, and nothing is new since.
    fn is_covered(&self, history: &History<'_>, checkin: &CheckIn) -> bool {
        let Some(noted) = self.noted else { return false };
        let other = |one: &&CheckIn| one.flags.iter().any(|flag| *flag != noted.flag);
        let dated = noted.clearance.until.is_some();
        let rolled =
            history.session_at(&checkin.at).is_some_and(|last| last.at.timestamp() > noted.up_to);
        noted.holds
            && noted.clearance.said == Said::Yes
            && (dated || !rolled)
            && !history.later(noted.up_to).iter().any(other)
    }

    /// A check-in that answers everything and does not report it.
    fn miss(&mut self, checkin: &CheckIn) {
        let Some(open) = &mut self.open else { return };
        open.current = false;
        if self.row.lets_go.is_some_and(|wait| wait.is_over(&open.last, &checkin.at)) {
            self.open = None;
        }
    }

    /// Something was said about it.
    fn hear(&mut self, noted: &Noted<'a>) {
        if let Some(open) = &mut self.open {
            open.seen = true;
        }
        self.noted = Some(*noted);
    }

    /// What is left open of it.
    fn left(self) -> Option<Open<'p>> {
        let mut open = self.open?;
        let Some(noted) = self.noted else { return Some(open) };
        let again = open.last.timestamp() > noted.up_to;
        if again {
            return Some(open);
        }
        match (noted.clearance.said, noted.holds) {
            // What was looked at and may go on is closed; a wait is over when its day has come.
            (Said::Yes, true) | (Said::WaitUntil(_), false) => None,
            (Said::Yes, false) if !open.current => None,
            (Said::WaitUntil(_), true) | (Said::No, true) => Some(open),
            // What was said has lapsed.
            (Said::Yes | Said::No, false) => {
                open.seen = false;
                Some(open)
            }
        }
    }
}

fn days_between(from: &Zoned, to: &Zoned) -> i64 {
    let to = to.with_time_zone(from.time_zone().clone());
    from.date().until(to.date()).map_or(0, |span| i64::from(span.get_days()))
}
