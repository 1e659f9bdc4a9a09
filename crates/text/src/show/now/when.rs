//! When the next session can be, in words: after what it waits for, now, or on no day that can be named.
//!
//! What it waits for is told before, in [`super::sentences`].

use care::standing::{Standing, State};
use jiff::Zoned;
use words::{Variable, Wording};

use super::sentences::say;

/// When the next session can be.
pub(super) fn next(texts: &Wording, standing: &Standing<'_>) -> Vec<String> {
    let (key, slot) = match (&standing.next, first_planned(standing)) {
        (None, None) => return vec![without_plan(texts, standing)],
        (None, slot) => ("now-next.after", slot),
        (Some(next), slot) if next.not_before > standing.at => ("now-next", slot),
        (Some(_), slot) => ("now-next.open", slot),
    };
    let Some((n, State::Planned { not_before, ideal, best_by })) = slot else { return Vec::new() };
    let of = standing.sessions.iter().map(|slot| slot.n).max().unwrap_or(n);
    let (from, ideal, by) = (texts.moment(not_before), texts.date(*ideal), texts.date(*best_by));
    let told: [Variable<'_>; 5] = [
        ("n", n.into()),
        ("of", of.into()),
        ("from", from.into()),
        ("ideal", ideal.into()),
        ("by", by.into()),
    ];
    let late = standing.next.as_ref().is_some_and(|next| next.late);
    let late = late.then(|| say(texts, "now-next.late", &[]));
    std::iter::once(say(texts, key, &told)).chain(late).collect()
}

fn first_planned<'s>(standing: &'s Standing<'_>) -> Option<(u16, &'s State)> {
    let planned = standing.sessions.iter().find(|slot| matches!(slot.state, State::Planned { .. }));
    planned.map(|slot| (slot.n, &slot.state))
}

/// Without a session that is planned: whether and when one could be.
fn without_plan(texts: &Wording, standing: &Standing<'_>) -> String {
    let ends: Option<Vec<&Zoned>> = standing.locks.iter().map(|lock| lock.until.as_ref()).collect();
    match ends.map(|ends| ends.into_iter().max()) {
        None => say(texts, "now-next.unknown", &[]),
        Some(None) => say(texts, "now-next.free", &[]),
        Some(Some(until)) => {
            say(texts, "now-next.earliest", &[("from", texts.moment(until).into())])
        }
    }
}
