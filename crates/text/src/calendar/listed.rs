//! The entries of a calendar as JSON, for programs that don't read iCalendar.

use care::agenda::{Item, When};
use care::verdict::VerdictKind;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use words::Worded;

use super::wording::Said;
use super::zone;
use crate::show::stamp;

/// The entries, and whether the verdict allows any.
#[derive(Debug, Serialize)]
pub struct Listed {
    verdict: VerdictKind,
    zone: String,
    entries: Vec<Entry>,
}

/// One entry: at a moment, or all of a day.
#[derive(Debug, Serialize)]
struct Entry {
    uid: String,
    name: String,
    summary: String,
    description: String,
    at: Option<String>,
    minutes: Option<u16>,
    day: Option<Date>,
    alarm_minutes: i32,
}

impl Listed {
    /// The same entries as [`super::render`] writes.
    pub fn of(
        protocol: &Worded,
        verdict: VerdictKind,
        items: &[Item<'_>],
        zone: &TimeZone,
    ) -> Self {
        let zone = zone::name(zone).unwrap_or("UTC").to_owned();
        let entries = items.iter().map(|item| Entry::of(protocol, item)).collect();
        Self { verdict, zone, entries }
    }
}

impl Entry {
    fn of(protocol: &Worded, item: &Item<'_>) -> Self {
        let Said { summary, description, .. } = Said::of(protocol.texts(), item);
        let at = match &item.when {
            When::At(moment) => Some(stamp(moment)),
            When::Day(_) => None,
        };
        Self {
            uid: item.uid.clone(),
            name: item.name.clone(),
            summary,
            description,
            minutes: at.is_some().then_some(item.minutes),
            day: at.is_none().then(|| item.when.date()),
            at,
            alarm_minutes: item.alarm,
        }
    }
}
