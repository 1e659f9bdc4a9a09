//! Scores from 0 to 10 that nothing suggests: every number by itself, none of them chosen before the person does.

use maud::{Markup, html};

/// A score that has to be given.
pub fn score(name: &str, legend: &str, chosen: Option<&str>, low: &str, high: &str) -> Markup {
    let ends = format!("{name}-ends");
    html! {
        fieldset.segmented aria-describedby=(ends) {
            legend { (legend) }
            div.segments.eleven { @for number in 0..=10 { (cell(name, number, chosen, true)) } }
            p.ends id=(ends) { span { "0 " (low) } span { "10 " (high) } }
        }
    }
}

/// A score that may be left out; with "not answered" as a choice, since a radio button can't be put back.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// The form's name for it.
    pub name: &'a str,
    /// What is scored.
    pub legend: &'a str,
    /// What it was last time, in words.
    pub last: Option<&'a str>,
    /// What was chosen, if something was.
    pub chosen: Option<&'a str>,
    /// The words of 0 and 10.
    pub ends: (&'a str, &'a str),
    /// "Not answered".
    pub left_out: &'a str,
}

/// Twelve cells: "not answered", then 0 to 10.
pub fn scale(scale: &Scale<'_>) -> Markup {
    let ends = format!("{}-ends", scale.name);
    html! {
        fieldset.segmented.scale aria-describedby=(ends) {
            legend { (scale.legend) @if let Some(last) = scale.last { " " span.hint { (last) } } }
            div.segments.twelve {
                label {
                    input type="radio" name=(scale.name) value="" checked[scale.chosen == Some("")];
                    span aria-hidden="true" { "–" } span.hidden { (scale.left_out) }
                }
                @for number in 0..=10 { (cell(scale.name, number, scale.chosen, false)) }
            }
            p.ends id=(ends) {
                span { "– " (scale.left_out) } span { "0 " (scale.ends.0) } span { "10 " (scale.ends.1) }
            }
        }
    }
}

fn cell(name: &str, number: u8, chosen: Option<&str>, required: bool) -> Markup {
    let number = number.to_string();
    html! {
        label {
            input type="radio" name=(name) value=(number) required[required] checked[chosen == Some(number.as_str())];
            span { (number) }
        }
    }
}
