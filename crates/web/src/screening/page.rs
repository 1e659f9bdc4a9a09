//! The page of one step: how far one is, what it asks, and the ways on and back.

use axum::response::Response;
use chart::screening::given::Given;
use chart::screening::steps::{Kind, Step, open};
use maud::{Markup, html};
use words::Worded;

use super::back::BEFORE;
use super::sheet::Sheet;
use super::unseen::{self, SEEN};
use super::{about, ask};
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::say::Say;
use crate::to::To;
use crate::ui::{
    Icon, Look, Notice, actions, button_as, disclosure, heading, hidden, notice, progress,
    silent_button, step_header,
};

/// The field of the buttons, and what is wrong with the page as a whole.
pub(super) const GO: &str = "go";
/// Its value for "none of these".
pub(super) const NONE: &str = "none";
/// Its value for going on with what is ticked.
const ON: &str = "on";

/// A step with what stands in its fields and what is wrong with them.
pub(super) fn step(reader: &Reader, steps: &[Step<'_>], step: &Step<'_>, typed: &Form) -> Response {
    let say = &reader.say;
    let form = Sheet::new(say, typed);
    let body = html! {
        (head(reader, steps, step))
        @if !form.problems.is_empty() { (notice(Notice::Problem, &problem(&form))) }
        form method="post" action=(reader.to(To::Step(&step.id))) novalidate data-autosave
            data-saving=(say.text("screening-saving"))
            data-saved=(say.text("screening-saved"))
            data-failed=(say.text("screening-not-saved")) {
            (silent_button(GO, ON))
            @for line in unseen::seen(step, &reader.person.record) { (hidden(SEEN, line)) }
            @if typed.fields().has(BEFORE) { (hidden(BEFORE, typed.text(BEFORE))) }
            (asked(reader, &form, step))
            (ways_on(reader, step))
            p.saved role="status" {}
        }
        (why(reader, step))
    };
    let title = typed.titled(say, &title(say, &reader.protocol, step));
    typed.answer(page_with(reader, tab(reader, steps), &title, &body, &["autosave.js", "lines.js"]))
}

/// Until everything is answered there is nowhere else to go.
fn tab(reader: &Reader, steps: &[Step<'_>]) -> Tab {
    if open(steps, Some(&reader.person.record)).is_some() { Tab::Alone } else { Tab::None }
}

/// What a step asks, in a few words.
pub(super) fn title(say: &Say, protocol: &Worded, step: &Step<'_>) -> String {
    match &step.kind {
        Kind::Goals => say.text("screening-goals"),
        Kind::About => say.text("screening-about"),
        Kind::Device => say.text("screening-device"),
        Kind::Ask(questions) => ask::title(protocol, questions),
    }
}

/// What is wrong with the page as a whole, or that something on it is.
fn problem(form: &Sheet<'_>) -> String {
    let whole = form.problem(GO).map(str::to_owned);
    whole.unwrap_or_else(|| form.say.text("screening-look-again"))
}

/// Back, and how far.
fn head(reader: &Reader, steps: &[Step<'_>], step: &Step<'_>) -> Markup {
    let say = &reader.say;
    let place = steps.iter().position(|known| known.id == step.id).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|before| steps.get(before));
    let back = before.map(|before| reader.to(To::Step(&before.id)));
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

fn asked(reader: &Reader, form: &Sheet<'_>, step: &Step<'_>) -> Markup {
    let protocol = &reader.protocol;
    match &step.kind {
        Kind::Goals => about::goals(form, protocol),
        Kind::About => about::about(form, protocol),
        Kind::Device => about::device(form, protocol),
        Kind::Ask(questions) => {
            ask::lines(form, protocol, questions, &heading(&ask::title(protocol, questions)))
        }
    }
}

/// Why a group is asked; why a single question is stands beside it.
fn why(reader: &Reader, step: &Step<'_>) -> Markup {
    let Some(group) = step.questions().next().and_then(|first| first.group.as_ref()) else {
        return html! {};
    };
    let why = reader.protocol.texts().say(&format!("group-{group}.why")).into_owned();
    disclosure(&reader.say.text("screening-why"), &html! { p { (why) } }, false)
}

/// "None of these" has to be pressed: nothing said is never taken for it. Whoever said it before is told so.
fn ways_on(reader: &Reader, step: &Step<'_>) -> Markup {
    let say = &reader.say;
    let on = button_as(Look::Primary, None, &say.text("next"), GO, ON);
    let Kind::Ask(questions) = &step.kind else { return actions(&[on]) };
    if !ask::can_be_none(questions) {
        return actions(&[on]);
    }
    let none = button_as(Look::Secondary, Some(Icon::Done), &say.text("screening-none"), GO, NONE);
    html! {
        @if said_none(reader, step) { p.quiet { (say.text("screening-said-none")) } }
        div.none-or-on { (actions(&[none, on])) }
    }
}

/// Whether all of a step was answered by what speaks against nothing.
fn said_none(reader: &Reader, step: &Step<'_>) -> bool {
    step.questions().all(|question| {
        let kept = reader.person.record.answers.get(&question.id);
        let given = kept.and_then(|kept| Given::of_record(question, kept));
        given == Some(Given::harmless(question))
    })
}
