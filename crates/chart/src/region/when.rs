//! What the moment of a sitting allows to be said, from the sessions on record; the rule is [`Moment`]'s.

use care::Protocol;
use care::judging::Moment;
use care::programme::JudgeWindow;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::story::{Story, session_of};

/// The moment of something that was seen then, where the person lives.
pub fn moment(
    protocol: &Protocol,
    story: &Story,
    judge: Option<JudgeWindow>,
    taken: Timestamp,
    zone: &TimeZone,
) -> Moment {
    let done = story.done();
    let last = done.iter().rev().find(|session| session.done.at <= taken);
    let last = last.map(|last| (last.n, session_of(last.done)));
    let last = last.as_ref().map(|(number, session)| (*number, session));
    Moment::of(protocol, last, judge, &taken.to_zoned(zone.clone()))
}
