//! A form as a page of questions shows it: what stands in its fields and what is wrong with them, in words.

use std::collections::BTreeMap;

use care::protocol::rows::Question;
use maud::{Markup, html};

use super::given::{date_field, detail_field, length_field};
use crate::fields::Fields;
use crate::form::Form;
use crate::form::day::part_names;
use crate::say::Say;
use crate::ui::{self, Notice, notice};

/// What a page of questions shows.
pub(crate) struct Sheet<'a> {
    /// The texts.
    pub say: &'a Say,
    /// What was answered or typed.
    pub fields: &'a Fields,
    /// What is wrong, by field.
    pub problems: BTreeMap<String, String>,
}

impl<'a> Sheet<'a> {
    /// A form with what stands in it and what is wrong with it.
    pub(crate) fn new(say: &'a Say, form: &'a Form) -> Self {
        let told = |field: &str| Some((field.to_owned(), form.told(say, field)?));
        let problems = form.wrong_fields().filter_map(told).collect();
        Self { say, fields: form.fields(), problems }
    }
    /// Whether this value of a field is chosen.
    pub(crate) fn chosen(&self, name: &str, value: &str) -> bool {
        self.fields.all(name).any(|chosen| chosen == value)
    }
    /// What stands in a field, as it was typed.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.fields.text(name).unwrap_or_default()
    }
    /// What is wrong with a field.
    pub(crate) fn problem(&self, name: &str) -> Option<&str> {
        self.problems.get(name).map(String::as_str)
    }
    /// Whether something is wrong with the line of a question.
    pub(crate) fn is_wrong(&self, question: &Question) -> bool {
        let names = [
            question.id.clone(),
            date_field(question),
            detail_field(question),
            length_field(question),
        ];
        names.iter().any(|name| self.problem(name).is_some())
    }
    /// A day in its three fields.
    pub(crate) fn day(
        &self,
        name: &str,
        legend: &str,
        hint: Option<&str>,
        birthday: bool,
    ) -> Markup {
        let [day, month, year] =
            ["typed-day", "typed-month", "typed-year-word"].map(|key| self.say.text(key));
        let [d, m, y] = part_names(name);
        let parts = [(&*day, self.value(&d)), (&*month, self.value(&m)), (&*year, self.value(&y))];
        let problem = self.problem(name);
        ui::day(&ui::Day { name, legend, hint, parts, problem, birthday })
    }
    /// What is wrong with a choice, as a notice above it.
    pub(crate) fn problem_above(&self, name: &str) -> Markup {
        html! { @if let Some(problem) = self.problem(name) { (notice(Notice::Problem, problem)) } }
    }
}
