//! Fields: big choices, yes and no, ticks, and lines to write in; scores are in [`mod@super::scale`].
//!
//! Every field works without scripts and keeps what was typed. Names are the form's own; words come in as arguments.

use maud::{Markup, Render, html};

use super::block::disclosure;
use super::icon::{Icon, icon};

/// Whether one or several of a list may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the list.
    Radio,
    /// Any of the list.
    Checkbox,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
        }
    }
}

/// One answer as a large card to tap. Put several into [`choices`].
pub fn choice(
    name: &str,
    value: &str,
    title: &str,
    hint: Option<&str>,
    checked: bool,
    kind: Kind,
) -> Markup {
    html! {
        label.choice {
            input type=(kind.word()) name=(name) value=(value) checked[checked];
            span.text { span.word { (title) } @if let Some(hint) = hint { span.hint { (hint) } } }
        }
    }
}

/// The one question of a page with its choices under it; `why` opens to the reason for asking (summary, text).
pub fn question(
    legend: &str,
    hint: Option<&str>,
    answers: &[Markup],
    why: Option<(&str, &str)>,
) -> Markup {
    choices(&heading(legend), hint, answers, why)
}

/// A legend that is the heading of its page.
pub fn heading(legend: &str) -> Markup {
    html! { h1 { (legend) } }
}

/// One of several questions on a page, otherwise like [`question`].
pub fn choices(
    legend: &(impl Render + ?Sized),
    hint: Option<&str>,
    choices: &[Markup],
    why: Option<(&str, &str)>,
) -> Markup {
    html! {
        fieldset.choices {
            legend { (legend) }
            @if let Some(hint) = hint { p.hint { (hint) } }
            @for choice in choices { (choice) }
            @if let Some((summary, why)) = why { (disclosure(summary, &html! { p { (why) } }, false)) }
        }
    }
}

/// A small choice in a row of segments: Yes, No, Don't know. `options` are (value, word).
pub fn yes_no(
    name: &str,
    legend: &(impl Render + ?Sized),
    why: Option<(&str, &str)>,
    options: &[(&str, &str)],
    chosen: Option<&str>,
) -> Markup {
    html! {
        fieldset.segmented {
            legend { (legend) }
            div.segments {
                @for (value, word) in options {
                    label {
                        input type="radio" name=(name) value=(value) checked[chosen == Some(*value)];
                        span { (word) }
                    }
                }
            }
            @if let Some((summary, why)) = why { (disclosure(summary, &html! { p { (why) } }, false)) }
        }
    }
}

/// A small tick with its word, for warning signs and lists to work through.
pub fn tick(name: &str, value: &str, word: &str, hint: Option<&str>, checked: bool) -> Markup {
    tick_as(None, (name, value), word, hint, checked)
}

/// The same with an id, for what sets it from elsewhere.
pub fn tick_as(
    id: Option<&str>,
    (name, value): (&str, &str),
    word: &str,
    hint: Option<&str>,
    checked: bool,
) -> Markup {
    html! {
        label.tick {
            input type="checkbox" id=[id] name=(name) value=(value) checked[checked];
            span.text { span.word { (word) } @if let Some(hint) = hint { span.hint { (hint) } } }
        }
    }
}

/// Ticks under one heading, two beside each other where there is room.
pub fn ticks(legend: &(impl Render + ?Sized), hint: Option<&str>, ticks: &[Markup]) -> Markup {
    html! {
        fieldset.ticks {
            legend { (legend) }
            @if let Some(hint) = hint { p.hint { (hint) } }
            div.tick-list { @for tick in ticks { (tick) } }
        }
    }
}

/// What is written into a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input<'a> {
    /// One line.
    Text,
    /// Several lines, of at most so many letters.
    Lines(usize),
    /// A date; from and to in the form 2026-11-23.
    Date(Option<&'a str>, Option<&'a str>),
    /// A date with a time of day.
    DateTime,
    /// A number with the least, the most and the step, as they are written; and its unit.
    Number(&'a str, &'a str, &'a str, &'a str),
    /// A passphrase; the browser's hint is `current-password` or `new-password`.
    Passphrase(&'a str),
    /// A file; which are taken.
    File(&'a str),
}

/// A labelled field.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The form's name for it; also the id of the element.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// A quiet line of help.
    pub hint: Option<&'a str>,
    /// What is in it.
    pub value: &'a str,
    /// What is wrong with it, and what to do.
    pub problem: Option<&'a str>,
    /// Whether it may not be left empty.
    pub required: bool,
    /// What is written into it.
    pub input: Input<'a>,
}

/// A line, date, number, passphrase or file with its label, help and problem.
pub fn field(field: &Field<'_>) -> Markup {
    field_as(field.name, field)
}

/// The same with an id of its own, for pages that ask the same in several forms.
pub fn field_as(id: &str, field: &Field<'_>) -> Markup {
    let described = described(id, field);
    html! {
        div.field.wrong[field.problem.is_some()] {
            label for=(id) { (field.label) }
            @if let Some(hint) = field.hint { p.hint id={ (id) "-hint" } { (hint) } }
            (control(id, field, described.as_deref()))
            @if let Some(problem) = field.problem {
                p.problem id={ (id) "-problem" } { (icon(Icon::Care)) span { (problem) } }
            }
        }
    }
}

/// The ids of the help and the problem that stand by a field.
fn described(id: &str, field: &Field<'_>) -> Option<String> {
    let hint = field.hint.map(|_| format!("{id}-hint"));
    let problem = field.problem.map(|_| format!("{id}-problem"));
    match (hint, problem) {
        (Some(hint), Some(problem)) => Some(format!("{hint} {problem}")),
        (hint, problem) => hint.or(problem),
    }
}

fn control(id: &str, field: &Field<'_>, described: Option<&str>) -> Markup {
    let (kind, min, max, step) = match field.input {
        Input::Text => ("text", None, None, None),
        // A browser empties a date or a number that it can't read; what was typed stays in a plain field then.
        Input::Date(..) | Input::DateTime | Input::Number(..) if !shows(field) => {
            ("text", None, None, None)
        }
        // Where a comma may be written a browser of another language would leave it out: 0,25 would be 025.
        Input::Number(_, _, step, _) if step.contains('.') => ("text", None, None, None),
        // What was refused may lie outside: the browser would not let it be sent again to be told why.
        Input::Date(..) if field.problem.is_some() => ("date", None, None, None),
        Input::Date(min, max) => ("date", min, max, None),
        Input::DateTime => ("datetime-local", None, None, None),
        Input::Number(min, max, step, _) => ("number", Some(min), Some(max), Some(step)),
        Input::Passphrase(_) => ("password", None, None, None),
        Input::File(_) => ("file", None, None, None),
        Input::Lines(most) => return lines(id, field, most, described),
    };
    let is_number = matches!(field.input, Input::Number(..)) && field.problem.is_none();
    let unit = if let Input::Number(.., unit) = field.input { unit } else { "" };
    let (complete, accept) = match field.input {
        Input::Passphrase(hint) => (hint, None),
        Input::File(accept) => ("off", Some(accept)),
        _ => ("off", None),
    };
    // What was typed is kept, but a passphrase never goes back into a page.
    let value = (!matches!(kind, "file" | "password")).then_some(field.value);
    html! {
        span.control {
            input type=(kind) id=(id) name=(field.name) value=[value] min=[min] max=[max] step=[step]
                inputmode=[is_number.then_some("decimal")] accept=[accept] autocomplete=(complete)
                required[field.required] aria-describedby=[described]
                aria-invalid=[field.problem.map(|_| "true")];
            @if !unit.is_empty() { span.unit { (unit) } }
        }
    }
}

/// Whether a browser's own field can show what is in it.
fn shows(field: &Field<'_>) -> bool {
    let value = field.value;
    let fits = match field.input {
        Input::Date(..) => value.len() == 10 && value.parse::<jiff::civil::Date>().is_ok(),
        Input::DateTime => {
            value.get(10..11) == Some("T") && value.parse::<jiff::civil::DateTime>().is_ok()
        }
        Input::Number(..) => value.parse::<f64>().is_ok_and(f64::is_finite),
        _ => true,
    };
    value.is_empty() || fits
}

fn lines(id: &str, field: &Field<'_>, most: usize, described: Option<&str>) -> Markup {
    html! {
        textarea id=(id) name=(field.name) rows="3" maxlength=(most) required[field.required]
            aria-describedby=[described] aria-invalid=[field.problem.map(|_| "true")] { (field.value) }
    }
}

/// A list to choose one from; `options` are (value, word).
pub fn select(name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                @for (value, word) in options {
                    option value=(value) selected[value == chosen] { (word) }
                }
            }
        }
    }
}

/// A field that is not seen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}
