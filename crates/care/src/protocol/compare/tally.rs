//! How many people two versions decide differently, verdict by verdict, and which rules make the difference.

use std::collections::{BTreeMap, BTreeSet};

use super::version::Decided;
use crate::verdict::VerdictKind;

/// The counts of one setting.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many people were asked about.
    pub people: usize,
    /// How many of them have another verdict; another date of a wait is one.
    pub different: usize,
    /// How many have another date of a wait.
    pub other_date: usize,
    /// How many went from one verdict to another.
    pub moves: BTreeMap<(VerdictKind, VerdictKind), usize>,
    /// The rules that differ for somebody.
    pub rules: BTreeMap<String, ByRule>,
}

/// What a rule changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByRule {
    /// People for whom it fires only in the old version.
    pub only_old: usize,
    /// People for whom it fires only in the new version.
    pub only_new: usize,
    /// People for whom it fires in both, with another verdict.
    pub other_verdict: usize,
    /// People whose verdict is another because of it: it is one of the worst in the stricter version.
    pub decides: usize,
}

impl Tally {
    /// Counts one person.
    pub fn add(&mut self, old: &Decided<'_>, new: &Decided<'_>) {
        let (was, is) = (old.verdict.kind(), new.verdict.kind());
        self.people += 1;
        *self.moves.entry((was, is)).or_default() += 1;
        self.fired(old, new);
        if old.verdict != new.verdict {
            self.different += 1;
            self.other_date += usize::from(was == is);
            let stricter = if old.verdict > new.verdict { old } else { new };
            worst(stricter).for_each(|rule| self.rule(rule).decides += 1);
        }
    }

    fn fired(&mut self, old: &Decided<'_>, new: &Decided<'_>) {
        let was: BTreeMap<&str, VerdictKind> = old.fired.iter().copied().collect();
        let is: BTreeMap<&str, VerdictKind> = new.fired.iter().copied().collect();
        let all: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
        for rule in all {
            match (was.get(rule), is.get(rule)) {
                (Some(_), None) => self.rule(rule).only_old += 1,
                (None, Some(_)) => self.rule(rule).only_new += 1,
                (old, new) if old != new => self.rule(rule).other_verdict += 1,
                _ => {}
            }
        }
    }

    fn rule(&mut self, id: &str) -> &mut ByRule {
        self.rules.entry(id.to_owned()).or_default()
    }
}

/// The rules that led to a verdict.
fn worst<'v>(decided: &Decided<'v>) -> impl Iterator<Item = &'v str> {
    let kind = decided.verdict.kind();
    decided.fired.iter().filter(move |(_, verdict)| *verdict == kind).map(|(rule, _)| *rule)
}
