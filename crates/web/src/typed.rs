//! What people type into date fields, read kindly: a mistake is told in a sentence that says how to mend it.
//!
//! Browsers send `2026-12-05`; whoever writes by hand gets the same reading.

use jiff::civil::{Date, date};

use crate::say::Say;

/// Why a date can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Not three numbers with lines between them.
    NotADate,
    /// The month of the year has only so many days.
    NoSuchDay { year: i16, month: i8, days: i8 },
    /// It is still to come, where only past days make sense.
    Ahead,
    /// It is over, where only coming days make sense.
    Over,
    /// Nobody alive is that old.
    LongAgo,
}

impl Wrong {
    /// The sentence beside the field.
    pub(crate) fn say(self, say: &Say) -> String {
        match self {
            Self::NotADate => say.text("typed-not-a-date"),
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
    let days = date(year, month, 1).days_in_month();
    Date::new(year, month, day).map_err(|_| Wrong::NoSuchDay { year, month, days })
}

/// A day that is not after today.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn past_day(text: &str, today: Date) -> Result<Date, Wrong> {
    const OLDEST: i16 = 130;
    let read = day(text)?;
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
    fn past_and_coming_days_meet_today() {
        let today = date(2026, 12, 5);
        assert_eq!(past_day("2026-12-05", today), Ok(today));
        assert_eq!(past_day("2026-12-06", today), Err(Wrong::Ahead));
        assert_eq!(past_day("1066-10-14", today), Err(Wrong::LongAgo));
        assert_eq!(coming_day("2026-12-05", today), Ok(today));
        assert_eq!(coming_day("2026-12-04", today), Err(Wrong::Over));
    }
}
