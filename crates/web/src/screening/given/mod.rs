//! An answer to one of the protocol's questions, between its form and the words people read.
//!
//! A question is a line of a checklist: a tick says that it applies, and what a tick leaves open is asked under it. How a
//! form is read is in [`read`], what the form of a known answer holds in [`mod@fields`]; one reading and one form, wherever
//! questions are put. What an answer means is decided in `care`; how the record keeps it is in `chart`.

mod fields;
mod page;
mod read;
#[cfg(test)]
mod tests;

use care::protocol::rows::Question;

pub(crate) use chart::screening::said::words;
pub(crate) use fields::fields;
pub(crate) use page::{Lines, Pressed};
pub(crate) use read::{Answering, LENGTH_WRONG};

/// The value of a tick that leaves open which answer applies.
pub(crate) const TICKED: &str = "ticked";

/// The field of a dated answer's day; its parts are in three fields after it.
pub(crate) fn date_field(question: &Question) -> String {
    format!("{}-on", question.id)
}

/// The field of a dated answer's detail.
pub(crate) fn detail_field(question: &Question) -> String {
    format!("{}-detail", question.id)
}

/// The field of the length of the needles.
pub(crate) fn length_field(question: &Question) -> String {
    format!("{}-mm", question.id)
}

/// The tick for a day that nobody knows.
pub(crate) fn undated_field(question: &Question) -> String {
    format!("{}-undated", question.id)
}

/// The answers that may apply to whoever ticks the line: all but the harmless one, in the order of the protocol.
pub(crate) fn ways(question: &Question) -> Vec<&str> {
    let dated = question.dated.iter().map(|dated| dated.key.as_str());
    question.answers.iter().skip(1).map(String::as_str).chain(dated).collect()
}

/// The one answer that a tick stands for, where nothing more has to be asked.
pub(crate) fn only_way(question: &Question) -> Option<&str> {
    match ways(question).as_slice() {
        [only] if question.dated.is_none() => Some(only),
        _ => None,
    }
}

/// The harmless answer as a word, if it is one.
pub(crate) fn harmless(question: &Question) -> Option<&str> {
    question.answers.first().map(String::as_str)
}
