//! Amounts of a medicine: a text that says how many grams says of what, and how strong, in the same text.
//!
//! Grams of one cream are a dangerous amount of another; whoever reads the sentence may have another in hand.

use super::Findings;
use crate::{Variable, Wording};

/// The variable with which a text says an amount.
const GRAMS: &str = "grams";
/// The mark of a strength.
const STRENGTH: &str = "%";

pub(super) fn check(texts: &Wording, found: &mut Findings<'_>) {
    for (name, file) in texts.of_rows() {
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
