//! Amounts of a medicine: a text that says how many grams says of what, and how strong, in the same text.
//!
//! Grams of one cream are a dangerous amount of another; whoever reads the sentence may have another in hand. And every
//! question that rules the cream out is there, and is asked: one that is misspelt would rule out nothing.

use super::Findings;
use crate::protocol::rows::Rows;
use crate::protocol::texts::{Texts, Variable};

/// The variable with which a text says an amount.
const GRAMS: &str = "grams";
/// The mark of a strength.
const STRENGTH: &str = "%";

pub(super) fn check(rows: &Rows, texts: &Texts, found: &mut Findings<'_>) {
    asked(rows, found);
    named(texts, found);
}

fn asked(rows: &Rows, found: &mut Findings<'_>) {
    let Some(cream) = &rows.cream else { return };
    for id in &cream.asks {
        let mut with_a_no =
            rows.question.iter().filter(|one| one.answers.iter().any(|word| word == "no"));
        let what = format!("it asks {id}, which is no question that can be answered with no");
        found.hold(
            with_a_no.any(|one| one.id == *id),
            "cream",
            &cream.id,
            &what,
            "name a question",
        );
    }
    for question in rows.question.iter().filter(|question| question.cream) {
        let what = "it is asked for the cream, which does not read it";
        let mend = "name it in the asks of the cream";
        found.hold(cream.asks.contains(&question.id), "question", &question.id, what, mend);
    }
}

fn named(texts: &Texts, found: &mut Findings<'_>) {
    for (name, file) in texts.names() {
        let Some(variables) = texts.variables(name).filter(|all| all.contains(GRAMS)) else {
            continue;
        };
        let filled: Vec<Variable<'_>> =
            variables.iter().map(|variable| (variable.as_str(), "1".into())).collect();
        let text = texts.say_with(name, &filled);
        let what = format!("the text {name} in {file} says how many grams, but not of what");
        let mend =
            "name the medicine and its strength in the same text, for example “lidocaine 2.5 %”";
        found.hold(text.contains(STRENGTH), "text", name, &what, mend);
    }
}
