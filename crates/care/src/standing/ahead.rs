//! The sessions of a programme: done, missed, skipped, and those still to come, planned anew from now.
//!
//! Windows lie at or after the moment and after every lock. A late plan is planned again by its rhythm and never
//! compressed; how many are left shrinks only by those done or skipped. A session that was moved stays where it was moved
//! to, unless something forbids that day.

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use super::kept_days::Kept;
use super::lock::{Cause, Lock, start_of};
use super::moves::Moves;
use super::past::{Past, SetAside};
use super::windows::Planner;
use crate::programme::{self, Programme, Window, sessions};
use crate::protocol::Protocol;
use crate::protocol::rows::Rhythm;
use crate::session::Session;
use crate::story::{Begun, How, LeftOut, Story};

/// The next session.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// Its number, from 1.
    pub n: u16,
    /// How many there are.
    pub of: u16,
    /// It must not begin before, in the person's zone.
    pub not_before: Zoned,
    /// The best day.
    pub ideal: Date,
    /// The day by which it should be.
    pub best_by: Date,
    /// It was planned anew, since the day by which it should have been has passed.
    pub late: bool,
}

/// A session of the programme with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its number, from 1; one that was missed keeps it for the next try.
    pub n: u16,
    /// What became of it.
    pub state: State,
}

/// What became of a session of the programme.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// It took place.
    Done {
        /// When.
        at: Zoned,
    },
    /// It did not, and is still to be held.
    Missed {
        /// The day for which it was planned.
        on: Date,
    },
    /// It is left out for good.
    Skipped {
        /// The day for which it was planned.
        on: Date,
    },
    /// It is still to come.
    Planned {
        /// It must not begin before, in the person's zone.
        not_before: Zoned,
        /// The best day.
        ideal: Date,
        /// The day by which it should be.
        best_by: Date,
    },
}

/// What the sessions are laid out from.
pub(super) struct Ahead<'a, 'p> {
    pub protocol: &'p Protocol,
    pub story: &'a Story,
    pub past: &'a Past<'a>,
    pub now: &'a Zoned,
    pub begun: Begun,
}

/// A programme laid out.
pub(super) struct Laid<'p> {
    programme: Programme<'p>,
    next: Option<Next>,
    sessions: Vec<Slot>,
    set_aside: Vec<SetAside>,
}

type Parts<'p> = (Option<Programme<'p>>, Option<Next>, Vec<Slot>, Vec<SetAside>);

/// The sessions of somebody without a programme: what took place and what did not.
pub(super) fn apart<'p>(past: &Past<'_>) -> Parts<'p> {
    (None, None, settled(&past.sessions, &past.left_out), Vec::new())
}

impl<'p> Laid<'p> {
    pub fn parts(self) -> Parts<'p> {
        (Some(self.programme), self.next, self.sessions, self.set_aside)
    }
}

impl<'p> Ahead<'_, 'p> {
    /// Lays the programme out and adds the locks that are its own.
    pub fn lay_out(&self, mut plan: Programme<'p>, locks: &mut Vec<Lock<'p>>) -> Laid<'p> {
        let mut sessions = self.settled();
        let counts = |slot: &&Slot| !matches!(slot.state, State::Missed { .. });
        let settled = sessions.iter().filter(counts).count();
        let person = &self.story.person;
        let total = plan.rhythm.map_or(0, |row| sessions::count(person, &plan, row));
        locks.extend(self.locks(&plan, locks, settled, total));
        let planned = locks.iter().all(|lock| lock.until.is_some() || lock.cause.is_usual());
        let kept = Kept::of(self.protocol, &self.story.kept_days, Some(plan.class));
        let open_at = self.open_at(locks, &kept);
        let windows = plan.rhythm.filter(|_| planned).map_or_else(Windows::default, |row| {
            self.windows(row, &kept, open_at.date(), (settled, total))
        });
        let first = windows.all.first();
        sessions.extend(windows.all.iter().map(|window| self.slot(window, &open_at, first)));
        let open = locks.iter().all(|lock| lock.until.is_some());
        let next = first.filter(|_| open).map(|window| Next {
            n: window.n,
            of: number(total),
            not_before: open_at.clone(),
            ideal: window.ideal,
            best_by: window.best_by,
            late: windows.late,
        });
        programme::date_with(self.protocol, person, windows.all, self.begun.since, &mut plan);
        Laid { programme: plan, next, sessions, set_aside: windows.set_aside }
    }

    /// What was done, missed and skipped in the programme.
    fn settled(&self) -> Vec<Slot> {
        let left = self.past.left_out.iter().filter(|left| left.on >= self.begun.since);
        settled(self.past.in_programme(self.begun), &left.copied().collect::<Vec<_>>())
    }

    fn locks(
        &self,
        plan: &Programme<'p>,
        others: &[Lock<'p>],
        settled: usize,
        total: usize,
    ) -> Vec<Lock<'p>> {
        let mut locks = Vec::new();
        let Some(row) = plan.rhythm else { return locks };
        if settled >= total {
            locks.push(Lock { cause: Cause::Over(row), until: None });
            return locks;
        }
        let first = Some(self.begun.first).filter(|first| settled == 0 && *first > self.now.date());
        locks.extend(
            first.map(|first| Lock {
                cause: Cause::Future(first),
                until: start_of(first, self.now),
            }),
        );
        let last = self.past.in_programme(self.begun).last();
        let over = last.map(|last| row.not_before.opens(&last.at, Some(self.begun.time)));
        let rests = |over: &Zoned| {
            others.iter().any(|lock| lock.until.as_ref().is_some_and(|until| until >= over))
        };
        let over = over.filter(|over| over > self.now && !rests(over));
        locks.extend(over.map(|over| Lock {
            cause: Cause::Rhythm(row),
            until: Some(over.with_time_zone(self.now.time_zone().clone())),
        }));
        locks
    }

    /// When the last of the locks that have an end opens, on a day that is not kept free; the moment itself if that is past.
    fn open_at(&self, locks: &[Lock<'p>], kept: &Kept) -> Zoned {
        let ends = locks.iter().filter_map(|lock| lock.until.as_ref());
        let open = ends.max().filter(|end| *end > self.now).unwrap_or(self.now);
        kept.over(open.date())
            .and_then(|day| start_of(day, self.now))
            .unwrap_or_else(|| open.clone())
    }

    fn windows(
        &self,
        row: &'p Rhythm,
        kept: &Kept,
        opens: Date,
        (settled, total): (usize, usize),
    ) -> Windows {
        let count = total.saturating_sub(settled);
        if count == 0 {
            return Windows::default();
        }
        let last = self.anchor();
        let planner = Planner {
            person: &self.story.person,
            row,
            kept,
            first: self.begun.first,
            last,
            opens,
            not_again_before: self.not_again_before(),
        };
        let mut moves = Moves::since(&self.story.moves, last, self.now.date());
        let (all, late) = planner.windows(count, number(settled + 1), &mut moves);
        Windows { all, late, set_aside: moves.finish() }
    }

    /// The last day that counts: a session done or skipped.
    fn anchor(&self) -> Option<Date> {
        let done = self.past.in_programme(self.begun).last().map(|last| last.at.date());
        done.max(self.left_out(How::Skipped))
    }
    /// A session that was missed is not planned for the same day again.
    fn not_again_before(&self) -> Date {
        self.left_out(How::Missed).map_or(Date::MIN, |on| on.saturating_add(1.day()))
    }
    fn left_out(&self, how: How) -> Option<Date> {
        let left = self.past.left_out.iter().filter(|left| left.on >= self.begun.since);
        left.filter(|left| left.how == how).map(|left| left.on).max()
    }

    fn slot(&self, window: &Window, open_at: &Zoned, first: Option<&Window>) -> Slot {
        let day = window.not_before.to_datetime(self.begun.time);
        let day = || day.to_zoned(self.now.time_zone().clone()).unwrap_or_else(|_| open_at.clone());
        let not_before = if Some(window) == first { open_at.clone() } else { day() };
        let (ideal, best_by) = (window.ideal, window.best_by);
        Slot { n: window.n, state: State::Planned { not_before, ideal, best_by } }
    }
}

/// What was done, missed and skipped, in the order of days.
fn settled(done: &[&Session], left_out: &[LeftOut]) -> Vec<Slot> {
    let done = done.iter();
    let done = done.map(|session| (session.at.date(), State::Done { at: session.at.clone() }));
    let left = left_out.iter().map(|left| match left.how {
        How::Missed => (left.on, State::Missed { on: left.on }),
        How::Skipped => (left.on, State::Skipped { on: left.on }),
    });
    let mut all: Vec<(Date, State)> = done.chain(left).collect();
    all.sort_by_key(|(on, _)| *on);
    let mut settled = 0usize;
    let numbered = |(_, state): (Date, State)| {
        let n = number(settled + 1);
        settled += usize::from(!matches!(state, State::Missed { .. }));
        Slot { n, state }
    };
    all.into_iter().map(numbered).collect()
}

/// The windows still to come.
#[derive(Default)]
struct Windows {
    all: Vec<Window>,
    set_aside: Vec<SetAside>,
    late: bool,
}

fn number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
