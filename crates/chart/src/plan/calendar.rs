//! What a day of the plan is good for.

use care::programme::Window;
use jiff::civil::Date;

use super::Outlook;

/// What a day is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// It means nothing.
    Plain,
    /// Not for a session.
    Locked,
    /// A session may be held.
    Possible,
    /// The best day for a session.
    Best,
}

/// What a day is good for: only days between the last session, or today, and the last window mean anything.
pub fn state(outlook: &Outlook<'_>, date: Date, today: Date) -> DayState {
    let sessions = &outlook.plan.sessions;
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
        return DayState::Plain;
    };
    if outlook.is_refused() || outlook.done().contains(&date) {
        return DayState::Plain;
    }
    let begins = outlook.done().last().copied().unwrap_or(first.not_before.min(today));
    if date < begins || date < today || date > last.best_by {
        return DayState::Plain;
    }
    let within = |window: &&Window| window.not_before <= date && date <= window.best_by;
    if sessions.iter().any(|window| window.ideal == date) {
        DayState::Best
    } else if sessions.iter().any(|window| within(&window)) {
        DayState::Possible
    } else {
        DayState::Locked
    }
}
