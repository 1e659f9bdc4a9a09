//! The rules on age, from the date of birth.
//!
//! A date of birth that is not given counts as the worst age. The ages themselves are rows of the protocol.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Decision, Read};
use crate::protocol::table::SettingTable;

pub(super) fn read(table: &SettingTable, born: Option<Date>, decision: &mut Decision) {
    let Some(born) = born else {
        decision.add_unknown(Read::Born, table.age_unknown);
        return;
    };
    for age in &table.ages {
        // A rule is over on the birthday it names; one that has not begun yet says nothing.
        if birthday(born, age.from) <= decision.on || age.from == 0 {
            decision.add(Read::Born, &age.cell, Some(birthday(born, age.under)));
        }
    }
}

fn birthday(born: Date, years: u16) -> Date {
    born.saturating_add(i32::from(years).years())
}
