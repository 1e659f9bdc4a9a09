//! What else might help when needling does not fit (mission row M13), each with its own caveat.
//!
//! An alternative is offered only if it serves one of the person's goals and nothing that was found speaks
//! against it too; what a protocol has not said to go together is not offered together. What has to be seen by a doctor
//! comes before everything else. Nothing is offered to somebody who may proceed.

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
        row.goals.iter().any(|goal| person.goals.contains(goal)) && row.goes_with(&found)
    };
    let (first, others): (Vec<_>, Vec<_>) =
        protocol.rows().alternative.iter().filter(fits).partition(|row| !row.only_with.is_empty());
    let other = |rows: Vec<&'p Alternative>| rows.into_iter().map(Offer::Other);
    other(first).chain(clinic).chain(other(others)).collect()
}

impl Alternative {
    /// Whether it may be offered to somebody of whom these rules were found.
    fn goes_with(&self, found: &[&str]) -> bool {
        let names = |list: &[String], rule: &str| list.iter().any(|id| id == rule);
        if !self.only_with.is_empty() {
            return found.iter().any(|rule| names(&self.only_with, rule));
        }
        let fine = |rule: &&str| self.fine_with.is_empty() || names(&self.fine_with, rule);
        found.iter().all(|rule| fine(rule) && !names(&self.not_with, rule))
    }
}
