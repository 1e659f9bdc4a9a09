//! Time zones in a calendar file: local times with a `VTIMEZONE` that holds the zone's real changes of the clock.
//!
//! Without that component some programs show local times wrongly, so it is always there. UTC, fixed offsets and
//! zones without a name need none: their times are written in UTC.
#![expect(clippy::disallowed_methods, reason = "iCalendar has a form of its own")]

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use jiff::{SignedDuration, Timestamp, Zoned};

use super::lines::Lines;

/// The name of a zone whose local times can be written; `None` for UTC, fixed offsets and unnamed zones.
pub(super) fn name(zone: &TimeZone) -> Option<&str> {
    zone.iana_name().filter(|name| !matches!(*name, "UTC" | "Etc/UTC" | "Etc/Unknown"))
}

/// A moment in UTC: `20261205T090000Z`.
pub(super) fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A day: `20261205`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A property that holds a moment, local where the zone has a name. In an hour that the clock shows twice programs
/// read the local time one way or the other, so there it is written in UTC.
pub(super) fn moment(lines: &mut Lines, property: &str, moment: &Zoned) {
    let twice = moment.time_zone().to_ambiguous_timestamp(moment.datetime()).is_ambiguous();
    match name(moment.time_zone()).filter(|_| !twice) {
        Some(zone) => {
            lines.plain(&format!("{property};TZID={zone}"), &local(moment.datetime()));
        }
        None => lines.plain(property, &utc(moment.timestamp())),
    }
}

/// The component of a zone, with every change of the clock that matters between two moments.
pub(super) fn write(
    lines: &mut Lines,
    name: &str,
    zone: &TimeZone,
    from: Timestamp,
    to: Timestamp,
) {
    lines.begin("VTIMEZONE");
    lines.plain("TZID", name);
    match zone.preceding(after(from)).next() {
        Some(change) => observance(lines, zone, &change),
        None => always(lines, zone, from),
    }
    for change in zone.following(from).take_while(|change| change.timestamp() <= to) {
        observance(lines, zone, &change);
    }
    lines.end("VTIMEZONE");
}

/// What holds from a change of the clock on; it happens at a time read off the clock as it was before.
fn observance(lines: &mut Lines, zone: &TimeZone, change: &TimeZoneTransition<'_>) {
    let before = zone.to_offset(before(change.timestamp()));
    let summer = change.dst().is_dst();
    let start = local(before.to_datetime(change.timestamp()));
    part(lines, summer, &start, (before, change.offset()), change.abbreviation());
}

/// A zone whose clock was never changed before.
fn always(lines: &mut Lines, zone: &TimeZone, at: Timestamp) {
    let info = zone.to_offset_info(at);
    let offset = info.offset();
    part(lines, false, "19700101T000000", (offset, offset), info.abbreviation());
}

fn part(lines: &mut Lines, summer: bool, start: &str, offsets: (Offset, Offset), name: &str) {
    let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
    lines.begin(kind);
    lines.plain("DTSTART", start);
    lines.plain("TZOFFSETFROM", &offset(offsets.0));
    lines.plain("TZOFFSETTO", &offset(offsets.1));
    lines.text("TZNAME", name);
    lines.end(kind);
}

fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

/// An offset from UTC: `+0100`, or with seconds where it has some.
fn offset(offset: Offset) -> String {
    let sign = if offset.seconds() < 0 { '-' } else { '+' };
    let seconds = offset.seconds().unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

fn before(moment: Timestamp) -> Timestamp {
    moment.checked_sub(SignedDuration::from_secs(1)).unwrap_or(moment)
}

/// A moment later, so that a change at this very moment counts as one before it.
fn after(moment: Timestamp) -> Timestamp {
    moment.checked_add(SignedDuration::from_nanos(1)).unwrap_or(moment)
}
