//! Sessions moved to another day: where one that is planned for a day was moved to, step by step.
//!
//! Whether it can be on that day is the caller's to say; a day on which it can't is set aside, and the session stays where it
//! was. Moves from before the last session are over.

use jiff::civil::Date;

use super::past::{Because, SetAside, What};
use crate::story::Move;

/// The moves that were not used yet.
pub(super) struct Moves {
    left: Vec<Move>,
    today: Date,
    set_aside: Vec<SetAside>,
}

impl Moves {
    /// The moves made since a day.
    pub fn since(all: &[Move], last: Option<Date>, today: Date) -> Self {
        let mut left = all.to_vec();
        left.retain(|one| last.is_none_or(|last| one.from > last) && one.from != one.to);
        left.sort();
        left.dedup();
        Self { left, today, set_aside: Vec::new() }
    }

    /// Where a session that is planned for a day was moved to; `shown` is the day that is said of it without moves, since the
    /// planned one has passed or something locks it. `fits` says whether it can be on a day.
    pub fn follow(&mut self, (planned, shown): (Date, Date), fits: impl Fn(Date) -> bool) -> Date {
        let mut day = planned;
        // Each step uses a move up, so that a circle ends.
        while let Some(place) = self.step(day, shown) {
            day = self.left.remove(place).to;
        }
        let moved = day != planned && day >= self.today;
        if moved && !fits(day) {
            self.put_aside(day, Because::Locked);
            return planned;
        }
        day
    }

    /// The move that starts from a day, or, when it can't be on that day, one from the days on which it was said to be since.
    fn step(&self, day: Date, shown: Date) -> Option<usize> {
        let from = self.left.iter().rposition(|one| one.from == day);
        from.or_else(|| {
            let since = |one: &Move| one.from > day && one.from <= shown && one.to >= self.today;
            self.left.iter().position(since).filter(|_| day < shown)
        })
    }

    fn put_aside(&mut self, to: Date, because: Because) {
        self.set_aside.push(SetAside { what: What::Move(to), because });
    }

    /// What could not be followed, also moves from a day to come for which no session is planned.
    pub fn finish(mut self) -> Vec<SetAside> {
        let ahead: Vec<Date> =
            self.left.iter().filter(|one| one.from >= self.today).map(|one| one.to).collect();
        ahead.into_iter().for_each(|to| self.put_aside(to, Because::NotPlanned));
        self.set_aside
    }
}
