//! What a question of the protocol looks like: alone on its page, or as one of a group.
//!
//! "I don't know" is always there and nothing is chosen beforehand.

use care::Protocol;
use care::protocol::Texts;
use care::protocol::rows::{Dated, Question};
use care::words::{ProductClass, Word as _};
use chart::screening::given::{Given, UNKNOWN};
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::Form;
use super::given::{NOTHING, date_field, detail_field, length_field};
use crate::ui::{
    self, Field, Input, Kind, choice, choices, disclosure, field, plain_card, tick, ticks, yes_no,
};

/// Questions on one page: one question with its large choices, or a group under its heading.
pub(crate) fn questions(
    form: &Form<'_>,
    protocol: &Protocol,
    questions: &[&Question],
    today: Date,
) -> Markup {
    match questions {
        [only] => {
            let asked = asked(protocol, only);
            one(form, protocol, only, &ui::heading(&asked), today)
        }
        several => html! {
            @for one in several { (plain_card(&question(form, protocol, one, today))) }
        },
    }
}

/// The heading of a group with why it is asked.
pub(crate) fn heading(form: &Form<'_>, protocol: &Protocol, group: &str) -> Markup {
    let texts = protocol.texts();
    let why = texts.say(&format!("group-{group}.why"));
    html! {
        header.page-head {
            h1 { (texts.say(&format!("group-{group}"))) }
            (disclosure(&form.say.text("screening-why"), &html! { p { (why) } }, false))
        }
    }
}

/// Whether a group can be answered by "none of these": every question has an answer that speaks against nothing.
pub(crate) fn can_be_none(questions: &[&Question]) -> bool {
    questions.iter().all(|question| Given::harmless(question) != Given::Unknown)
}

/// One of several questions.
pub(crate) fn question(
    form: &Form<'_>,
    protocol: &Protocol,
    question: &Question,
    today: Date,
) -> Markup {
    let asked = asked(protocol, question);
    one(form, protocol, question, &html! { (asked) }, today)
}

fn asked(protocol: &Protocol, question: &Question) -> String {
    protocol.texts().say(&format!("question-{}", question.id)).into_owned()
}

fn one(
    form: &Form<'_>,
    protocol: &Protocol,
    question: &Question,
    asked: &Markup,
    today: Date,
) -> Markup {
    let body = if question.products {
        products(form, protocol, question, asked)
    } else if is_yes_no(question) {
        segments(form, protocol, question, asked)
    } else {
        words(form, protocol, question, asked, today)
    };
    html! { (form.problem_above(&question.id)) (body) }
}

/// Two short answers fit beside each other.
fn is_yes_no(question: &Question) -> bool {
    question.dated.is_none() && question.answers == ["no", "yes"]
}

/// The words to choose from, with not knowing last, each as a person reads it.
fn with_unknown<'q>(texts: &Texts, words: &'q [String]) -> Vec<(&'q str, String)> {
    let all = words.iter().map(String::as_str).chain([UNKNOWN]);
    all.map(|word| (word, texts.say(&format!("answer-{word}")).into_owned())).collect()
}

fn segments(form: &Form<'_>, protocol: &Protocol, question: &Question, asked: &Markup) -> Markup {
    let texts = protocol.texts();
    let words = with_unknown(texts, &question.answers);
    let options: Vec<(&str, &str)> = words.iter().map(|(word, said)| (*word, &**said)).collect();
    let (summary, why) = why(form, protocol, question);
    yes_no(&question.id, asked, Some((&summary, &why)), &options, form.fields.text(&question.id))
}

fn words(
    form: &Form<'_>,
    protocol: &Protocol,
    question: &Question,
    asked: &Markup,
    today: Date,
) -> Markup {
    let texts = protocol.texts();
    let one = |word: &str, hint: Option<&str>| {
        let said = texts.say(&format!("answer-{word}"));
        choice(&question.id, word, &said, hint, form.chosen(&question.id, word), Kind::Radio)
    };
    let mut all: Vec<Markup> = question.answers.iter().map(|word| one(word, None)).collect();
    if let Some(dated) = &question.dated {
        all.push(html! {
            (one(&dated.key, None))
            div.when-chosen { (when(form, protocol, question, dated, today)) }
        });
    }
    let unknown = texts.say(&format!("question-{}.unknown", question.id));
    all.push(one(UNKNOWN, Some(&unknown)));
    let (summary, why) = why(form, protocol, question);
    choices(asked, None, &all, Some((&summary, &why)))
}

/// The day of a dated answer, and its detail.
fn when(
    form: &Form<'_>,
    protocol: &Protocol,
    question: &Question,
    dated: &Dated,
    today: Date,
) -> Markup {
    let texts = protocol.texts();
    let (name, detail) = (date_field(question), detail_field(question));
    let today = today.to_string();
    let day = Field {
        name: &name,
        label: &form.say.text("screening-day"),
        hint: Some(&form.say.text("screening-day-hint")),
        value: form.value(&name),
        problem: form.problem(&name),
        required: false,
        input: Input::Date(None, Some(&today)),
    };
    let words = with_unknown(texts, &dated.words);
    let options: Vec<(&str, &str)> = words.iter().map(|(word, said)| (*word, &**said)).collect();
    html! {
        (field(&day))
        @if let Some(key) = &dated.length { (needles(form, texts, question, key)) }
        @if let Some(key) = &dated.detail {
            (form.problem_above(&detail))
            (yes_no(&detail, &texts.say(&format!("answer-{key}")), None, &options, form.fields.text(&detail)))
        }
    }
}

/// How long the needles were; left empty if it is not known.
fn needles(form: &Form<'_>, texts: &Texts, question: &Question, key: &str) -> Markup {
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

/// Products: only those that a rule reads; what nobody reads would be asked for nothing.
fn products(form: &Form<'_>, protocol: &Protocol, question: &Question, asked: &Markup) -> Markup {
    let texts = protocol.texts();
    let read = |class: &&ProductClass| {
        protocol.rules().iter().any(|rule| {
            rule.question == question.id && rule.answers.iter().any(|word| word == class.word())
        })
    };
    let one = |value: &str, said: &str, hint: Option<&str>| {
        tick(&question.id, value, said, hint, form.chosen(&question.id, value))
    };
    let mut all: Vec<Markup> = ProductClass::ALL
        .iter()
        .filter(read)
        .map(|class| {
            one(class.word(), &texts.say(&format!("product-class-{}", class.word())), None)
        })
        .collect();
    all.push(one(NOTHING, &form.say.text("screening-nothing"), None));
    let unknown = texts.say(&format!("question-{}.unknown", question.id));
    all.push(one(UNKNOWN, &texts.say(&format!("answer-{UNKNOWN}")), Some(&unknown)));
    let (summary, why) = why(form, protocol, question);
    html! {
        (ticks(asked, None, &all))
        (disclosure(&summary, &html! { p { (why) } }, false))
    }
}

fn why(form: &Form<'_>, protocol: &Protocol, question: &Question) -> (String, String) {
    let why = protocol.texts().say(&format!("question-{}.why", question.id)).into_owned();
    (form.say.text("screening-why"), why)
}
