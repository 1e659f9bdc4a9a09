//! Wording by language: every text by its key, and numbers, dates and lists as the language writes them.
//!
//! Rows hold no sentences ([`care`] knows none); they are read here, one [`Wording`] a language, each held against the rows
//! ([`check`]), so that no language lacks a sentence that another has. A protocol beside its wording is a [`Worded`]; all
//! variants in all languages are [`Editions`]. Which languages there are, and which a reader gets, is in [`language`]; a
//! language that is none, with rules unlike ours, in [`pseudo`]. What is said of a decision is put together by the crate
//! `text`, and nothing is decided here.

pub mod check;
pub mod compare;
mod dates;
mod editions;
mod fluent;
pub mod language;
mod lists;
pub mod machine;
mod numbers;
pub mod pseudo;
mod saying;
mod wording;

pub use editions::{Editions, Worded};
pub use language::Language;
pub use numbers::Marks;
pub use saying::{Saying, Value};
pub use wording::{Variable, Wording};

use care::protocol::Files;

/// The protocol in the program itself: its rows, and its sentences in every language.
pub fn built_in() -> Files {
    let mut files = Files::built_in();
    for language in Language::all().iter().filter(|language| !language.is_pseudo()) {
        let texts = language.sentences().iter();
        files.extend(
            texts.map(|(name, text)| (format!("texts/{language}/{name}.ftl"), (*text).to_owned())),
        );
    }
    files
}
