//! Why an answer mattered in a screening of then, if today's rules would say the same.

use care::screening;
use store::records::{Finding, Profile, Screening};
use words::Worded;

use crate::person::person_of;

/// The rule's own sentence, if the same answers still make the same finding.
pub fn because(
    protocol: &Worded,
    profile: &Profile,
    record: &Screening,
    finding: &Finding,
) -> Option<String> {
    let (setting, answers) = (record.setting, record.answers.clone());
    let then = Profile { setting, answers, ..profile.clone() };
    let person = person_of(protocol, &then)?;
    let decision = screening::decide_in(protocol, &person, setting, record.on);
    let same = decision.findings.iter().find(|found| {
        found.rule(protocol).is_some_and(|rule| rule.id == finding.rule)
            && (found.verdict.kind(), found.until) == (finding.verdict, finding.until)
            && found.answered(protocol, &person) == finding.answered
    })?;
    Some(text::tell::finding::because(protocol, &person, same).into_owned())
}
