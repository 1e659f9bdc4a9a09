//! What else might help when needling does not fit (mission row M13), each with its own caveat.
//!
//! An alternative is offered only if it serves one of the person's goals and nothing that was found speaks
//! against it too. Nothing is offered to somebody who may proceed.

use super::{Decision, decide_in};
use crate::Protocol;
use crate::person::Person;
use crate::protocol::rows::Alternative;
use crate::verdict::Verdict;
use crate::words::Setting;

/// Something else that might help.
#[derive(Clone, Copy, Debug)]
pub enum Offer<'p> {
    /// A clinic, where the same answers lead to this better verdict.
    Clinic(Verdict),
    /// A row of the protocol.
    Other(&'p Alternative),
}

/// What else might help, best known first; empty if the person may proceed.
pub fn alternatives<'p>(
    protocol: &'p Protocol,
    person: &Person,
    decision: &Decision,
) -> Vec<Offer<'p>> {
    if decision.verdict.allows() {
        return Vec::new();
    }
    let clinic = decide_in(protocol, person, Setting::Clinic, decision.on).verdict;
    let clinic = (clinic < decision.verdict).then_some(Offer::Clinic(clinic));
    let found: Vec<&str> = decision
        .findings
        .iter()
        .filter_map(|finding| Some(finding.rule(protocol)?.id.as_str()))
        .collect();
    let fits = |row: &&Alternative| {
        row.goals.iter().any(|goal| person.goals.contains(goal))
            && !row.not_with.iter().any(|rule| found.contains(&rule.as_str()))
    };
    let others = protocol.rows().alternative.iter().filter(fits).map(Offer::Other);
    clinic.into_iter().chain(others).collect()
}
