//! What `now` says: everything that is said of a person at a moment, as JSON or as sentences.
//!
//! The fields are the stable JSON. Nothing is decided here: that is `care::standing`. What the programme holds is in
//! [`plan`], what was answered in [`answered`], the sentences in [`sentences`].

mod answered;
mod plan;
mod sentences;
mod when;

use care::standing::{Lock, SetAside, Standing};
use care::story::Story;
use care::triage::Open;
use care::verdict::VerdictKind;
use care::words::{Flag, Level};
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::aftercare::{ProductShown, cards, products};
use super::{Decider, stamp};
use crate::tell::advice::{self, Advice};
use crate::tell::{reason, standing};
use answered::Answered;
use plan::{Judge, Next, Slot};

/// A standing with its words.
#[derive(Debug, Serialize)]
pub struct Now<'p> {
    at: String,
    day: Option<i64>,
    phase: Option<String>,
    level: Option<Level>,
    action: Option<String>,
    reasons: Vec<String>,
    open: Vec<Sign>,
    verdict: VerdictKind,
    until: Option<Date>,
    findings: Vec<Answered<'p>>,
    locks: Vec<Locked>,
    next: Option<Next>,
    sessions: Vec<Slot>,
    #[serde(rename = "do")]
    to_do: Vec<String>,
    avoid: Vec<String>,
    products: Vec<ProductShown<'p>>,
    checkin_due: Option<String>,
    judge: Option<Judge>,
    set_aside: Vec<Aside>,
    protocol: Decider,
    #[serde(skip)]
    said: sentences::Said,
}

/// A warning sign that is open.
#[derive(Debug, Serialize)]
struct Sign {
    flag: Flag,
    since: String,
    seen: bool,
}

/// Something the next session waits for.
#[derive(Debug, Serialize)]
struct Locked {
    cause: &'static str,
    until: Option<String>,
    because: String,
    sources: Vec<String>,
}

/// Something that was set aside.
#[derive(Debug, Serialize)]
struct Aside {
    what: String,
    because: String,
}

impl<'p> Now<'p> {
    /// A standing put into words.
    pub fn of(protocol: &'p Worded, story: &Story, standing: &Standing<'p>) -> Self {
        let texts = protocol.texts();
        let triage = standing.triage.as_ref();
        let reasons = triage.map_or(&[][..], |triage| &triage.reasons);
        let care = standing.aftercare.as_ref();
        let verdict = standing.decided.verdict;
        let advice = triage.map(|triage| advice::advice(protocol, triage, standing.at.time_zone()));
        Self {
            at: stamp(&standing.at),
            day: standing.day,
            phase: standing.phase.map(|row| texts.say(&format!("phase-{}", row.id)).into_owned()),
            level: standing.level(),
            action: advice.as_ref().map(Advice::first),
            reasons: reasons.iter().map(|reason| reason::say(texts, reason)).collect(),
            open: standing.open().iter().map(Sign::of).collect(),
            verdict: verdict.kind(),
            until: verdict.until(),
            findings: Answered::all(protocol, &story.person, &standing.decided),
            locks: standing.locks.iter().map(|lock| Locked::of(protocol, lock)).collect(),
            next: standing.next.as_ref().map(Next::of),
            sessions: standing.sessions.iter().map(Slot::of).collect(),
            to_do: care.map(|care| cards(protocol, &care.to_do)).unwrap_or_default(),
            avoid: care.map(|care| cards(protocol, &care.avoid)).unwrap_or_default(),
            products: care.map(|care| products(protocol, care, None)).unwrap_or_default(),
            checkin_due: standing.checkin_due.as_ref().map(stamp),
            judge: standing.judge.as_ref().map(Judge::of),
            set_aside: standing.set_aside.iter().map(|one| Aside::of(protocol, one)).collect(),
            protocol: Decider::of(protocol),
            said: sentences::Said::of(protocol, standing, advice),
        }
    }
}

impl Sign {
    fn of(open: &Open<'_>) -> Self {
        Self { flag: open.row.id, since: stamp(&open.since), seen: open.seen }
    }
}

impl Locked {
    fn of(protocol: &Worded, lock: &Lock<'_>) -> Self {
        Self {
            cause: lock.cause.word(),
            until: lock.until.as_ref().map(stamp),
            because: standing::lock(protocol, lock),
            sources: lock.sources(protocol).to_vec(),
        }
    }
}

impl Aside {
    fn of(protocol: &Worded, aside: &SetAside) -> Self {
        Self {
            what: standing::set_aside(protocol, aside),
            because: standing::why_aside(protocol, aside),
        }
    }
}
