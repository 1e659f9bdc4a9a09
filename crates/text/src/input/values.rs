//! Single values: a word, a number, a date, a moment, a zone; each as a type of `care`, or a problem noted.
//!
//! These are functions of the [`Reader`], which keeps the problems. What a date or a moment looks like is in
//! [`super::time`].

use std::borrow::Cow;

use care::measure::NeedleLength;
use care::words::{SkinType, Word};
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use words::Saying;

use super::node::Value;
use super::problem::{nearest, one_of, quoted};
use super::reader::{Field, MOST, Reader};
use super::time;

impl Reader<'_> {
    /// Any text.
    pub fn text<'s>(&mut self, at: &Field<'s>, expected: Saying) -> Option<&'s str> {
        match &at.node.value {
            Value::Text(text) => Some(text),
            _ => self.not_a(at, "input-not-text", expected),
        }
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&mut self, at: &Field<'_>) -> Option<W> {
        let found = if let Value::Text(text) = &at.node.value { W::find(text) } else { None };
        if found.is_none() {
            self.refuse_word(at, a_kind::<W>("unknown"), &W::words());
        }
        found
    }

    /// Notes that a value is none of the words, with the nearest.
    pub fn refuse_word(
        &mut self,
        at: &Field<'_>,
        what: impl Into<Cow<'static, str>>,
        words: &[&str],
    ) {
        let near = match &at.node.value {
            Value::Text(text) => nearest(text, words.iter().copied()),
            Value::Bool(truth) => {
                words.iter().find(|word| **word == yes_or_no(*truth)).map(|word| (*word).to_owned())
            }
            _ => None,
        };
        let what = Saying::new(what).with("value", shown(&at.node.value));
        self.refuse(at, (what, Some(one_of(words.iter().copied()))), near);
    }

    /// A list of words, each kept once.
    pub fn words<W: Word>(&mut self, at: &Field<'_>) -> Option<Vec<W>> {
        if !matches!(at.node.value, Value::List(_)) {
            return self.not_a(at, "input-not-a-list", a_list::<W>());
        }
        let words = self.list(at, MOST, |reader, item| reader.word(&item))?;
        let mut once = Vec::with_capacity(words.len());
        words.into_iter().for_each(|word| {
            if !once.contains(&word) {
                once.push(word);
            }
        });
        Some(once)
    }

    /// A list of words with at least one in it.
    pub fn some_words<W: Word>(&mut self, at: &Field<'_>, empty: &'static str) -> Option<Vec<W>> {
        let words = self.words(at)?;
        if words.is_empty() {
            let expected = Saying::new(a_kind::<W>("some"));
            self.refuse(at, (Saying::new(empty), Some(expected)), None);
        }
        Some(words)
    }

    /// `true` or `false`.
    pub fn truth(&mut self, at: &Field<'_>) -> Option<bool> {
        match at.node.value {
            Value::Bool(truth) => Some(truth),
            _ => self.not_a(at, "input-not-a-truth", Saying::new("input-a-truth")),
        }
    }

    /// A whole number from the first to the last.
    pub fn whole<N: TryFrom<i64>>(&mut self, at: &Field<'_>, first: i64, last: i64) -> Option<N> {
        let number = match at.node.value {
            Value::Integer(number) if (first..=last).contains(&number) => N::try_from(number).ok(),
            _ => None,
        };
        let expected = || {
            Saying::new("input-a-whole-number")
                .with("first", first.to_string())
                .with("last", last.to_string())
        };
        number.or_else(|| self.not_a(at, "input-no-fitting-number", expected()))
    }

    /// A date within the years of a life.
    pub fn date(&mut self, at: &Field<'_>) -> Option<Date> {
        let date = match &at.node.value {
            Value::Date(date) => time::in_range(*date),
            Value::Text(text) => time::parse_date(text),
            other => {
                let what = Saying::new("input-not-a-date").with("value", shown(other));
                Err((what, Some(time::a_date())))
            }
        };
        date.map_err(|wrong| self.refuse(at, wrong, None)).ok()
    }

    /// A date with a time.
    pub fn moment(&mut self, at: &Field<'_>, zone: Option<&TimeZone>) -> Option<Zoned> {
        let moment = match &at.node.value {
            Value::Moment(text) => time::parse_moment(text, zone),
            Value::Text(text) => time::parse_moment(text, zone),
            Value::Date(date) => {
                let what = Saying::new("input-no-time").with("date", date.to_string());
                Err((what, Some(time::a_moment())))
            }
            other => {
                let what = Saying::new("input-not-a-moment").with("value", shown(other));
                Err((what, Some(time::a_moment())))
            }
        };
        moment.map_err(|wrong| self.refuse(at, wrong, None)).ok()
    }

    /// A time zone.
    pub fn zone(&mut self, at: &Field<'_>) -> Option<TimeZone> {
        let expected = || Saying::new("input-a-zone");
        let name = self.text(at, expected())?;
        let zone = time::find_zone(name);
        if zone.is_none() {
            let what = Saying::new("input-no-zone").with("value", quoted(name));
            self.refuse(at, (what, Some(expected())), time::nearest_zone(name));
        }
        zone
    }

    /// A Fitzpatrick skin type.
    pub fn skin_type(&mut self, at: &Field<'_>) -> Option<SkinType> {
        self.whole(at, 1, 6).and_then(SkinType::new)
    }

    /// A needle length in millimetres.
    pub fn length(&mut self, at: &Field<'_>) -> Option<NeedleLength> {
        let mm = match at.node.value {
            Value::Float(mm) => Some(mm),
            Value::Integer(mm) => Some(mm as f64),
            _ => None,
        };
        let (low, high) = NeedleLength::RANGE_MM;
        let expected = || {
            Saying::new("input-a-length")
                .with("low", low.to_string())
                .with("high", high.to_string())
        };
        let length = mm.and_then(NeedleLength::from_mm);
        length.or_else(|| self.not_a(at, "input-not-a-length", expected()))
    }
}

/// A value as a message shows it.
pub(crate) fn shown(value: &Value<'_>) -> words::Value {
    match value {
        Value::Text(text) => quoted(text).into(),
        Value::Integer(number) => number.to_string().into(),
        Value::Float(number) => number.to_string().into(),
        Value::Bool(truth) => truth.to_string().into(),
        Value::Date(date) => date.to_string().into(),
        Value::Moment(text) => quoted(text).into(),
        Value::Null => "null".into(),
        Value::List(_) => Saying::new("input-a-list").into(),
        Value::Table(_) => Saying::new("input-a-table").into(),
    }
}

/// The sentence about a closed list: `input-unknown-area`, `input-some-area`.
fn a_kind<W: Word>(which: &str) -> String {
    format!("input-{which}-{}", W::WHAT.replace(' ', "-"))
}

/// What is expected where a list of words is.
pub(crate) fn a_list<W: Word>() -> Saying {
    Saying::new("input-list-with").with("words", one_of(W::words()))
}

/// How files spell a truth where the question's words are yes and no.
pub(crate) fn yes_or_no(truth: bool) -> &'static str {
    if truth { "yes" } else { "no" }
}

/// A value that is text.
pub(crate) fn word_of<'s>(at: &Field<'s>) -> Option<&'s str> {
    if let Value::Text(text) = &at.node.value { Some(text) } else { None }
}

/// Whether a value is the word `unknown`.
pub(crate) fn is_unknown(at: &Field<'_>) -> bool {
    matches!(&at.node.value, Value::Text(text) if text == "unknown")
}
