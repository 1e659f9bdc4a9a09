//! Which needle lengths are recommended, never over the ceiling of an area.
//!
//! The ceilings and the lengths per goal are rows of the protocol. A longer device than allowed is for
//! [`crate::screening`] to refuse; how often a length is used is in [`super::sessions`].

use crate::Protocol;
use crate::measure::NeedleLength;
use crate::person::Person;
use crate::protocol::rows::GoalRow;
use crate::words::{Area, DeviceKind, Setting, Word};

/// Recommended needle lengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthRange {
    /// The shortest worth using.
    pub min: NeedleLength,
    /// The longest recommended.
    pub max: NeedleLength,
    /// The longest allowed.
    pub ceiling: NeedleLength,
}

impl LengthRange {
    /// The same range held to a ceiling.
    fn under(min: NeedleLength, max: NeedleLength, ceiling: NeedleLength) -> Self {
        Self { min: min.min(ceiling), max: max.min(ceiling), ceiling }
    }
}

/// Recommended needle lengths on one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLength {
    /// The area.
    pub area: Area,
    /// The shortest worth using.
    pub min: NeedleLength,
    /// The longest recommended.
    pub max: NeedleLength,
    /// The longest allowed.
    pub ceiling: NeedleLength,
}

/// The lengths on each area of a person; no area named counts as every area.
pub(super) fn per_area(
    protocol: &Protocol,
    person: &Person,
    goals: &[&GoalRow],
) -> Vec<AreaLength> {
    let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
    let (min, max) = for_goals(protocol, person.setting, goals);
    let areas = if person.areas.is_empty() { Area::ALL } else { &person.areas };
    let on = |area: &Area| {
        let ceiling = protocol.ceiling(person.setting, kind, *area)?;
        let LengthRange { min, max, ceiling } = LengthRange::under(min, max, ceiling);
        Some(AreaLength { area: *area, min, max, ceiling })
    };
    areas.iter().filter_map(on).collect()
}

/// One range that is right on every area: that of the strictest.
pub(super) fn overall(protocol: &Protocol, areas: &[AreaLength]) -> LengthRange {
    let gentlest = gentlest(protocol);
    let ceiling = areas.iter().map(|area| area.ceiling).min().unwrap_or(gentlest);
    let min = areas.iter().map(|area| area.min).min().unwrap_or(gentlest);
    let max = areas.iter().map(|area| area.max).min().unwrap_or(gentlest);
    LengthRange::under(min, max, ceiling)
}

fn for_goals(
    protocol: &Protocol,
    setting: Setting,
    goals: &[&GoalRow],
) -> (NeedleLength, NeedleLength) {
    let range = |goal: &&GoalRow| match setting {
        Setting::Home => goal.home_mm,
        Setting::Clinic => goal.clinic_mm,
    };
    let min = goals.iter().map(range).map(|[min, _]| min).min();
    let max = goals.iter().map(range).map(|[_, max]| max).max();
    (min.unwrap_or(gentlest(protocol)), max.unwrap_or(gentlest(protocol)))
}

/// Stands in for a missing row, which the protocol's checks rule out: the length that needs no cream.
fn gentlest(protocol: &Protocol) -> NeedleLength {
    protocol.cream().not_needed_up_to_mm
}
