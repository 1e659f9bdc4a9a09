//! The day's questions on one page: the same lines as in the screening, ticked as they were answered last.

use care::protocol::rows::Question;
use chart::session::ask;
use maud::{Markup, html};

use super::super::before;
use crate::form::Form;
use crate::frame::Reader;
use crate::screening::ask::{lines, title};
use crate::screening::sheet::Sheet;
use crate::to::To;
use crate::ui::{Icon, Look, Notice, button_as, hidden, notice, page_header, silent_button};

/// The page; before the first session it asks how the skin is, too.
pub(in crate::session) fn page(reader: &Reader, typed: &Form, first: bool) -> Markup {
    let say = &reader.say;
    let (back, under) = (say.text("back"), say.text("session-again-under"));
    // The session gets its id with the form, so that sending it twice begins it once.
    let id = typed.id_of::<store::Session>("session", reader.at()).to_string();
    let form = &Sheet::new(say, typed);
    let (same, changed) = (say.text("session-again-same"), say.text("session-again-changed"));
    html! {
        (page_header(&say.text("session-again-title"), Some((&reader.to(To::SessionStart), &back)), Some(&under)))
        @if let Some(unclear) = form.problem("go") { (notice(Notice::Problem, unclear)) }
        @else if typed.is_refused() { (notice(Notice::Problem, &say.text("session-again-wrong"))) }
        form method="post" action=(reader.to(To::SessionBegin)) {
            (silent_button("go", "changed"))
            (hidden("session", &id))
            @for group in groups(reader) {
                (lines(form, &reader.protocol, &group, &html! { h2 { (title(&reader.protocol, &group)) } }))
            }
            @if first { (before::ask(reader, typed)) }
            div.actions {
                (button_as(Look::Primary, Some(Icon::Done), &same, "go", "same"))
                (button_as(Look::Secondary, Some(Icon::Next), &changed, "go", "changed"))
            }
        }
    }
}

/// The day's questions, those of one group together.
fn groups(reader: &Reader) -> Vec<Vec<&Question>> {
    let mut groups: Vec<Vec<&Question>> = Vec::new();
    for question in ask::again(&reader.protocol, reader.person.record.setting) {
        let same = |group: &&mut Vec<&Question>| {
            question.group.is_some()
                && group.last().is_some_and(|last| last.group == question.group)
        };
        match groups.last_mut().filter(same) {
            Some(group) => group.push(question),
            None => groups.push(vec![question]),
        }
    }
    groups
}
