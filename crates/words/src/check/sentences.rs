//! Sentences: every entry has its texts, and a text has the variables it needs and no others.

use care::protocol::rows::{Question, Rows, Rule, RuleWait};
use care::words::{FlagGroup, Level, ProductClass, Word};

use super::Findings;
use crate::Wording;

/// A text that must be there.
pub(super) struct Need {
    pub(super) key: String,
    pub(super) required: &'static [&'static str],
    pub(super) allowed: &'static [&'static str],
}

/// The texts of each kind of entry: its own, then its attributes; `""` stands for the text itself.
const TEXTS: [(&str, &[&str]); 21] = [
    ("question", &["", "why", "unknown", "find-out"]),
    ("alternative", &["", "because", "caveat"]),
    ("area", &[""]),
    ("device", &[""]),
    ("length-class", &[""]),
    ("rhythm", &["", "because"]),
    ("technique", &["", "end"]),
    ("goal", &["", "evidence"]),
    ("preparation", &["", "do"]),
    ("shopping", &[""]),
    ("roller-care", &["", "do"]),
    ("phase", &["", "what", "limits"]),
    ("effect", &["", "do", "beyond"]),
    ("card", &[""]),
    ("product", &["", "because"]),
    ("sign", &["", "within", "action"]),
    ("flag", &["", "within", "because", "action"]),
    ("scale", &["", "use"]),
    ("source", &[]),
    ("band", &[]),
    ("emergency", &[""]),
];

/// Texts of single entries, with the variables each must have.
const SINGLE: &[(&str, &[&str])] = &[
    ("cream", &[]),
    ("cream.how", &["grams", "minutes", "maximum"]),
    ("cream.not-needed", &[]),
    ("cream.exclusions", &[]),
    ("cream.parts", &["maximum"]),
    ("cream.risk", &[]),
    ("cream.late", &[]),
    ("between-sessions", &["products"]),
    ("between-sessions.one", &["product", "wait"]),
    ("between-sessions.never", &["products"]),
    ("device-named-home", &["length", "needles"]),
    ("device-named-clinic", &["length"]),
    ("roller-care-retire.uses", &["sessions", "low", "high", "rollers"]),
    ("judge", &["from", "by"]),
    ("sign-redness.dark", &[]),
    ("triage-above", &["sign", "day", "score", "high"]),
    ("triage-far-above", &["sign", "day", "score", "high"]),
    ("triage-rising", &["sign", "day", "score", "before"]),
    ("triage-lasting", &["sign", "day", "score", "gone"]),
    ("triage-infection-fever", &[]),
    ("triage-raised", &[]),
    ("triage-lingers", &["flag"]),
    ("triage-none", &[]),
    ("triage-nothing-said", &[]),
    ("triage-unscored", &[]),
    ("triage-beyond", &["day", "score", "expected"]),
    ("triage-beyond.action", &[]),
    ("triage-sudden", &["sign", "day", "score", "high"]),
    ("triage-strong", &["day"]),
    ("triage-fine", &["day"]),
    ("emergency-call", &["number"]),
    ("emergency-call.unknown", &[]),
    ("emergency-if", &["number"]),
    ("emergency-if.unknown", &[]),
    ("emergency-if.fever", &[]),
    ("emergency-if.heart", &[]),
    ("emergency-if.vomit", &[]),
    ("emergency-if.faint", &[]),
    ("emergency-if.cold", &[]),
    ("question-born", &[]),
    ("question-born.unknown", &[]),
    ("question-born.find-out", &[]),
    ("question-areas", &[]),
    ("question-skin-type", &[]),
    ("question-skin-type.unknown", &[]),
    ("question-skin-type.find-out", &[]),
    ("question-needle-length", &[]),
    ("question-needle-length.unknown", &[]),
    ("question-needle-length.find-out", &[]),
    ("wait-minute", &["n"]),
    ("wait-hour", &["n"]),
    ("wait-day", &["n"]),
    ("wait-week", &["n"]),
    ("wait-month", &["n"]),
    ("wait-year", &["n"]),
    ("verdict-proceed", &[]),
    ("verdict-proceed-with-care", &[]),
    ("verdict-wait-until", &["until"]),
    ("verdict-ask-clinician-home", &[]),
    ("verdict-ask-clinician-clinic", &[]),
    ("verdict-do-not-home", &[]),
    ("verdict-do-not-clinic", &[]),
    ("alternative-clinic", &[]),
    ("alternative-clinic.because", &["verdict"]),
    ("alternative-clinic.caveat", &[]),
    ("agenda-name", &[]),
    ("agenda-session", &["n", "of"]),
    ("agenda-session.description", &["from", "by"]),
    ("agenda-session.alarm", &["n"]),
    ("agenda-preparation", &["what"]),
    ("agenda-milestone", &["what"]),
    ("agenda-milestone.description", &["after", "n"]),
    ("agenda-checkin", &["after", "n"]),
    ("agenda-checkin.description", &[]),
    ("agenda-judge", &[]),
    ("agenda-judge.description", &["by"]),
    ("roller-summary", &["density", "punctures", "area"]),
    ("roller-summary.per-pass", &["low", "high"]),
    ("roller-summary.per-pass-one", &["high"]),
    ("roller-summary.counted", &["counted", "expected", "difference", "error"]),
    ("roller-summary.doubles", &["effective", "double"]),
    ("roller-summary.like", &["density"]),
    ("roller-summary.nearest", &["mean", "evenness"]),
    ("roller-summary.farther", &["half", "one"]),
    ("roller-summary.gap", &["diameter", "x", "y"]),
    ("roller-summary.variation", &["percent"]),
    ("roller-summary.rim", &["percent"]),
    ("roller-summary.lines", &["apart", "times"]),
    ("roller-summary.opened", &["low", "high"]),
    ("roller-summary.sweep", &["mm"]),
    ("roller-summary.depth", &[]),
    (
        "roller-summary.spread",
        &["seeds", "density-low", "density-high", "half-low", "half-high", "gap-low", "gap-high"],
    ),
    ("roller-summary.scatter", &[]),
    ("roller-summary.seed", &["seed"]),
    ("roller-advice", &[]),
    ("roller-advice.lift", &["like", "after", "within", "before"]),
    ("roller-advice.shift", &["by", "after", "before"]),
    ("roller-advice.turn", &["directions", "after", "before"]),
    ("roller-advice.roll-over", &["rim"]),
    ("roller-advice.passes", &["needed", "share", "within", "density", "now"]),
    ("roller-advice.out-of-reach", &["most", "cap", "share", "within"]),
    ("roller-advice.too-dense", &["density", "cap", "most"]),
    ("roller-advice.too-dense-once", &["cap"]),
    ("roller-advice.long-sweep", &["mm"]),
    ("roller-advice.none", &[]),
    ("roller-picture", &[]),
    ("roller-picture.description", &["density", "gap"]),
    ("roller-picture.rolled", &[]),
    ("roller-picture.same", &[]),
    ("roller-picture.advised", &[]),
    ("roller-picture.passes", &["passes", "density"]),
    ("roller-picture.left", &["percent"]),
    ("roller-picture.widest", &["gap"]),
    ("roller-picture.puncture", &[]),
    ("roller-picture.one-of", &["n"]),
    ("roller-picture.far", &[]),
    ("roller-picture.gap", &[]),
    ("roller-picture.spared", &[]),
    ("dose", &[]),
    ("dose.held", &["needles", "most", "cap"]),
    ("dose.needles", &["needles"]),
    ("dose.too-dense", &["cap"]),
    ("lock-rest", &["wait", "length", "on"]),
    ("lock-open", &["wait"]),
    ("lock-rhythm", &["wait"]),
    ("lock-healing", &[]),
    ("lock-flag", &["flag"]),
    ("lock-answers", &["question"]),
    ("lock-clearance-no", &["on"]),
    ("lock-clearance-wait", &["on", "until"]),
    ("lock-keep-free", &[]),
    ("lock-density", &["cap", "wait"]),
    ("lock-over", &[]),
    ("lock-future", &["first"]),
    ("clearance-said-yes", &["on"]),
    ("clearance-said-no", &["on"]),
    ("clearance-said-wait", &["on", "until"]),
    ("aside-session", &["on"]),
    ("aside-check-in", &["on"]),
    ("aside-clearance", &["on"]),
    ("aside-left-out", &["on"]),
    ("aside-move", &["on"]),
    ("aside-future", &[]),
    ("aside-before-birth", &[]),
    ("aside-done", &[]),
    ("aside-locked", &[]),
    ("aside-not-planned", &[]),
    ("now", &[]),
    ("now.signs", &[]),
    ("now.next", &[]),
    ("now.answers", &[]),
    ("now.skin", &[]),
    ("now.aside", &[]),
    ("now-sign", &["flag", "since"]),
    ("now-sign.seen", &["flag", "since"]),
    ("now-lock", &["because", "until"]),
    ("now-next", &["n", "of", "from", "ideal", "by"]),
    ("now-next.after", &["n", "of", "from", "ideal", "by"]),
    ("now-next.open", &["n", "of", "ideal", "by"]),
    ("now-next.late", &[]),
    ("now-next.earliest", &["from"]),
    ("now-next.unknown", &[]),
    ("now-next.free", &[]),
    ("now-day", &["day", "phase"]),
    ("now-day.plain", &["day"]),
    ("now-day.before", &[]),
    ("now-more", &["n"]),
    ("now-checkin", &["at"]),
    ("now-checkin.due", &[]),
    ("checkin-next", &[]),
    ("checkin-next.rest", &["from"]),
    ("checkin-next.open", &[]),
];

pub(super) fn check(rows: &Rows, texts: &Wording, found: &mut Findings<'_>) {
    for entry in rows.entries() {
        let attributes =
            TEXTS.iter().find(|(kind, _)| *kind == entry.kind).map_or(&[][..], |(_, texts)| texts);
        for attribute in attributes {
            let key = key(&format!("{}-{}", entry.kind, entry.id), attribute);
            meet(&Need { key, required: &[], allowed: &[] }, entry.kind, entry.id, texts, found);
        }
    }
    rows.rule.iter().for_each(|rule| rule_texts(rows, rule, texts, found));
    for (key, required) in SINGLE.iter().copied() {
        meet(&Need { key: key.into(), required, allowed: required }, "text", key, texts, found);
    }
    let products = ProductClass::ALL.iter().map(|class| format!("product-class-{class}"));
    let levels = Level::ALL
        .iter()
        .flat_map(|level| [format!("level-{level}"), format!("level-{level}.action")]);
    let months = (1..=12).map(|month| format!("month-{month}"));
    let groups = FlagGroup::ALL.iter().map(|group| format!("flag-group-{group}"));
    for key in products
        .chain(levels)
        .chain(months)
        .chain(groups)
        .chain(rows.question.iter().flat_map(answer_texts))
    {
        let id = key.clone();
        meet(&Need { key, required: &[], allowed: &[] }, "text", &id, texts, found);
    }
    orphans(rows, texts, found);
}

fn key(base: &str, attribute: &str) -> String {
    if attribute.is_empty() { base.to_owned() } else { format!("{base}.{attribute}") }
}

fn answer_texts(question: &Question) -> Vec<String> {
    let dated = question.dated.iter().flat_map(|dated| {
        [Some(&dated.key), dated.length.as_ref()].into_iter().flatten().chain(&dated.words)
    });
    question.answers.iter().chain(dated).map(|word| format!("answer-{word}")).collect()
}

fn rule_texts(rows: &Rows, rule: &Rule, texts: &Wording, found: &mut Findings<'_>) {
    let question = rows.question.iter().find(|question| question.id == rule.question);
    let dated = question.and_then(|question| question.dated.as_ref());
    let fixed = matches!(rule.wait, Some(RuleWait::For(_) | RuleWait::Pause(_)));
    let fixed = fixed || rule.under.is_some();
    let on_date = dated.is_some_and(|dated| rule.answers.contains(&dated.key));
    let allowed: &'static [&'static str] = match (fixed || rule.wait.is_some(), on_date) {
        (true, true) => &["until", "on"],
        (true, false) => &["until"],
        (false, true) => &["on"],
        (false, false) if rule.question == "needle-length" => &["ceiling"],
        (false, false) => &[],
    };
    let must: &'static [&'static str] = if fixed { &["until"] } else { &[] };
    for (attribute, required) in [("", &[][..]), ("because", &[][..]), ("change", must)] {
        let key = key(&format!("rule-{}", rule.id), attribute);
        meet(&Need { key, required, allowed }, "rule", &rule.id, texts, found);
    }
}

pub(super) fn meet(
    need: &Need,
    kind: &'static str,
    id: &str,
    texts: &Wording,
    found: &mut Findings<'_>,
) {
    let Some(have) = texts.variables(&need.key) else {
        let mend = format!("write it in texts/{}", texts.language().folder());
        found.fault(kind, id, format!("the text {} is missing", need.key), mend);
        return;
    };
    for wanted in need.required.iter().filter(|wanted| !have.contains(**wanted)) {
        let mend = format!("say {{ ${wanted} }} in it");
        found.fault(kind, id, format!("the text {} lacks its variable ${wanted}", need.key), mend);
    }
    for stray in have.iter().filter(|stray| !need.allowed.contains(&stray.as_str())) {
        let what = format!("the text {} uses ${stray}, which nobody fills in", need.key);
        found.fault(
            kind,
            id,
            what,
            format!("leave it out; known here: {}", need.allowed.join(", ")),
        );
    }
}

/// A text for an entry that does not exist is a slip of the pen, in the text or in the id.
fn orphans(rows: &Rows, texts: &Wording, found: &mut Findings<'_>) {
    let entries = rows.entries();
    for (name, file) in texts.of_rows() {
        for kind in
            ["rule", "effect", "phase", "card", "preparation", "rhythm", "technique", "alternative"]
        {
            let Some(id) = name.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-')) else {
                continue;
            };
            let id = id.split('.').next().unwrap_or(id);
            let known =
                id == "clinic" || entries.iter().any(|entry| entry.kind == kind && entry.id == id);
            let what = format!("the text {name} in {file} belongs to no entry");
            found.hold(known, kind, id, &what, "remove it, or give an entry this id");
        }
    }
}
