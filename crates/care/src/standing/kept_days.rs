//! Days before an event on which there is no session, so that the skin is calm on the day.
//!
//! How many days is what the person said, or the days to keep free that the protocol gives for the needles planned, the
//! most of them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::protocol::Protocol;
use crate::story::KeptDay;
use crate::words::LengthClass;

/// The days that are kept, merged and in order: first and last of each stretch.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept(Vec<(Date, Date)>);

impl Kept {
    pub fn of(protocol: &Protocol, kept: &[KeptDay], class: Option<LengthClass>) -> Self {
        let usual = class.and_then(|class| protocol.length_class_row(class));
        let usual = usual.map_or(0, |row| row.keep_free_days[1]);
        let stretch = |day: &KeptDay| {
            let before = i64::from(day.days_before.unwrap_or(usual));
            (day.on.saturating_sub(before.days()), day.on)
        };
        let mut all: Vec<(Date, Date)> = kept.iter().map(stretch).collect();
        all.sort();
        let mut merged: Vec<(Date, Date)> = Vec::new();
        for (from, to) in all {
            match merged.last_mut() {
                Some((_, end)) if from <= end.saturating_add(1.day()) => *end = to.max(*end),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }
    /// The first day after the stretch that a day lies in; `None` if it is free.
    pub fn over(&self, day: Date) -> Option<Date> {
        let within = self.0.iter().find(|(from, to)| (*from..=*to).contains(&day));
        within.map(|(_, to)| to.saturating_add(1.day()))
    }
    /// The first free day from a day on.
    pub fn free_from(&self, day: Date) -> Date {
        self.over(day).unwrap_or(day)
    }
}
