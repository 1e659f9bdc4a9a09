//! An answer in the words people read.

use care::measure::NeedleLength;
use care::protocol::rows::Question;
use care::words::{ProductClass, Word as _};
use jiff::civil::Date;
use words::Wording;

use super::given::{Given, UNKNOWN};

/// The answer in words.
pub fn words(given: &Given, question: &Question, say: &Wording, texts: &Wording) -> String {
    let answer = |word: &str| texts.say(&format!("answer-{word}")).into_owned();
    match given {
        Given::Unknown => answer(UNKNOWN),
        Given::Word(word) => answer(word),
        Given::Products(classes) if classes.is_empty() => say.text("screening-nothing"),
        Given::Products(classes) => {
            let name =
                |class: &ProductClass| texts.text(&format!("product-class-{}", class.word()));
            say.list(classes.iter().map(name))
        }
        Given::Dated { on, detail, length } => {
            let Some(dated) = &question.dated else { return say.date(*on) };
            let said = on_a_day(say, &answer(&dated.key), *on, *length);
            let Some(key) = &dated.detail else { return said };
            let word = answer(detail.as_deref().unwrap_or(UNKNOWN));
            let (label, word) = (answer(key).into(), word.into());
            // "It was: By mouth", but "Is the skin calm again? Yes"
            let asks = answer(key).ends_with('?');
            let key = if asks { "screening-answer-asked" } else { "screening-answer-more" };
            say.with(key, &[("said", said.into()), ("label", label), ("word", word)])
        }
    }
}

/// "Stopped 1 November 2026", or with the length of needles behind it.
fn on_a_day(say: &Wording, word: &str, on: Date, length: Option<NeedleLength>) -> String {
    let mut words = vec![("word", word.into()), ("date", say.date(on).into())];
    words.extend(length.map(|length| ("length", length.mm().into())));
    let key = if length.is_some() { "screening-answer-on-length" } else { "screening-answer-on" };
    say.with(key, &words)
}
