//! The decision for today, kept on record as it was made: once for the same answers on the same day.
//!
//! What is decided is decided in `care`; every page that needs the verdict decides anew, so that a date that has come
//! counts at once.

use care::person::Person;
use care::screening::Decision;
use jiff::civil::Date;
use store::records::{Answers, Finding, ProtocolName, Screening};
use store::{Entry, Id};

use super::steps;
use crate::problem::Problem;
use crate::story::Story;
use crate::visit::{Owner, Visit};

/// A person with their decision.
pub(crate) struct Decided {
    pub person: Person,
    pub decision: Decision,
}

/// The decision for a day; `None` while a question is open.
pub(crate) fn decide(owner: &Owner, story: &Story, on: Date) -> Option<Decided> {
    let steps = steps::all(&owner.protocol);
    if steps::open(&steps, Some(&owner.person.record)).is_some() {
        return None;
    }
    let (person, decision) = story.decide(&owner.protocol, &owner.person.record, on)?;
    Some(Decided { person, decision })
}

/// Keeps a decision, unless the same one was kept on that day already.
pub(crate) async fn keep(
    owner: &Owner,
    story: &Story,
    decided: &Decided,
) -> Result<Entry<Screening>, Problem> {
    let answers = story.knowing(&owner.protocol, &owner.person.record).answers;
    let screening = record(owner, answers, decided);
    let store = owner.app.store();
    let before = store.list::<Screening>(owner.person.id).await?;
    match before.into_iter().rev().find(|entry| entry.record == screening) {
        Some(same) => Ok(same),
        None => {
            let id = Id::new(owner.app.now());
            Ok(store.add(owner.by(), owner.person.id, id, &screening).await?)
        }
    }
}

/// A decision as it is kept.
pub(crate) fn record(owner: &Owner, answers: Answers, decided: &Decided) -> Screening {
    let (protocol, decision) = (&owner.protocol, &decided.decision);
    let found = |finding: &care::screening::Finding| Finding {
        rule: finding.rule(protocol).map(|rule| rule.id.clone()).unwrap_or_default(),
        verdict: finding.verdict.kind(),
        until: finding.until,
        answered: finding.answered(protocol, &decided.person),
    };
    Screening {
        on: decision.on,
        setting: decision.setting,
        answers,
        about: Some((&owner.person.record).into()),
        verdict: decision.verdict.kind(),
        until: decision.verdict.until(),
        findings: decision.findings.iter().map(found).collect(),
        protocol: protocol_name(owner),
    }
}

/// Who decides and plans for a visit.
pub(crate) fn protocol_name(visit: &Visit) -> ProtocolName {
    let wishes = visit.person.as_ref().map(|person| &person.record.wishes);
    ProtocolName {
        name: visit.protocol.name(),
        version: visit.protocol.version().to_owned(),
        variant: wishes.and_then(|wishes| wishes.variant.clone()),
    }
}
