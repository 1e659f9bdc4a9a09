//! The day's questions on one page: each with its last answer, to leave or to change.

use care::protocol::rows::Question;
use chart::session::ask;
use maud::{Markup, html};
use store::Id;
use store::records::Answers;

use super::super::ask::{differs, prefilled};
use crate::screening::ask::question as asked;
use crate::screening::form::Form;
use crate::screening::given::{self, date_field, detail_field};
use crate::ui::{Icon, Look, Notice, button_as, hidden, icon, notice, page_header};
use crate::visit::Owner;

pub(in crate::session) fn page(owner: &Owner, known: &Answers, form: &Form<'_>) -> Markup {
    let say = &owner.say;
    let (back, under) = (say.text("back"), say.text("session-again-under"));
    let before = prefilled(owner, known);
    // The session gets its id with the form, so that sending it twice begins it once.
    let id = form.fields.text("session").map(str::to_owned);
    let id = id.unwrap_or_else(|| Id::new(owner.app.now()).to_string());
    let unclear = form.fields.text("go") == Some("same");
    let (same, changed) = (say.text("session-again-same"), say.text("session-again-changed"));
    html! {
        (page_header(&say.text("session-again-title"), Some(("/session", &back)), Some(&under)))
        @if unclear { (notice(Notice::Problem, &say.text("session-again-unclear"))) }
        @if !form.problems.is_empty() { (notice(Notice::Problem, &say.text("session-again-wrong"))) }
        form method="post" action="/session/begin" {
            (hidden("session", &id))
            div.card {
                @for question in ask::again(&owner.protocol) {
                    @let open = wrong(form, question) || differs(form.fields, &before, question);
                    (still(owner, known, form, question, open))
                }
            }
            div.actions {
                (button_as(Look::Primary, Some(Icon::Done), &same, "go", "same"))
                (button_as(Look::Secondary, Some(Icon::Next), &changed, "go", "changed"))
            }
        }
    }
}

fn wrong(form: &Form<'_>, question: &Question) -> bool {
    let names = [question.id.clone(), date_field(question), detail_field(question)];
    names.iter().any(|name| form.problem(name).is_some())
}

/// One question, closed, with what was answered last.
fn still(
    owner: &Owner,
    known: &Answers,
    form: &Form<'_>,
    question: &Question,
    open: bool,
) -> Markup {
    let (say, texts) = (&owner.say, owner.protocol.texts());
    let last = ask::last(known, question);
    let last = last.map_or_else(
        || say.text("session-again-never"),
        |given| given::words(&given, question, say, texts),
    );
    html! {
        details.disclosure open[open] {
            summary {
                (icon(Icon::Next))
                span.text { span { (texts.say(&format!("question-{}", question.id))) } span.hint { (last) } }
            }
            div.inside { (asked(form, &owner.protocol, question, owner.now.date())) }
        }
    }
}
