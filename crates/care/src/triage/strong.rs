//! Scores that do not wait until tomorrow: sudden on the day itself, fast, or very strong.
//!
//! Each is a number of the `urgent` of the `triage` row. With fever any of them is an emergency: see [`super::flags`].

use super::signs::Scored;
use super::{Reason, Why};
use crate::protocol::Protocol;
use crate::protocol::rows::UrgentRow;
use crate::words::Level;

/// The reasons, of all signs as they were last scored.
pub(super) fn reasons<'p>(protocol: &'p Protocol, scored: &[Scored<'p, '_>]) -> Vec<Reason<'p>> {
    let triage = protocol.triage();
    let is_hot = |one: &&Scored<'p, '_>| triage.together.signs.contains(&one.seen.sign);
    let urgent = |one: &Scored<'p, '_>| {
        sudden(&triage.urgent, one).or_else(|| fast(&triage.urgent, one).filter(|_| is_hot(&one)))
    };
    let said = |one: &Scored<'p, '_>| {
        urgent(one).map(|(why, level)| Reason::new(why, level, one.evidence()))
    };
    let mut reasons: Vec<Reason<'p>> = scored.iter().filter_map(said).collect();
    let hot = scored.iter().filter(is_hot);
    reasons.extend(
        strong(&triage.urgent, hot)
            .map(|day| Reason::new(Why::Strong { day }, triage.urgent.level, &triage.evidence)),
    );
    reasons
}

/// Swelling far over what is usual within hours; on the face it can be a severe allergy.
fn sudden<'p>(row: &UrgentRow, one: &Scored<'p, '_>) -> Option<(Why<'p>, Level)> {
    let early = one.seen.sign == row.sudden && row.sudden_until.rough_hours() > one.hours() as f64;
    let face = one.on_any_of(&row.face) && one.seen.score >= row.face_from;
    let level = if face { row.face_level } else { row.level };
    let why = Why::Sudden { seen: one.seen, high: one.high() };
    (early && one.over() >= row.over).then_some((why, level))
}

/// Far over the usual range, and much more than a short while ago.
fn fast<'p>(row: &UrgentRow, one: &Scored<'p, '_>) -> Option<(Why<'p>, Level)> {
    let (before, hours) = one.before()?;
    let risen = one.points().saturating_sub(before) >= row.rise;
    let soon = hours as f64 <= row.within.rough_hours();
    let why = Why::Rising { seen: one.seen, before };
    let later = one.seen.day > 0;
    (later && risen && soon && one.over() >= row.over).then_some((why, row.level))
}

/// Two signs very strong at a time when both should fade; the day of the later one.
fn strong<'a, 'p: 'a, 's: 'a>(
    row: &UrgentRow,
    hot: impl Iterator<Item = &'a Scored<'p, 's>>,
) -> Option<i64> {
    let strong = |one: &&Scored<'p, 's>| {
        one.seen.score >= row.strong && one.seen.day >= i64::from(row.strong_from_day)
    };
    let days: Vec<i64> = hot.filter(strong).map(|one| one.seen.day).collect();
    (days.len() >= 2).then(|| days.into_iter().max()).flatten()
}
