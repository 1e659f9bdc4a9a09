//! The expected course: how the skin usually looks on each day after a session, and where in healing it is.
//!
//! A band per sign and day, never a single line, and no promise: what a person's own skin does is judged in
//! [`crate::triage`]. The numbers are the `band`, `phase` and `effect` rows of the protocol, each with what it
//! was learned from. What may be used on which day is in [`crate::aftercare`].

use jiff::Span;
use jiff::civil::Date;

use crate::protocol::Protocol;
use crate::protocol::rows::{Band, Effect, Phase};
use crate::session::Session;
use crate::words::{Grade, LengthClass, Sign, Word};

/// The last day for which there are bands; after it no sign is expected any more.
pub const LAST_BAND_DAY: i64 = 14;

/// What is usual after one session.
#[derive(Clone, Debug)]
pub struct Course<'p> {
    /// The needle-length class the bands are for.
    pub class: LengthClass,
    /// Day 0 (the session's own) to day 14.
    pub days: Vec<Day<'p>>,
    /// The phases of healing, to week 26.
    pub phases: Vec<PhaseOn<'p>>,
    /// Side effects with their windows.
    pub effects: Vec<&'p Effect>,
}

/// One day after a session.
#[derive(Clone, Debug)]
pub struct Day<'p> {
    /// Days since the session, 0 to 14.
    pub day: i64,
    /// Its date where the session took place.
    pub date: Date,
    /// One band per sign, in the order of [`Sign::ALL`].
    pub bands: Vec<BandOn<'p>>,
}

/// What is usual for one sign on one day.
#[derive(Clone, Copy, Debug)]
pub struct BandOn<'p> {
    /// The sign.
    pub sign: Sign,
    /// Lowest usual score, 0 to 10.
    pub low: u8,
    /// Highest usual score, 0 to 10.
    pub high: u8,
    /// What the numbers were learned from.
    pub grade: Grade,
    /// The row with its sources.
    pub row: &'p Band,
}

/// A phase of healing with its dates.
#[derive(Clone, Copy, Debug)]
pub struct PhaseOn<'p> {
    /// The row with its sources.
    pub row: &'p Phase,
    /// Its first day.
    pub from: Date,
    /// The day after its last.
    pub until: Date,
}

/// What is usual after a session, by the class of its needle length.
pub fn expected<'p>(protocol: &'p Protocol, session: &Session) -> Course<'p> {
    let class = protocol.length_class(session.length);
    let first = session.at.date();
    Course {
        class,
        days: (0..=LAST_BAND_DAY).map(|day| day_of(protocol, class, first, day)).collect(),
        phases: protocol.rows().phase.iter().map(|row| phase_of(row, first)).collect(),
        effects: protocol.rows().effect.iter().collect(),
    }
}

/// The lowest and highest usual score of a sign on a day since the session.
///
/// After day 14 nothing is expected, so both are 0; `None` before the session.
pub fn band(protocol: &Protocol, class: LengthClass, sign: Sign, day: i64) -> Option<(u8, u8)> {
    if day > LAST_BAND_DAY {
        return Some((0, 0));
    }
    band_on(protocol, class, sign, day).map(|band| (band.low, band.high))
}

/// The phase of healing a day since the session falls in; `None` before the first and after the last.
pub fn phase_on(protocol: &Protocol, day: i64) -> Option<&Phase> {
    let covers = |row: &&Phase| (i64::from(row.from_day)..i64::from(row.until_day)).contains(&day);
    protocol.rows().phase.iter().find(covers)
}

/// The band of a sign with its row, day 0 to 14.
pub(crate) fn band_on(
    protocol: &Protocol,
    class: LengthClass,
    sign: Sign,
    day: i64,
) -> Option<BandOn<'_>> {
    let row = protocol.rows().band.iter().find(|row| row.sign == sign && row.class == class)?;
    let place = usize::try_from(day).ok()?;
    let (low, high) = (*row.low.get(place)?, *row.high.get(place)?);
    Some(BandOn { sign, low, high, grade: row.grade, row })
}

fn day_of(protocol: &Protocol, class: LengthClass, first: Date, day: i64) -> Day<'_> {
    let bands = Sign::ALL.iter().filter_map(|sign| band_on(protocol, class, *sign, day)).collect();
    // At most 14 days, so the span is always in range.
    let date = first.saturating_add(Span::new().days(day));
    Day { day, date, bands }
}

fn phase_of(row: &Phase, first: Date) -> PhaseOn<'_> {
    let on = |day: u16| first.saturating_add(Span::new().days(i64::from(day)));
    PhaseOn { row, from: on(row.from_day), until: on(row.until_day) }
}

#[cfg(test)]
pub(crate) mod tests;
