//! Moments as programs read them: in JSON, in tables, in headers, in fields of a form. They are of no language, and the only
//! patterns of dates there are beside those of iCalendar.
#![expect(clippy::disallowed_methods, reason = "what a program reads has a form of its own")]

use jiff::{Timestamp, Zoned};

/// RFC 3339 with the offset of its zone: `2026-12-12T10:00:00+01:00`.
pub fn stamp(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// As a field for date and time has it: `2026-12-12T10:00`.
pub fn field(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// As somebody writes it into a file: `2026-12-12 10:00`.
pub fn plain(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%d %H:%M").to_string()
}

/// An instant in no zone: `2026-12-12 09:00 UTC`.
pub fn instant(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// What HTTP dates like that; `None` for anything else.
pub fn read_http(text: &str) -> Option<Timestamp> {
    let there = jiff::civil::DateTime::strptime("%a, %d %b %Y %H:%M:%S GMT", text.trim()).ok()?;
    Some(there.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
}

/// As HTTP dates a thing: `Sat, 12 Dec 2026 09:00:00 GMT`.
pub fn http(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
