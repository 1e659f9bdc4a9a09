//! Quantities with their units: a wait ("6 months"), a needle length in millimetres, a published figure.
//!
//! Parsed once at the door, from the words a clinician writes in the protocol. No arithmetic on bare numbers
//! anywhere else.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Span, Timestamp, Zoned};
use serde::{Deserialize, Deserializer, de};

/// A unit of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// Days of the calendar.
    Days,
    /// Seven days.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Years of the calendar.
    Years,
}

impl Unit {
    const NAMES: [(&'static str, Self); 6] = [
        ("minute", Self::Minutes),
        ("hour", Self::Hours),
        ("day", Self::Days),
        ("week", Self::Weeks),
        ("month", Self::Months),
        ("year", Self::Years),
    ];
    /// The unit's name in the singular, also the name of its text.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, unit)| *unit == self).map_or("", |(name, _)| name)
    }
    fn hours(self) -> f64 {
        match self {
            Self::Minutes => 1.0 / 60.0,
            Self::Hours => 1.0,
            Self::Days => 24.0,
            Self::Weeks => 168.0,
            Self::Months => 730.5,
            Self::Years => 8766.0,
        }
    }
}

/// A length of time as a person says it: `6 months`, `48 hours`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wait {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Wait {
    /// So many hours.
    pub const fn hours(count: u16) -> Self {
        Self { count, unit: Unit::Hours }
    }
    /// So many days.
    pub const fn days(count: u16) -> Self {
        Self { count, unit: Unit::Days }
    }
    /// About how many hours this is, to compare two waits; a month counts 730.5.
    pub fn rough_hours(self) -> f64 {
        f64::from(self.count) * self.unit.hours()
    }
    fn span(self) -> Span {
        let count = i64::from(self.count);
        match self.unit {
            Unit::Minutes => Span::new().minutes(count),
            Unit::Hours => Span::new().hours(count),
            Unit::Days => Span::new().days(count),
            Unit::Weeks => Span::new().weeks(count),
            Unit::Months => Span::new().months(count),
            Unit::Years => Span::new().years(count),
        }
    }
    /// The first day on which the wait is over; a part of a day counts as a whole one.
    pub fn after_date(self, date: Date) -> Date {
        let span = match self.unit {
            Unit::Minutes => Span::new().days(i64::from(self.count).div_euclid(1440) + 1),
            Unit::Hours => Span::new().days((i64::from(self.count) + 23) / 24),
            _ => self.span(),
        };
        date.saturating_add(span)
    }
    /// The moment at which something opens again after the wait: hours by the clock; days and more on the day that the
    /// calendar names, at the hour at which sessions `usual`ly begin if this one began a little later. So a daily rhythm
    /// means the next day at the usual hour, and does not slip to later each day.
    pub fn opens(self, moment: &Zoned, usual: Option<Time>) -> Zoned {
        let after = self.after(moment);
        let later = |usual: &Time| !self.is_by_the_clock() && is_a_little_later(moment, *usual);
        let Some(usual) = usual.filter(later) else { return after };
        let at = after.date().to_datetime(usual).to_zoned(moment.time_zone().clone());
        at.unwrap_or(after)
    }
    /// The moment at which the wait is over: hours by the clock, days and more by the calendar of the zone.
    pub fn after(self, moment: &Zoned) -> Zoned {
        moment.saturating_add(self.span())
    }
    /// The same moment in no zone: hours need none.
    pub(crate) fn end(self, moment: &Zoned) -> Timestamp {
        match self.is_by_the_clock() {
            true => moment.timestamp().saturating_add(self.span()).unwrap_or(Timestamp::MAX),
            false => self.after(moment).timestamp(),
        }
    }
    /// Whether a wait that began is over by a moment. Zones are asked only where days alone can't tell.
    pub(crate) fn is_over(self, begun: &Zoned, by: &Zoned) -> bool {
        if !self.is_by_the_clock() {
            let since = by.date().duration_since(self.after_date(begun.date()));
            if since.abs() > ZONES_DIFFER {
                return since.is_positive();
            }
        }
        self.end(begun) <= by.timestamp()
    }
    fn is_by_the_clock(self) -> bool {
        matches!(self.unit, Unit::Minutes | Unit::Hours)
    }
}

/// The date of a moment in one zone is never further than this from its date in another: clocks differ by little more than
/// a day, and a zone that changed sides of the date line skipped one.
const ZONES_DIFFER: SignedDuration = SignedDuration::from_hours(4 * 24);

/// A session begun more than this after the usual hour is one at another hour: our own inference, so that a day of rest is
/// never much less than a day.
const A_LITTLE_LATER_HOURS: i64 = 6;

fn is_a_little_later(moment: &Zoned, usual: Time) -> bool {
    let later = moment.time().duration_since(usual);
    !later.is_negative() && later <= SignedDuration::from_hours(A_LITTLE_LATER_HOURS)
}

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.name())
    }
}

impl FromStr for Wait {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("“{text}” is not a length of time: write it like “48 hours” or “6 months”");
        let (count, unit) = text.split_once(' ').ok_or_else(wrong)?;
        let count = count.parse().map_err(|_| wrong())?;
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        let unit = Unit::NAMES.iter().find(|(name, _)| *name == unit).ok_or_else(wrong)?.1;
        let wait = Self { count, unit };
        // Nothing in skin care takes longer, and calendars end: a date can't be moved by ten thousand years.
        let longest = Self { count: 100, unit: Unit::Years };
        if wait.rough_hours() <= longest.rough_hours() {
            Ok(wait)
        } else {
            Err(format!("“{text}” is over 100 years"))
        }
    }
}

impl<'de> Deserialize<'de> for Wait {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

/// A needle length, 0.05 to 3.00 mm, kept to the hundredth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeedleLength(u16);

impl NeedleLength {
    /// The shortest length that is sold as a needle roller and the longest that was trialled (clinical evidence, 1).
    pub const RANGE_MM: (f64, f64) = (0.05, 3.0);
    /// 3.00 mm.
    pub const LONGEST: Self = Self(300);

    /// A length in millimetres; `None` outside 0.05 to 3.00 mm or finer than a hundredth.
    pub fn from_mm(mm: f64) -> Option<Self> {
        let hundredths = (mm * 100.0).round();
        let exact = (mm * 100.0 - hundredths).abs() < 1e-6;
        let (low, high) = Self::RANGE_MM;
        // The range is checked first, so the cast neither truncates nor wraps.
        (mm.is_finite() && exact && (low..=high).contains(&mm)).then_some(Self(hundredths as u16))
    }
    /// The length in millimetres.
    pub fn mm(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for NeedleLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.mm())
    }
}

impl<'de> Deserialize<'de> for NeedleLength {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mm = f64::deserialize(from)?;
        Self::from_mm(mm).ok_or_else(|| {
            de::Error::custom(format!("{mm} is not a needle length from 0.05 to 3 mm"))
        })
    }
}

/// A published figure: a time or a number with its unit, shown as it was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The figure as written, for example `6 months` or `0.5 mm`.
    pub text: String,
    /// Its size in a base unit (hours for times, the unit itself otherwise), to compare two of a kind.
    pub size: f64,
    /// What it is measured in: `time`, or the unit's own name.
    pub kind: String,
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if let Ok(wait) = text.parse::<Wait>() {
            return Ok(Self { text, size: wait.rough_hours(), kind: "time".into() });
        }
        let parts = text
            .split_once(' ')
            .and_then(|(size, unit)| Some((size.parse::<f64>().ok()?, unit.to_owned())));
        let (size, kind) = parts.ok_or_else(|| {
            de::Error::custom(format!(
                "“{text}” is not a figure: write it like “0.5 mm” or “4 days”"
            ))
        })?;
        Ok(Self { text, size, kind })
    }
}

#[cfg(test)]
mod tests;
