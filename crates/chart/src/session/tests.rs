//! What the next session waits for, and keeping one in a record.

use care::measure::NeedleLength;
use care::words::Area;
use jiff::tz::TimeZone;
use serde_json::json;
use store::records::{Programme, Session};
use store::{Entry, Id};

use super::begin::{self, begin_session};
use super::next::{Lock, Next};
use super::record::{self, Said, record_new, record_session};
use crate::plan::begin::{self as plan, Wanted, begin_programme};
use crate::testing::{Ana, Desk, at, by, day};

fn lock(ana: &Ana, today: &str) -> Option<Lock> {
    let next = Next::of(&ana.chart.story, &ana.protocol, ana.chart.profile(), day(today));
    next.expect("a programme and answers").lock
}

#[test]
fn without_a_programme_or_with_answers_of_old_nothing_comes_next() {
    let next = |ana: &Ana| {
        Next::of(&ana.chart.story, &ana.protocol, ana.chart.profile(), day("2026-12-05")).is_some()
    };
    assert!(!next(&Ana::new()));
    let planned = || Ana::new().begins("2026-12-01", "2026-12-05");
    assert!(next(&planned()));
    assert!(!next(&planned().answers("pregnancy", json!("perhaps"))));
    assert!(!next(&planned().ends("2026-12-02")));
}

#[test]
fn the_first_session_waits_for_its_day_and_no_longer() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05");
    assert_eq!(lock(&ana, "2026-12-04"), Some(Lock::Until(day("2026-12-05"))));
    assert_eq!(lock(&ana, "2026-12-05"), None);
}

#[test]
fn needled_skin_waits_for_healing_then_for_its_rhythm() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let from = day("2026-12-08");
    assert_eq!(lock(&ana, "2026-12-06"), Some(Lock::Healing(from)));
    assert_eq!(lock(&ana, "2026-12-20"), Some(Lock::Healing(from)), "nobody said that it is calm");
    let calm = ana.checks_in("2026-12-06T18:00:00Z", 0);
    assert_eq!(lock(&calm, "2026-12-07"), Some(Lock::Until(from)));
    assert_eq!(lock(&calm, "2026-12-08"), None);
}

#[test]
fn an_answer_against_it_locks_whatever_the_day() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").answers("pregnancy", json!("pregnant"));
    assert_eq!(lock(&ana, "2026-12-05"), Some(Lock::Answers));
}

#[test]
fn after_the_last_session_the_programme_is_finished() {
    let mut ana = Ana::new().begins("2026-10-01", "2026-10-01");
    for session in ["10-01", "10-08", "10-15", "10-22", "10-29", "11-05"] {
        ana = ana.gets_needled(&format!("2026-{session}T18:00:00Z"));
    }
    let ana = ana.checks_in("2026-11-10T08:00:00Z", 0);
    assert_eq!(lock(&ana, "2026-11-20"), Some(Lock::Finished));
}

async fn begun(desk: &Desk) -> Entry<Programme> {
    let wanted =
        Wanted { id: Id::new(at("2026-12-05T08:00:00Z")), first: day("2026-12-05"), minute: 600 };
    let by = by("2026-12-05T08:00:00Z");
    let chart = desk.chart().await;
    begin_programme(&desk.store, by, &desk.protocol, &chart, day("2026-12-05"), wanted)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_programme_is_begun_once_and_rests_on_a_screening() {
    let desk = Desk::new().await;
    let programme = begun(&desk).await;
    let chart = desk.chart().await;
    assert_eq!(chart.story.programme, Some(programme.clone()));
    let screening = desk.store.find::<store::Screening>(desk.person, programme.record.screening);
    assert_eq!(screening.await.unwrap().unwrap().record.on, day("2026-12-05"));
    let again = plan::may_begin(&desk.protocol, &chart, day("2026-12-05"));
    assert!(matches!(again, Err(plan::Refused::UnderWay)), "{again:?}");
}

#[test]
fn no_programme_is_begun_on_open_or_forbidding_answers() {
    let may = |ana: &Ana| plan::may_begin(&ana.protocol, &ana.chart, day("2026-12-05"));
    assert!(may(&Ana::new()).is_ok());
    let open = Ana::new().changes(|profile| profile.goals.clear());
    assert!(matches!(may(&open), Err(plan::Refused::Open)));
    let against = Ana::new().answers("pregnancy", json!("pregnant"));
    assert!(matches!(may(&against), Err(plan::Refused::Answers)));
}

#[tokio::test]
async fn a_session_begins_if_it_may_and_only_one_is_under_way() {
    let desk = Desk::new().await;
    let (by, today) = (by("2026-12-05T09:00:00Z"), day("2026-12-05"));
    let begin = async || {
        let (chart, id) = (desk.chart().await, Id::new(by.at));
        begin_session(&desk.store, by, &desk.protocol, &chart, today, id).await
    };
    assert!(matches!(begin().await, Err(begin::Refused::NoPlan)));
    let programme = begun(&desk).await;
    let session = begin().await.unwrap();
    let Session::Begun { programme: own, at, .. } = session.record else { panic!("not begun") };
    assert_eq!((own, at), (Some(programme.id), by.at));
    let again = begin().await;
    assert!(matches!(again, Err(begin::Refused::UnderWay(id)) if id == session.id), "{again:?}");
}

fn said(moment: &str) -> Said {
    Said {
        at: at(moment),
        areas: vec![Area::Cheeks],
        length: NeedleLength::from_mm(0.3).unwrap(),
        passes: Some(4),
        directions: None,
        anaesthetic: None,
        device: None,
        zones: None,
        note: None,
    }
}

#[tokio::test]
async fn a_session_sent_again_is_mended_and_one_that_lies_ahead_refused() {
    let desk = Desk::new().await;
    let (chart, id) = (desk.chart().await, Id::new(at("2026-12-05T08:00:00Z")));
    let new = async |said: Said| {
        let by = by("2026-12-05T20:00:00Z");
        record_new(&desk.store, by, &chart, &TimeZone::UTC, (id, said)).await
    };
    assert_eq!(new(said("2026-12-05T18:00:00Z")).await.unwrap().version, 1);
    assert_eq!(new(said("2026-12-05T18:00:00Z")).await.unwrap().version, 1);
    let mended = new(Said { passes: Some(6), ..said("2026-12-05T18:00:00Z") }).await.unwrap();
    assert_eq!((mended.id, mended.version), (id, 2));
    let ahead = new(said("2026-12-05T20:00:01Z")).await;
    assert!(matches!(ahead, Err(record::Refused::Ahead)), "{ahead:?}");
}

#[tokio::test]
async fn a_moment_that_was_not_touched_keeps_its_seconds() {
    let desk = Desk::new().await;
    let (chart, by) = (desk.chart().await, by("2026-12-05T20:00:00Z"));
    let new = (Id::new(by.at), said("2026-12-05T18:00:42Z"));
    let kept = record_new(&desk.store, by, &chart, &TimeZone::UTC, new).await.unwrap();
    let to = |said| record_session(&desk.store, by, chart.profile(), &kept, said);
    let same = to(said("2026-12-05T18:00:00Z")).await.unwrap();
    let Session::Done(done) = same.record else { panic!("not done") };
    assert_eq!(done.at, at("2026-12-05T18:00:42Z"));
}
