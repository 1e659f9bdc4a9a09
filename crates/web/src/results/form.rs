//! The form for a score: read once into a record, or shown again as it was typed.

use care::protocol::rows::Scale;
use chart::results::is_own;
use maud::{Markup, html};
use store::records::Score;

use super::change::number;
use super::curve::NARROW;
use crate::fields::Fields;
use crate::form::{Form, Wrong, day, read, show};
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{
    self, Field, Icon, Input, Look, Notice, button, card, field, hidden, notice, yes_no,
};

/// The range of a person's own score.
const OWN: [f64; 2] = [0.0, 10.0];

/// Reads a score; `None` if something is wrong with it, which the form then says.
pub(super) fn read(reader: &Reader, scale: &Scale, form: &mut Form) -> Option<Score> {
    let value = form.read("value", |fields, field| value(scale, fields, field));
    let born = reader.person.record.born;
    let past = read::needed("typed-not-a-date", day::past(reader.now.date()));
    // Today or a day before, and no earlier than the person was born.
    let on = form.read("on", |fields, field| day::of_a_life(past(fields, field)?, born));
    let note = form.read("note", read::note);
    let (Some(value), Some(on), Some(note)) = (value, on, note) else { return None };
    Some(Score { scale: scale.id.clone(), on, value, note })
}

/// A whole number of the scale.
fn value(scale: &Scale, fields: &Fields, field: &str) -> Result<f64, Wrong> {
    let [low, high] = scale.range;
    let wrong = "results-value-wrong";
    let read = read::number(low..=high, wrong)(fields, field)?;
    read.filter(|value| value.fract() == 0.0).ok_or_else(|| read::between(wrong, low, high))
}

/// The form in its card, with what could not be kept and why.
pub(super) fn form(reader: &Reader, scale: &Scale, form: &Form) -> Markup {
    let say = &reader.say;
    let body = html! {
        @if form.is_refused() { (notice(Notice::Problem, &say.text("results-not-kept"))) }
        @if !is_own(scale) { p { (say.text("results-rater-needed")) } }
        form method="post" action=(reader.to(To::Scores)) {
            (hidden("id", &form.id::<store::Outcome>(reader.at()).to_string()))
            (hidden("scale", &scale.id))
            (score(reader, scale, form))
            (on(reader, form))
            (show::note(say, form, &say.text("results-note-add"), &say.text("results-note")))
            (button(Look::Primary, Some(Icon::Done), &say.text("save")))
        }
    };
    html! { div id="enter" { (card(&say.text("results-enter"), &body)) } }
}

/// The score: a number to choose where there are few, else one to write. None is chosen before: the last score, or a middle,
/// would draw the next one towards itself.
fn score(reader: &Reader, scale: &Scale, form: &Form) -> Markup {
    let say = &reader.say;
    let label = say.text("results-score");
    let (typed, problem) = (form.fields().text("value"), form.told(say, "value"));
    let problem = problem.as_deref();
    let [low, high] = scale.range;
    let (least, most) = (number(low), number(high));
    let control = if scale.range == OWN {
        let (none, most) = (say.text("results-none"), say.text("results-most"));
        ui::score("value", &label, typed, &none, &most)
    } else if high - low <= NARROW {
        let words = numbers(low, high);
        let options: Vec<(&str, &str)> =
            words.iter().map(|word| (word.as_str(), word.as_str())).collect();
        yes_no("value", &label, None, &options, typed)
    } else {
        let hint = say.with(
            "results-range",
            &[("low", least.as_str().into()), ("high", most.as_str().into())],
        );
        return field(&Field {
            name: "value",
            label: &label,
            hint: Some(&hint),
            value: typed.unwrap_or_default(),
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

fn on(reader: &Reader, form: &Form) -> Markup {
    let today = reader.now.date().to_string();
    let born = reader.person.record.born.map(|born| born.to_string());
    let label = reader.say.text("results-date");
    field(&Field {
        name: "on",
        label: &label,
        hint: None,
        value: form.or("on", &today),
        problem: form.told(&reader.say, "on").as_deref(),
        required: true,
        input: Input::Date(born.as_deref(), Some(&today)),
    })
}
