//! What `screen` says: the verdict, every finding with its reason, and what else might help.

use std::borrow::Cow;
use std::cmp::Reverse;

use care::person::Person;
use care::screening::alternatives::{Offer, alternatives};
use care::screening::{Decision, Finding};
use care::verdict::{Verdict, VerdictKind};
use care::words::Setting;
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::page::{Page, verdict_colour};
use crate::tell::finding;

use super::{Decider, Sentences, decision_sentence, doubts, verdict_sentence};

/// A decision with its words.
#[derive(Debug, Serialize)]
pub struct Screen<'p> {
    verdict: VerdictKind,
    until: Option<Date>,
    setting: Setting,
    findings: Vec<Found<'p>>,
    alternatives: Vec<Alternative<'p>>,
    protocol: Decider,
    #[serde(skip)]
    sentence: String,
}

/// A rule that fired, with its words.
#[derive(Debug, Serialize)]
pub struct Found<'p> {
    rule: &'p str,
    verdict: VerdictKind,
    until: Option<Date>,
    answered: String,
    because: Cow<'p, str>,
    change: Cow<'p, str>,
    sources: &'p [String],
    #[serde(skip)]
    protocol: &'p Worded,
    #[serde(skip)]
    row: Option<&'p care::protocol::rows::Rule>,
}

/// Something else that might help.
#[derive(Debug, Serialize)]
pub struct Alternative<'p> {
    id: &'p str,
    title: Cow<'p, str>,
    because: Cow<'p, str>,
    caveat: Cow<'p, str>,
    sources: &'p [String],
}

impl<'p> Screen<'p> {
    /// A decision put into words.
    pub fn of(protocol: &'p Worded, person: &Person, decision: &Decision) -> Self {
        let found = |finding: &Finding| Found::of(protocol, person, finding);
        let mut findings: Vec<Found<'p>> = decision.findings.iter().map(found).collect();
        // The reader looks for what decided: the worst first, otherwise in the order of the questions.
        findings.sort_by_key(|found| Reverse((found.verdict, found.until)));
        let offers = alternatives(protocol, person, decision);
        Self {
            verdict: decision.verdict.kind(),
            until: decision.verdict.until(),
            setting: decision.setting,
            findings,
            alternatives: offers.iter().map(|offer| Alternative::of(protocol, offer)).collect(),
            protocol: Decider::of(protocol),
            sentence: decision_sentence(protocol, decision),
        }
    }
    /// The findings in the order they are told.
    pub(super) fn findings(&self) -> &[Found<'p>] {
        &self.findings
    }
    pub(super) fn headline(&self, page: &mut Page) {
        page.headline(&self.sentence, verdict_colour(self.verdict));
    }
    pub(super) fn say_alternatives(&self, page: &mut Page) {
        if !self.alternatives.is_empty() {
            page.heading("What else might help");
        }
        for other in &self.alternatives {
            page.point(&format!("{}. {}", other.title.trim_end_matches('.'), other.because));
            page.under(&other.caveat);
        }
    }
}

impl<'p> Found<'p> {
    pub(super) fn of(protocol: &'p Worded, person: &Person, finding: &Finding) -> Self {
        let row = finding.rule(protocol);
        Self {
            rule: row.map_or("", |row| &row.id),
            verdict: finding.verdict.kind(),
            until: finding.until,
            answered: finding.answered(protocol, person),
            because: finding::because(protocol, person, finding),
            change: finding::change(protocol, person, finding),
            sources: finding.sources(protocol),
            protocol,
            row,
        }
    }
    /// The finding with the verdict it has once a clinician was asked about it.
    pub(super) fn under(self, verdict: Verdict) -> Self {
        Self { verdict: verdict.kind(), until: verdict.until().or(self.until), ..self }
    }
    /// The finding as a point of a list, without who says so.
    pub(super) fn say_briefly(&self, page: &mut Page) {
        let title = self.protocol.texts().say(&format!("rule-{}", self.rule));
        page.point(&format!("{title} (answered: {})", self.answered));
        page.under(&self.because);
    }
    /// The finding as a point of a list, with who says so.
    pub(super) fn say(&self, page: &mut Page) {
        self.say_briefly(page);
        page.under(&format!("What would change it: {}", self.change));
        page.under(&format!("Who says so: {}", super::entries::cite(self.protocol, self.sources)));
        let key = format!("rule-{}", self.rule);
        for doubt in
            self.row.map(|row| doubts(self.protocol, &key, &row.evidence)).unwrap_or_default()
        {
            page.under(&doubt);
        }
    }
}

impl<'p> Alternative<'p> {
    fn of(protocol: &'p Worded, offer: &Offer<'p>) -> Self {
        let texts = protocol.texts();
        let (id, sources, variables) = match offer {
            Offer::Clinic(verdict) => {
                let sentence = verdict_sentence(protocol, Setting::Clinic, *verdict);
                ("clinic", &[][..], vec![("verdict", sentence.into())])
            }
            Offer::Other(row) => (row.id.as_str(), row.evidence.sources.as_slice(), Vec::new()),
        };
        let say = |attribute| texts.say_with(&format!("alternative-{id}.{attribute}"), &variables);
        let title = texts.say(&format!("alternative-{id}"));
        Self { id, title, because: say("because"), caveat: say("caveat"), sources }
    }
}

impl Sentences for Screen<'_> {
    fn say(&self, page: &mut Page) {
        self.headline(page);
        if self.findings.is_empty() {
            page.text("Nothing you answered speaks against it. Answer again before each session.");
        } else {
            page.heading("Why");
            self.findings.iter().for_each(|found| found.say(page));
        }
        self.say_alternatives(page);
        self.protocol.say(page);
        if let Some(found) = self.findings.first() {
            page.text(&format!(
                "Every source of a reason: needlewise protocol show {}",
                found.rule
            ));
        }
    }
}
