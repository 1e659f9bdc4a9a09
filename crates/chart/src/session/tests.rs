//! What the next session waits for, and keeping one in a record.

use care::measure::NeedleLength;
use care::words::{Area, RhythmChoice};
use jiff::Zoned;
use jiff::tz::TimeZone;
use serde_json::json;
use store::records::{Answers, Programme, Session};
use store::{Entry, Id};

use super::begin::{self, begin_session};
use super::record::{self, Said, record_new, record_session};
use crate::plan::begin::{self as plan, Wanted, begin_programme};
use crate::testing::{Ana, Desk, at, by, day, here, noon};

/// What the next session waits for, each with the minute at which it opens.
fn locks(ana: &Ana, now: &str) -> Vec<(&'static str, Option<String>)> {
    let standing = ana.chart.standing(&ana.protocol, &here(now)).expect("answers");
    let until = |until: &Zoned| words::machine::plain(until);
    let locks = standing.locks.iter();
    locks.map(|lock| (lock.cause.word(), lock.until.as_ref().map(until))).collect()
}

fn lock(word: &'static str, until: &str) -> (&'static str, Option<String>) {
    (word, Some(until.into()))
}

#[test]
fn without_a_programme_or_with_answers_of_old_nothing_comes_next() {
    let next = |ana: &Ana| {
        let standing = ana.chart.standing(&ana.protocol, &noon("2026-12-05"));
        standing.is_some_and(|standing| standing.next.is_some())
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
    assert_eq!(locks(&ana, "2026-12-04T22:59:00Z"), [lock("future", "2026-12-05 00:00")]);
    assert_eq!(locks(&ana, "2026-12-04T23:00:00Z"), []);
}

#[test]
fn needled_skin_rests_and_waits_for_a_word_that_it_has_healed() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let rest = lock("rest", "2026-12-08 19:00");
    assert_eq!(locks(&ana, "2026-12-06T18:00:00Z"), [("healing", None), rest.clone()]);
    assert_eq!(locks(&ana, "2026-12-20T18:00:00Z"), [("healing", None)], "nobody said so");
    let early = ana.checks_in("2026-12-06T01:59:00Z", 0);
    assert_eq!(locks(&early, "2026-12-20T18:00:00Z"), [("healing", None)], "it hardly began");
    let calm = early.checks_in("2026-12-06T18:00:00Z", 0);
    assert_eq!(locks(&calm, "2026-12-08T17:59:00Z"), [rest]);
    assert_eq!(locks(&calm, "2026-12-08T18:00:00Z"), []);
}

#[test]
fn an_answer_against_it_locks_whatever_the_day() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").answers("pregnancy", json!("pregnant"));
    assert_eq!(locks(&ana, "2026-12-05T12:00:00Z"), [("answers", None)]);
}

#[test]
fn after_the_last_session_the_programme_is_over() {
    let mut ana = Ana::new().begins("2026-10-01", "2026-10-01");
    for session in ["10-01", "10-08", "10-15", "10-22", "10-29", "11-05"] {
        ana = ana.gets_needled(&format!("2026-{session}T18:00:00Z"));
    }
    let ana = ana.checks_in("2026-11-10T08:00:00Z", 0);
    assert_eq!(locks(&ana, "2026-11-20T12:00:00Z"), [("over", None)]);
}

async fn begun(desk: &Desk) -> Entry<Programme> {
    let wanted = Wanted {
        id: Id::new(at("2026-12-04T08:00:00Z")),
        first: day("2026-12-05"),
        minute: 600,
        rhythm: None,
    };
    let by = by("2026-12-04T08:00:00Z");
    let chart = desk.chart().await;
    begin_programme(&desk.store, by, &desk.protocol, &chart, &noon("2026-12-04"), wanted)
        .await
        .unwrap();
    desk.chart().await.story.programme.unwrap()
}

#[tokio::test]
async fn a_programme_is_begun_once_and_rests_on_a_screening() {
    let desk = Desk::new().await;
    let programme = begun(&desk).await;
    let chart = desk.chart().await;
    assert_eq!(chart.story.programme, Some(programme.clone()));
    let screening = desk.store.find::<store::Screening>(desk.person, programme.record.screening);
    assert_eq!(screening.await.unwrap().unwrap().record.on, day("2026-12-04"));
    let again = plan::may_begin(&desk.protocol, &chart, &noon("2026-12-04"));
    assert!(matches!(again, Err(plan::Refused::UnderWay)), "{again:?}");
}

#[tokio::test]
async fn a_programme_begins_once_all_preparation_can_be_done() {
    let desk = Desk::new().await;
    let (by, chart) = (by("2026-12-04T08:00:00Z"), desk.chart().await);
    let begin = async |first: &str| {
        let wanted = Wanted { id: Id::new(by.at), first: day(first), minute: 600, rhythm: None };
        begin_programme(&desk.store, by, &desk.protocol, &chart, &noon("2026-12-04"), wanted).await
    };
    let early = begin("2026-12-03").await;
    assert!(
        matches!(early, Err(plan::Refused::Early(from)) if from == day("2026-12-04")),
        "{early:?}"
    );
    assert!(desk.chart().await.story.screenings.is_empty(), "what is refused leaves nothing");
    begin("2026-12-04").await.unwrap();
    let begun = desk.chart().await.story.programme.unwrap();
    assert_eq!(begun.record.rhythm, Some(RhythmChoice::Weekly), "what holds unless one is chosen");
}

#[test]
fn no_programme_is_begun_on_open_or_forbidding_answers() {
    let may = |ana: &Ana| plan::may_begin(&ana.protocol, &ana.chart, &noon("2026-12-05"));
    assert!(may(&Ana::new()).is_ok());
    let open = Ana::new().changes(|profile| profile.goals.clear());
    assert!(matches!(may(&open), Err(plan::Refused::Open)));
    let against = Ana::new().answers("pregnancy", json!("pregnant"));
    assert!(matches!(may(&against), Err(plan::Refused::Answers)));
}

#[tokio::test]
async fn a_session_begins_if_it_may_and_only_one_is_under_way() {
    let desk = Desk::new().await;
    let (by, now) = (by("2026-12-05T09:00:00Z"), here("2026-12-05T09:00:00Z"));
    let begin = async || {
        let (chart, said) = (desk.chart().await, (Id::new(by.at), begin::Said::default()));
        begin_session(&desk.store, by, &desk.protocol, chart, &now, said).await
    };
    assert!(matches!(begin().await, Err(begin::Refused::NoPlan)));
    let programme = begun(&desk).await;
    begin().await.unwrap();
    let session = desk.chart().await.story.begun().unwrap().clone();
    let Session::Begun { programme: own, at, .. } = session.record else { panic!("not begun") };
    assert_eq!((own, at), (Some(programme.id), by.at));
    let again = begin().await;
    assert!(matches!(again, Err(begin::Refused::UnderWay(id)) if id == session.id), "{again:?}");
}

#[tokio::test]
async fn a_decision_is_kept_with_what_is_known_of_the_skin() {
    let desk = Desk::new().await;
    begun(&desk).await;
    let id = Id::new(at("2026-12-05T08:00:00Z"));
    let new = (id, said("2026-12-05T07:00:00Z"));
    let chart = desk.chart().await;
    record_new(&desk.store, by("2026-12-05T08:00:00Z"), &chart, &TimeZone::UTC, new).await.unwrap();
    let (by, chart) = (by("2026-12-06T09:00:00Z"), desk.chart().await);
    let now = here("2026-12-06T09:00:00Z");
    let given = Answers::from([("infection".to_owned(), json!("yes"))]);
    let said = (Id::new(by.at), begin::Said { given, ..Default::default() });
    let locked = begin_session(&desk.store, by, &desk.protocol, chart, &now, said).await;
    assert!(matches!(locked, Err(begin::Refused::Locked)), "{locked:?}");
    let chart = desk.chart().await;
    assert_eq!(chart.profile().answers["infection"], json!("yes"), "kept though it waits");
    let kept = chart.story.screenings.last().unwrap().record.clone();
    assert_eq!(kept.answers["infection"], json!("yes"), "decided with what was answered just now");
    let answer = json!({ "on": "2026-12-05", "calm": "no", "mm": 0.3 });
    assert_eq!(kept.answers["last_needling"], answer, "nobody said that it is calm");
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
