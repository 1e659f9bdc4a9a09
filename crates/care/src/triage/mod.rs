//! Check-ins judged: is this still what is expected, and if not, how urgent is it?
//!
//! The latest check-in is judged in the light of the earlier ones: warning signs in [`flags`], scores against
//! their bands in [`signs`], answers from screening that make it more urgent in [`raise`]. The level is that
//! of the worst reason; nothing ever lowers it. This is no diagnosis: it only says whom to ask, and how soon.
//! Levels and windows are the `sign`, `flag` and `triage` rows of the protocol; [`reason`] puts them in words.

mod flags;
mod raise;
pub mod reason;
mod signs;

use std::cmp::Reverse;

use jiff::Zoned;

use crate::answers::Answers;
use crate::protocol::Protocol;
use crate::session::{CheckIn, Session};
use crate::words::{Level, Word};
pub use reason::{Reason, Seen, Why};

/// How urgent it is and why.
#[derive(Clone, Debug)]
pub struct Triage<'p> {
    /// The level of the worst reason.
    pub level: Level,
    /// Why, worst first; a level raised by an answer from screening comes last. Never empty.
    pub reasons: Vec<Reason<'p>>,
    /// When to look again, in the session's zone; `None` once all is well and nothing more is due.
    pub next_checkin: Option<Zoned>,
    /// Whether, as far as the skin goes, a next session may be planned: healed, clear and closed.
    pub unlocks_next: bool,
}

impl Triage<'_> {
    /// The name of the text that says what to do at this level.
    pub fn action_key(&self) -> String {
        format!("level-{}.action", self.level.word())
    }
}

/// The check-ins of a session in order, and the latest of them.
struct Story<'a> {
    session: &'a Session,
    earlier: Vec<&'a CheckIn>,
    latest: &'a CheckIn,
}

impl<'a> Story<'a> {
    /// In order of time; of two at the same moment the one written later is the latest.
    fn new(session: &'a Session, checkins: &'a [CheckIn]) -> Option<Self> {
        let mut earlier: Vec<&CheckIn> = checkins.iter().collect();
        earlier.sort_by_key(|checkin| checkin.at.timestamp());
        earlier.pop().map(|latest| Self { session, earlier, latest })
    }
    /// Days since the session; a check-in dated before it counts as day 0, so that none is lost.
    fn day(&self, checkin: &CheckIn) -> i64 {
        self.session.day(&checkin.at).max(0)
    }
    /// Whole hours since the session, whatever the clocks did.
    fn hours(&self, checkin: &CheckIn) -> i64 {
        checkin.at.timestamp().duration_since(self.session.at.timestamp()).as_hours().max(0)
    }
}

/// Judges the check-ins of a session, in any order, with the answers given at screening if there are any.
pub fn judge<'p>(
    protocol: &'p Protocol,
    session: &Session,
    checkins: &[CheckIn],
    answers: Option<&Answers>,
) -> Triage<'p> {
    let Some(story) = Story::new(session, checkins) else { return none_yet(protocol, session) };
    let mut reasons = reasons(protocol, &story);
    reasons.extend(raise::raised(protocol, answers, level(&reasons)));
    let level = level(&reasons);
    Triage {
        level,
        reasons,
        next_checkin: next_checkin(protocol, &story, level),
        unlocks_next: level == Level::Expected && is_healed(protocol, &story),
    }
}

fn none_yet<'p>(protocol: &'p Protocol, session: &Session) -> Triage<'p> {
    let reason = Reason::new(Why::NoneYet, Level::Watch, &protocol.triage().evidence);
    let next_checkin = next_due(protocol, session, &session.at);
    Triage { level: Level::Watch, reasons: vec![reason], next_checkin, unlocks_next: false }
}

fn reasons<'p>(protocol: &'p Protocol, story: &Story<'_>) -> Vec<Reason<'p>> {
    let mut reasons = flags::reasons(protocol, story);
    reasons.extend(signs::reasons(protocol, story));
    if reasons.is_empty() {
        let fine = Why::Fine { day: story.day(story.latest) };
        reasons.push(Reason::new(fine, Level::Expected, &protocol.triage().evidence));
    }
    reasons.sort_by_key(|reason| Reverse(reason.level()));
    reasons
}

fn level(reasons: &[Reason<'_>]) -> Level {
    reasons.iter().map(Reason::level).max().unwrap_or(Level::Watch)
}

/// The next one that is due; sooner while something is watched.
fn next_checkin(protocol: &Protocol, story: &Story<'_>, level: Level) -> Option<Zoned> {
    let due = next_due(protocol, story.session, &story.latest.at);
    if level == Level::Expected {
        return due;
    }
    let zone = story.session.at.time_zone().clone();
    let watched = protocol.triage().due_watched.after(&story.latest.at.with_time_zone(zone));
    Some(due.map_or(watched.clone(), |due| due.min(watched)))
}

fn next_due(protocol: &Protocol, session: &Session, after: &Zoned) -> Option<Zoned> {
    let moments = protocol.triage().due.iter().map(|wait| wait.after(&session.at));
    moments.filter(|moment| moment > after).min()
}

/// Nothing to see, nothing to report, and late enough for the skin to count as closed.
fn is_healed(protocol: &Protocol, story: &Story<'_>) -> bool {
    let class = protocol.length_class(story.session.length);
    let closed =
        protocol.length_class_row(class).map(|row| row.closed_after.after(&story.session.at));
    story.latest.is_clear() == Some(true) && closed.is_some_and(|closed| story.latest.at >= closed)
}

#[cfg(test)]
mod tests;
