//! Warning signs: each has its own level, by day, that no score and no band can lower.
//!
//! A warning sign that was serious and is no longer reported still counts for a while; fever beside skin that
//! looks infected is an emergency. Scores are in [`super::signs`]. The levels are `flag` rows of the protocol.

use super::{Reason, Story, Why};
use crate::protocol::Protocol;
use crate::protocol::rows::FlagRow;
use crate::session::CheckIn;
use crate::words::{Flag, Level};

pub(super) fn reasons<'p>(protocol: &'p Protocol, story: &Story<'_>) -> Vec<Reason<'p>> {
    let mut reasons: Vec<Reason<'p>> = reported(protocol, story).collect();
    reasons.extend(lingering(protocol, story));
    reasons.extend(infection_with_fever(protocol, story));
    reasons
}

fn reported<'p>(protocol: &'p Protocol, story: &Story<'_>) -> impl Iterator<Item = Reason<'p>> {
    let day = story.day(story.latest);
    let rows = protocol.rows().flag.iter();
    let rows = rows.filter(|row| story.latest.flags.contains(&row.id));
    rows.map(move |row| Reason::new(Why::Flag(row), level_on(row, day), &row.evidence))
}

/// The level of a warning sign on a day since the session.
fn level_on(row: &FlagRow, day: i64) -> Level {
    match (row.later_from_day, row.later) {
        (Some(from), Some(later)) if day >= i64::from(from) => later,
        _ => row.level,
    }
}

/// What was at least same-day a short while ago and has now gone, or has become less urgent than that.
fn lingering<'p>(protocol: &'p Protocol, story: &Story<'_>) -> Vec<Reason<'p>> {
    let level = protocol.triage().lingering;
    let now = |row: &FlagRow| {
        story.latest.flags.contains(&row.id) && level_on(row, story.day(story.latest)) >= level
    };
    let serious = |row: &FlagRow, then: &CheckIn| level_on(row, story.day(then)) >= Level::SameDay;
    let rows =
        protocol.rows().flag.iter().filter(|row| {
            !now(row) && recent(protocol, story, row.id).any(|then| serious(row, then))
        });
    // What was an emergency does not become a matter of days because it has passed.
    let after = |row: &FlagRow| {
        if row.level == Level::Emergency { Level::SameDay.max(level) } else { level }
    };
    rows.map(|row| Reason::new(Why::Lingers(row), after(row), &row.evidence)).collect()
}

/// The earlier check-ins with this warning sign that still count.
fn recent<'a>(
    protocol: &Protocol,
    story: &'a Story<'_>,
    flag: Flag,
) -> impl Iterator<Item = &'a CheckIn> {
    let lingers = protocol.triage().lingers;
    let earlier = story.earlier.iter().copied();
    earlier.filter(move |then| {
        then.flags.contains(&flag) && lingers.after(&then.at) >= story.latest.at
    })
}

/// Fever now, and skin that looks infected now or did a short while ago (clinical evidence, 6).
fn infection_with_fever<'p>(protocol: &'p Protocol, story: &Story<'_>) -> Option<Reason<'p>> {
    let infected = protocol.rows().flag.iter().filter(|row| row.infected).any(|row| {
        story.latest.flags.contains(&row.id) || recent(protocol, story, row.id).next().is_some()
    });
    let fever = story.latest.flags.contains(&Flag::Fever);
    let evidence = &protocol.triage().evidence;
    (fever && infected).then(|| Reason::new(Why::InfectionWithFever, Level::Emergency, evidence))
}
