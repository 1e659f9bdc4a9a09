//! A verdict in one sentence.

use care::screening::Decision;
use care::verdict::Verdict;
use care::words::{Setting, Word as _};
use words::Worded;

/// A decision in one sentence: see [`with_rules`].
pub fn of_decision(protocol: &Worded, decision: &Decision) -> String {
    let worst = decision.findings.iter().filter(|finding| finding.verdict == decision.verdict);
    let rules = worst.filter_map(|finding| Some(finding.rule(protocol)?.id.as_str()));
    with_rules(protocol, decision.setting, decision.verdict, rules)
}

/// A verdict in one sentence, with the rules that led to it. Where one rule alone does and passes by itself, its own words
/// say so (`rule-ID.now`): skin that is not calm yet is no "not for you".
pub fn with_rules<'r>(
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
    own.unwrap_or_else(|| plain(protocol, setting, verdict))
}

/// The verdict in one sentence.
pub fn plain(protocol: &Worded, setting: Setting, verdict: Verdict) -> String {
    let texts = protocol.texts();
    let kind = verdict.kind().word();
    let until = verdict.until().map(|date| ("until", texts.date(date).into()));
    let here = format!("verdict-{kind}-{setting}");
    let key = if texts.has(&here) { here } else { format!("verdict-{kind}") };
    texts.with(&key, until.as_slice())
}
