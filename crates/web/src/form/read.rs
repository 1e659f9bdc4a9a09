//! Readers of single fields: each gives what the field says, nothing if it was left empty, or what is wrong with it.
//!
//! Nothing is cut, rounded or taken for another value: what does not fit is told. Days are in [`super::day`].

use std::ops::RangeInclusive;
use std::str::FromStr;

use care::measure::NeedleLength;
use care::words::Word;
use store::{NewPassphrase, Note, TooLong, Unfit};

use super::{Value, Wrong};
use crate::fields::Fields;

/// A value that may not be missing; `missing` is the text that says so.
pub(crate) fn needed<T>(
    missing: &'static str,
    reader: impl FnOnce(&Fields, &str) -> Result<Option<T>, Wrong>,
) -> impl FnOnce(&Fields, &str) -> Result<T, Wrong> {
    move |fields, field| reader(fields, field)?.ok_or_else(|| missing.into())
}

/// In their own words.
pub(crate) fn note(fields: &Fields, field: &str) -> Result<Option<Note>, Wrong> {
    fields.text(field).map(Note::new).transpose().map_err(too_long)
}

fn too_long(TooLong { letters }: TooLong) -> Wrong {
    Wrong::new("note-too-long").with("n", letters).with("most", Note::MOST_LETTERS)
}

/// A line of at most so many letters; `wrong` is the text that says how many fit.
pub(crate) fn line(
    most: usize,
    wrong: &'static str,
) -> impl FnOnce(&Fields, &str) -> Result<Option<String>, Wrong> {
    move |fields, field| match fields.text(field) {
        Some(text) if text.chars().count() > most => {
            Err(Wrong::new(wrong).with("n", text.chars().count()).with("most", most))
        }
        text => Ok(text.map(str::to_owned)),
    }
}

/// A new passphrase of somebody with this name, as it was typed.
pub(crate) fn passphrase(
    name: Option<&str>,
) -> impl FnOnce(&Fields, &str) -> Result<NewPassphrase, Wrong> {
    move |fields, field| {
        let typed = fields.exact(field).unwrap_or_default();
        NewPassphrase::new(typed, name).map_err(|unfit| match unfit {
            Unfit::Short => Wrong::new("more-passphrase-short").with("n", NewPassphrase::SHORTEST),
            Unfit::Long => Wrong::new("more-passphrase-endless").with("n", NewPassphrase::LONGEST),
            Unfit::Common => "more-passphrase-common".into(),
        })
    }
}

/// The same passphrase as in another field.
pub(crate) fn same_as(first: &str) -> impl FnOnce(&Fields, &str) -> Result<(), Wrong> {
    move |fields, field| match fields.exact(field) == fields.exact(first) {
        true => Ok(()),
        false => Err("more-passphrase-differs".into()),
    }
}

/// A number of this range; `wrong` is the text that says which fit.
pub(crate) fn number<N: FromStr + PartialOrd + Copy + Into<f64>>(
    range: RangeInclusive<N>,
    wrong: &'static str,
) -> impl Fn(&Fields, &str) -> Result<Option<N>, Wrong> {
    move |fields, field| match fields.parsed::<N>(field) {
        Ok(None) => Ok(None),
        Ok(Some(number)) if range.contains(&number) => Ok(Some(number)),
        _ => Err(between(wrong, (*range.start()).into(), (*range.end()).into())),
    }
}

/// One of a closed list of words.
pub(crate) fn word<W: Word>(fields: &Fields, field: &str) -> Result<Option<W>, Wrong> {
    fields.word(field).map_err(|_| "typed-choose".into())
}

/// Several of a closed list of words; none of them may get lost.
pub(crate) fn words<W: Word>(fields: &Fields, field: &str) -> Result<Vec<W>, Wrong> {
    let found: Option<Vec<W>> = fields.all(field).map(W::find).collect();
    found.ok_or_else(|| "typed-choose".into())
}

/// Yes or no.
pub(crate) fn yes_no(fields: &Fields, field: &str) -> Result<Option<bool>, Wrong> {
    match fields.text(field) {
        None => Ok(None),
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some(_) => Err("typed-choose".into()),
    }
}

/// The length of needles as it stands on their box; people write a comma as often as a point.
pub(crate) fn length(
    wrong: &'static str,
) -> impl Fn(&Fields, &str) -> Result<Option<NeedleLength>, Wrong> {
    move |fields, field| {
        let Some(text) = fields.text(field) else { return Ok(None) };
        let length = text.replace(',', ".").parse().ok().and_then(NeedleLength::from_mm);
        let (low, high) = NeedleLength::RANGE_MM;
        length.map(Some).ok_or_else(|| between(wrong, low, high))
    }
}

/// That a number is not in this range; `wrong` is the text that says so.
pub(crate) fn between(wrong: &'static str, low: f64, high: f64) -> Wrong {
    Wrong::new(wrong).with("low", Value::Number(low)).with("high", Value::Number(high))
}
