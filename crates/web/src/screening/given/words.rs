//! An answer in the words people read.

use care::protocol::rows::Question;
use care::words::Word as _;
use chart::screening::given::{Given, UNKNOWN};
use words::Wording;

use crate::say::Say;

/// The answer in words.
pub(crate) fn words(given: &Given, question: &Question, say: &Say, texts: &Wording) -> String {
    let answer = |word: &str| texts.say(&format!("answer-{word}")).into_owned();
    match given {
        Given::Unknown => answer(UNKNOWN),
        Given::Word(word) => answer(word),
        Given::Products(classes) if classes.is_empty() => say.text("screening-nothing"),
        Given::Products(classes) => {
            let words: Vec<String> = classes
                .iter()
                .map(|class| texts.say(&format!("product-class-{}", class.word())).into_owned())
                .collect();
            words.join(", ")
        }
        Given::Dated { on, detail, length } => {
            let Some(dated) = &question.dated else { return say.date(*on) };
            let said = format!("{} {}", answer(&dated.key), say.date(*on));
            let said = match length {
                Some(length) => format!("{said} ({length} mm)"),
                None => said,
            };
            match &dated.detail {
                Some(key) => {
                    let word = answer(detail.as_deref().unwrap_or(UNKNOWN));
                    // "It was: By mouth", but "Is the skin calm again? Yes"
                    let label = answer(key);
                    let colon = if label.ends_with('?') { "" } else { ":" };
                    format!("{said}. {label}{colon} {word}")
                }
                None => said,
            }
        }
    }
}
