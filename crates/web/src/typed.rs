//! What people type into date fields, read kindly: a mistake is told in a sentence that says how to mend it.
//!
//! Browsers send `2026-12-05`; whoever writes by hand gets the same reading. The screening asks for day, month and year in
//! three fields, which nobody has to know an order of.

use care::measure::NeedleLength;
use jiff::civil::{Date, date};

use crate::fields::Fields;
use crate::say::Say;

/// Why a date can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Not three numbers with lines between them.
    NotADate,
    /// Not all of day, month and year.
    Parts,
    /// The year is not written in full.
    Year,
    /// The month of the year has only so many days.
    NoSuchDay { year: i16, month: i8, days: i8 },
    /// It is still to come, where only past days make sense.
    Ahead,
    /// It is over, where only coming days make sense.
    Over,
    /// Nobody alive is that old.
    LongAgo,
    /// It lies before they were born.
    BeforeBirth,
}

impl Wrong {
    /// The sentence beside the field.
    pub(crate) fn say(self, say: &Say) -> String {
        match self {
            Self::NotADate => say.text("typed-not-a-date"),
            Self::Parts => say.text("typed-parts"),
            Self::Year => say.text("typed-year"),
            Self::NoSuchDay { year, month, days } => {
                // A year has no thousands separator, so it goes in as text.
                let year = year.to_string();
                let known = [
                    ("month", say.month(month).into()),
                    ("year", year.into()),
                    ("days", i64::from(days).into()),
                ];
                say.with("typed-no-such-day", &known)
            }
            Self::Ahead => say.text("typed-ahead"),
            Self::Over => say.text("typed-over"),
            Self::LongAgo => say.text("typed-long-ago"),
            Self::BeforeBirth => say.text("typed-before-birth"),
        }
    }
}

/// A date as a field sends it.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn day(text: &str) -> Result<Date, Wrong> {
    let mut parts = text.trim().split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Wrong::NotADate);
    };
    let year: i16 = year.parse().map_err(|_| Wrong::NotADate)?;
    let month: i8 = month.parse().map_err(|_| Wrong::NotADate)?;
    let day: i8 = day.parse().map_err(|_| Wrong::NotADate)?;
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
        return Err(Wrong::NotADate);
    }
    of(year, month, day)
}

fn of(year: i16, month: i8, day: i8) -> Result<Date, Wrong> {
    let days = date(year, month, 1).days_in_month();
    Date::new(year, month, day).map_err(|_| Wrong::NoSuchDay { year, month, days })
}

/// The three fields of a day.
pub(crate) fn part_names(name: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| format!("{name}-{part}"))
}

/// A day as the three fields show it.
pub(crate) fn part_fields(name: &str, on: Date) -> Vec<(String, String)> {
    let values = [on.day().to_string(), on.month().to_string(), on.year().to_string()];
    part_names(name).into_iter().zip(values).collect()
}

/// A day written in three fields; `None` if none of them is filled in.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn parts(fields: &Fields, name: &str) -> Option<Result<Date, Wrong>> {
    const FIRST_FULL_YEAR: i16 = 1000;
    let texts = part_names(name).map(|part| fields.text(&part).map(str::to_owned));
    if texts.iter().all(Option::is_none) {
        return None;
    }
    let [day, month, year] = texts.map(|text| text.and_then(|text| text.parse::<i16>().ok()));
    Some(match (day, month, year) {
        (Some(_), Some(1..=12), Some(0..FIRST_FULL_YEAR)) => Err(Wrong::Year),
        (Some(day), Some(month @ 1..=12), Some(year @ FIRST_FULL_YEAR..=9999)) => {
            of(year, i8::try_from(month).unwrap_or(1), i8::try_from(day).unwrap_or(0))
        }
        _ => Err(Wrong::Parts),
    })
}

/// A day that is not after today.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn past_day(text: &str, today: Date) -> Result<Date, Wrong> {
    past(day(text)?, today)
}

/// The same of a day that was read already.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn past(read: Date, today: Date) -> Result<Date, Wrong> {
    const OLDEST: i16 = 130;
    if read > today {
        return Err(Wrong::Ahead);
    }
    if read.year() < today.year().saturating_sub(OLDEST) {
        return Err(Wrong::LongAgo);
    }
    Ok(read)
}

/// A day that is not before today.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn coming_day(text: &str, today: Date) -> Result<Date, Wrong> {
    let read = day(text)?;
    if read < today { Err(Wrong::Over) } else { Ok(read) }
}

/// The length of needles as it stands on their box, with a point or a comma.
pub(crate) fn length(text: &str) -> Option<NeedleLength> {
    text.trim().replace(',', ".").parse().ok().and_then(NeedleLength::from_mm)
}

/// The sentence beside a length that can't be.
pub(crate) fn length_wrong(say: &Say) -> String {
    let (low, high) = NeedleLength::RANGE_MM;
    let range = [("low", low.into()), ("high", high.into())];
    say.with("screening-length-range", &range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_says_how_long_the_month_is() {
        let wrong = Wrong::NoSuchDay { year: 2027, month: 2, days: 28 };
        assert_eq!(day("2027-02-31"), Err(wrong));
        assert_eq!(day("2028-02-29"), Ok(date(2028, 2, 29)));
        for text in ["", "soon", "2027-13-01", "2027-02", "2027-02-01-1", "99999-01-01", "-1-01-01"]
        {
            assert_eq!(day(text), Err(Wrong::NotADate), "{text}");
        }
    }

    #[test]
    fn a_day_in_three_fields_is_read_or_says_what_it_lacks() {
        let read = |texts: [&str; 3]| {
            let values = texts.map(str::to_owned);
            parts(&Fields::of(part_names("on").into_iter().zip(values)), "on")
        };
        assert_eq!(read(["", " ", ""]), None);
        assert_eq!(read(["05", "12", "2026"]), Some(Ok(date(2026, 12, 5))));
        assert_eq!(read(["5", "12", "26"]), Some(Err(Wrong::Year)));
        let wrong = Wrong::NoSuchDay { year: 2027, month: 2, days: 28 };
        assert_eq!(read(["31", "2", "2027"]), Some(Err(wrong)));
        for texts in
            [["", "12", "2026"], ["5", "13", "2026"], ["5", "May", "2026"], ["5", "12", ""]]
        {
            assert_eq!(read(texts), Some(Err(Wrong::Parts)), "{texts:?}");
        }
        let fields = Fields::of(part_fields("on", date(2026, 12, 5)));
        assert_eq!(parts(&fields, "on"), Some(Ok(date(2026, 12, 5))));
    }

    #[test]
    fn past_and_coming_days_meet_today() {
        let today = date(2026, 12, 5);
        assert_eq!(past_day("2026-12-05", today), Ok(today));
        assert_eq!(past_day("2026-12-06", today), Err(Wrong::Ahead));
        assert_eq!(past_day("1066-10-14", today), Err(Wrong::LongAgo));
        assert_eq!(coming_day("2026-12-05", today), Ok(today));
        assert_eq!(coming_day("2026-12-04", today), Err(Wrong::Over));
    }
}
