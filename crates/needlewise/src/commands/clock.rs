//! The only place that reads the clock: a command without a date means today, without a moment means now.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use words::Saying;

use super::Refusal;

/// The date given, or today: where the person lives, if that is known.
pub fn or_today(date: Option<Date>, zone: Option<&TimeZone>) -> Date {
    let today = || zone.map_or_else(now, |zone| now().with_time_zone(zone.clone())).date();
    date.unwrap_or_else(today)
}

/// The moment given, read in a zone if it names none, or now.
///
/// # Errors
/// If it is not a date and time.
pub fn moment(text: Option<&str>, zone: &TimeZone) -> Result<Zoned, Refusal> {
    let Some(text) = text else { return Ok(now().with_time_zone(zone.clone())) };
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Ok(moment.to_zoned(zone.clone()));
    }
    let local = text.parse::<DateTime>().ok().and_then(|local| local.to_zoned(zone.clone()).ok());
    local.ok_or_else(|| Refusal::new(Saying::new("refused-no-moment").with("text", text)))
}

/// Now, for the application, which has no clock of its own.
pub fn instant() -> Timestamp {
    now().timestamp()
}

/// This machine's zone by its IANA name, if it has one.
pub fn zone_name() -> String {
    TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}

/// Now, where this machine is.
#[expect(clippy::disallowed_methods, reason = "the binary owns the clock")]
pub fn now() -> Zoned {
    Zoned::now()
}
