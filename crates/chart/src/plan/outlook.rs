//! What is planned: the programme under way, or the one that would begin on a day of choice.
//!
//! Everything comes from one standing; nothing is decided here.

use care::Protocol;
use care::programme::{self, Programme};
use care::screening;
use care::standing::{Cause, Next, Slot, Standing, State};
use care::story::{Begun, Move, Story};
use care::words::RhythmChoice;
use jiff::Zoned;
use jiff::civil::Date;
use store::Entry;
use store::records;

use super::kept_days::{self, Stretch};
use crate::Chart;
use crate::screening::decided::Decided;
use crate::screening::steps;
use crate::told::time;

/// When sessions begin unless somebody says otherwise, minutes after midnight: the evening, before a night's rest.
const USUAL_MINUTE: u16 = 19 * 60;

/// A programme as it looks today.
#[derive(Debug)]
pub struct Outlook<'p> {
    /// What their answers come to today.
    pub decided: Decided,
    /// Everything that is said of them now, as if the programme was begun.
    pub standing: Standing<'p>,
    /// The dates to come, and how it is done.
    pub plan: Programme<'p>,
    /// The programme on record, if it was begun.
    pub begun: Option<Entry<records::Programme>>,
    /// The first day on which it could begin, all preparation done.
    pub earliest: Date,
    /// How many sessions the device at hand was used for, if there is one.
    pub uses: Option<usize>,
    /// At what time sessions begin, minutes after midnight.
    pub minute: u16,
    /// The days that are kept free, in their order.
    pub kept: Vec<Stretch>,
    /// Sessions that were moved.
    pub(super) moves: Vec<Move>,
    /// The first day of the programme, on record or tried.
    first: Date,
}

impl<'p> Outlook<'p> {
    /// How the programme looks now; `first` is tried as the first day while none was begun. `None` while a question is
    /// open.
    pub fn of(
        protocol: &'p Protocol,
        chart: &Chart,
        now: &Zoned,
        first: Option<Date>,
    ) -> Option<Self> {
        Self::trying(protocol, chart, now, (first, None))
    }

    /// The same, with a rhythm tried too.
    pub fn trying(
        protocol: &'p Protocol,
        chart: &Chart,
        now: &Zoned,
        (first, rhythm): (Option<Date>, Option<RhythmChoice>),
    ) -> Option<Self> {
        let profile = chart.profile();
        if steps::open(&steps::all(protocol, profile.setting), Some(profile)).is_some() {
            return None;
        }
        let mut told = chart.told(protocol, now)?;
        told.person.rhythm = told.person.rhythm.or(rhythm);
        let earliest = earliest(protocol, chart, &told, now);
        // As if it was begun; what was done before is no part of it.
        let day = first.unwrap_or(earliest).max(earliest);
        let minute = chart.story.programme.as_ref().map(|begun| begun.record.minute);
        let minute = minute.unwrap_or(USUAL_MINUTE);
        let tried = Begun { first: day, time: time(minute), since: now.date().tomorrow().ok()? };
        let programme = told.programme.or(Some(tried));
        let told = Story { programme, ..told };
        let look = Self::told(protocol, chart, now, told.clone(), earliest, minute)?;
        let shown = look.next().map(|next| next.ideal);
        match (first, shown, &look.begun) {
            // A day that was named counts, also where it is none of the usual days of the week.
            (Some(first), Some(shown), None) if first == day && shown != first => {
                let moves = vec![Move { from: shown, to: first }];
                Self::told(protocol, chart, now, Story { moves, ..told }, earliest, minute)
            }
            _ => Some(look),
        }
    }

    fn told(
        protocol: &'p Protocol,
        chart: &Chart,
        now: &Zoned,
        told: Story,
        earliest: Date,
        minute: u16,
    ) -> Option<Self> {
        let standing = Standing::of(protocol, &told, now);
        let plan = standing.programme.clone()?;
        let first = told.programme?.first;
        let uses = chart.profile().device.as_ref().map(|device| chart.story.uses(device));
        let decided = Decided::of(told.person, &standing);
        let (begun, moves) = (chart.story.programme.clone(), told.moves);
        let kept = kept_days::stretches(&chart.story.kept_days, &plan);
        Some(Self { decided, standing, plan, begun, earliest, uses, minute, kept, moves, first })
    }

    /// The next session: its window, also while a check-in is still to show healed skin.
    pub fn next(&self) -> Option<&programme::Window> {
        self.plan.sessions.first()
    }
    /// The next session with its moment, if nothing without an end stands in its way.
    pub fn dated(&self) -> Option<&Next> {
        self.standing.next.as_ref()
    }
    /// Whether its day is only a likely one: something has to happen first, and nobody knows when it will.
    pub fn is_provisional(&self) -> bool {
        self.dated().is_none()
    }
    /// The moment before which the next session must not begin.
    pub fn not_before(&self) -> Option<&Zoned> {
        self.sessions().iter().find_map(|slot| match &slot.state {
            State::Planned { not_before, .. } => Some(not_before),
            _ => None,
        })
    }
    /// The sessions, each done, missed, skipped or planned.
    pub fn sessions(&self) -> &[Slot] {
        &self.standing.sessions
    }
    /// The days on which sessions of it were done.
    pub fn done(&self) -> Vec<Date> {
        let done = self.sessions().iter().filter_map(|slot| match &slot.state {
            State::Done { at } => Some(at.date()),
            _ => None,
        });
        done.collect()
    }
    /// How many sessions there are altogether.
    pub fn total(&self) -> usize {
        let counts = |slot: &&Slot| !matches!(slot.state, State::Missed { .. });
        self.sessions().iter().filter(counts).count()
    }
    /// Whether the answers speak against going on.
    pub fn is_refused(&self) -> bool {
        !self.standing.decided.answers.plans()
    }
    /// Whether all sessions are done or skipped.
    pub fn is_over(&self) -> bool {
        self.standing.locks.iter().any(|lock| matches!(lock.cause, Cause::Over(_)))
    }
    /// Whether the sessions still begin from their first day: nothing was done or skipped yet.
    pub fn is_fresh(&self) -> bool {
        self.anchor().is_none()
    }
    /// The last day that counts: a session done or skipped.
    fn anchor(&self) -> Option<Date> {
        let counts = |slot: &Slot| match &slot.state {
            State::Done { at } => Some(at.date()),
            State::Skipped { on } => Some(*on),
            State::Missed { .. } | State::Planned { .. } => None,
        };
        self.sessions().iter().filter_map(counts).max()
    }
    /// The day by which the next session should have been, if it was planned anew.
    pub fn due(&self) -> Option<Date> {
        self.standing.next.as_ref().filter(|next| next.late)?;
        let (row, first) = (self.plan.rhythm?, self.first);
        let room = row.not_before.after_date(first).until(row.best_by.after_date(first)).ok()?;
        let by =
            self.anchor().map_or(first.saturating_add(room), |last| row.best_by.after_date(last));
        let moved = self.moves.iter().filter(|one| self.is_pending(one.from)).map(|one| one.to);
        moved.chain([by]).max()
    }
    /// Whether a move from this day is of the next session.
    pub(super) fn is_pending(&self, from: Date) -> bool {
        self.anchor().is_none_or(|anchor| from > anchor)
    }
}

/// The first day by which all preparation can be done: seen from today, or from the day on which the programme was begun.
fn earliest(protocol: &Protocol, chart: &Chart, told: &Story, now: &Zoned) -> Date {
    let today = now.date();
    let begun = chart.story.programme.as_ref();
    let since = begun.map_or(today, |begun| begun.created.to_zoned(chart.zone()).date());
    // Nothing is held before a wait is over.
    let waits = screening::decide(protocol, &told.person, today).verdict.until();
    let prepared = programme::earliest_first(protocol, &told.person, since);
    prepared.max(today).max(waits.unwrap_or(today))
}
