//! One line of the checklist: the tick with what is asked, "Not sure?", and what a tick opens.

use care::protocol::rows::Question;
use chart::screening::given::UNKNOWN;
use maud::{Markup, html};
use words::Worded;

use super::{opened, problem};
use crate::screening::given::{TICKED, only_way};
use crate::screening::sheet::Sheet;
use crate::ui::tick;

/// The line of a question.
pub(super) fn line(form: &Sheet<'_>, protocol: &Worded, question: &Question) -> Markup {
    let value = only_way(question).unwrap_or(TICKED);
    let name = protocol.texts().say(&format!("question-{}", question.id));
    // A choice under a line that is not ticked says two things at once: it is shown until that is cleared up.
    let asks = form.is_wrong(question);
    html! {
        div.ask.asks[asks] id={ "line-" (question.id) } {
            (ticked(form, &question.id, value, &name))
            (not_sure(form, protocol, question, &name))
            (problem(form, &question.id))
            @if only_way(question).is_none() { (opened::opened(form, protocol, question)) }
        }
    }
}

/// The tick of a line.
pub(super) fn ticked(form: &Sheet<'_>, name: &str, value: &str, word: &str) -> Markup {
    let described = form.problem(name).map(|_| format!("{name}-problem"));
    html! {
        label.applies {
            input type="checkbox" name=(name) value=(value) checked[form.chosen(name, value)]
                aria-describedby=[described];
            span.word { (word) }
        }
    }
}

/// Why it is asked, how to find out, and "I don't know" as an answer of its own.
pub(super) fn not_sure(
    form: &Sheet<'_>,
    protocol: &Worded,
    question: &Question,
    name: &str,
) -> Markup {
    let texts = protocol.texts();
    let text = |attribute: &str| texts.say(&format!("question-{}{attribute}", question.id));
    let unsure = form.chosen(&question.id, UNKNOWN);
    html! {
        details.not-sure open[unsure] {
            summary { (form.say.text("screening-not-sure")) span.hidden { " " (name) } }
            div.inside {
                p { (text(".why")) }
                p { (text(".find-out")) }
                (tick(&question.id, UNKNOWN, &texts.say("answer-unknown"), Some(&text(".unknown")), unsure))
            }
        }
    }
}
