//! A day as day, month and year, each in a short field of its own: no picker to fight with, no order to guess.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A day to be written.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// The form's name for it; its fields are `NAME-day`, `NAME-month` and `NAME-year`.
    pub name: &'a str,
    /// What it asks.
    pub legend: &'a str,
    /// A quiet line of help.
    pub hint: Option<&'a str>,
    /// The words for day, month and year, with what stands in each.
    pub parts: [(&'a str, &'a str); 3],
    /// What is wrong with it, and what to do.
    pub problem: Option<&'a str>,
    /// Whether it is the person's own birthday, which a browser may know.
    pub birthday: bool,
}

/// The three fields with their help and their problem.
pub fn day(day: &Day<'_>) -> Markup {
    let (hint, problem) = (format!("{}-hint", day.name), format!("{}-problem", day.name));
    let described = [day.hint.map(|_| hint.as_str()), day.problem.map(|_| problem.as_str())];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        fieldset.date.wrong[day.problem.is_some()] aria-describedby=[described] {
            legend { (day.legend) }
            @if let Some(text) = day.hint { p.hint id=(hint) { (text) } }
            div.date-parts { @for (place, part) in day.parts.iter().enumerate() { (one(day, place, *part)) } }
            @if let Some(text) = day.problem { p.problem id=(problem) { (icon(Icon::Care)) span { (text) } } }
        }
    }
}

fn one(day: &Day<'_>, place: usize, (word, value): (&str, &str)) -> Markup {
    let part = ["day", "month", "year"].get(place).copied().unwrap_or_default();
    let name = format!("{}-{part}", day.name);
    let most = if part == "year" { 4 } else { 2 };
    let complete = if day.birthday { format!("bday-{part}") } else { "off".to_owned() };
    html! {
        label for=(name) {
            span { (word) }
            input type="text" inputmode="numeric" id=(name) name=(name) value=(value) maxlength=(most)
                autocomplete=(complete) aria-invalid=[day.problem.map(|_| "true")];
        }
    }
}
