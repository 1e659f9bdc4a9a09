//! What is said of a person at a moment: one function of protocol, story and now, from which every page, file, feed, sheet
//! and command takes what it says.
//!
//! A wait is the longest of all sessions; a warning sign stays open until it is looked at or its own rule lets it go;
//! saying nothing changes nothing; every lock names its cause and its end. Nothing here is a sentence: those
//! are said by the crate `text`. What counts as past is sorted out in [`past`]; answers and clearances are weighed in [`decided`];
//! waits are in [`rest`], [`kept_days`] and [`lock`]; the sessions still to come in [`ahead`]; what may be used when in
//! [`clocks`].

mod ahead;
mod clocks;
pub mod decided;
mod kept_days;
mod lock;
mod moves;
mod past;
mod rest;
mod windows;

use jiff::Zoned;

use crate::aftercare::Aftercare;
use crate::course;
use crate::programme::{self, JudgeWindow, Programme};
use crate::protocol::Protocol;
use crate::protocol::rows::Phase;
use crate::session::Session;
use crate::story::{Begun, Story};
use crate::triage::{self, Open, Triage};
use crate::words::Level;
pub use ahead::{Next, Slot, State};
pub use decided::{Decided, Weighed};
pub use lock::{Cause, Lock};
pub use past::{Because, SetAside, What};

use past::Past;

/// All that is said of a person at a moment.
#[derive(Clone, Debug)]
pub struct Standing<'p> {
    /// The moment, in the person's zone.
    pub at: Zoned,
    /// Days since the last session; its own day is 0. `None` before the first.
    pub day: Option<i64>,
    /// The phase of healing.
    pub phase: Option<&'p Phase>,
    /// How the skin is judged, over all sessions; `None` while there is nothing to judge.
    pub triage: Option<Triage<'p>>,
    /// What the answers come to, with what clinicians said.
    pub decided: Decided,
    /// What the next session waits for; empty if it may be held now.
    pub locks: Vec<Lock<'p>>,
    /// The next session, if a programme goes on and nothing without an end stands in its way.
    pub next: Option<Next>,
    /// The sessions of the programme: done, missed, skipped, planned.
    pub sessions: Vec<Slot>,
    /// How the programme is carried out, its dates from here on; `None` without one.
    pub programme: Option<Programme<'p>>,
    /// What to do and avoid, and what may be used when; `None` before the first session.
    pub aftercare: Option<Aftercare<'p>>,
    /// When the next check-in is due; never before the moment itself.
    pub checkin_due: Option<Zoned>,
    /// From when on a result may be judged.
    pub judge: Option<JudgeWindow>,
    /// What was set aside as impossible.
    pub set_aside: Vec<SetAside>,
}

impl<'p> Standing<'p> {
    /// What is said of somebody at a moment in their own zone.
    pub fn of(protocol: &'p Protocol, story: &Story, now: &Zoned) -> Self {
        let past = Past::of(story, now);
        let triage = past.judge(protocol, story, now);
        let decided = decided::decide(protocol, story, &past, now);
        let plan = story
            .programme
            .map(|begun| (begun, programme::outline(protocol, &story.person, decided.answers)));
        let class = plan.as_ref().map(|(_, plan)| plan.class);
        let mut locks =
            lock::Found { protocol, story, past: &past, now, class }.all(triage.as_ref(), &decided);
        let ahead = plan.map(|(begun, plan)| {
            ahead::Ahead { protocol, story, past: &past, now, begun }.lay_out(plan, &mut locks)
        });
        let (mut programme, next, sessions, moved) =
            ahead.map_or_else(|| ahead::apart(&past), ahead::Laid::parts);
        let mut set_aside = [past.set_aside.as_slice(), &moved].concat();
        set_aside.sort();
        let judge = judge(protocol, story.programme, &past, programme.as_ref());
        if let Some(plan) = &mut programme {
            plan.judge = judge;
        }
        let day = past.sessions.last().map(|last| last.day(now));
        Self {
            day,
            phase: day.and_then(|day| course::phase_on(protocol, day)),
            judge,
            aftercare: clocks::aftercare(protocol, &past, now, triage.as_ref()),
            checkin_due: triage.as_ref().and_then(|triage| triage.next_checkin.clone()),
            at: now.clone(),
            triage,
            decided,
            locks,
            next,
            sessions,
            programme,
            set_aside,
        }
    }

    /// How urgent it is; `None` while there is nothing to judge.
    pub fn level(&self) -> Option<Level> {
        self.triage.as_ref().map(|triage| triage.level)
    }
    /// The warning signs that are open.
    pub fn open(&self) -> &[Open<'p>] {
        self.triage.as_ref().map_or(&[], |triage| &triage.open)
    }
    /// Whether what is allowed steps back behind what to do now: something is more urgent than worth watching.
    pub fn is_urgent(&self) -> bool {
        self.level().is_some_and(|level| level > Level::Watch)
    }
    /// Whether the next session may be held at this moment.
    pub fn is_open(&self) -> bool {
        self.locks.is_empty()
    }
}

impl<'a> Past<'a> {
    /// How the skin is judged; `None` if nobody was needled and no warning sign is open. A check-in that is late is due now.
    fn judge<'p>(&self, protocol: &'p Protocol, story: &Story, now: &Zoned) -> Option<Triage<'p>> {
        let history = self.history();
        let triage = triage::overall(protocol, &history, Some(&story.person.answers));
        let next_checkin = triage.next_checkin.map(|due| due.max(now.clone()));
        let triage = Triage { next_checkin, ..triage };
        let nothing = self.sessions.is_empty() && triage.open.is_empty();
        (!nothing).then_some(triage)
    }
    /// The sessions of a programme, in order of time.
    fn in_programme(&self, begun: Begun) -> &[&'a Session] {
        let first = self.sessions.partition_point(|session| session.at.date() < begun.since);
        self.sessions.get(first..).unwrap_or_default()
    }
}

/// From when on a result may be judged: counted from the first session of the programme under way, done or planned, and
/// without a programme from the first there ever was.
fn judge(
    protocol: &Protocol,
    begun: Option<Begun>,
    past: &Past<'_>,
    plan: Option<&Programme<'_>>,
) -> Option<JudgeWindow> {
    let done = begun.map_or(past.sessions.as_slice(), |begun| past.in_programme(begun));
    let first = done.first().map(|session| session.at.date());
    let planned = plan.and_then(|plan| plan.sessions.first());
    let first = first.or(planned.map(|window| window.ideal));
    first.map(|first| programme::judge_window(protocol, first))
}
