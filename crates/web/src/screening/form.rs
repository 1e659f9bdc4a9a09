//! A form being filled in: what stands in its fields and what is wrong with them.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::given::Wrong;
use crate::fields::Fields;
use crate::say::Say;
use crate::ui::{Notice, notice};

/// What a page of questions shows.
pub(crate) struct Form<'a> {
    /// The texts.
    pub say: &'a Say,
    /// What was answered or typed.
    pub fields: &'a Fields,
    /// What is wrong, by field.
    pub problems: BTreeMap<String, String>,
}

impl<'a> Form<'a> {
    /// A form with what stands in it and what is wrong with it.
    pub(crate) fn new(say: &'a Say, fields: &'a Fields, wrongs: Vec<Wrong>) -> Self {
        let problems = wrongs.into_iter().map(|wrong| (wrong.field, wrong.sentence)).collect();
        Self { say, fields, problems }
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
    /// What is wrong with a choice, as a notice above it.
    pub(crate) fn problem_above(&self, name: &str) -> Markup {
        html! { @if let Some(problem) = self.problem(name) { (notice(Notice::Problem, problem)) } }
    }
}
