//! Fields that look the same in every form: a note with its limit, what is wrong with a choice, and what a form was drawn upon.

use maud::{Markup, html};
use store::Note;

use super::Form;
use crate::say::Say;
use crate::ui::{Field, Input, Notice, disclosure, field, hidden, notice};

/// The field that says what a form is drawn upon.
pub(super) const UPON: &str = "upon";

/// What a form is drawn upon, the version of an entry or the print of some fields, and that it was changed since the form
/// was sent ([`Form::is_overtaken`]).
pub(crate) fn upon(say: &Say, form: &Form, what: &str) -> Markup {
    html! { (problem_above(say, form, UPON)) (hidden(UPON, what)) }
}

/// A field `note` for their own words, with how many there may be; closed until somebody wants it or something stands in it.
pub(crate) fn note(say: &Say, form: &Form, add: &str, label: &str) -> Markup {
    disclosure(add, &note_field(say, form, label), !form.text("note").is_empty())
}

/// The same where it is always open.
pub(crate) fn note_field(say: &Say, form: &Form, label: &str) -> Markup {
    let hint = say.with("note-limit", &[("most", Note::MOST_LETTERS.into())]);
    let problem = form.told(say, "note");
    field(&Field {
        name: "note",
        label,
        hint: Some(&hint),
        value: form.text("note"),
        problem: problem.as_deref(),
        required: false,
        input: Input::Lines(Note::MOST_LETTERS),
    })
}

/// What is wrong with a choice, as a notice above it.
pub(crate) fn problem_above(say: &Say, form: &Form, field: &str) -> Markup {
    html! { @if let Some(problem) = form.told(say, field) { (notice(Notice::Problem, &problem)) } }
}
