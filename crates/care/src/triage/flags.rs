//! How urgent the open warning signs are: each has its own level, by day, that no score and no band can lower.
//!
//! One that is no longer reported still counts until somebody has looked; fever beside skin that looks infected is an
//! emergency. Which are open is worked out in [`super::open`]; scores are in [`super::signs`]. The levels are `flag` rows
//! of the protocol.

use super::open::Open;
use super::{Reason, Why};
use crate::protocol::Protocol;
use crate::protocol::rows::FlagRow;
use crate::words::{Flag, Level};

/// `inflamed`: the scores alone say that the skin is far more inflamed than it should be.
pub(super) fn reasons<'p>(
    protocol: &'p Protocol,
    open: &[Open<'p>],
    inflamed: bool,
) -> Vec<Reason<'p>> {
    let unseen = || open.iter().filter(|open| open.is_unseen());
    let mut reasons: Vec<Reason<'p>> = unseen().map(|open| reason(protocol, open)).collect();
    reasons.extend(infection_with_fever(protocol, unseen(), inflamed));
    reasons
}

fn reason<'p>(protocol: &'p Protocol, open: &Open<'p>) -> Reason<'p> {
    match open.current {
        true => Reason::new(Why::Flag(open.row), open.level, &open.row.evidence),
        false => Reason::new(Why::Lingers(open.row), after(protocol, open), &open.row.evidence),
    }
}

/// The level of a sign that has gone and that nobody has looked at. What was an emergency does not become a matter of days
/// because it has passed.
fn after(protocol: &Protocol, open: &Open<'_>) -> Level {
    match open.worst {
        Level::Emergency => Level::SameDay,
        worst => worst.min(protocol.triage().lingering),
    }
}

/// The level of a warning sign on a day, which is asked for only where it matters.
pub(super) fn level_on(row: &FlagRow, day: impl FnOnce() -> i64) -> Level {
    match (row.later_from_day, row.later) {
        (Some(from), Some(later)) if day() >= i64::from(from) => later,
        _ => row.level,
    }
}

/// Fever and skin that looks infected, by a sign or by its scores, both open and one of them still reported: NHS on cellulitis. Where both have gone
/// it was an emergency that passed.
fn infection_with_fever<'a, 'p: 'a>(
    protocol: &'p Protocol,
    unseen: impl Iterator<Item = &'a Open<'p>> + Clone,
    inflamed: bool,
) -> Option<Reason<'p>> {
    let fever = unseen.clone().find(|open| open.row.id == Flag::Fever)?;
    let mut infected = unseen.filter(|open| open.row.infected).peekable();
    if !inflamed {
        infected.peek()?;
    }
    let current = inflamed || fever.current || infected.any(|open| open.current);
    let level = if current { Level::Emergency } else { Level::SameDay };
    Some(Reason::new(Why::InfectionWithFever, level, &protocol.triage().evidence))
}
