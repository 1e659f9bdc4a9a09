//! The page of one step: how far one is, the question, and the ways on and back.

use axum::response::Response;
use chart::screening::steps::{Kind, Step};
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::Form;
use super::given::Wrong;
use super::{about, ask};
use crate::fields::Fields;
use crate::layout::{Tab, page_with};
use crate::ui::{Icon, Look, Notice, actions, button, hidden, notice, progress, step_header, undo};
use crate::visit::Visit;

/// A step with what stands in its fields and what is wrong with them.
pub(super) fn step(
    visit: &Visit,
    steps: &[Step<'_>],
    step: &Step<'_>,
    fields: &Fields,
    wrongs: Vec<Wrong>,
) -> Response {
    let say = &visit.say;
    let form = Form::new(say, fields, wrongs);
    let here = format!("/screening/{}", step.id);
    let draft = visit.person.is_some();
    let body = html! {
        (head(visit, steps, step))
        @if !form.problems.is_empty() { (notice(Notice::Problem, &say.text("screening-look-again"))) }
        @if let (Kind::Ask(_), Some(group)) = (&step.kind, group(step)) {
            (ask::heading(&form, &visit.protocol, group))
        }
        (none_of_these(visit, step, &here))
        form method="post" action=(here) novalidate data-autosave[draft]
            data-saving=[draft.then(|| say.text("screening-saving"))]
            data-saved=[draft.then(|| say.text("screening-saved"))]
            data-failed=[draft.then(|| say.text("screening-not-saved"))] {
            (asked(visit, &form, step, visit.now.date()))
            (actions(&[button(Look::Primary, None, &say.text("next"))]))
            @if draft { p.saved role="status" {} }
        }
        (take_back(visit, step))
    };
    page_with(visit, Tab::None, &say.text("screening-title"), &body, &["autosave.js"])
}

/// Back, and how far.
fn head(visit: &Visit, steps: &[Step<'_>], step: &Step<'_>) -> Markup {
    let say = &visit.say;
    let place = steps.iter().position(|known| known.id == step.id).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|before| steps.get(before));
    let back = before.map(|before| format!("/screening/{}", before.id));
    let counted = [("n", (place + 1).into()), ("of", steps.len().into())];
    let far = progress(
        place + 1,
        steps.len(),
        &say.with("screening-far", &counted),
        &say.text("screening-progress"),
    );
    let word = say.text("back");
    html! {
        (step_header(back.as_deref().map(|back| (back, word.as_str())), &far))
        @if place == 0 { p.quiet { (say.text("screening-welcome")) } }
    }
}

fn asked(visit: &Visit, form: &Form<'_>, step: &Step<'_>, today: Date) -> Markup {
    let protocol = &visit.protocol;
    match &step.kind {
        Kind::Goals => about::goals(form, protocol),
        Kind::Areas => about::areas(form, protocol),
        Kind::About => about::about(form, protocol, today),
        Kind::Device => about::device(form, protocol, today),
        Kind::Ask(questions) => ask::questions(form, protocol, questions, today),
    }
}

/// The group of a step, if its questions are one.
fn group<'s>(step: &'s Step<'_>) -> Option<&'s str> {
    step.questions().next()?.group.as_deref()
}

/// A form of its own, so that the return key in the other one never means "none".
fn none_of_these(visit: &Visit, step: &Step<'_>, here: &str) -> Markup {
    let Kind::Ask(questions) = &step.kind else { return html! {} };
    if questions.len() < 2 || !ask::can_be_none(questions) {
        return html! {};
    }
    html! {
        form method="post" action=(here) {
            (hidden("all", "none"))
            (button(Look::Secondary, Some(Icon::Done), &visit.say.text("screening-none")))
        }
    }
}

/// The last answer can be taken back from the step that follows it.
fn take_back(visit: &Visit, step: &Step<'_>) -> Markup {
    let profile = visit.person.as_ref().map(|person| &person.record);
    match profile.and_then(|profile| profile.steps_done.last()) {
        Some(last) if *last != step.id && !profile.is_some_and(|profile| step.is_done(profile)) => {
            undo_bar(visit)
        }
        _ => html! {},
    }
}

/// The bar that takes the last answer back.
pub(super) fn undo_bar(visit: &Visit) -> Markup {
    let say = &visit.say;
    undo(&say.text("screening-kept"), "/screening/undo", &say.text("screening-undo"))
}
