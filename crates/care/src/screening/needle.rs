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

/// How long skin rests after needles of a length; of an unknown length, as long as after the longest.
pub(super) fn rest(protocol: &Protocol, setting: Setting, length: Option<NeedleLength>) -> Wait {
    let of_length = length.and_then(|length| protocol.rhythm(setting, length));
    let longest = || {
        protocol
            .rows()
            .rhythm
            .iter()
            .max_by(|a, b| a.rest.rough_hours().total_cmp(&b.rest.rough_hours()))
    };
    of_length.or_else(longest).map_or(Wait::days(u16::MAX), |rhythm| rhythm.rest)
}
