//! The decision for today, kept on record as it was made: once for the same answers on the same day.
//!
//! What is decided is decided in `care`; every page that needs the verdict decides anew, so that a date that has come
//! counts at once.

use care::Protocol;
use care::person::Person;
use care::screening::{self, Decision};
use care::standing::{Standing, Weighed};
use care::story;
use jiff::Zoned;
use store::records::{Answers, Clearance, Finding, Profile, ProtocolName, Screening};
use store::{Batch, By, Entry, Error, Id, ScreeningId, Store};

use super::steps;
use crate::Chart;

/// A person with their decision.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The person as they are known.
    pub person: Person,
    /// What their answers come to, each finding as it stands after what clinicians said.
    pub decision: Decision,
    /// The same findings with what was said of each, in the same order.
    pub weighed: Vec<Weighed>,
    /// What clinicians forbid now, whatever was answered.
    pub forbidden: Vec<story::Clearance>,
    /// All that clinicians said, as it is kept.
    pub heard: Vec<Entry<Clearance>>,
}

impl Decided {
    /// What a standing decided.
    pub fn of(person: Person, standing: &Standing<'_>) -> Self {
        let decided = &standing.decided;
        let mut decision = decided.decision.clone();
        decision.verdict = decided.verdict;
        for (finding, weighed) in decision.findings.iter_mut().zip(&decided.findings) {
            finding.verdict = weighed.verdict;
        }
        let (weighed, forbidden) = (decided.findings.to_vec(), decided.forbidden.clone());
        Self { person, decision, weighed, forbidden, heard: Vec::new() }
    }
    /// The same with all that clinicians said, as it is kept.
    pub fn hears(self, heard: &[Entry<Clearance>]) -> Self {
        Self { heard: heard.to_vec(), ..self }
    }
    /// The same finding as it is before a clinician is heard, and what one said of it.
    pub fn weighed_of(&self, finding: &screening::Finding) -> Option<&Weighed> {
        let place = self.decision.findings.iter().position(|own| own == finding)?;
        self.weighed.get(place)
    }
}

/// The decision for today; `None` while a question is open.
pub fn decide(protocol: &Protocol, chart: &Chart, now: &Zoned) -> Option<Decided> {
    let steps = steps::all(protocol, chart.profile().setting);
    if steps::open(&steps, Some(chart.profile())).is_some() {
        return None;
    }
    Some(chart.look(protocol, now)?.decided)
}

/// Keeps a decision, unless the same one was kept on that day already.
///
/// # Errors
/// What the record refuses.
pub async fn keep(
    store: &Store,
    by: By,
    protocol: &Protocol,
    chart: &Chart,
    decided: &Decided,
) -> Result<Entry<Screening>, Error> {
    let mut batch = Batch::new(by, chart.person.id);
    let id = keep_in(&mut batch, store, by, protocol, chart, (decided, false)).await?;
    store.commit(batch).await?;
    store.find(chart.person.id, id).await?.ok_or(Error::NotFound)
}

/// The same together with what rests on it, and whether the questions of a session's day were put and answered just
/// before; gives back the id under which it is kept.
///
/// # Errors
/// What the record refuses.
pub(crate) async fn keep_in(
    batch: &mut Batch,
    store: &Store,
    by: By,
    protocol: &Protocol,
    chart: &Chart,
    (decided, asked_again): (&Decided, bool),
) -> Result<ScreeningId, Error> {
    let profile = chart.profile();
    let answers = chart.knowing(protocol, &by.at.to_zoned(chart.zone())).answers;
    let screening = Screening { asked_again, ..record(protocol, profile, answers, decided) };
    let before = store.list::<Screening>(chart.person.id).await?;
    let is_same = |entry: &&Entry<Screening>| {
        let asked_again = asked_again || entry.record.asked_again;
        entry.record == Screening { asked_again, ..screening.clone() }
    };
    if let Some(same) = before.iter().rev().find(is_same) {
        return Ok(same.id);
    }
    let id = Id::new(by.at);
    batch.add(id, screening);
    Ok(id)
}

/// A decision as it is kept.
pub fn record(
    protocol: &Protocol,
    profile: &Profile,
    answers: Answers,
    decided: &Decided,
) -> Screening {
    let decision = &decided.decision;
    let found = |finding: &screening::Finding| Finding {
        rule: finding.rule(protocol).map(|rule| rule.id.clone()).unwrap_or_default(),
        verdict: finding.verdict.kind(),
        until: finding.until,
        answered: finding.answered(protocol, &decided.person),
    };
    Screening {
        on: decision.on,
        setting: decision.setting,
        answers,
        about: Some(profile.into()),
        verdict: decision.verdict.kind(),
        until: decision.verdict.until(),
        findings: decision.findings.iter().map(found).collect(),
        protocol: protocol_name(protocol, profile),
        asked_again: false,
    }
}

/// Who decides and plans for a person.
pub fn protocol_name(protocol: &Protocol, profile: &Profile) -> ProtocolName {
    ProtocolName {
        name: protocol.name(),
        version: protocol.version().to_owned(),
        variant: profile.wishes.variant.clone(),
    }
}

#[cfg(test)]
mod tests;
