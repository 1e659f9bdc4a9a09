//! How questions of the protocol are put: a checklist, one line a question, made from its row and from nothing else.
//!
//! A tick says that it applies, and opens what is still to be asked ([`opened`]); "Not sure?" says why it is asked, how to
//! find out, and takes "I don't know" for an answer. Nothing is chosen beforehand. The screening and the day of a
//! session put their questions with the same lines and read them with the same [`super::given::Answering`].

mod line;
mod opened;
mod products;

use care::protocol::rows::Question;
use chart::screening::given::Given;
use maud::{Markup, html};
use words::Worded;

use super::sheet::Sheet;
use crate::ui::{Icon, icon};

/// The name of a group, or of the one question that has a page to itself.
pub(crate) fn title(protocol: &Worded, questions: &[&Question]) -> String {
    let texts = protocol.texts();
    let first = questions.first();
    let key = match first.and_then(|first| first.group.as_ref()) {
        Some(group) => format!("group-{group}"),
        None => format!("question-{}", first.map_or("", |first| first.id.as_str())),
    };
    texts.say(&key).into_owned()
}

/// The lines of a group under its heading.
pub(crate) fn lines(
    form: &Sheet<'_>,
    protocol: &Worded,
    questions: &[&Question],
    heading: &Markup,
) -> Markup {
    html! {
        fieldset.checklist {
            legend { (heading) }
            p.hint { (form.say.text("screening-tick")) }
            @for question in questions { (one(form, protocol, question)) }
        }
    }
}

fn one(form: &Sheet<'_>, protocol: &Worded, question: &Question) -> Markup {
    match question.products {
        true => products::lines(form, protocol, question),
        false => line::line(form, protocol, question),
    }
}

/// Whether a group can be answered by "none of these": every question has an answer that speaks against nothing.
pub(crate) fn can_be_none(questions: &[&Question]) -> bool {
    questions.iter().all(|question| Given::harmless(question) != Given::Unknown)
}

/// What is wrong with a line, under it.
fn problem(form: &Sheet<'_>, field: &str) -> Markup {
    html! {
        @if let Some(problem) = form.problem(field) {
            p.problem id={ (field) "-problem" } { (icon(Icon::Care)) span { (problem) } }
        }
    }
}
