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
    let years = years_between(born, decision.on);
    for age in &table.ages {
        // A rule is over on the birthday it names; one that has not begun yet says nothing.
        let begun = age.from == 0 || years >= i32::from(age.from);
        if begun && years < i32::from(age.under) {
            decision.add(Read::Born, &age.cell, Some(birthday(born, age.under)));
        }
    }
}

/// Countries differ on who was born on 29 February: here the birthday is 1 March where there is no 29th, so that nobody is
/// taken for an adult a day too early.
fn birthday(born: Date, years: u16) -> Date {
    let day = born.saturating_add(i32::from(years).years());
    if day.day() == born.day() { day } else { day.saturating_add(1.days()) }
}

/// How old somebody is, in whole years. Counted rather than asked of the calendar birthday by birthday: nearly every decision
/// comes to nothing here, and the calendar would take longer than all the rest. The birthdays are those of
/// [`birthday`].
fn years_between(born: Date, on: Date) -> i32 {
    let had_it = (born.month(), born.day()) <= (on.month(), on.day());
    i32::from(on.year()) - i32::from(born.year()) - i32::from(!had_it)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::{birthday, years_between};

    #[test]
    fn years_are_those_of_the_birthdays() {
        for born in [date(2004, 2, 29), date(2008, 12, 5), date(2008, 12, 6), date(1950, 1, 1)] {
            for days in 0..3_000 {
                let on = date(2024, 2, 20).saturating_add(days.days());
                let years = years_between(born, on);
                for asked in years - 2..=years + 2 {
                    let asked = asked.max(0) as u16;
                    let had_it = birthday(born, asked) <= on;
                    assert_eq!(had_it, years >= i32::from(asked), "{born}, {on}, {asked}");
                }
            }
        }
    }

    #[test]
    fn who_was_born_on_a_leap_day_is_eighteen_on_the_first_of_march() {
        assert_eq!(birthday(date(2008, 2, 29), 18), date(2026, 3, 1));
        assert_eq!(birthday(date(2008, 2, 29), 20), date(2028, 2, 29));
        assert_eq!(years_between(date(2008, 2, 29), date(2026, 2, 28)), 17);
    }

    #[test]
    fn who_is_not_born_yet_is_of_no_age() {
        assert_eq!(years_between(date(2026, 12, 6), date(2026, 12, 5)), -1);
    }
}
