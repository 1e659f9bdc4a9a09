//! The windows of the sessions still to come: the next counts from the last one done or skipped, each after it from the one
//! before, and all of them go around days kept free.
//!
//! What locks the next session is known already ([`super::lock`]); here it is only the first day on which it can be.

use jiff::civil::Date;

use super::kept_days::Kept;
use super::moves::Moves;
use crate::measure::Wait;
use crate::person::Person;
use crate::programme::{Window, sessions};
use crate::protocol::rows::Rhythm;

/// What windows are planned from.
pub(super) struct Planner<'a> {
    pub person: &'a Person,
    pub row: &'a Rhythm,
    pub kept: &'a Kept,
    /// The day chosen for the first session.
    pub first: Date,
    /// The day of the last session done or skipped.
    pub last: Option<Date>,
    /// The first day on which nothing locks the next session.
    pub opens: Date,
    /// A session that was missed is not planned for a day before this again.
    pub not_again_before: Date,
}

impl Planner<'_> {
    /// So many windows, the next of which has this number; and whether it was planned anew, since the day by which it should
    /// have been has passed.
    pub fn windows(&self, count: usize, n: u16, moves: &mut Moves) -> (Vec<Window>, bool) {
        let (mut last, late) = self.next(n, moves);
        let mut all = Vec::with_capacity(count);
        for _ in 1..count {
            let next = self.following(&last, moves);
            all.push(std::mem::replace(&mut last, next));
        }
        all.push(last);
        (all, late)
    }

    fn next(&self, n: u16, moves: &mut Moves) -> (Window, bool) {
        let (begin, best_by) = self.counted();
        let free = sessions::free_day(self.person, begin);
        let free = free.filter(|day| self.last.is_none() || *day <= best_by).unwrap_or(begin);
        let floor = self.opens.max(self.not_again_before);
        let fits = |day| day >= self.opens && self.kept.over(day).is_none();
        let planned = moves.follow((free, self.not_before(free, floor)), fits);
        let late = best_by.max(planned) < floor;
        let ideal = self.not_before(planned, floor);
        let room = room(self.row, ideal, self.row.ideal);
        let best_by = if ideal > best_by { sessions::plus_days(ideal, room) } else { best_by };
        (Window { n, not_before: self.opens, ideal, best_by }, late)
    }

    /// A day that is not before the floor and not kept free: itself, or the first that fits.
    fn not_before(&self, day: Date, floor: Date) -> Date {
        if day < floor { self.fitting(floor) } else { self.kept.free_from(day) }
    }

    /// The best day by the rhythm, and the day by which it should be.
    fn counted(&self) -> (Date, Date) {
        let Some(last) = self.last else {
            let room = room(self.row, self.first, self.row.not_before);
            return (self.first, sessions::plus_days(self.first, room));
        };
        (self.row.ideal.after_date(last), self.row.best_by.after_date(last))
    }

    fn following(&self, last: &Window, moves: &mut Moves) -> Window {
        let not_before = self.kept.free_from(self.row.not_before.after_date(last.ideal));
        let best_by = self.row.best_by.after_date(last.ideal);
        let begin = self.row.ideal.after_date(last.ideal);
        let free = sessions::free_day(self.person, begin).filter(|day| *day <= best_by);
        let planned = free.unwrap_or(begin).max(not_before);
        let fits = |day: Date| day >= not_before && self.kept.over(day).is_none();
        let ideal = moves.follow((planned, planned), fits);
        // A day that is over is none for a session still to come.
        let ideal = if fits(ideal) { ideal } else { self.fitting(planned) };
        Window { n: last.n.saturating_add(1), not_before, ideal, best_by: best_by.max(ideal) }
    }

    /// The first day from a day on that is one of the person's and not kept free.
    fn fitting(&self, from: Date) -> Date {
        /// More kept stretches in a row than anybody has.
        const MOST: usize = 64;
        let mut day = from;
        for _ in 0..MOST {
            let free = sessions::free_day(self.person, day).unwrap_or(day);
            match self.kept.over(free) {
                None => return free,
                Some(after) => day = after,
            }
        }
        self.kept.free_from(day)
    }
}

/// Days from one wait to the day by which it should be, counted from a day.
fn room(row: &Rhythm, from: Date, wait: Wait) -> i64 {
    sessions::days_between(wait.after_date(from), row.best_by.after_date(from))
}
