//! The rules on needle length: over the ceiling of the setting or of an area, and how long a length rests.
//!
//! A device without a known length counts as too long. No device at all is no finding: the programme then says
//! which one would fit.

use super::{Decision, Read};
use crate::Protocol;
use crate::measure::{NeedleLength, Wait};
use crate::person::Person;
use crate::protocol::table::SettingTable;
use crate::words::Setting;

pub(super) fn read(
    protocol: &Protocol,
    table: &SettingTable,
    person: &Person,
    decision: &mut Decision,
) {
    let Some(device) = &person.device else { return };
    let Some(length) = device.length else {
        decision.add_unknown(Read::NeedleLength, table.needle.first().copied());
        return;
    };
    let over = person.areas.iter().any(|area| {
        protocol
            .ceiling(decision.setting, device.kind, *area)
            .is_none_or(|ceiling| length > ceiling)
    });
    if over {
        table.needle.iter().for_each(|cell| decision.add(Read::NeedleLength, cell, None));
    }
}

/// How long skin rests after needles of a length, in a clinic, where the last session may have been; of an unknown length,
/// as long as after any.
pub fn rest(protocol: &Protocol, length: Option<NeedleLength>) -> Wait {
    let longest = || {
        let rows = protocol.rows().rhythm.iter().filter(|row| row.setting == Setting::Clinic);
        let rests = rows.map(|row| row.rest);
        rests.max_by(|one, other| one.rough_hours().total_cmp(&other.rough_hours()))
    };
    let known = length.and_then(|length| protocol.rhythm(Setting::Clinic, length));
    known.map(|row| row.rest).or_else(longest).unwrap_or(Wait::days(u16::MAX))
}
