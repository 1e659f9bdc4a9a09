//! The sessions of a programme: done, missed, skipped, and those still to come, planned anew from now.
//!
//! Windows lie at or after the moment and after every lock. A late plan is planned again by its rhythm and never
//! compressed; how many are left shrinks only by those done or skipped. A session that was moved stays where it was moved
//! to, unless something forbids that day.

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use super::kept::Kept;
use super::lock::{Cause, Lock, start_of};
use super::past::{Because, Past, SetAside, What};
use crate::measure::Wait;
use crate::programme::{self, Programme, Window, sessions};
use crate::protocol::Protocol;
use crate::protocol::rows::Rhythm;
use crate::story::{Begun, How, Move, Story};

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

impl<'p> Laid<'p> {
    pub fn parts(self) -> Parts<'p> {
        (Some(self.programme), self.next, self.sessions, self.set_aside)
    }
}

impl<'p> Ahead<'_, 'p> {
    /// Lays the programme out and adds the locks that are its own.
    pub fn lay_out(&self, mut plan: Programme<'p>, locks: &mut Vec<Lock<'p>>) -> Laid<'p> {
        let mut sessions = self.settled();
        let settled =
            sessions.iter().filter(|slot| !matches!(slot.state, State::Missed { .. })).count();
        let total = plan.rhythm.map_or(0, |row| sessions::count(&self.story.person, &plan, row));
        locks.extend(self.locks(&plan, locks, settled, total));
        let planned = locks.iter().all(|lock| lock.until.is_some() || lock.cause.is_usual());
        let mut laid =
            Windows { kept: Kept::default(), all: Vec::new(), set_aside: Vec::new(), late: false };
        if let Some(row) = plan.rhythm.filter(|_| planned) {
            laid = self.windows(row, &plan, locks, settled, total);
        }
        let open_at = self.open_at(locks, &laid.kept);
        let slots = laid.all.iter().map(|window| self.slot(window, &open_at, laid.all.first()));
        sessions.extend(slots.collect::<Vec<_>>());
        let open = locks.iter().all(|lock| lock.until.is_some());
        let next = laid.all.first().filter(|_| open).map(|window| Next {
            n: window.n,
            of: number(total),
            not_before: open_at.clone(),
            ideal: window.ideal,
            best_by: window.best_by,
            late: laid.late,
        });
        programme::date_with(self.protocol, &self.story.person, laid.all, &mut plan);
        Laid { programme: plan, next, sessions, set_aside: laid.set_aside }
    }

    /// What was done, missed and skipped, in the order of days.
    fn settled(&self) -> Vec<Slot> {
        let done = self.past.in_programme(self.begun).iter();
        let done = done.map(|session| (session.at.date(), State::Done { at: session.at.clone() }));
        let left = self.past.left_out.iter().filter(|left| left.on >= self.begun.since);
        let left = left.map(|left| match left.how {
            How::Missed => (left.on, State::Missed { on: left.on }),
            How::Skipped => (left.on, State::Skipped { on: left.on }),
        });
        let mut all: Vec<(Date, State)> = done.chain(left).collect();
        all.sort_by_key(|(on, _)| *on);
        let mut settled = 0usize;
        let number = |(_, state): (Date, State)| {
            let n = number(settled + 1);
            settled += usize::from(!matches!(state, State::Missed { .. }));
            Slot { n, state }
        };
        all.into_iter().map(number).collect()
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
        plan: &Programme<'p>,
        locks: &[Lock<'p>],
        settled: usize,
        total: usize,
    ) -> Windows {
        let kept = Kept::of(self.protocol, &self.story.kept_days, Some(plan.class));
        let mut windows = Windows { kept, all: Vec::new(), set_aside: Vec::new(), late: false };
        if settled >= total {
            return windows;
        }
        let first = self.first(row, locks, number(settled + 1), &mut windows);
        let after = |last: &Window| Some(self.following(row, &windows.kept, last));
        let all = std::iter::successors(Some(first), after).take(total - settled).collect();
        windows.all = all;
        windows
    }

    /// The window of the next session, counted from the last one done or skipped.
    fn first(&self, row: &Rhythm, locks: &[Lock<'p>], n: u16, windows: &mut Windows) -> Window {
        let person = &self.story.person;
        let not_before = self.open_at(locks, &windows.kept).date();
        let anchor = self.anchor();
        let (begin, best_by) = match anchor {
            None => (
                self.begun.first,
                sessions::plus_days(self.begun.first, room(row, self.begun.first, row.not_before)),
            ),
            Some(last) => (row.ideal.after_date(last), row.best_by.after_date(last)),
        };
        let free =
            sessions::free_day(person, begin).filter(|day| anchor.is_none() || *day <= best_by);
        let planned = free.unwrap_or(begin);
        let floor = not_before.max(self.not_again_before());
        let unmoved = self.over_floor(&windows.kept, planned, floor);
        let ideal = self.moved((planned, unmoved), anchor, not_before, windows);
        let late = best_by.max(ideal) < floor;
        let ideal = self.over_floor(&windows.kept, ideal, floor);
        let room = room(row, ideal, row.ideal);
        let best_by = if ideal > best_by { sessions::plus_days(ideal, room) } else { best_by };
        windows.late = late;
        Window { n, not_before, ideal, best_by }
    }

    /// A day that is not before the floor and not kept free: itself, or the first that fits.
    fn over_floor(&self, kept: &Kept, day: Date, floor: Date) -> Date {
        if day < floor { self.fitting(kept, floor) } else { kept.free_from(day) }
    }

    /// The first day from a day on that is one of the person's and not kept free.
    fn fitting(&self, kept: &Kept, from: Date) -> Date {
        let mut day = from;
        for _ in 0..64 {
            let free = sessions::free_day(&self.story.person, day).unwrap_or(day);
            match kept.over(free) {
                None => return free,
                Some(after) => day = after,
            }
        }
        kept.free_from(day)
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

    /// Where the next session was moved to, step by step; a day on which it can't be is set aside. `unmoved` is the day
    /// that is said of it without moves: the one planned, unless that has passed or something locks it.
    fn moved(
        &self,
        (planned, unmoved): (Date, Date),
        anchor: Option<Date>,
        not_before: Date,
        windows: &mut Windows,
    ) -> Date {
        let mut moves: Vec<&Move> = self.story.moves.iter().collect();
        moves.retain(|one| anchor.is_none_or(|anchor| one.from > anchor) && one.from != one.to);
        moves.sort();
        let mut day = planned;
        // Each step uses a move up, so that a circle ends.
        while let Some(place) = self.step(&moves, day, unmoved) {
            day = moves.remove(place).to;
        }
        let today = self.now.date();
        if day == planned || day < today {
            return day;
        }
        if day < not_before || windows.kept.over(day).is_some() {
            windows.set_aside.push(SetAside { what: What::Move(day), because: Because::Locked });
            return planned;
        }
        day
    }

    /// The move that starts from a day, or, when it can't be on that day, one from the days on which it was said to be
    /// since.
    fn step(&self, moves: &[&Move], day: Date, unmoved: Date) -> Option<usize> {
        let today = self.now.date();
        let from = moves.iter().rposition(|one| one.from == day);
        from.or_else(|| {
            let since = |one: &&Move| one.from > day && one.from <= unmoved && one.to >= today;
            moves.iter().position(since).filter(|_| day < unmoved)
        })
    }

    fn following(&self, row: &Rhythm, kept: &Kept, last: &Window) -> Window {
        let not_before = kept.free_from(row.not_before.after_date(last.ideal));
        let best_by = row.best_by.after_date(last.ideal);
        let begin = row.ideal.after_date(last.ideal);
        let free = sessions::free_day(&self.story.person, begin).filter(|day| *day <= best_by);
        let ideal = free.unwrap_or(begin).max(not_before);
        let ideal = if kept.over(ideal).is_some() { self.fitting(kept, ideal) } else { ideal };
        Window { n: last.n.saturating_add(1), not_before, ideal, best_by: best_by.max(ideal) }
    }

    fn slot(&self, window: &Window, open_at: &Zoned, first: Option<&Window>) -> Slot {
        let day = || start_of(window.not_before, self.now).unwrap_or_else(|| open_at.clone());
        let not_before = if Some(window) == first { open_at.clone() } else { day() };
        let (ideal, best_by) = (window.ideal, window.best_by);
        Slot { n: window.n, state: State::Planned { not_before, ideal, best_by } }
    }
}

/// The windows still to come.
struct Windows {
    kept: Kept,
    all: Vec<Window>,
    set_aside: Vec<SetAside>,
    late: bool,
}

/// Days from one wait to the day by which it should be, counted from a day.
fn room(row: &Rhythm, from: Date, wait: Wait) -> i64 {
    sessions::days_between(wait.after_date(from), row.best_by.after_date(from))
}

fn number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
