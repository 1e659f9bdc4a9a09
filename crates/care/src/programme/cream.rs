//! Anaesthetic cream before a session: whether, how much, how long, and where never.
//!
//! Amounts follow the label of lidocaine and prilocaine 2.5 % cream (grams and maximum are rows of the protocol);
//! the size of an area is an assumption of the protocol. Whether a person may have it at all is for their
//! pharmacist or prescriber: this only leaves it out where an answer speaks against it.

use crate::Protocol;
use crate::answers::Answer;
use crate::measure::NeedleLength;
use crate::person::Person;
use crate::protocol::rows::{AreaRow, Cream};
use crate::words::{Area, Word};

/// The question whose answer is an allergy.
const ALLERGY: &str = "anaesthetic_allergy";

/// What to do about anaesthetic cream.
#[derive(Clone, Debug, PartialEq)]
pub enum CreamNeed {
    /// Not needed.
    NotNeeded(NotNeeded),
    /// It would be wanted, but must not be used.
    Excluded(Excluded),
    /// To be used.
    Use {
        /// How much on each area; nothing where that would be more than the maximum.
        per_area: Vec<AreaGrams>,
        /// All together, never over the protocol's maximum, grams.
        total_grams: u16,
        /// Shortest (the default) and longest time on the skin, minutes.
        minutes: (u16, u16),
        /// Never on these areas.
        not_on: Vec<Area>,
        /// All areas together are too large for one go: treat them in parts, on different days.
        over_maximum: bool,
    },
}

/// Why cream is not needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNeeded {
    /// The needles are short enough.
    ShortNeedles,
    /// The skin is not sensitive.
    NotSensitive,
    /// It may be put on none of the areas.
    NoArea,
}

/// Why cream must not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excluded {
    /// Allergic to an anaesthetic.
    Allergy,
    /// Not known whether allergic; that has to be found out first.
    AllergyUnknown,
    /// Another answer speaks against it, or is not known.
    Risk,
}

/// How much cream on one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaGrams {
    /// The area.
    pub area: Area,
    /// Whole grams, rounded down, at least 1.
    pub grams: u16,
}

/// Whether a person needs cream for needles of this length; not knowing counts as sensitive.
pub(super) fn need(protocol: &Protocol, person: &Person, length: NeedleLength) -> CreamNeed {
    let cream = protocol.cream();
    if length <= cream.not_needed_up_to_mm {
        return CreamNeed::NotNeeded(NotNeeded::ShortNeedles);
    }
    if person.sensitive == Some(false) {
        return CreamNeed::NotNeeded(NotNeeded::NotSensitive);
    }
    match excluded(protocol, person) {
        Some(why) => CreamNeed::Excluded(why),
        None => amounts(protocol, person, cream),
    }
}

/// Only a plain "no" to every question about the cream rules it out.
fn excluded(protocol: &Protocol, person: &Person) -> Option<Excluded> {
    let asked = |id: &String| protocol.find_question(id);
    protocol.cream().asks.iter().filter_map(asked).find_map(|(place, question)| {
        let (answer, allergy) = (person.answers.get(place), question.id == ALLERGY);
        match answer {
            _ if Some(answer) == Answer::word(question, "no") => None,
            Answer::Unknown if allergy => Some(Excluded::AllergyUnknown),
            _ if allergy => Some(Excluded::Allergy),
            _ => Some(Excluded::Risk),
        }
    })
}

fn amounts(protocol: &Protocol, person: &Person, cream: &Cream) -> CreamNeed {
    let areas = if person.areas.is_empty() { Area::ALL } else { &person.areas };
    let rows: Vec<&AreaRow> = areas.iter().filter_map(|area| protocol.area(*area)).collect();
    let (on, never): (Vec<&AreaRow>, Vec<&AreaRow>) = rows.into_iter().partition(|row| row.cream);
    if on.is_empty() {
        return CreamNeed::NotNeeded(NotNeeded::NoArea);
    }
    let cm2: f64 = on.iter().map(|row| row.size_cm2).sum();
    let per_area: Vec<AreaGrams> = on.iter().map(|row| on_area(cream, row)).collect();
    let sum = per_area.iter().fold(0, |sum: u16, area| sum.saturating_add(area.grams));
    let over_maximum = cm2 > cream.maximum_cm2
        || cm2 * cream.grams_per_cm2 > cream.maximum_grams
        || sum > whole(cream.maximum_grams);
    CreamNeed::Use {
        per_area: if over_maximum { Vec::new() } else { per_area },
        total_grams: sum.min(whole(cream.maximum_grams)),
        minutes: (cream.minutes[0], cream.minutes[1]),
        not_on: never.iter().map(|row| row.id).collect(),
        over_maximum,
    }
}

fn on_area(cream: &Cream, row: &AreaRow) -> AreaGrams {
    let grams = whole((row.size_cm2 * cream.grams_per_cm2).min(cream.maximum_grams));
    AreaGrams { area: row.id, grams: grams.max(1) }
}

/// Whole grams, rounded down; a float cast saturates, so it can't wrap.
fn whole(grams: f64) -> u16 {
    // A hair more, since 20 × 0.15 is a hair less than 3.
    (grams + 1e-9).floor() as u16
}
