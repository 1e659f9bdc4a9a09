//! Answers that may matter to whoever treats: all but those that speak against nothing; what clinicians said before; and what
//! to ask.

use care::protocol::rows::Question;
use care::verdict::Verdict;
use paper::Block;

use super::Made;
use crate::clearance::sentence;
use crate::screening::given::Given;
use crate::screening::said;

pub(super) fn blocks(made: &Made<'_>) -> Vec<Block> {
    let say = made.say;
    let known = made.protocol.questions().iter().filter_map(|asked| answered(made, asked));
    let answers: Vec<String> = known.collect();
    let mut all = vec![Block::Heading(say.text("handover-answers"))];
    let open = made.chart.profile().setting;
    let open = made
        .protocol
        .questions()
        .iter()
        .any(|asked| asked.is_asked_in(open) && given(made, asked).is_none());
    all.push(match (answers.is_empty(), open) {
        (true, false) => made.none("handover-answers-none"),
        (true, true) => made.none("handover-answers-open"),
        (false, _) => Block::Points(answers),
    });
    all.extend(said_before(made));
    all.push(Block::Heading(say.text("handover-ask")));
    all.push(Block::Ticks(ask(made)));
    all
}

/// A question with its answer, if it says more than "no"; not knowing is an answer too.
fn answered(made: &Made<'_>, question: &Question) -> Option<String> {
    let (say, texts) = (made.say, made.protocol.texts());
    let given = given(made, question)?;
    let words = [
        ("asked", texts.text(&format!("question-{}", question.id)).into()),
        ("answer", said::words(&given, question, say, texts).into()),
    ];
    (given != Given::harmless(question)).then(|| say.with("handover-answer", &words))
}

fn given(made: &Made<'_>, question: &Question) -> Option<Given> {
    Given::of_record(question, made.chart.profile().answers.get(&question.id)?)
}

/// What clinicians said, each with what it was about.
fn said_before(made: &Made<'_>) -> Vec<Block> {
    let texts = made.protocol.texts();
    let about = |id: &str| {
        let names =
            ["question", "flag"].iter().find_map(|kind| texts.find(&format!("{kind}-{id}"), &[]));
        names.map_or_else(|| id.to_owned(), |name| name.into_owned())
    };
    let one = |entry: &store::Entry<store::records::Clearance>| {
        let said = sentence(made.say, &entry.record);
        let words = [("asked", about(&entry.record.about).into()), ("answer", said.into())];
        made.say.with("handover-answer", &words)
    };
    let all: Vec<String> = made.chart.story.clearances.iter().map(one).collect();
    if all.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(made.say.text("handover-said")), Block::Points(all)]
}

/// What to ask: of what is open, and what always matters.
fn ask(made: &Made<'_>) -> Vec<String> {
    let (say, texts) = (made.say, made.protocol.texts());
    let healing = made.look.as_ref().and_then(|look| look.standing.triage.as_ref());
    let always = healing.map(|_| "handover-ask-healing").into_iter().chain(["handover-ask-again"]);
    let always: Vec<String> = always.map(|key| say.text(key)).collect();
    let findings = made.look.iter().flat_map(|look| &look.decided.decision.findings);
    let asks = findings.filter(|finding| finding.verdict == Verdict::AskClinician);
    let about = asks.filter_map(|finding| {
        let rule = texts.text(&format!("rule-{}", finding.rule(made.protocol)?.id));
        Some(say.with("handover-ask-about", &[("rule", rule.into())]))
    });
    about.chain(always).collect()
}
