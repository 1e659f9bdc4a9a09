//! What each command says: one struct per command, printed as JSON or as sentences.
//!
//! The structs' fields are the stable JSON; their sentences come from the protocol's texts. Nothing is decided here.

mod aftercare;
mod checked;
mod checkin;
mod course;
mod diff;
mod entries;
mod now;
mod page;
pub mod photo;
mod plan;
mod roll;
mod screen;

use care::protocol::rows::Evidence;
use care::screening::Decision;
use care::verdict::Verdict;
use care::words::{Setting, Word};
use jiff::Zoned;
use serde::Serialize;
use words::Worded;

pub use aftercare::Aftercare;
pub use checked::Checked;
pub use checkin::CheckIn;
pub use course::Course;
pub use diff::{Diff, Sides};
pub use entries::{ATTRIBUTES, Entries, Sources, text_key};
pub use now::Now;
pub use page::Page;
pub use plan::Plan;
pub use roll::{Roll, advice_sentence};
pub use screen::Screen;

/// Says itself in sentences, the answer first, then the reasons.
pub trait Sentences {
    /// Adds its sentences to a page.
    fn say(&self, page: &mut Page);
}

/// Which protocol decided.
#[derive(Debug, Serialize)]
pub struct Decider {
    name: String,
    version: String,
}

impl Decider {
    pub(crate) fn of(protocol: &Worded) -> Self {
        Self { name: protocol.name(), version: protocol.version().to_owned() }
    }
    pub(crate) fn say(&self, page: &mut Page) {
        page.quiet(&format!("Decided by the protocol {} {}.", self.name, self.version));
    }
}

/// A decision in one sentence: see [`sentence`].
pub fn decision_sentence(protocol: &Worded, decision: &Decision) -> String {
    let worst = decision.findings.iter().filter(|finding| finding.verdict == decision.verdict);
    let rules = worst.filter_map(|finding| Some(finding.rule(protocol)?.id.as_str()));
    sentence(protocol, decision.setting, decision.verdict, rules)
}

/// A verdict in one sentence, with the rules that led to it. Where one rule alone does and passes by itself, its own words
/// say so (`rule-ID.now`): skin that is not calm yet is no "not for you".
pub fn sentence<'r>(
    protocol: &Worded,
    setting: Setting,
    verdict: Verdict,
    mut rules: impl Iterator<Item = &'r str>,
) -> String {
    let own = match (verdict, rules.next(), rules.next()) {
        (Verdict::DoNot, Some(only), None) => {
            protocol.texts().find(&format!("rule-{only}.now"), &[]).map(|text| text.into_owned())
        }
        _ => None,
    };
    own.unwrap_or_else(|| verdict_sentence(protocol, setting, verdict))
}

/// The verdict in one sentence.
pub fn verdict_sentence(protocol: &Worded, setting: Setting, verdict: Verdict) -> String {
    let texts = protocol.texts();
    let kind = verdict.kind().word();
    let until = verdict.until().map(|date| ("until", texts.date(date).into()));
    let here = format!("verdict-{kind}-{setting}");
    let key = if texts.has(&here) { here } else { format!("verdict-{kind}") };
    texts.say_with(&key, until.as_slice()).into_owned()
}

/// A moment as JSON writes it: RFC 3339 with the offset of its zone.
pub(crate) fn stamp(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The published range, if sources differ.
pub(crate) fn range(evidence: &Evidence) -> Option<String> {
    let [low, high] = evidence.published.as_ref()?;
    Some(span(&low.text, &high.text))
}

/// The published range in a sentence: `4 to 8 weeks` alone says nothing to somebody who has not read the sources.
pub(crate) fn published(range: &str) -> String {
    match range.split_once(" to ") {
        Some((low, high)) => format!("Sources differ: they say from {low} to {high}."),
        None => format!("Sources say {range}."),
    }
}

/// What a row's sources say against each other, and what nobody verified.
pub(crate) fn doubts(protocol: &Worded, key: &str, evidence: &Evidence) -> Vec<String> {
    let texts = protocol.texts();
    let mut doubts = Vec::new();
    doubts.extend(range(evidence).map(|range| published(&range)));
    for attribute in ["against", "derived"] {
        doubts.extend(texts.find(&format!("{key}.{attribute}"), &[]).map(|text| text.into_owned()));
    }
    if evidence.unverified {
        doubts.push("Unverified: no source was found that measured this.".into());
    }
    doubts
}

/// A range of whole numbers as words: `4 to 8`, or `4` if both are the same.
pub(crate) fn span<N: ToString>(low: &N, high: &N) -> String {
    let (low, high) = (low.to_string(), high.to_string());
    if low == high { low } else { format!("{low} to {high}") }
}
