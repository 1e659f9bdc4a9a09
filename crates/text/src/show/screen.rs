//! What `screen` says: the verdict, every finding with its reason, and what else might help.

use std::borrow::Cow;

use care::person::Person;
use care::screening::{Decision, Finding};
use care::verdict::{Verdict, VerdictKind};
use care::words::Setting;
use jiff::civil::Date;
use serde::Serialize;
use words::Worded;

use super::page::{Page, verdict_colour};
use super::{Decider, Sentences};
use crate::tell::alternatives::{self, Alternative};
use crate::tell::{finding, sources, verdict};

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

impl<'p> Screen<'p> {
    /// A decision put into words.
    pub fn of(protocol: &'p Worded, person: &Person, decision: &Decision) -> Self {
        let found = |finding: &Finding| Found::of(protocol, person, finding);
        let findings = decision.worst_first().into_iter().map(found).collect();
        Self {
            verdict: decision.verdict.kind(),
            until: decision.verdict.until(),
            setting: decision.setting,
            findings,
            alternatives: alternatives::offered(protocol, person, decision),
            protocol: Decider::of(protocol),
            sentence: verdict::of_decision(protocol, decision),
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
            page.head("show-alternatives");
        }
        for other in &self.alternatives {
            let head = other.title.trim_end_matches('.');
            let words = [("head", head.into()), ("more", other.because.as_ref().into())];
            page.point(&page.words("show-head-more", &words));
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
        let answered = [("title", title.into()), ("answered", self.answered.as_str().into())];
        page.point(&page.words("show-answered", &answered));
        page.under(&self.because);
    }
    /// The finding as a point of a list, with who says so.
    pub(super) fn say(&self, page: &mut Page) {
        self.say_briefly(page);
        let texts = self.protocol.texts();
        page.under(&page.words("show-change", &[("change", self.change.as_ref().into())]));
        let cited = sources::cite(texts, self.protocol, self.sources);
        page.under(&page.words("show-who", &[("sources", cited.into())]));
        let key = format!("rule-{}", self.rule);
        let doubts = self.row.map(|row| sources::doubts(texts, &key, &row.evidence));
        doubts.unwrap_or_default().iter().for_each(|doubt| page.under(doubt));
    }
}

impl Sentences for Screen<'_> {
    fn say(&self, page: &mut Page) {
        self.headline(page);
        if self.findings.is_empty() {
            page.text(&page.word("show-nothing-against"));
        } else {
            page.head("show-why");
            self.findings.iter().for_each(|found| found.say(page));
        }
        self.say_alternatives(page);
        self.protocol.say(page);
        if let Some(found) = self.findings.first() {
            page.text(&page.words("show-every-source", &[("rule", found.rule.into())]));
        }
    }
}
