//! The agenda as an iCalendar file (RFC 5545), which any calendar program can read or subscribe to.
//!
//! What is in it is decided in [`care::agenda`]; here it is only written down, the same bytes for the same plan.
//! Time zones are in [`zone`], content lines in [`lines`]. Three independent readers check the files: see
//! `tests/calendar/run`. A feed must never be relied on for anything urgent, since programs fetch it hours late.

mod feed;
mod lines;
mod listed;
mod reminder;
mod wording;
mod zone;

use care::agenda::{Item, Kind, When};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use words::Worded;

use lines::Lines;
use wording::Said;

pub use feed::{Feed, Neutral, feed};
pub use listed::Listed;
pub use reminder::{Reminder, reminder};

/// Who made the file.
const MAKER: &str = "-//Needlewise//Plan//EN";

/// How often a subscriber may ask again; shorter is ignored by most.
const REFRESH: &str = "PT4H";

/// The whole calendar file. `stamp` says when the plan was made: pass the plan's own date, never the time of
/// the call, or each fetch looks like a change.
pub fn render(protocol: &Worded, items: &[Item<'_>], zone: &TimeZone, stamp: Timestamp) -> String {
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    head(&mut lines, MAKER, &protocol.texts().say("agenda-name"), zone);
    if let (Some(name), Some((from, to))) =
        (zone::name(zone), extent(&items.iter().collect::<Vec<_>>()))
    {
        zone::write(&mut lines, name, zone, from, to);
    }
    for item in items {
        let said = Said::of(protocol.texts(), item);
        event(&mut lines, item, &said, &State::once(&item.uid, stamp));
    }
    lines.end("VCALENDAR");
    lines.finish()
}

/// What a program needs to know an entry again and to see that it was changed.
struct State<'a> {
    uid: &'a str,
    stamp: Timestamp,
    sequence: u64,
    /// Whether the stamp is also the time of the last change.
    modified: bool,
    cancelled: bool,
}

impl<'a> State<'a> {
    /// Of a file that is written once.
    fn once(uid: &'a str, stamp: Timestamp) -> Self {
        Self { uid, stamp, sequence: 0, modified: false, cancelled: false }
    }
}

fn head(lines: &mut Lines, maker: &str, name: &str, zone: &TimeZone) {
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", maker);
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.plain("X-WR-TIMEZONE", zone::name(zone).unwrap_or("UTC"));
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.plain("X-PUBLISHED-TTL", REFRESH);
}

/// The first and the last moment that the calendar's zone has to cover.
fn extent(items: &[&Item<'_>]) -> Option<(Timestamp, Timestamp)> {
    let moments = || items.iter().filter_map(|item| moment(item).map(Zoned::timestamp));
    Some((moments().min()?, moments().max()?.saturating_add(24.hours()).ok()?))
}

fn moment<'i>(item: &'i Item<'_>) -> Option<&'i Zoned> {
    match &item.when {
        When::At(moment) => Some(moment),
        When::Day(_) => None,
    }
}

fn event(lines: &mut Lines, item: &Item<'_>, said: &Said, state: &State<'_>) {
    let busy = matches!(item.kind, Kind::Session { .. });
    lines.begin("VEVENT");
    lines.plain("UID", state.uid);
    lines.plain("DTSTAMP", &zone::utc(state.stamp));
    if state.modified {
        lines.plain("LAST-MODIFIED", &zone::utc(state.stamp));
    }
    lines.plain("SEQUENCE", &state.sequence.to_string());
    times(lines, item);
    lines.text("SUMMARY", &said.summary);
    if !said.description.is_empty() {
        lines.text("DESCRIPTION", &said.description);
    }
    lines.plain("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    lines.plain("CLASS", "PRIVATE");
    if state.cancelled {
        lines.plain("STATUS", "CANCELLED");
    } else {
        alarm(lines, item.alarm, &said.alarm);
    }
    lines.end("VEVENT");
}

fn times(lines: &mut Lines, item: &Item<'_>) {
    match &item.when {
        When::At(start) => {
            let end = start.saturating_add(i64::from(item.minutes).minutes());
            zone::moment(lines, "DTSTART", start);
            zone::moment(lines, "DTEND", &end);
        }
        When::Day(day) => {
            lines.plain("DTSTART;VALUE=DATE", &zone::day(*day));
            lines.plain("DTEND;VALUE=DATE", &zone::day(day.saturating_add(1.day())));
        }
    }
}

fn alarm(lines: &mut Lines, minutes: i32, text: &str) {
    let sign = if minutes < 0 { "-" } else { "" };
    lines.begin("VALARM");
    lines.plain("ACTION", "DISPLAY");
    lines.plain("TRIGGER", &format!("{sign}PT{}M", minutes.unsigned_abs()));
    lines.text("DESCRIPTION", text);
    lines.end("VALARM");
}

#[cfg(test)]
mod tests;
