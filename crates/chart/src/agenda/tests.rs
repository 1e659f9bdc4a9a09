//! What stands in a calendar, and what is struck out of it.

use care::words::Flag;
use jiff::civil::Date;
use serde_json::json;
use store::records::Session;

use super::*;
use crate::testing::{Ana, Desk, at, by, day, done, here, noon, score};

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
    assert_eq!(dates.salt(), ana.chart.story.programmes[0].id.any(), "nobody can guess its names");
}

#[test]
fn a_programme_that_ended_is_struck_out_for_four_weeks() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").ends("2026-12-03");
    let dates = Dates::of(ana.chart.clone());
    let off = |today: &str| sessions(&agenda(&dates, &ana.protocol, today).called_off).len();
    assert_eq!((off("2026-12-04"), off("2026-12-30"), off("2026-12-31")), (6, 6, 0));
    assert!(agenda(&dates, &ana.protocol, "2026-12-04").items.is_empty());
    assert_eq!(dates.salt(), ana.chart.story.programmes[0].id.any(), "under the names that it had");
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

#[test]
fn an_empty_record_has_an_empty_calendar() {
    let ana = Ana::new();
    let dates = Dates::of(ana.chart.clone());
    let found = agenda(&dates, &ana.protocol, "2026-12-02");
    assert!(found.items.is_empty() && found.called_off.is_empty() && found.kept.is_empty());
    assert_eq!((found.slipped, dates.salt()), (0, ana.chart.person.id.any()));
}

#[test]
fn sessions_begin_at_the_minute_of_the_programme_where_the_person_lives() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05");
    let ana = ana.changes(|profile| profile.zone = "America/New_York".into());
    let found = agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-02");
    let first = found.items.iter().find(|item| matches!(item.kind, Kind::Session { .. })).unwrap();
    let When::At(at) = &first.when else { panic!("a session has a time") };
    assert_eq!(words::machine::plain(at), "2026-12-05 19:00");
    assert_eq!(at.time_zone().iana_name(), Some("America/New_York"));
}

/// Every entry of a calendar, by name.
fn names(found: &Agenda<'_>) -> Vec<String> {
    found.items.iter().chain(&found.called_off).map(|item| item.name.clone()).collect()
}

#[test]
fn no_two_entries_share_a_name_whatever_happened() {
    let lives = [
        Ana::new().begins("2026-12-01", "2026-12-05"),
        Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z"),
        Ana::new().gets_needled("2026-11-20T18:00:00Z").begins("2026-12-01", "2026-12-05"),
        Ana::new()
            .begins("2026-12-01", "2026-12-05")
            .gets_needled("2026-12-05T18:00:00Z")
            .skips("2026-12-06T20:00:00Z", "2026-12-12"),
        Ana::new()
            .begins("2026-12-01", "2026-12-05")
            .gets_needled("2026-12-05T18:00:00Z")
            .ends("2026-12-06"),
    ];
    for ana in lives {
        let dates = Dates::of(ana.chart.clone());
        let mut names = names(&agenda(&dates, &ana.protocol, "2026-12-07"));
        let all = names.len();
        names.sort();
        names.dedup();
        assert!(all > 0 && names.len() == all, "{names:?}");
    }
}

#[test]
fn a_session_left_out_is_struck_out_for_four_weeks_from_its_day() {
    let ana = Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .skips("2026-12-06T20:00:00Z", "2026-12-12");
    let dates = Dates::of(ana.chart.clone());
    let off = |today: &str| sessions(&agenda(&dates, &ana.protocol, today).called_off);
    assert_eq!(off("2026-12-07"), [day("2026-12-12")]);
    assert_eq!(off("2027-01-08"), [day("2026-12-12")]);
    assert_eq!(off("2027-01-09"), []);
}

#[test]
fn a_programme_begun_anew_strikes_out_nothing_of_the_one_before() {
    let ana = Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .ends("2026-12-03")
        .begins("2026-12-04", "2026-12-10");
    let dates = Dates::of(ana.chart.clone());
    let found = agenda(&dates, &ana.protocol, "2026-12-05");
    assert!(found.called_off.is_empty());
    assert_eq!(sessions(&found.items)[0], day("2026-12-10"));
    assert_eq!(dates.salt(), ana.chart.story.programmes[1].id.any(), "under names of its own");
}

#[test]
fn what_was_over_when_a_programme_ended_is_not_struck_out() {
    let mut ana = Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .ends("2026-12-14");
    let ended = ana.chart.story.programmes.last_mut().unwrap();
    ended.changed = at("2026-12-14T09:00:00Z");
    let dates = Dates::of(ana.chart.clone());
    let off = agenda(&dates, &ana.protocol, "2026-12-15").called_off;
    assert!(!off.is_empty());
    assert!(off.iter().all(|item| item.when.date() >= day("2026-12-14")), "{off:?}");
}

#[test]
fn days_that_are_kept_free_stand_in_it_also_where_no_needling_is_planned() {
    let ana = Ana::new().keeps_free("2026-12-24", None).keeps_free("2026-12-31", Some(2));
    let found = agenda(&Dates::of(ana.chart.clone()), &ana.protocol, "2026-12-02");
    let days: Vec<Date> = found.kept.iter().map(|(_, on)| *on).collect();
    assert_eq!(days, [day("2026-12-24"), day("2026-12-31")]);
    assert_eq!(found.kept[0].0, ana.chart.story.kept_days[0].id);
}

/// Somebody whose second session is weeks late.
fn late() -> Ana {
    Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-09T08:00:00Z", 0)
}

#[test]
fn while_nothing_changes_and_nothing_is_late_the_dates_stay_as_they_are() {
    let ana = late();
    let changed = at("2026-12-09T08:00:00Z");
    let dates = Dates::of(ana.chart.clone());
    for today in ["2026-12-09", "2026-12-10", "2026-12-12"] {
        let found = dates.agenda(&ana.protocol, &noon(today), changed);
        assert_eq!(found.since, changed, "{today}");
        assert_eq!(found.slipped, 7, "{today}");
    }
}

#[test]
fn a_late_plan_slips_and_says_since_when() {
    let ana = late();
    let dates = Dates::of(ana.chart.clone());
    let on = |today: &str| dates.agenda(&ana.protocol, &noon(today), at("2026-12-09T08:00:00Z"));
    let slipped: Vec<u64> =
        ["2026-12-25", "2026-12-26", "2026-12-27"].map(|today| on(today).slipped).into();
    assert!(slipped.is_sorted_by(|one, next| one < next), "{slipped:?}");
    let since = on("2026-12-26").since;
    assert_eq!(since, at("2026-12-25T23:00:00Z"), "midnight in Paris");
}

#[test]
fn the_dates_are_the_same_the_whole_day() {
    let ana = late();
    let dates = Dates::of(ana.chart.clone());
    for today in ["2026-12-10", "2026-12-26"] {
        let at = |clock: &str| {
            let now = here(&format!("{today}T{clock}Z"));
            let found = dates.agenda(&ana.protocol, &now, at("2026-12-09T08:00:00Z"));
            (sessions(&found.items), found.slipped, found.since)
        };
        assert_eq!(at("05:00:00"), at("22:30:00"), "{today}");
    }
}

#[test]
fn a_warning_sign_that_is_open_leaves_no_next_session_in_it() {
    let planned = late();
    let found = agenda(&Dates::of(planned.chart.clone()), &planned.protocol, "2026-12-10");
    assert!(!sessions(&found.items).is_empty());
    let open = late().says("2026-12-10T08:00:00Z", [].into(), &[Flag::Pus]);
    let found = agenda(&Dates::of(open.chart.clone()), &open.protocol, "2026-12-10");
    assert_eq!(sessions(&found.items), []);
}

#[tokio::test]
async fn a_change_that_a_calendar_shows_is_counted_and_no_other() {
    let desk = Desk::new().await;
    let changes = async || {
        let found = Changes::of(&desk.store, &desk.chart().await.person).await.unwrap();
        (found.last, found.count)
    };
    assert_eq!(changes().await, (at("2026-11-01T08:00:00Z"), 1));
    let session = Session::Done(done(at("2026-12-05T18:00:00Z")));
    let session = desk.keeps("2026-12-05T18:00:00Z", session).await;
    assert_eq!(changes().await, (at("2026-12-05T18:00:00Z"), 2));
    let scored = store::Outcome::Scored(score("2026-12-06", "self", 3.0));
    desk.keeps("2026-12-06T09:00:00Z", scored).await;
    assert_eq!(changes().await.1, 2, "no date hangs on a score");
    desk.store.remove(by("2026-12-07T09:00:00Z"), &session).await.unwrap();
    assert_eq!(changes().await, (at("2026-12-07T09:00:00Z"), 3), "taking back counts too");
}
