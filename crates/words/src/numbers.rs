//! Numbers as a language writes them: the sign before decimals, and what keeps thousands apart.
//!
//! Every number of a text goes through here, also those that a text places by itself (`{ $n }`). What a program reads
//! (fields of forms, JSON, files, ids) is written by the code that makes it, always with a point.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::Wording;

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// `1,234.5`, as in English.
    Point,
    /// `1.234,5`, as in German or Spanish.
    Comma,
    /// `1 234,5`, with a space that doesn't break, as in French or Polish.
    Space,
}

/// How Fluent is told to write a number that a text places.
type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

impl Marks {
    const fn decimal(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma | Self::Space => ',',
        }
    }
    const fn between_thousands(self) -> &'static str {
        match self {
            Self::Point => ",",
            Self::Comma => ".",
            Self::Space => "\u{202f}",
        }
    }

    /// A number as Rust writes it, put into these marks; a minus stays what it was.
    pub(crate) fn put(self, plain: &str) -> String {
        let digits = plain.find(|letter: char| letter.is_ascii_digit()).unwrap_or(plain.len());
        let (sign, number) = plain.split_at_checked(digits).unwrap_or((plain, ""));
        let (whole, part) =
            number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
        let mut written = sign.to_owned();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                written.push_str(self.between_thousands());
            }
            written.push(digit);
        }
        if let Some(part) = part {
            written.push(self.decimal());
            written.push_str(part);
        }
        written
    }
}

impl Wording {
    /// A number with as many decimals as it has.
    pub fn number(&self, number: f64) -> String {
        self.marks().put(&number.to_string())
    }
    /// A number with so many decimals.
    pub fn fixed(&self, number: f64, places: usize) -> String {
        self.marks().put(&format!("{number:.places$}"))
    }
    /// The same with its sign, which is a real minus; what rounds to 0 has none.
    pub fn signed(&self, number: f64, places: usize) -> String {
        let written = format!("{number:+.places$}");
        match written.contains(|digit: char| ('1'..='9').contains(&digit)) {
            true => self.marks().put(&written.replace('-', "−")),
            false => self.fixed(0.0, places),
        }
    }
}

pub(crate) fn formatter<M>(marks: Marks) -> Formatter<M> {
    match marks {
        Marks::Point => |value, _| number(value, Marks::Point),
        Marks::Comma => |value, _| number(value, Marks::Comma),
        Marks::Space => |value, _| number(value, Marks::Space),
    }
}

fn number(value: &FluentValue<'_>, marks: Marks) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(marks.put(&FluentNumber::as_string(number))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        for (plain, point, comma, space) in [
            ("0", "0", "0", "0"),
            ("0.25", "0.25", "0,25", "0,25"),
            ("999", "999", "999", "999"),
            ("1234.50", "1,234.50", "1.234,50", "1\u{202f}234,50"),
            ("-1234567", "-1,234,567", "-1.234.567", "-1\u{202f}234\u{202f}567"),
            ("+0.100", "+0.100", "+0,100", "+0,100"),
            ("NaN", "NaN", "NaN", "NaN"),
        ] {
            assert_eq!(Marks::Point.put(plain), point);
            assert_eq!(Marks::Comma.put(plain), comma);
            assert_eq!(Marks::Space.put(plain), space);
        }
    }
}
