//! What comes next: the session that may be held now, or what it waits for.
//!
//! The dates are planned and the answers judged in `care`; here both are put
//! beside the healing of the last session, and nothing else is decided.

use care::Protocol;
use care::programme::{Programme, Window};
use care::screening::{Decision, Finding};
use care::verdict::Verdict;
use jiff::civil::Date;
use store::records::Profile;

use crate::screening::decided::Decided;
use crate::story::{LAST_NEEDLING, Story};

/// The next session and what it waits for.
pub struct Next<'p> {
    /// The person as they are known today, and what their answers and the record come to.
    pub decided: Decided,
    /// The programme from here on.
    pub plan: Programme<'p>,
    /// What the next session waits for; `None` if it may be held today.
    pub lock: Option<Lock>,
}

/// What a session waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// An answer speaks against it.
    Answers,
    /// No check-in has shown healed skin yet; not before this day in any case.
    Healing(Date),
    /// It is too early.
    Until(Date),
    /// All sessions of the programme are done.
    Finished,
}

impl<'p> Next<'p> {
    /// What comes next on a day; `None` without a programme, or with answers that a protocol no longer knows.
    pub fn of(
        story: &Story,
        protocol: &'p Protocol,
        profile: &Profile,
        today: Date,
    ) -> Option<Self> {
        let programme = story.programme.as_ref()?;
        let (person, decision) = story.decide(protocol, profile, today)?;
        let healing = !story.is_elsewhere(profile);
        let verdict = dated_under(protocol, &decision, healing);
        let plan = story.plan(protocol, &person, verdict, programme.record.first);
        let lock = match verdict.allows() {
            true => lock(story, protocol, profile, &decision, &plan),
            false => Some(Lock::Answers),
        };
        Some(Self { decided: Decided { person, decision }, plan, lock })
    }
    /// The window of the next session, if there is one.
    pub fn window(&self) -> Option<Window> {
        self.plan.sessions.first().copied()
    }
}

fn lock(
    story: &Story,
    protocol: &Protocol,
    profile: &Profile,
    decision: &Decision,
    plan: &Programme<'_>,
) -> Option<Lock> {
    let Some(window) = plan.sessions.first() else { return Some(Lock::Finished) };
    // The plan counts days of its rhythm, the screening the rest of the skin: the later of the two holds.
    let open =
        decision.verdict.until().map_or(window.not_before, |until| until.max(window.not_before));
    let last = story.last_done();
    let healed = last.is_none_or(|last| story.triage(protocol, profile, last).unlocks_next);
    match (healed, decision.on < open || !decision.verdict.allows()) {
        (false, _) => Some(Lock::Healing(open)),
        (true, true) => Some(Lock::Until(open)),
        (true, false) => None,
    }
}

/// The verdict under which dates are planned: skin that still heals from a session on record speaks against today, not
/// against a date. What was done elsewhere speaks for itself.
fn dated_under(protocol: &Protocol, decision: &Decision, healing: bool) -> Verdict {
    let heals = |finding: &Finding| healing && is_healing(protocol, finding);
    let mut others = decision.findings.iter().filter(|finding| !heals(finding));
    match others.any(|finding| !finding.verdict.allows()) {
        true => decision.verdict,
        false => decision.verdict.min(Verdict::ProceedWithCare),
    }
}

fn is_healing(protocol: &Protocol, finding: &Finding) -> bool {
    finding.question(protocol).is_some_and(|question| question.id == LAST_NEEDLING)
}
