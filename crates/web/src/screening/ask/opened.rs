//! What a ticked line still asks: which answer applies, on which day, and what belongs to that day.
//!
//! Without scripts too: the look opens it with the tick, and a browser that can't do that shows it at once.

use care::protocol::rows::{Dated, Question};
use chart::screening::given::UNKNOWN;
use maud::{Markup, html};
use words::Worded;
use words::Wording;

use super::problem;
use crate::screening::given::{
    date_field, detail_field, harmless, length_field, undated_field, ways,
};
use crate::screening::sheet::Sheet;
use crate::ui::{Field, Input, Kind, choice, field, tick, yes_no};

/// The choices of a line with more than one answer, the day of one with a date.
pub(super) fn opened(form: &Sheet<'_>, protocol: &Worded, question: &Question) -> Markup {
    let ways = ways(question);
    let when = question.dated.as_ref().map(|dated| when(form, protocol, question, dated));
    html! {
        div.opened {
            @if let [_] = ways.as_slice() { (when.unwrap_or_default()) }
            @else { (choices(form, protocol, question, &ways, when)) }
        }
    }
}

fn choices(
    form: &Sheet<'_>,
    protocol: &Worded,
    question: &Question,
    ways: &[&str],
    when: Option<Markup>,
) -> Markup {
    let texts = protocol.texts();
    let one = |word: &str| {
        let said = texts.say(&format!("answer-{word}"));
        choice(&question.id, word, &said, None, form.chosen(&question.id, word), Kind::Radio)
    };
    let dated = question.dated.as_ref().map(|dated| dated.key.as_str());
    html! {
        fieldset.choices {
            legend { (form.say.text("screening-which")) }
            // A choice can't be taken back by itself: who chose by mistake says so.
            @if form.is_wrong(question) { @if let Some(word) = harmless(question) { (one(word)) } }
            @for word in ways.iter().filter(|word| Some(**word) != dated) { (one(word)) }
            @if let (Some(key), Some(when)) = (dated, when) {
                (one(key))
                div.when-chosen { (when) }
            }
        }
    }
}

/// The day of a dated answer, and its detail.
fn when(form: &Sheet<'_>, protocol: &Worded, question: &Question, dated: &Dated) -> Markup {
    let say = form.say;
    let (on, undated) = (date_field(question), undated_field(question));
    let unknown = protocol.texts().say(&format!("question-{}.unknown", question.id));
    html! {
        (form.day(&on, &say.text("screening-day"), Some(&say.text("screening-day-hint")), false))
        (tick(&undated, "yes", &say.text("screening-undated"), Some(&unknown), form.fields.has(&undated)))
        @if let Some(key) = &dated.length { (needles(form, protocol.texts(), question, key)) }
        @if let Some(key) = &dated.detail { (detail(form, protocol.texts(), question, dated, key)) }
    }
}

/// How long the needles were; left empty if it is not known.
fn needles(form: &Sheet<'_>, texts: &Wording, question: &Question, key: &str) -> Markup {
    let name = length_field(question);
    field(&Field {
        name: &name,
        label: &texts.say(&format!("answer-{key}")),
        hint: Some(&form.say.text("screening-length-hint")),
        value: form.value(&name),
        problem: form.problem(&name),
        required: false,
        input: Input::Number("0.05", "3", "0.01", &form.say.text("screening-mm")),
    })
}

fn detail(
    form: &Sheet<'_>,
    texts: &Wording,
    question: &Question,
    dated: &Dated,
    key: &str,
) -> Markup {
    let name = detail_field(question);
    let words = dated.words.iter().map(String::as_str).chain([UNKNOWN]);
    let words: Vec<(&str, String)> =
        words.map(|word| (word, texts.say(&format!("answer-{word}")).into_owned())).collect();
    let options: Vec<(&str, &str)> = words.iter().map(|(word, said)| (*word, &**said)).collect();
    html! {
        (yes_no(&name, &texts.say(&format!("answer-{key}")), None, &options, form.fields.text(&name)))
        (problem(form, &name))
    }
}
