//! Waits on the edges: hours against days, the change of clocks, and the date line.

use jiff::{ToSpan, Zoned};

use super::*;

/// Where clocks change, where a day was skipped, and both ends of the world.
const ZONES: [&str; 5] =
    ["Europe/Paris", "Pacific/Apia", "Pacific/Kiritimati", "Etc/GMT+12", "America/St_Johns"];

fn waits() -> impl Iterator<Item = Wait> {
    let units = Unit::NAMES.iter().map(|(_, unit)| *unit);
    units.flat_map(|unit| [0, 1, 2, 7, 48].map(|count| Wait { count, unit }))
}

/// Begun just before clocks change or a day is skipped.
fn begun() -> Vec<Zoned> {
    let moments = [
        "2026-03-28T02:30[Europe/Paris]",
        "2026-10-24T23:59[Europe/Paris]",
        "2011-12-29T12:00[Pacific/Apia]",
    ];
    moments.iter().map(|moment| moment.parse().unwrap()).collect()
}

/// Hours and days around the end of a wait, told in every zone.
fn around(end: &Zoned) -> impl Iterator<Item = Zoned> {
    let hours = (-150..=150).map(|hours: i64| end.saturating_add(hours.hours()));
    let all = hours.chain([end.saturating_sub(1.second())]);
    all.flat_map(|moment| ZONES.map(|zone| moment.in_tz(zone).unwrap()))
}

#[test]
fn a_wait_is_over_at_its_end_and_not_before_whatever_the_zones() {
    for (begun, wait) in begun().iter().flat_map(|begun| waits().map(move |wait| (begun, wait))) {
        let end = wait.after(begun);
        assert_eq!(wait.end(begun), end.timestamp(), "{wait} from {begun}");
        for by in around(&end) {
            assert_eq!(wait.is_over(begun, &by), end <= by, "{wait} from {begun} by {by}");
        }
    }
}
