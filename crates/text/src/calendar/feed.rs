//! The agenda as a feed that programs fetch again and again: names that outlast a change of date, a sequence that rises
//! with every change, and titles that give nothing away unless they are asked to.
//!
//! The same record gives the same bytes, so nothing here may depend on the time of the call. A file that is written
//! once is made by [`super::render`]. Who may fetch a feed, and where its names and numbers come from, is the
//! business of the caller.

use care::agenda::{Item, Kind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use words::Worded;

use super::lines::Lines;
use super::wording::Said;
use super::{MAKER, State, event, extent, head, zone};

/// What a feed is made from beside its entries.
pub struct Feed<'a> {
    /// The lasting name of an entry, from its [`Item::name`]; nobody should be able to guess it.
    pub uid: &'a dyn Fn(&str) -> String,
    /// Rises with every change of the record, and of the dates.
    pub sequence: u64,
    /// When the record or its dates were last changed.
    pub changed: Timestamp,
    /// The words of a feed that gives nothing away; `None` says what each entry is.
    pub neutral: Option<Neutral>,
    /// Entries that were called off: they are shown struck out for a while, since some programs keep what simply
    /// vanishes. None of their names may be among the entries that hold.
    pub called_off: &'a [Item<'a>],
    /// Days that are kept free, each with its lasting name.
    pub kept: &'a [(String, Date)],
    /// What such a day is called; never what the person calls it.
    pub kept_title: &'a str,
}

/// The only words of a feed that gives nothing away. It does not name the product either.
#[derive(Clone, Debug)]
pub struct Neutral {
    /// What the calendar is called.
    pub name: String,
    /// What a session is called.
    pub appointment: String,
    /// What everything else is called.
    pub reminder: String,
}

/// Who made a feed that gives nothing away.
const UNNAMED: &str = "-//Agenda//EN";

/// The whole feed. Without any entry it still describes its zone, since a calendar must not be empty.
pub fn feed(protocol: &Worded, items: &[Item<'_>], zone: &TimeZone, feed: &Feed<'_>) -> String {
    let all: Vec<&Item<'_>> = items.iter().chain(feed.called_off).collect();
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    match &feed.neutral {
        Some(neutral) => head(&mut lines, UNNAMED, &neutral.name, zone),
        None => head(&mut lines, MAKER, &protocol.texts().say("agenda-name"), zone),
    }
    if let Some(name) = zone::name(zone) {
        let (from, to) = extent(&all).unwrap_or_else(|| around(feed.changed));
        zone::write(&mut lines, name, zone, from, to);
    }
    for (place, item) in all.iter().enumerate() {
        one(&mut lines, protocol, item, feed, place >= items.len());
    }
    for (uid, day) in feed.kept {
        kept(&mut lines, uid, *day, feed);
    }
    lines.end("VCALENDAR");
    lines.finish()
}

/// A whole day that keeps nobody busy and reminds of nothing.
fn kept(lines: &mut Lines, uid: &str, day: Date, feed: &Feed<'_>) {
    let title = feed.neutral.as_ref().map_or(feed.kept_title, |neutral| neutral.reminder.as_str());
    lines.begin("VEVENT");
    lines.plain("UID", uid);
    lines.plain("DTSTAMP", &zone::utc(feed.changed));
    lines.plain("LAST-MODIFIED", &zone::utc(feed.changed));
    lines.plain("SEQUENCE", &feed.sequence.to_string());
    lines.plain("DTSTART;VALUE=DATE", &zone::day(day));
    lines.plain("DTEND;VALUE=DATE", &zone::day(day.saturating_add(1.day())));
    lines.text("SUMMARY", title);
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("CLASS", "PRIVATE");
    lines.end("VEVENT");
}

fn one(lines: &mut Lines, protocol: &Worded, item: &Item<'_>, feed: &Feed<'_>, cancelled: bool) {
    let said = match &feed.neutral {
        Some(neutral) => neutral.said(item),
        None => Said::of(protocol.texts(), item),
    };
    let uid = (feed.uid)(&item.name);
    let (stamp, sequence) = (feed.changed, feed.sequence);
    let state = State { uid: &uid, stamp, sequence, modified: true, cancelled };
    event(lines, item, &said, &state);
}

fn around(moment: Timestamp) -> (Timestamp, Timestamp) {
    (moment, moment.saturating_add(24.hours()).unwrap_or(moment))
}

impl Neutral {
    fn said(&self, item: &Item<'_>) -> Said {
        let summary = match item.kind {
            Kind::Session { .. } => &self.appointment,
            _ => &self.reminder,
        };
        Said { summary: summary.clone(), description: String::new(), alarm: summary.clone() }
    }
}

#[cfg(test)]
mod tests;
