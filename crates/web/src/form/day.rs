//! Days and moments as people type them, read kindly: a mistake is told in a sentence that says how to mend it.
//!
//! Browsers send `2026-12-05`; whoever writes by hand may write that, or the day first (`5.12.2026`). With slashes the order is
//! asked where it is not clear. The screening asks for day, month and year in
//! three fields, which nobody has to know an order of. Which years there may be is the same as in files.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use text::input::time::YEARS;

use super::{Value, Wrong};
use crate::fields::Fields;

/// A day as a field sends it.
pub(crate) fn any(fields: &Fields, field: &str) -> Result<Option<Date>, Wrong> {
    fields.text(field).map(parse).transpose()
}

/// A day that is not after today.
pub(crate) fn past(today: Date) -> impl Fn(&Fields, &str) -> Result<Option<Date>, Wrong> {
    move |fields, field| any(fields, field)?.map(|day| not_ahead(day, today)).transpose()
}

/// A day that is not before today.
pub(crate) fn coming(today: Date) -> impl Fn(&Fields, &str) -> Result<Option<Date>, Wrong> {
    move |fields, field| match any(fields, field)? {
        Some(day) if day < today => Err("typed-over".into()),
        day => Ok(day),
    }
}

/// A day that was read already, if it is not after today.
pub(crate) fn not_ahead(day: Date, today: Date) -> Result<Date, Wrong> {
    if day > today { Err("typed-ahead".into()) } else { Ok(day) }
}

/// A day that was read already, if somebody was born by then.
pub(crate) fn of_a_life(day: Date, born: Option<Date>) -> Result<Date, Wrong> {
    if born.is_some_and(|born| day < born) { Err("typed-before-birth".into()) } else { Ok(day) }
}

/// What is said of a moment that can't be, which forms word for themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moments {
    /// It can't be read.
    pub unreadable: &'static str,
    /// It is still to come.
    pub ahead: &'static str,
}

/// A date with a time as a field sends it, on the clocks of a zone and not after now.
pub(crate) fn moment<'a>(
    zone: &'a TimeZone,
    now: Timestamp,
    told: Moments,
) -> impl Fn(&Fields, &str) -> Result<Option<Timestamp>, Wrong> + 'a {
    move |fields, field| {
        let unreadable = || Wrong::new(told.unreadable);
        let Some(typed) = fields.parsed::<DateTime>(field).map_err(|_| unreadable())? else {
            return Ok(None);
        };
        possible(typed.date())?;
        let at = zone.to_timestamp(typed).map_err(|_| unreadable())?;
        if at > now { Err(told.ahead.into()) } else { Ok(Some(at)) }
    }
}

fn parse(text: &str) -> Result<Date, Wrong> {
    let text = text.trim();
    let mark = text.chars().find(|letter| matches!(letter, '-' | '.' | '/' | ' ')).unwrap_or('-');
    let parts: Vec<&str> =
        text.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect();
    let not_a_date = || Wrong::new("typed-not-a-date");
    let [one, two, three] = parts[..] else { return Err(not_a_date()) };
    if one.len() == 4 {
        return written(one, two, three);
    }
    if three.len() != 4 {
        return Err(not_a_date());
    }
    // With a slash some write the month first. Where both can be, it is asked and never guessed.
    match (mark, written(three, two, one), written(three, one, two)) {
        ('/', Ok(day), Ok(other)) if day != other => Err(Wrong::new("typed-which-day")
            .with("typed", text.to_owned())
            .with("one", day.to_string())
            .with("other", other.to_string())),
        ('/', Err(_), Ok(other)) => Ok(other),
        (_, day, _) => day,
    }
}

fn written(year: &str, month: &str, day: &str) -> Result<Date, Wrong> {
    let not_a_date = || Wrong::new("typed-not-a-date");
    let year: i16 = year.parse().map_err(|_| not_a_date())?;
    let month: i8 = month.parse().map_err(|_| not_a_date())?;
    let day: i8 = day.parse().map_err(|_| not_a_date())?;
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
        return Err(not_a_date());
    }
    of(year, month, day)
}

/// The month of the year has only so many days, and the year is one of those that there may be.
fn of(year: i16, month: i8, day: i8) -> Result<Date, Wrong> {
    let no_such_day = |_| {
        let days = date(year, month, 1).days_in_month();
        // A year has no thousands separator, so it goes in as text.
        Wrong::new("typed-no-such-day")
            .with("month", Value::Month(month))
            .with("year", year.to_string())
            .with("days", Value::Number(f64::from(days)))
    };
    possible(Date::new(year, month, day).map_err(no_such_day)?)
}

fn possible(day: Date) -> Result<Date, Wrong> {
    match day.year() {
        year if year < *YEARS.start() => Err("typed-long-ago".into()),
        year if year > *YEARS.end() => Err("typed-far-ahead".into()),
        _ => Ok(day),
    }
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
pub(crate) fn parts(fields: &Fields, name: &str) -> Result<Option<Date>, Wrong> {
    const FIRST_FULL_YEAR: i16 = 1000;
    let texts = part_names(name).map(|part| fields.text(&part).map(str::to_owned));
    if texts.iter().all(Option::is_none) {
        return Ok(None);
    }
    let [day, month, year] = texts.map(|text| text.and_then(|text| text.parse::<i16>().ok()));
    match (day, month, year) {
        (Some(_), Some(1..=12), Some(0..FIRST_FULL_YEAR)) => Err("typed-year".into()),
        (Some(day), Some(month @ 1..=12), Some(year @ FIRST_FULL_YEAR..=9999)) => {
            of(year, i8::try_from(month).unwrap_or(1), i8::try_from(day).unwrap_or(0)).map(Some)
        }
        _ => Err("typed-parts".into()),
    }
}
