//! What the answers come to on a day, with what clinicians said beside them.
//!
//! A clinician's word changes only what it is about: a "yes" lifts what asks or waits and never a "do not"; it lapses with
//! its date, and with any answer given later that asks for a clinician or more. A "no" or a wait holds whatever else
//! happens. How long skin rests after a session on record is in [`super::rest`].

use jiff::Zoned;
use jiff::civil::Date;
use smallvec::SmallVec;

use super::past::Past;
use crate::protocol::Protocol;
use crate::protocol::rows::RuleWait;
use crate::screening::{self, Decision, Finding, Read};
use crate::story::{About, Clearance, Said, Story};
use crate::verdict::Verdict;

/// What the answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The decision on the answers alone.
    pub decision: Decision,
    /// Every finding with what a clinician said of it, in the order of the questions.
    pub findings: SmallVec<[Weighed; 8]>,
    /// The worst of all.
    pub verdict: Verdict,
    /// The same without what only rests: what dates are planned under.
    pub answers: Verdict,
    /// What clinicians forbade, whatever was answered, strictest last.
    pub forbidden: Vec<Clearance>,
}

/// A finding, and what a clinician said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The finding.
    pub finding: Finding,
    /// Its verdict now.
    pub verdict: Verdict,
    /// The clearance that counts, if there is one.
    pub clearance: Option<Clearance>,
    /// It only says that the skin rests after a needling that is not on record.
    pub rests: bool,
}

/// What the answers come to on the day of a moment.
pub(super) fn decide(protocol: &Protocol, story: &Story, past: &Past<'_>, now: &Zoned) -> Decided {
    let today = now.date();
    let decision = screening::decide(protocol, &story.person, today);
    let heard = Heard { protocol, story, past, today, decision: &decision };
    let findings: SmallVec<[Weighed; 8]> =
        decision.findings.iter().map(|finding| heard.weigh(*finding)).collect();
    let forbidden = forbidden(past, today);
    let no = forbidden.iter().filter(|one| matches!(one.about, About::Question(_)));
    let no = no.filter_map(|one| one.forbids(today)).max().unwrap_or(Verdict::Proceed);
    let worst = |rests: bool| {
        let counted = findings.iter().filter(|one| rests || !one.rests);
        counted.map(|one| one.verdict).max().unwrap_or(Verdict::Proceed).max(no)
    };
    let (verdict, answers) = (worst(true), worst(false));
    Decided { verdict, answers, findings, forbidden, decision }
}

/// What clinicians forbid: of each matter the last that was said, and only if it does.
fn forbidden(past: &Past<'_>, today: Date) -> Vec<Clearance> {
    let is_last = |place: usize, one: &Clearance| {
        !past.clearances.iter().skip(place + 1).any(|later| later.about == one.about)
    };
    let all = past.clearances.iter().enumerate();
    let last = all.filter(|(place, one)| is_last(*place, one) && one.forbids(today).is_some());
    last.map(|(_, one)| (*one).clone()).collect()
}

/// What is known when a finding is weighed.
struct Heard<'a> {
    protocol: &'a Protocol,
    story: &'a Story,
    past: &'a Past<'a>,
    today: Date,
    decision: &'a Decision,
}

impl Heard<'_> {
    fn weigh(&self, finding: Finding) -> Weighed {
        let rests =
            finding.rule(self.protocol).is_some_and(|rule| rule.wait == Some(RuleWait::Rest));
        let Read::Answer(place) = finding.read else {
            return Weighed { finding, verdict: finding.verdict, clearance: None, rests };
        };
        let about = |one: &&&Clearance| one.about == About::Question(place);
        let clearance = self.past.clearances.iter().rev().find(about).copied();
        let verdict = clearance.map_or(finding.verdict, |one| self.under(finding, one));
        let counts = clearance.filter(|one| verdict != finding.verdict || self.holds(one));
        Weighed { finding, verdict, clearance: counts.cloned(), rests }
    }

    /// The verdict of a finding once somebody was asked about it.
    fn under(&self, finding: Finding, clearance: &Clearance) -> Verdict {
        if let Some(forbidden) = clearance.forbids(self.today) {
            // Asked and answered: the wait takes the place of the question.
            let asked = finding.verdict == Verdict::AskClinician && self.holds(clearance);
            return if asked { forbidden } else { finding.verdict.max(forbidden) };
        }
        let liftable = !finding.verdict.allows() && finding.verdict != Verdict::DoNot;
        let permits = clearance.said != Said::No && self.holds(clearance);
        if liftable && permits { Verdict::ProceedWithCare } else { finding.verdict }
    }

    /// Whether a permission still holds: its date has not come, and nothing was answered since that asks for more.
    fn holds(&self, clearance: &Clearance) -> bool {
        let newer = |finding: &Finding| match finding.read {
            Read::Answer(place) => {
                let given = self.story.given_on(usize::from(place));
                !finding.verdict.allows()
                    && given.is_some_and(|given| given > clearance.noted.unwrap_or(clearance.on))
            }
            Read::Born | Read::NeedleLength | Read::Areas | Read::SkinType => false,
        };
        !clearance.has_lapsed(self.today) && !self.decision.findings.iter().any(newer)
    }
}

impl Clearance {
    /// Whether its date has come.
    pub(crate) fn has_lapsed(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until <= today)
    }
    /// What it forbids on a day, if it does.
    pub fn forbids(&self, today: Date) -> Option<Verdict> {
        let verdict = match self.said {
            Said::Yes => None,
            Said::WaitUntil(day) => (day > today).then_some(Verdict::WaitUntil(day)),
            Said::No => Some(Verdict::DoNot),
        };
        verdict.filter(|_| !self.has_lapsed(today))
    }
}
