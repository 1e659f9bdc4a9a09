//! The rules on the place and on the type of the skin.
//!
//! A skin type that is not given counts as the darkest. Which areas and types are meant are rows of the protocol.

use super::{Decision, Read};
use crate::person::Person;
use crate::protocol::table::SettingTable;

pub(super) fn read_areas(table: &SettingTable, person: &Person, decision: &mut Decision) {
    for (area, cell) in &table.areas {
        if person.areas.contains(area) {
            decision.add(Read::Areas, cell, None);
        }
    }
}

pub(super) fn read_type(table: &SettingTable, person: &Person, decision: &mut Decision) {
    for (from, cell) in &table.skin {
        match person.skin_type {
            None => decision.add_unknown(Read::SkinType, Some(*cell)),
            Some(own) if u16::from(own.number()) >= *from => {
                decision.add(Read::SkinType, cell, None);
            }
            Some(_) => {}
        }
    }
}
