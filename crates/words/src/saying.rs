//! A sentence before it is said: the key of its text, and the values in it.
//!
//! Whoever finds something wrong may not know yet in which language it will be told, or to whom. So they name the sentence,
//! and whoever tells it puts it into words with a [`Wording`]. A value may be a sentence itself.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Variable, Wording};

/// A sentence that is not in words yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    key: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// As it is: a name, a path, a word of a file, what a library says.
    Text(String),
    /// A number, by which a text may also choose its plural.
    Count(u64),
    /// An instant, told in UTC.
    Instant(Timestamp),
    /// Another sentence, or a part of one.
    Saying(Saying),
    /// A list, put together as the language does.
    List(Vec<Value>),
}

impl Saying {
    /// The sentence of this key.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), values: Vec::new() }
    }
    /// With a value in it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }
    /// In words.
    pub fn in_words(&self, texts: &Wording) -> String {
        let variable = |(name, value): &(&'static str, Value)| (*name, value.filled(texts));
        let variables: Vec<Variable<'_>> = self.values.iter().map(variable).collect();
        texts.with(&self.key, &variables)
    }
}

impl Value {
    fn filled(&self, texts: &Wording) -> FluentValue<'static> {
        match self {
            Self::Count(number) => FluentValue::from(*number),
            other => FluentValue::from(other.in_words(texts)),
        }
    }
    fn in_words(&self, texts: &Wording) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(number) => texts.marks().put(&number.to_string()),
            Self::Instant(at) => texts.moment(&at.to_zoned(TimeZone::UTC)),
            Self::Saying(saying) => saying.in_words(texts),
            Self::List(parts) => texts.list(parts.iter().map(|part| part.in_words(texts))),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Count(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Count(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Count(number.into())
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Instant(at)
    }
}

impl From<Saying> for Value {
    fn from(saying: Saying) -> Self {
        Self::Saying(saying)
    }
}

impl<V: Into<Self>> From<Vec<V>> for Value {
    fn from(parts: Vec<V>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_sentence_is_put_into_words_with_what_stands_in_it() {
        let texts = Wording::parse(Language::DEFAULT, &care::protocol::Files::default()).unwrap();
        let day = Saying::new("date")
            .with("day", 5_u64)
            .with("month", Saying::new("month-short-12"))
            .with("year", "2026");
        assert_eq!(day.in_words(&texts), "5 Dec 2026");
        let list = Saying::new("unit-mm").with("n", vec![Value::from("a"), Value::from(2_u64)]);
        assert_eq!(list.in_words(&texts), "a, 2 mm");
        let at: Timestamp = "2026-12-05T09:00:00Z".parse().unwrap();
        assert_eq!(
            Saying::new("unit-mm").with("n", at).in_words(&texts),
            "Sat 5 Dec 2026, 09:00 mm"
        );
    }
}
