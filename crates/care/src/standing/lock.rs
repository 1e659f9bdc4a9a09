//! What the next session waits for: each cause by itself, with its end.
//!
//! A lock without an end holds until something is said or done. Whether a lock's sentence is read out, and to whom, is
//! not decided here.

use jiff::Zoned;
use jiff::civil::{Date, Time};

use super::decided::{Decided, Weighed};
use super::kept_days::Kept;
use super::past::Past;
use super::rest;
use crate::measure::NeedleLength;
use crate::protocol::Protocol;
use crate::protocol::rows::{Dose, FlagRow, LengthClassRow, Rhythm};
use crate::story::{Clearance, Story};
use crate::triage::{self, Triage};
use crate::verdict::Verdict;
use crate::words::LengthClass;

/// Something the next session waits for.
#[derive(Clone, Debug)]
pub struct Lock<'p> {
    /// Why.
    pub cause: Cause<'p>,
    /// When it opens by itself, in the person's zone; `None` if it does not.
    pub until: Option<Zoned>,
}

/// Why the next session waits.
#[derive(Clone, Debug)]
pub enum Cause<'p> {
    /// Skin rests after a session.
    Rest {
        /// When the session was.
        session: Zoned,
        /// How long its needles were.
        length: NeedleLength,
        /// The row of its needles.
        row: &'p Rhythm,
    },
    /// Skin counts as open for a while after a session.
    Open(&'p LengthClassRow),
    /// The programme's rhythm.
    Rhythm(&'p Rhythm),
    /// No check-in has shown healed skin since the last session.
    Healing,
    /// A warning sign nobody has looked at.
    Flag(&'p FlagRow),
    /// Answers speak against it; the worst of them.
    Answers(Box<Weighed>),
    /// A clinician said no, or to wait.
    Clearance(Box<Clearance>),
    /// Days before an event.
    KeepFree(Option<&'p LengthClassRow>),
    /// More punctures than allowed.
    Density(&'p Dose),
    /// All sessions of the programme are done or skipped.
    Over(&'p Rhythm),
    /// The first session is planned for a later day.
    Future(Date),
}

impl Lock<'_> {
    /// The ids of the sources it rests on; none for what the person or their clinician said.
    pub fn sources<'s>(&'s self, protocol: &'s Protocol) -> &'s [String] {
        match &self.cause {
            Cause::Rest { row, .. } | Cause::Rhythm(row) | Cause::Over(row) => {
                &row.evidence.sources
            }
            Cause::Open(row) | Cause::KeepFree(Some(row)) => &row.evidence.sources,
            Cause::Healing => &protocol.triage().evidence.sources,
            Cause::Flag(row) => &row.evidence.sources,
            Cause::Answers(weighed) => weighed.finding.sources(protocol),
            Cause::Density(row) => &row.evidence.sources,
            Cause::Clearance(_) | Cause::KeepFree(None) | Cause::Future(_) => &[],
        }
    }
}

impl Cause<'_> {
    /// The word that files write.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Rest { .. } | Self::Open(_) | Self::Rhythm(_) => "rest",
            Self::Healing => "healing",
            Self::Flag(_) => "flag",
            Self::Answers(weighed) if weighed.rests => "rest",
            Self::Answers(_) => "answers",
            Self::Clearance(_) => "clearance",
            Self::KeepFree(_) => "keep-free",
            Self::Density(_) => "density",
            Self::Over(_) => "over",
            Self::Future(_) => "future",
        }
    }
    /// Whether days are still planned behind it though it has no end: healing is what skin usually does.
    pub(super) fn is_usual(&self) -> bool {
        matches!(self, Self::Healing)
    }
}

/// What locks are found in.
pub(super) struct Found<'a, 'p> {
    pub protocol: &'p Protocol,
    pub story: &'a Story,
    pub past: &'a Past<'a>,
    pub now: &'a Zoned,
    pub class: Option<LengthClass>,
}

impl<'p> Found<'_, 'p> {
    /// Every lock but those of the programme.
    pub fn all(&self, triage: Option<&Triage<'p>>, decided: &Decided) -> Vec<Lock<'p>> {
        let mut locks: Vec<Lock<'p>> = Vec::new();
        locks.extend(triage.into_iter().flat_map(|triage| self.signs(triage)));
        locks.extend(self.answers(decided));
        locks.extend(decided.forbidden.iter().map(|one| self.forbidden(one)));
        locks.extend(self.rest());
        locks.extend(self.kept());
        locks
    }

    fn signs(&self, triage: &Triage<'p>) -> Vec<Lock<'p>> {
        let unseen = triage.open.iter().filter(|open| open.is_unseen());
        let mut locks: Vec<Lock<'p>> =
            unseen.map(|open| Lock { cause: Cause::Flag(open.row), until: None }).collect();
        if !triage.healed && !self.past.sessions.is_empty() {
            locks.push(Lock { cause: Cause::Healing, until: None });
        }
        locks
    }

    /// What answers speak against; resting after a needling elsewhere stands by itself.
    fn answers(&self, decided: &Decided) -> Vec<Lock<'p>> {
        let against = |rests: bool| {
            let all = decided.findings.iter().filter(move |one| one.rests == rests);
            // A clinician's wait or no is a lock of its own.
            let own = all.filter(|one| !one.verdict.allows() && !one.finding.verdict.allows());
            let forbidden = |one: &Weighed| {
                one.clearance.as_ref().and_then(|said| said.forbids(self.now.date()))
                    == Some(one.verdict)
            };
            own.filter(move |one| !forbidden(one)).max_by_key(|one| one.verdict)
        };
        let worst = [against(false), against(true)].into_iter().flatten();
        let lock = |one: &Weighed| Lock {
            cause: Cause::Answers(Box::new(one.clone())),
            until: one.verdict.until().and_then(|day| self.day(day)),
        };
        worst.map(lock).collect()
    }

    fn forbidden(&self, clearance: &Clearance) -> Lock<'p> {
        let waits = match clearance.forbids(self.now.date()) {
            Some(Verdict::WaitUntil(day)) => Some(day),
            _ => clearance.until,
        };
        let until = waits.and_then(|day| self.day(day));
        Lock { cause: Cause::Clearance(Box::new(clearance.clone())), until }
    }

    fn rest(&self) -> Vec<Lock<'p>> {
        let usual = self.usual();
        let sessions = &self.past.sessions;
        let rested = rest::longest(self.protocol, sessions, usual).map(|rested| {
            let (session, length) = (rested.session.at.clone(), rested.session.length);
            (Cause::Rest { session, length, row: rested.row }, rested.over)
        });
        let rest = rested.as_ref().map(|(_, over)| over.clone());
        // Skin that rests anyway says why once.
        let closed = triage::closed_at(self.protocol, sessions, usual)
            .filter(|(_, over)| rest.as_ref().is_none_or(|rest| over > rest))
            .map(|(row, over)| (Cause::Open(row), over));
        let dense = rest::too_dense(self.protocol, sessions, self.now)
            .map(|(row, over)| (Cause::Density(row), over));
        let locks = [rested, closed, dense].into_iter().flatten();
        let holds = locks.filter(|(_, over)| over > self.now);
        holds.map(|(cause, over)| Lock { cause, until: Some(self.here(&over)) }).collect()
    }

    fn kept(&self) -> Option<Lock<'p>> {
        let kept = Kept::of(self.protocol, &self.story.kept_days, self.class);
        let over = kept.over(self.now.date())?;
        let row = self.class.and_then(|class| self.protocol.length_class_row(class));
        Some(Lock { cause: Cause::KeepFree(row), until: self.day(over) })
    }

    fn usual(&self) -> Option<Time> {
        self.story.programme.map(|begun| begun.time)
    }
    fn here(&self, moment: &Zoned) -> Zoned {
        moment.with_time_zone(self.now.time_zone().clone())
    }
    fn day(&self, day: Date) -> Option<Zoned> {
        start_of(day, self.now)
    }
}

/// The first moment of a day, in the zone of another moment; `None` only at the end of the calendar.
pub(super) fn start_of(day: Date, now: &Zoned) -> Option<Zoned> {
    day.to_zoned(now.time_zone().clone()).ok()
}
