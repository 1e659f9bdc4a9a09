//! Dates, moments and time zones as files write them: `2026-09-01`, `2026-12-05T10:00:00+01:00`, `Europe/Paris`.
//!
//! Text in, jiff's types out, or what is wrong with the text. Which key holds which is for the files' readers;
//! how long something lasts is for `care`.

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{self, TimeZone};
use words::Saying;

use super::problem::{nearest, quoted};

/// The years that dates may have; outside them a date is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// What is expected where a date is.
pub(crate) fn a_date() -> Saying {
    Saying::new("input-a-date")
}
/// What is expected where a date with a time is.
pub(crate) fn a_moment() -> Saying {
    Saying::new("input-a-moment")
}
/// What is expected where a time of day is.
pub(crate) fn a_time() -> Saying {
    Saying::new("input-a-time")
}

/// What is wrong, and what was expected.
pub(crate) type Wrong = (Saying, Option<Saying>);

/// A date that is written `2026-09-01` and nothing else.
pub(crate) fn parse_date(text: &str) -> Result<Date, Wrong> {
    let (year, month, day) = numbers(text).ok_or_else(|| why_no_date(text))?;
    let date = Date::new(year, month, day).map_err(|_| why_no_date(text))?;
    in_range(date)
}

/// A date within [`YEARS`].
pub(crate) fn in_range(date: Date) -> Result<Date, Wrong> {
    let (first, last) = (YEARS.start(), YEARS.end());
    let wrong = || {
        let what = Saying::new("input-too-far").with("date", date.to_string());
        let expected = Saying::new("input-from-to")
            .with("first", format!("{first}-01-01"))
            .with("last", format!("{last}-12-31"));
        (what, Some(expected))
    };
    YEARS.contains(&date.year()).then_some(date).ok_or_else(wrong)
}

/// Why a text is no date: `February 2027 has 28 days`.
pub(crate) fn why_no_date(text: &str) -> Wrong {
    let about = |key: &'static str| Saying::new(key).with("value", quoted(text));
    let Some((year, month, _)) = numbers(text) else {
        return (about("input-not-a-date"), Some(a_date()));
    };
    match Date::new(year, month, 1) {
        Ok(first) => {
            let days = first.days_in_month().to_string();
            let what = about("input-no-such-day")
                .with("month", Saying::new(format!("month-{month}")))
                .with("year", year.to_string())
                .with("days", days.as_str());
            (what, Some(Saying::new("input-a-day").with("days", days)))
        }
        Err(_) => (about("input-no-such-month"), Some(Saying::new("input-a-month"))),
    }
}

/// Year, month and day of `2026-09-01`.
fn numbers(text: &str) -> Option<(i16, i8, i8)> {
    let mut parts = text.split('-');
    let mut part = |width: usize| {
        parts
            .next()
            .filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let done = parts.next().is_none();
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).filter(|_| done)
}

/// A date with a time. Without an offset it is read in the zone; with one it is carried over to the zone, or kept at
/// the offset if there is no zone.
pub(crate) fn parse_moment(text: &str, zone: Option<&TimeZone>) -> Result<Zoned, Wrong> {
    let about = |key: &'static str| Saying::new(key).with("value", quoted(text));
    let wrong = || (about("input-not-a-moment"), Some(a_moment()));
    let pieces = Pieces::parse(text).map_err(|_| wrong())?;
    in_range(pieces.date())?;
    let time = pieces.time().ok_or_else(wrong)?;
    if pieces.time_zone_annotation().is_some() {
        return Err((about("input-zone-in-brackets"), Some(Saying::new("input-a-moment-zone"))));
    }
    let local = pieces.date().to_datetime(time);
    let zoned = match (pieces.offset(), zone) {
        (Some(offset), zone) => {
            let instant = offset.to_numeric_offset().to_timestamp(local).map_err(|_| wrong())?;
            Ok(instant.to_zoned(zone.cloned().unwrap_or_else(|| fixed(offset))))
        }
        (None, Some(zone)) => zone.to_zoned(local),
        (None, None) => return Err(no_offset(text)),
    };
    zoned.map_err(|_| wrong())
}

/// A date with a time as somebody gave it with a command.
///
/// # Errors
/// What is wrong with it, and what was expected.
pub fn moment(text: &str, zone: Option<&TimeZone>) -> Result<Zoned, Saying> {
    parse_moment(text, zone).map_err(|(what, expected)| {
        let expected = expected.unwrap_or_else(a_moment);
        Saying::new("input-moment").with("what", what).with("expected", expected)
    })
}

/// A time of day, to the minute or the second.
pub(crate) fn parse_time(text: &str) -> Option<Time> {
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
    text.parse().ok().filter(|_| plain && matches!(text.len(), 5 | 8))
}

fn no_offset(text: &str) -> Wrong {
    let what = Saying::new("input-no-offset").with("value", quoted(text));
    (what, Some(Saying::new("input-a-moment-or-zone")))
}

fn fixed(offset: PiecesOffset) -> TimeZone {
    match offset {
        PiecesOffset::Numeric(offset) if !offset.offset().is_zero() => {
            TimeZone::fixed(offset.offset())
        }
        _ => TimeZone::UTC,
    }
}

/// A time zone by its IANA name.
pub(crate) fn find_zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| !zone.is_unknown())
}

/// The zone that was probably meant: spelled alike, or the same city.
pub(crate) fn nearest_zone(name: &str) -> Option<String> {
    let zones: Vec<String> = tz::db().available().map(|zone| zone.to_string()).collect();
    let city = name.trim().replace(' ', "_");
    let same_city = zones
        .iter()
        .find(|zone| zone.rsplit('/').next().is_some_and(|end| end.eq_ignore_ascii_case(&city)));
    same_city.cloned().or_else(|| nearest(name, zones.iter().map(String::as_str)))
}
