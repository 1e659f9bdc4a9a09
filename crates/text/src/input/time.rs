//! Dates, moments and time zones as files write them: `2026-09-01`, `2026-12-05T10:00:00+01:00`, `Europe/Paris`.
//!
//! Text in, jiff's types out, or what is wrong with the text. Which key holds which is for the files' readers;
//! how long something lasts is for `care`.

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{self, TimeZone};

use super::problem::{nearest, quoted};

/// The years that dates may have; outside them a date is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// What is expected where a date is.
pub(crate) const A_DATE: &str = "a date like 2026-09-01";
/// What is expected where a date with a time is.
pub(crate) const A_MOMENT: &str = "a date with a time, like 2026-12-05T10:00:00+01:00";

/// What is expected where a time of day is.
pub(crate) const A_TIME: &str = "a time of day like \"19:00\"";

/// What is wrong, and what was expected.
pub(crate) type Wrong = (String, String);

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
        (
            format!("{date} is too far from today"),
            format!("a date from {first}-01-01 to {last}-12-31"),
        )
    };
    YEARS.contains(&date.year()).then_some(date).ok_or_else(wrong)
}

/// Why a text is no date: `February 2027 has 28 days`.
#[expect(
    clippy::disallowed_methods,
    reason = "messages about files are in English, as the words of files are"
)]
pub(crate) fn why_no_date(text: &str) -> Wrong {
    let what = format!("{} is not a date", quoted(text));
    let Some((year, month, _)) = numbers(text) else { return (what, A_DATE.into()) };
    let what = format!("{} is a date that does not exist", quoted(text));
    match Date::new(year, month, 1) {
        Ok(first) => {
            let days = first.days_in_month();
            (
                format!("{what}: {} has {days} days", first.strftime("%B %Y")),
                format!("a day from 01 to {days}"),
            )
        }
        Err(_) => (what, "a month from 01 to 12".into()),
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
    let wrong = || (format!("{} is not a date with a time", quoted(text)), A_MOMENT.to_owned());
    let pieces = Pieces::parse(text).map_err(|_| wrong())?;
    in_range(pieces.date())?;
    let time = pieces.time().ok_or_else(wrong)?;
    if pieces.time_zone_annotation().is_some() {
        return Err((
            format!("{} has a zone in brackets", quoted(text)),
            format!("{A_MOMENT}, and the zone as zone"),
        ));
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
pub fn moment(text: &str, zone: Option<&TimeZone>) -> Result<Zoned, String> {
    parse_moment(text, zone).map_err(|(what, expected)| format!("{what}. Expected {expected}."))
}

/// A time of day, to the minute or the second.
pub(crate) fn parse_time(text: &str) -> Option<Time> {
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == ':');
    text.parse().ok().filter(|_| plain && matches!(text.len(), 5 | 8))
}

fn no_offset(text: &str) -> Wrong {
    let what =
        format!("{} does not say how far it is from UTC, and there is no zone", quoted(text));
    (what, format!("{A_MOMENT}, or a zone like zone = \"Europe/Paris\""))
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
