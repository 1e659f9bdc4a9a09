//! Check-ins judged: is this still what is expected, and if not, how urgent is it?
//!
//! Over all sessions: warning signs that are open in [`open`] and how urgent they are in [`flags`], every sign as it was
//! last scored against its band in [`signs`], answers from screening that make it more urgent in [`raise`]. The level is
//! that of the worst reason; nothing ever lowers it, and saying nothing changes nothing. This is no diagnosis: it only says
//! whom to ask, and how soon. Levels and windows are the `sign`, `flag` and `triage` rows of the protocol; [`reason`] names
//! the texts that say them.

mod flags;
mod healed;
pub(crate) mod history;
pub mod open;
mod raise;
pub mod reason;
mod signs;
mod strong;
mod together;

use std::cmp::Reverse;

use jiff::Zoned;

use crate::answers::Answers;
use crate::protocol::Protocol;
use crate::session::{CheckIn, Session};
use crate::words::{Flag, Level};
pub(crate) use healed::closed_at;
use history::History;
pub use open::{Noted, Open};
pub use reason::{Reason, Seen, Why};

/// How urgent it is and why.
#[derive(Clone, Debug)]
pub struct Triage<'p> {
    /// The level of the worst reason.
    pub level: Level,
    /// Why, worst first; a level raised by an answer from screening comes last. Never empty.
    pub reasons: Vec<Reason<'p>>,
    /// The warning signs that are open.
    pub open: Vec<Open<'p>>,
    /// When to look again, in the session's zone; `None` once all is well and nothing more is due, or before a session.
    pub next_checkin: Option<Zoned>,
    /// Whether the last check-in that said something showed healed skin; true before any session.
    pub healed: bool,
    /// Whether, as far as the skin goes, a next session could be at the moment of the last check-in: healed and closed.
    pub unlocks_next: bool,
}

impl Triage<'_> {
    /// Whether it may be an infection that can turn into an emergency.
    pub fn may_turn(&self) -> bool {
        let infected = |open: &Open<'_>| open.row.infected || open.row.id == Flag::Fever;
        self.level == Level::SameDay
            && (self.open.is_empty() || self.open.iter().any(|open| !open.seen && infected(open)))
    }
}

/// Judges the check-ins of a session, in any order, with the answers given at screening if there are any.
pub fn judge<'p>(
    protocol: &'p Protocol,
    session: &Session,
    checkins: &[CheckIn],
    answers: Option<&Answers>,
) -> Triage<'p> {
    overall(protocol, &History::single(session, checkins), answers)
}

/// Judges all check-ins after all sessions.
pub(crate) fn overall<'p>(
    protocol: &'p Protocol,
    history: &History<'_>,
    answers: Option<&Answers>,
) -> Triage<'p> {
    let open = open::open(protocol, history);
    let mut reasons = reasons(protocol, history, &open);
    reasons.extend(raise::raised(protocol, answers, level(&reasons)));
    // Saying nothing asks to look again, and takes nothing back.
    let calm = level(&reasons) == Level::Expected;
    let healed = calm && healed::is_healed(protocol, history, &open);
    reasons.extend(unsaid(protocol, history));
    if reasons.is_empty() {
        let day = history.latest().map_or(0, |latest| history.day(latest));
        reasons.push(Reason::new(Why::Fine { day }, Level::Expected, &protocol.triage().evidence));
    }
    // What an answer raised comes last of its level.
    reasons.sort_by_key(|reason| Reverse(reason.level()));
    let level = level(&reasons);
    Triage {
        level,
        reasons,
        next_checkin: next_checkin(protocol, history, level),
        healed,
        unlocks_next: healed && level == Level::Expected && healed::is_closed(protocol, history),
        open,
    }
}

/// How urgent it was after each check-in in order of time, and whether a next session could have been then.
pub fn course(
    protocol: &Protocol,
    session: &Session,
    checkins: &[CheckIn],
    answers: Option<&Answers>,
) -> Vec<(Level, bool)> {
    let whole = History::single(session, checkins);
    let after = (1..=checkins.len()).map(|count| overall(protocol, &whole.after(count), answers));
    after.map(|triage| (triage.level, triage.unlocks_next)).collect()
}

fn reasons<'p>(
    protocol: &'p Protocol,
    history: &History<'_>,
    open: &[Open<'p>],
) -> Vec<Reason<'p>> {
    let scores = signs::reasons(protocol, history);
    let inflamed = scores.iter().any(|reason| reason.is_inflamed(protocol));
    let mut reasons = flags::reasons(protocol, open, inflamed);
    reasons.extend(scores);
    reasons.sort_by_key(|reason| Reverse(reason.level()));
    reasons
}

/// What nobody said since the last session is worth watching until somebody does, and so is a last check-in that scores
/// nothing: only what was scored can be as expected.
fn unsaid<'p>(protocol: &'p Protocol, history: &History<'_>) -> Option<Reason<'p>> {
    let evidence = &protocol.triage().evidence;
    history.last()?;
    let why = match history.current().last() {
        None => Why::NoneYet,
        Some(latest) if latest.is_silent() => Why::NothingSaid,
        Some(latest) if latest.signs.iter().all(Option::is_none) => Why::Unscored,
        Some(_) => return None,
    };
    Some(Reason::new(why, protocol.triage().above, evidence))
}

fn level(reasons: &[Reason<'_>]) -> Level {
    reasons.iter().map(Reason::level).max().unwrap_or(Level::Expected)
}

/// The next one that is due; sooner while something is watched.
fn next_checkin(protocol: &Protocol, history: &History<'_>, level: Level) -> Option<Zoned> {
    let session = history.last()?;
    let Some(latest) = history.current().last() else {
        return next_due(protocol, session, &session.at);
    };
    let due = next_due(protocol, session, &latest.at);
    if level == Level::Expected {
        return due;
    }
    let zone = session.at.time_zone().clone();
    let watched = protocol.triage().due_watched.after(&latest.at.with_time_zone(zone));
    Some(due.map_or(watched.clone(), |due| due.min(watched)))
}

/// The first that is not over; they are listed soonest first.
fn next_due(protocol: &Protocol, session: &Session, after: &Zoned) -> Option<Zoned> {
    let mut due = protocol.triage().due.iter();
    due.find(|wait| !wait.is_over(&session.at, after)).map(|wait| wait.after(&session.at))
}

#[cfg(test)]
mod tests;
