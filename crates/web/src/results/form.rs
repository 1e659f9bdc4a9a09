//! The form for a score: read once into a record, or shown again as it was typed.

use care::protocol::rows::Scale;
use chart::results::is_own;
use jiff::civil::Date;
use maud::{Markup, html};
use store::Id;
use store::records::Score;

use super::change::number;
use super::curve::NARROW;
use crate::fields::Fields;
use crate::to::To;
use crate::typed;
use crate::ui::{
    self, Field, Icon, Input, Look, Notice, button, card, field, hidden, notice, yes_no,
};
use crate::visit::Owner;

/// The most letters that a note keeps.
const MOST_LETTERS: usize = 4000;
/// The range of a person's own score.
const OWN: [f64; 2] = [0.0, 10.0];

/// What is wrong with what was typed: the sentence beside each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    pub value: Option<String>,
    pub on: Option<String>,
}

/// Reads a score.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(owner: &Owner, scale: &Scale, fields: &Fields) -> Result<Score, Wrong> {
    match (value(owner, scale, fields), day(owner, fields)) {
        (Ok(value), Ok(on)) => {
            let note = fields.text("note").map(|note| note.chars().take(MOST_LETTERS).collect());
            Ok(Score { scale: scale.id.clone(), on, value, note })
        }
        (value, on) => Err(Wrong { value: value.err(), on: on.err() }),
    }
}

/// A whole number of the scale.
fn value(owner: &Owner, scale: &Scale, fields: &Fields) -> Result<f64, String> {
    let [low, high] = scale.range;
    let read = fields.parsed::<f64>("value").ok().flatten();
    let fits = |value: &f64| value.fract() == 0.0 && (low..=high).contains(value);
    read.filter(fits).ok_or_else(|| {
        let ends = [("low", number(low).into()), ("high", number(high).into())];
        owner.say.with("results-value-wrong", &ends)
    })
}

/// Today or a day before, and no earlier than the person was born.
fn day(owner: &Owner, fields: &Fields) -> Result<Date, String> {
    let say = &owner.say;
    let text = fields.text("on").unwrap_or_default();
    let on = typed::past_day(text, owner.now.date()).map_err(|wrong| wrong.say(say))?;
    match owner.person.record.born {
        Some(born) if on < born => Err(say.text("results-before-birth")),
        _ => Ok(on),
    }
}

/// The form in its card; `typed` is what could not be kept and why.
pub(super) fn form(owner: &Owner, scale: &Scale, typed: Option<(&Fields, &Wrong)>) -> Markup {
    let say = &owner.say;
    let fields = typed.map(|(fields, _)| fields);
    let id = fields.and_then(|fields| fields.text("id")).map(str::to_owned);
    let id = id.unwrap_or_else(|| Id::new(owner.app.now()).to_string());
    let body = html! {
        @if typed.is_some() { (notice(Notice::Problem, &say.text("results-not-kept"))) }
        @if !is_own(scale) { p { (say.text("results-rater-needed")) } }
        form method="post" action=(owner.to(To::Scores)) {
            (hidden("id", &id))
            (hidden("scale", &scale.id))
            (score(owner, scale, typed))
            (on(owner, typed))
            (note(owner, fields))
            (button(Look::Primary, Some(Icon::Done), &say.text("save")))
        }
    };
    html! { div id="enter" { (card(&say.text("results-enter"), &body)) } }
}

/// The score: a number to choose where there are few, else one to write. None is chosen before: the last score, or a middle,
/// would draw the next one towards itself.
fn score(owner: &Owner, scale: &Scale, typed: Option<(&Fields, &Wrong)>) -> Markup {
    let say = &owner.say;
    let label = say.text("results-score");
    let typed_value = typed.and_then(|(fields, _)| fields.text("value"));
    let problem = typed.and_then(|(_, wrong)| wrong.value.as_deref());
    let [low, high] = scale.range;
    let (least, most) = (number(low), number(high));
    let control = if scale.range == OWN {
        let (none, most) = (say.text("results-none"), say.text("results-most"));
        ui::score("value", &label, typed_value, &none, &most)
    } else if high - low <= NARROW {
        let words = numbers(low, high);
        let options: Vec<(&str, &str)> =
            words.iter().map(|word| (word.as_str(), word.as_str())).collect();
        yes_no("value", &label, None, &options, typed_value)
    } else {
        let hint = say.with(
            "results-range",
            &[("low", least.as_str().into()), ("high", most.as_str().into())],
        );
        return field(&Field {
            name: "value",
            label: &label,
            hint: Some(&hint),
            value: typed_value.unwrap_or_default(),
            problem,
            required: true,
            input: Input::Number(&least, &most, "1", ""),
        });
    };
    html! { (control) @if let Some(problem) = problem { (notice(Notice::Problem, problem)) } }
}

/// Every whole number of a narrow scale.
fn numbers(low: f64, high: f64) -> Vec<String> {
    let mut all = Vec::new();
    let mut value = low;
    while value <= high {
        all.push(number(value));
        value += 1.0;
    }
    all
}

fn on(owner: &Owner, typed: Option<(&Fields, &Wrong)>) -> Markup {
    let today = owner.now.date().to_string();
    let born = owner.person.record.born.map(|born| born.to_string());
    let label = owner.say.text("results-date");
    field(&Field {
        name: "on",
        label: &label,
        hint: None,
        value: typed.map_or(today.as_str(), |(fields, _)| fields.text("on").unwrap_or_default()),
        problem: typed.and_then(|(_, wrong)| wrong.on.as_deref()),
        required: true,
        input: Input::Date(born.as_deref(), Some(&today)),
    })
}

fn note(owner: &Owner, typed: Option<&Fields>) -> Markup {
    let label = owner.say.text("results-note");
    let value = typed.and_then(|fields| fields.text("note")).unwrap_or_default();
    ui::note(&owner.say.text("results-note-add"), &label, value)
}
