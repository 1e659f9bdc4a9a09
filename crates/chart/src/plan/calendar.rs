//! What a day of the plan is good for, and what became of the session on it.

use care::programme::Window;
use care::standing::State;
use jiff::civil::Date;

use super::Outlook;

/// What a day is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// It means nothing.
    Plain,
    /// Not for a session.
    Locked,
    /// Kept free for an event.
    Kept,
    /// A session may be held.
    Possible,
    /// The best day for a session.
    Best,
}

/// What became of the session of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It took place.
    Done,
    /// It did not, and is still to be held.
    Missed,
    /// It is left out for good.
    Skipped,
    /// It is still to come.
    Planned,
}

/// The session of a day, with its number.
pub fn held(outlook: &Outlook<'_>, date: Date) -> Option<(u16, Held)> {
    let of = |state: &State| match state {
        State::Done { at } => (at.date(), Held::Done),
        State::Missed { on } => (*on, Held::Missed),
        State::Skipped { on } => (*on, Held::Skipped),
        State::Planned { ideal, .. } => (*ideal, Held::Planned),
    };
    let all = outlook.sessions().iter().map(|slot| (slot.n, of(&slot.state)));
    // A session that was missed may be planned for the same day again: what happened says more.
    all.filter(|(_, (on, _))| *on == date)
        .map(|(n, (_, held))| (n, held))
        .min_by_key(|(_, held)| *held as u8)
}

/// What a day is good for: only days between the last session, or today, and the last window mean anything, and events.
pub fn state(outlook: &Outlook<'_>, date: Date, today: Date) -> DayState {
    if date >= today && outlook.kept.iter().any(|stretch| stretch.has(date)) {
        return DayState::Kept;
    }
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
