//! When skin counts as healed, and when as closed.
//!
//! Healed is seen by the person: a check-in that answers everything, with nothing to see and nothing to report. Closed is a
//! matter of time. The waits are the `length-class` rows of the protocol, and the longest of all sessions holds.

use jiff::Zoned;
use jiff::civil::Time;

use super::history::History;
use super::open::Open;
use crate::measure::Wait;
use crate::protocol::Protocol;
use crate::protocol::rows::LengthClassRow;
use crate::session::{CheckIn, Session};
use crate::words::{LengthClass, Sign, Word};

/// Nothing to see, nothing to report, late enough to tell; before the first session nothing has to heal.
pub(super) fn is_healed(protocol: &Protocol, history: &History<'_>, open: &[Open<'_>]) -> bool {
    let Some(last) = history.last() else { return true };
    let telling = history.current().iter().rev().find(|checkin| !checkin.is_silent());
    let from = |row: &LengthClassRow| row.calm_from.unwrap_or(row.closed_after);
    telling.is_some_and(|latest| {
        is_clear(history, latest, open)
            && latest.at.timestamp() >= last.at.timestamp()
            && latest_of(protocol, &history.sessions, None, from)
                .is_none_or(|(_, from)| latest.at.timestamp() >= from.timestamp())
    })
}

/// All six signs are back at the baseline, and no warning sign is ticked but what somebody has looked at.
fn is_clear(history: &History<'_>, checkin: &CheckIn, open: &[Open<'_>]) -> bool {
    let seen = |flag| open.iter().any(|open| open.row.id == flag && open.seen);
    let back = |sign: &Sign| checkin.score(*sign).is_some_and(|score| score <= history.base(*sign));
    Sign::ALL.iter().all(back) && checkin.flags.iter().all(|flag| seen(*flag))
}

/// Whether the skin was closed at the last check-in.
pub(super) fn is_closed(protocol: &Protocol, history: &History<'_>) -> bool {
    let closed = closed_at(protocol, &history.sessions, None);
    let latest = history.current().last();
    closed.is_none_or(|(_, closed)| {
        latest.is_some_and(|latest| latest.at.timestamp() >= closed.timestamp())
    })
}

/// From when the skin counts as closed after all these sessions, in the order of time, and the row that says so; `usual` is
/// when sessions usually begin. `None` without a session.
pub(crate) fn closed_at<'p>(
    protocol: &'p Protocol,
    sessions: &[&Session],
    usual: Option<Time>,
) -> Option<(&'p LengthClassRow, Zoned)> {
    latest_of(protocol, sessions, usual, |row| row.closed_after)
}

/// The latest of the moments at which a wait is over. Of sessions of one class the last is over last.
fn latest_of<'p>(
    protocol: &'p Protocol,
    sessions: &[&Session],
    usual: Option<Time>,
    wait: impl Fn(&LengthClassRow) -> Wait,
) -> Option<(&'p LengthClassRow, Zoned)> {
    let mut last = [None; LengthClass::ALL.len()];
    for session in sessions {
        if let Some(place) = last.get_mut(protocol.length_class(session.length) as usize) {
            *place = Some(*session);
        }
    }
    let over = LengthClass::ALL.iter().zip(last).filter_map(|(class, last)| {
        let row = protocol.length_class_row(*class)?;
        Some((row, wait(row).opens(&last?.at, usual)))
    });
    over.max_by(|(_, one), (_, other)| one.cmp(other))
}
