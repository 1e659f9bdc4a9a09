//! What stands in a calendar, and what is struck out of it.

use jiff::civil::Date;
use serde_json::json;

use super::*;
use crate::testing::{Ana, day, noon};

fn agenda<'a>(dates: &Dates, protocol: &'a Protocol, today: &str) -> Agenda<'a> {
    dates.agenda(protocol, &noon(today), dates.chart.person.changed)
}

fn sessions(items: &[Item<'_>]) -> Vec<Date> {
    let session = |item: &&Item<'_>| matches!(item.kind, Kind::Session { .. });
    items.iter().filter(session).map(|item| item.when.date()).collect()
}

#[test]
fn the_dates_are_those_of_the_plan() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05");
    let dates = Dates::of(ana.chart.clone());
    let found = agenda(&dates, &ana.protocol, "2026-12-02");
    let all = sessions(&found.items);
    assert_eq!((all.len(), all[0], all[1]), (6, day("2026-12-05"), day("2026-12-12")));
    assert!(found.called_off.is_empty());
    assert_eq!(dates.salt(), ana.chart.story.programmes[0].id, "nobody can guess its names");
}

#[test]
fn a_programme_that_ended_is_struck_out_for_four_weeks() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").ends("2026-12-03");
    let dates = Dates::of(ana.chart.clone());
    let off = |today: &str| sessions(&agenda(&dates, &ana.protocol, today).called_off).len();
    assert_eq!((off("2026-12-04"), off("2026-12-30"), off("2026-12-31")), (6, 6, 0));
    assert!(agenda(&dates, &ana.protocol, "2026-12-04").items.is_empty());
    assert_eq!(dates.salt(), ana.chart.story.programmes[0].id, "under the names that it had");
}

#[test]
fn what_follows_the_last_session_stays_where_answers_forbid_more() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let before = agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-06").items.len();
    let ana = ana.answers("pregnancy", json!("pregnant"));
    let after = agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-06").items;
    assert!(sessions(&after).is_empty());
    assert!(!after.is_empty() && after.len() < before);
}

#[test]
fn a_session_of_no_programme_has_names_of_its_own() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let found = agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-06").items;
    assert!(!found.is_empty());
    assert!(found.iter().all(|item| item.name.starts_with("earlier-")));
}

#[test]
fn answers_that_nobody_understands_any_more_give_no_dates() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").answers("pregnancy", json!("perhaps"));
    assert!(agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-02").items.is_empty());
}
