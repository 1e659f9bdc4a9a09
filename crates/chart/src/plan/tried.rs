//! Another day for the next session, tried before it is kept: what would follow, or what forbids it.
//!
//! It is tried on a copy of the record; only if the next session then stands on that day may it be moved there.

use care::Protocol;
use care::standing::{Cause, Lock};
use jiff::Zoned;
use jiff::civil::Date;
use store::records::{Move, Programme};

use super::Outlook;
use super::change::Refused;
use super::kept_days::Stretch;
use crate::Chart;

/// What forbids a day.
#[derive(Clone, Debug)]
pub struct Forbidden<'p> {
    /// What the session waits for beyond that day.
    pub locks: Vec<Lock<'p>>,
    /// Events for which it is kept free.
    pub kept: Vec<Stretch>,
    /// The first day that would do.
    pub first: Date,
}

impl<'p> Forbidden<'p> {
    /// What forbids a day, seen with the session where it is.
    pub(super) fn on(outlook: &Outlook<'p>, day: Date) -> Self {
        let beyond = |lock: &&Lock<'p>| {
            let own = matches!(lock.cause, Cause::Future(_));
            !own && lock.until.as_ref().is_some_and(|until| until.date() > day)
        };
        let locks: Vec<Lock<'p>> = outlook.standing.locks.iter().filter(beyond).cloned().collect();
        let kept: Vec<Stretch> =
            outlook.kept.iter().filter(|stretch| stretch.has(day)).cloned().collect();
        let open = locks.iter().filter_map(|lock| lock.until.as_ref()).map(Zoned::date).max();
        let first = outlook.free_from(open.unwrap_or(day).max(day));
        Self { locks, kept, first }
    }
}

impl<'p> Outlook<'p> {
    /// What forbids a day, if something does.
    pub fn forbids(&self, day: Date) -> Forbidden<'p> {
        Forbidden::on(self, day)
    }
    /// The first day from a day on that is not kept free.
    fn free_from(&self, from: Date) -> Date {
        let mut day = from;
        while let Some(stretch) = self.kept.iter().find(|stretch| stretch.has(day)) {
            let Ok(next) = stretch.day.on.tomorrow() else { break };
            day = next;
        }
        day
    }
}

/// A day tried for the next session.
#[derive(Debug)]
pub struct Tried<'p> {
    /// The programme as it would be kept.
    pub programme: Programme,
    /// How it would look.
    pub outlook: Outlook<'p>,
}

/// Tries a day for the next session of the programme under way.
///
/// # Errors
/// Why it can't be on that day.
pub fn try_day<'p>(
    protocol: &'p Protocol,
    chart: &Chart,
    now: &Zoned,
    to: Date,
) -> Result<Tried<'p>, Refused<'p>> {
    let before = Outlook::of(protocol, chart, now, None).ok_or(Refused::NoPlan)?;
    let begun = before.begun.as_ref().ok_or(Refused::NoPlan)?;
    before.next().ok_or(Refused::NothingPlanned)?;
    if to < now.date() {
        return Err(Refused::Past);
    }
    let fresh = before.is_fresh();
    if fresh && to < before.earliest {
        return Err(Refused::Early(before.earliest));
    }
    // One move at most is of the next session; where it was moved before does not count any more.
    let mut programme = begun.record.clone();
    programme.moves.retain(|one| !before.is_pending(one.from));
    programme.first = if fresh { to } else { programme.first };
    let unmoved = look(protocol, chart, now, &programme).ok_or(Refused::NoPlan)?;
    let from = unmoved.next().ok_or(Refused::NothingPlanned)?.ideal;
    if from == to {
        return Ok(Tried { programme, outlook: unmoved });
    }
    programme.moves.push(Move { from, to, at: now.timestamp() });
    let outlook = look(protocol, chart, now, &programme).ok_or(Refused::NoPlan)?;
    match outlook.next().is_some_and(|next| next.ideal == to) {
        true => Ok(Tried { programme, outlook }),
        false => Err(Refused::Forbidden(Box::new(Forbidden::on(&unmoved, to)))),
    }
}

/// How the record would look with another programme.
fn look<'p>(
    protocol: &'p Protocol,
    chart: &Chart,
    now: &Zoned,
    programme: &Programme,
) -> Option<Outlook<'p>> {
    let mut chart = chart.clone();
    let begun = chart.story.programme.as_mut()?;
    begun.record = programme.clone();
    Outlook::of(protocol, &chart, now, None)
}
