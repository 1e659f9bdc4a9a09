//! How a programme looks, what its days are good for, and how the skin looks on one.

use serde_json::json;
use store::Id;
use store::records::{self, KeptDay};

use super::begin::{Wanted, begin_programme};
use super::calendar::{DayState, Held, held, state};
use super::change::{
    Desk, Refused, Tried, change_first, change_time, move_next, skip_next, try_day,
};
use super::event::{Likely, likely, no_later};
use super::kept_days::{change_day, keep_day, remove_day};
use super::*;
use crate::testing::{self, Ana, at, by, day, noon};

fn outlook<'a>(ana: &'a Ana, today: &str, first: Option<&str>) -> Outlook<'a> {
    Outlook::of(&ana.protocol, &ana.chart, &noon(today), first.map(day)).expect("all is answered")
}

#[test]
fn a_first_day_is_tried_while_no_programme_was_begun() {
    let ana = Ana::new();
    let tried = outlook(&ana, "2026-12-05", Some("2026-12-10"));
    assert_eq!(tried.next().unwrap().not_before, day("2026-12-10"));
    assert!(tried.begun.is_none() && tried.is_fresh() && !tried.is_refused());
    let pausing = Ana::new().answers("using", json!(["acids"]));
    for untried in [None, Some("2026-12-05")] {
        let soonest = outlook(&ana, "2026-12-05", untried);
        assert_eq!(soonest.earliest, day("2026-12-05"), "nothing has to be paused");
        let soonest = outlook(&pausing, "2026-12-05", untried);
        assert_eq!(soonest.earliest, day("2026-12-12"), "acids are paused for a week");
        assert_eq!(soonest.next().unwrap().ideal, day("2026-12-12"));
    }
}

#[test]
fn the_sessions_done_and_those_to_come_make_the_programme() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let begun = outlook(&ana, "2026-12-06", Some("2027-01-01"));
    assert_eq!(begun.done(), [day("2026-12-05")]);
    assert_eq!((begun.total(), begun.plan.sessions.len()), (6, 5));
    assert_eq!((begun.minute, begun.uses), (1140, Some(1)));
    let causes: Vec<_> = begun.standing.locks.iter().map(|lock| lock.cause.word()).collect();
    assert_eq!(causes, ["healing", "rest"]);
}

#[test]
fn answers_against_it_refuse_and_an_open_question_says_nothing() {
    let ana = Ana::new().answers("pregnancy", json!("pregnant"));
    assert!(outlook(&ana, "2026-12-05", None).is_refused());
    let open = Ana::new().changes(|profile| profile.areas.clear());
    assert!(Outlook::of(&open.protocol, &open.chart, &noon("2026-12-05"), None).is_none());
}

#[test]
fn only_days_of_the_plan_mean_something() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let outlook = outlook(&ana, "2026-12-06", None);
    let on = |date: &str| state(&outlook, day(date), day("2026-12-06"));
    assert_eq!(on("2026-12-05"), DayState::Plain, "it was done");
    assert_eq!(on("2026-12-07"), DayState::Locked);
    assert_eq!(on("2026-12-08"), DayState::Possible);
    assert_eq!(on("2026-12-12"), DayState::Best);
    assert_eq!(on("2027-06-01"), DayState::Plain, "after the last");
}

#[test]
fn a_refused_plan_has_no_good_day() {
    let ana = Ana::new().answers("pregnancy", json!("pregnant"));
    let outlook = outlook(&ana, "2026-12-05", None);
    assert_eq!(state(&outlook, day("2026-12-05"), day("2026-12-05")), DayState::Plain);
}

#[test]
fn the_days_to_keep_free_tell_how_the_skin_looks_on_a_day() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let outlook = outlook(&ana, "2026-12-05", None);
    assert_eq!(outlook.plan.keep_free_days, [0, 1]);
    assert_eq!(likely(&outlook, day("2026-12-04")), (Likely::Untouched, None));
    assert_eq!(likely(&outlook, day("2026-12-05")).0, Likely::Seen);
    assert_eq!(likely(&outlook, day("2026-12-06")).0, Likely::Perhaps);
    assert_eq!(likely(&outlook, day("2026-12-07")), (Likely::Calm, Some(day("2026-12-05"))));
    assert_eq!(no_later(&outlook, day("2026-12-07")), day("2026-12-05"));
}

#[test]
fn a_session_of_a_day_is_told_with_what_became_of_it() {
    let ana = Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .misses("2026-12-12T20:00:00Z", "2026-12-12", "rain");
    let outlook = outlook(&ana, "2026-12-13", None);
    assert_eq!(held(&outlook, day("2026-12-05")), Some((1, Held::Done)));
    assert_eq!(held(&outlook, day("2026-12-12")).map(|(_, held)| held), Some(Held::Missed));
    assert_eq!(held(&outlook, day("2026-12-07")), None);
    let next = outlook.next().unwrap();
    assert_eq!(held(&outlook, next.ideal), Some((next.n, Held::Planned)));
}

#[test]
fn a_session_left_out_counts_and_the_programme_has_one_less_to_hold() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let ana = ana.skips("2026-12-06T20:00:00Z", "2026-12-12");
    let outlook = outlook(&ana, "2026-12-07", None);
    assert_eq!(held(&outlook, day("2026-12-12")), Some((2, Held::Skipped)));
    assert_eq!((outlook.total(), outlook.plan.sessions.len()), (6, 4));
}

#[test]
fn a_session_that_was_missed_is_still_to_be_held() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let ana = ana.misses("2026-12-12T20:00:00Z", "2026-12-12", "rain");
    let outlook = outlook(&ana, "2026-12-13", None);
    assert_eq!((outlook.total(), outlook.plan.sessions.len()), (6, 5));
}

#[test]
fn a_day_that_is_kept_free_takes_its_days_before_along() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let ana = ana.keeps_free("2026-12-20", Some(2)).keeps_free("2026-12-12", None);
    let outlook = outlook(&ana, "2026-12-06", None);
    let kept: Vec<_> = outlook.kept.iter().map(|one| (one.from, one.day.on)).collect();
    let usual = i64::from(outlook.plan.keep_free_days[1]);
    let from = day("2026-12-12").saturating_sub(jiff::ToSpan::days(usual));
    assert_eq!(kept, [(from, day("2026-12-12")), (day("2026-12-18"), day("2026-12-20"))]);
    let on = |date: &str| state(&outlook, day(date), day("2026-12-06"));
    let free = ["2026-12-17", "2026-12-18", "2026-12-20", "2026-12-21"].map(on);
    assert_eq!(free.map(|state| state == DayState::Kept), [false, true, true, false]);
}

#[test]
fn the_plan_goes_around_the_days_that_are_kept_free() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let ana = ana.keeps_free("2026-12-12", Some(1)).keeps_free("2026-12-20", Some(9));
    let outlook = outlook(&ana, "2026-12-06", None);
    for window in &outlook.plan.sessions {
        assert!(!outlook.kept.iter().any(|one| one.has(window.ideal)), "{window:?}");
    }
}

#[test]
fn a_past_day_is_no_day_to_keep_free() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").keeps_free("2026-12-04", Some(1));
    let outlook = outlook(&ana, "2026-12-05", None);
    assert_eq!(state(&outlook, day("2026-12-04"), day("2026-12-05")), DayState::Plain);
}

#[test]
fn a_plan_that_is_late_says_by_when_it_should_have_been() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let ana = ana.checks_in("2026-12-09T08:00:00Z", 0);
    assert_eq!(outlook(&ana, "2026-12-19", None).due(), None, "it is still in time");
    assert_eq!(outlook(&ana, "2026-12-20", None).due(), Some(day("2026-12-19")));
    assert_eq!(outlook(&ana, "2027-02-20", None).due(), Some(day("2026-12-19")));
}

#[test]
fn a_programme_is_over_once_all_is_done_or_left_out() {
    let mut ana = Ana::new().begins("2026-10-01", "2026-10-01");
    for on in ["10-01", "10-08", "10-15", "10-22", "10-29"] {
        ana = ana.gets_needled(&format!("2026-{on}T18:00:00Z"));
    }
    assert!(!outlook(&ana, "2026-11-01", None).is_over());
    let ana = ana.skips("2026-11-01T20:00:00Z", "2026-11-05");
    let over = outlook(&ana, "2026-11-02", None);
    assert!(over.is_over() && over.next().is_none() && !over.is_fresh());
}

#[test]
fn the_day_of_healing_skin_is_only_a_likely_one() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let healing = outlook(&ana, "2026-12-06", None);
    assert!(healing.is_provisional() && healing.next().is_some());
    let calm = ana.checks_in("2026-12-07T08:00:00Z", 0);
    let calm = outlook(&calm, "2026-12-07", None);
    assert!(!calm.is_provisional());
    let not_before = calm.not_before().map(words::machine::plain);
    assert_eq!(not_before.as_deref(), Some("2026-12-08 19:00"));
}

fn tries<'a>(ana: &'a Ana, today: &str, to: &str) -> Result<Tried<'a>, Refused<'a>> {
    try_day(&ana.protocol, &ana.chart, &noon(today), day(to))
}

fn calm() -> Ana {
    Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-07T08:00:00Z", 0)
}

#[test]
fn the_next_session_can_be_tried_on_a_day_that_the_rules_allow() {
    let ana = calm();
    let tried = tries(&ana, "2026-12-07", "2026-12-15").unwrap();
    assert_eq!(tried.outlook.next().unwrap().ideal, day("2026-12-15"));
    let moves: Vec<_> = tried.programme.moves.iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(moves, [(day("2026-12-12"), day("2026-12-15"))]);
    assert!(ana.chart.story.programmes[0].record.moves.is_empty(), "it is only tried");
}

#[test]
fn a_session_tried_on_its_own_day_is_moved_nowhere() {
    let ana = calm();
    assert!(tries(&ana, "2026-12-07", "2026-12-12").unwrap().programme.moves.is_empty());
}

#[test]
fn of_several_moves_of_the_next_session_the_last_one_counts() {
    let mut ana = calm();
    for to in ["2026-12-15", "2026-12-13"] {
        let moved = tries(&ana, "2026-12-07", to).unwrap().programme;
        let begun = ana.chart.story.programme.as_mut().unwrap();
        begun.record = moved;
    }
    let moves = &ana.chart.story.programme.as_ref().unwrap().record.moves;
    assert_eq!(moves.iter().map(|one| one.to).collect::<Vec<_>>(), [day("2026-12-13")]);
    let back = tries(&ana, "2026-12-07", "2026-12-12").unwrap();
    assert!(back.programme.moves.is_empty(), "back on its day it was not moved");
}

#[test]
fn a_day_that_is_over_or_that_something_forbids_is_refused_with_the_first_that_would_do() {
    let ana = calm();
    assert!(matches!(tries(&ana, "2026-12-07", "2026-12-06"), Err(Refused::Past)));
    let Err(Refused::Forbidden(early)) = tries(&ana, "2026-12-07", "2026-12-07") else {
        panic!("the skin rests")
    };
    assert_eq!(early.first, day("2026-12-08"));
    assert!(!early.locks.is_empty() && early.kept.is_empty());
    let ana = ana.keeps_free("2026-12-16", Some(2));
    let Err(Refused::Forbidden(kept)) = tries(&ana, "2026-12-07", "2026-12-15") else {
        panic!("it is kept free")
    };
    assert_eq!((kept.kept.len(), kept.first), (1, day("2026-12-17")));
}

#[test]
fn without_a_programme_or_a_session_to_come_nothing_is_tried() {
    assert!(matches!(tries(&Ana::new(), "2026-12-07", "2026-12-15"), Err(Refused::NoPlan)));
    let mut over = Ana::new().begins("2026-10-01", "2026-10-01");
    for on in ["10-01", "10-08", "10-15", "10-22", "10-29", "11-05"] {
        over = over.gets_needled(&format!("2026-{on}T18:00:00Z"));
    }
    let refused = tries(&over, "2026-12-07", "2026-12-15");
    assert!(matches!(refused, Err(Refused::NothingPlanned)), "{refused:?}");
}

#[test]
fn the_first_day_is_not_before_all_preparation_is_done() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-10").answers("using", json!(["acids"]));
    let refused = tries(&ana, "2026-12-01", "2026-12-05");
    assert!(
        matches!(refused, Err(Refused::Early(from)) if from == day("2026-12-08")),
        "{refused:?}"
    );
    let moved = tries(&ana, "2026-12-01", "2026-12-09").unwrap().programme;
    assert_eq!((moved.first, moved.moves.len()), (day("2026-12-09"), 0), "it has not begun");
}

/// A programme begun with its first session on 5 December.
async fn begun() -> testing::Desk {
    let desk = testing::Desk::new().await;
    let by = by("2026-12-01T08:00:00Z");
    let wanted = Wanted { id: Id::new(by.at), first: day("2026-12-05"), minute: 600, rhythm: None };
    let chart = desk.chart().await;
    begin_programme(&desk.store, by, &desk.protocol, &chart, &noon("2026-12-01"), wanted)
        .await
        .unwrap();
    desk
}

#[tokio::test]
async fn the_next_session_is_moved_only_if_it_is_the_one_that_was_meant() {
    let desk = begun().await;
    let (chart, now) = (desk.chart().await, noon("2026-12-02"));
    let place =
        Desk { store: &desk.store, by: by("2026-12-02T08:00:00Z"), chart: &chart, now: &now };
    let another = move_next(place, &desk.protocol, 2, day("2026-12-06")).await;
    assert!(matches!(another, Err(Refused::Another)), "{another:?}");
    move_next(place, &desk.protocol, 1, day("2026-12-06")).await.unwrap();
    let kept = desk.chart().await;
    let outlook = Outlook::of(&desk.protocol, &kept, &now, None).unwrap();
    assert_eq!(outlook.next().unwrap().ideal, day("2026-12-06"));
}

#[tokio::test]
async fn a_session_is_left_out_once_though_its_form_is_sent_again() {
    let desk = begun().await;
    let id = Id::new(at("2026-12-02T08:00:00Z"));
    for _ in 0..2 {
        let (chart, now) = (desk.chart().await, noon("2026-12-02"));
        let by = by("2026-12-02T08:00:00Z");
        let place = Desk { store: &desk.store, by, chart: &chart, now: &now };
        skip_next(place, &desk.protocol, (id, 1), Some("rain".parse().unwrap())).await.unwrap();
    }
    let sessions = desk.all::<records::Session>().await;
    let programme = desk.chart().await.story.programme.map(|begun| begun.id);
    let (on, reason) = (day("2026-12-05"), Some("rain".parse().unwrap()));
    let skipped = records::Session::Skipped { on, reason, programme };
    assert_eq!(sessions.into_iter().map(|one| one.record).collect::<Vec<_>>(), [skipped]);
}

#[tokio::test]
async fn the_first_day_can_be_changed_until_the_first_session() {
    let desk = begun().await;
    let changes = async |today: &str, to: &str| {
        let (chart, now) = (desk.chart().await, noon(today));
        let by = by("2026-12-02T08:00:00Z");
        let place = Desk { store: &desk.store, by, chart: &chart, now: &now };
        let changed = change_first(place, &desk.protocol, day(to)).await;
        changed.map_err(|refused| refused.to_string())
    };
    changes("2026-12-02", "2026-12-07").await.unwrap();
    assert_eq!(desk.chart().await.story.programme.unwrap().record.first, day("2026-12-07"));
    let session = records::Session::Done(testing::done(at("2026-12-07T18:00:00Z")));
    desk.keeps("2026-12-07T18:00:00Z", session).await;
    let refused = changes("2026-12-08", "2026-12-09").await;
    assert_eq!(refused, Err(Refused::Begun.to_string()));
}

#[tokio::test]
async fn the_time_of_day_is_changed_and_the_same_time_changes_nothing() {
    let desk = begun().await;
    let changes = async |minute| {
        let (chart, now) = (desk.chart().await, noon("2026-12-02"));
        let by = by("2026-12-02T08:00:00Z");
        let place = Desk { store: &desk.store, by, chart: &chart, now: &now };
        change_time(place, minute).await.unwrap();
        let begun = desk.chart().await.story.programme.unwrap();
        (begun.record.minute, begun.version)
    };
    assert_eq!(changes(600).await, (600, 1));
    assert_eq!(changes(1140).await, (1140, 2));
}

#[tokio::test]
async fn a_day_kept_free_is_kept_changed_and_given_up() {
    let desk = testing::Desk::new().await;
    let by = by("2026-12-01T08:00:00Z");
    let ids = (desk.person, Id::new(by.at));
    let kept = |days_before| KeptDay { on: day("2026-12-24"), days_before, name: None };
    let first = keep_day(&desk.store, by, ids, kept(None)).await.unwrap();
    assert_eq!(keep_day(&desk.store, by, ids, kept(None)).await.unwrap(), first, "sent again");
    change_day(&desk.store, by, ids, kept(Some(3))).await.unwrap();
    change_day(&desk.store, by, ids, kept(Some(3))).await.unwrap();
    let all = desk.all::<KeptDay>().await;
    assert_eq!((all.len(), &all[0].record, all[0].version), (1, &kept(Some(3)), 2));
    remove_day(&desk.store, by, ids.0, ids.1).await.unwrap();
    assert!(desk.all::<KeptDay>().await.is_empty());
    let gone = remove_day(&desk.store, by, ids.0, ids.1).await;
    assert!(matches!(gone, Err(store::Error::NotFound)), "{gone:?}");
}
