//! What the next session waits for, what is asked on its day, and keeping one in a record.

use care::measure::NeedleLength;
use care::words::{Area, RhythmChoice, Setting};
use jiff::Zoned;
use jiff::tz::TimeZone;
use serde_json::json;
use store::records::{Answers, Done, Programme, Session};
use store::{Entry, Id};

use super::begin::{self, begin_session};
use super::begun::Begun;
use super::record::{self, Said, record_new, record_session};
use super::{ask, today, zones};
use crate::plan::begin::{self as plan, Wanted, begin_programme};
use crate::screening::given::Given;
use crate::testing::{Ana, Desk, at, by, day, done, here, noon};

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

#[test]
fn the_questions_of_the_day_are_those_that_the_protocol_puts_again() {
    let protocol = care::Protocol::built_in().unwrap();
    for setting in [Setting::Home, Setting::Clinic] {
        let again: Vec<&str> = ask::again(&protocol, setting).map(|one| one.id.as_str()).collect();
        let marked = protocol.questions().iter().filter(|one| one.ask_again);
        let marked = marked.filter(|one| one.is_asked_in(setting)).map(|one| one.id.as_str());
        assert_eq!(again, marked.collect::<Vec<_>>());
        assert!(again.contains(&"infection") && !again.contains(&"keloid"), "{again:?}");
    }
}

#[test]
fn what_was_answered_last_is_known_unless_nobody_understands_it() {
    let protocol = care::Protocol::built_in().unwrap();
    let (_, question) = protocol.find_question("infection").unwrap();
    let last = |answer: serde_json::Value| {
        ask::last(&Answers::from([("infection".to_owned(), answer)]), question)
    };
    assert_eq!(last(json!("yes")), Some(Given::Word("yes".into())));
    assert_eq!(last(json!("unknown")), Some(Given::Unknown));
    assert_eq!(last(json!("perhaps")), None);
    assert_eq!(ask::last(&Answers::new(), question), None, "it was never put");
}

#[test]
fn what_is_prepared_on_the_day_begins_no_earlier_than_a_day_before() {
    let ana = Ana::new().answers("using", json!(["acids", "retinoid"]));
    let person = crate::person::person_of(&ana.protocol, ana.chart.profile()).unwrap();
    let plan = today::plan(&ana.protocol, &person, day("2026-12-05"));
    let steps = today::steps(&plan);
    assert!(!steps.is_empty() && steps.len() < plan.preparation.len());
    assert!(steps.iter().all(|row| row.before.rough_hours() <= 24.0));
    let left = plan.preparation.iter().filter(|step| step.row.before.rough_hours() > 24.0);
    assert_eq!(steps.len() + left.count(), plan.preparation.len(), "no step is forgotten");
}

#[test]
fn a_session_of_today_is_planned_for_today_whatever_the_answers_say_now() {
    let ana = Ana::new().answers("pregnancy", json!("pregnant"));
    let person = crate::person::person_of(&ana.protocol, ana.chart.profile()).unwrap();
    let plan = today::plan(&ana.protocol, &person, day("2026-12-05"));
    assert!(plan.verdict.plans(), "it was allowed when it began");
    assert!(!plan.sessions.is_empty());
}

/// The session that was begun and not recorded.
fn under_way(ana: &Ana) -> Begun {
    Begun::of(ana.chart.story.begun().unwrap().clone()).unwrap()
}

#[test]
fn only_a_session_that_was_begun_can_be_taken_apart() {
    let ana = Ana::new()
        .gets_needled("2026-12-01T18:00:00Z")
        .misses("2026-12-02T20:00:00Z", "2026-12-02", "rain")
        .skips("2026-12-03T20:00:00Z", "2026-12-03")
        .begins_session("2026-12-05T18:00:00Z");
    let begun: Vec<bool> =
        ana.chart.story.sessions.iter().map(|one| Begun::of(one.clone()).is_some()).collect();
    assert_eq!(begun, [false, false, false, true]);
}

#[test]
fn a_session_is_stale_from_midnight_where_the_person_is() {
    let begun = under_way(&Ana::new().begins_session("2026-12-05T22:00:00Z"));
    assert!(!begun.is_stale(&here("2026-12-05T22:59:59Z")));
    assert!(begun.is_stale(&here("2026-12-05T23:00:00Z")));
    let travelled = at("2026-12-05T23:30:00Z").in_tz("America/New_York").unwrap();
    assert!(!begun.is_stale(&travelled), "there it is still the same day");
    assert_eq!(begun.day(&travelled), day("2026-12-05"));
}

#[test]
fn a_session_goes_on_while_the_door_is_open() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").begins_session("2026-12-05T18:00:00Z");
    let may =
        |ana: &Ana, now: &str| under_way(ana).may_go_on(&ana.protocol, &ana.chart, &here(now));
    assert!(may(&ana, "2026-12-05T18:30:00Z"));
    assert!(!may(&ana, "2026-12-06T18:30:00Z"), "it was begun yesterday");
    let meanwhile = ana.gets_needled("2026-12-05T18:10:00Z");
    assert!(!may(&meanwhile, "2026-12-05T18:30:00Z"), "another one was recorded");
    let answered = Ana::new().begins("2026-12-01", "2026-12-05").answers("infection", json!("yes"));
    let answered = answered.begins_session("2026-12-05T18:00:00Z");
    assert!(!may(&answered, "2026-12-05T18:30:00Z"), "an answer speaks against it");
}

#[tokio::test]
async fn what_changed_in_a_session_under_way_is_kept_and_it_is_found_until_it_is_over() {
    let desk = Desk::new().await;
    let session = under_way(&Ana::new().begins_session("2026-12-05T18:00:00Z")).entry.record;
    let id = desk.keeps("2026-12-05T18:00:00Z", session).await.id;
    let find = async || Begun::find(&desk.store, desk.person, id).await.unwrap();
    let mut begun = find().await.unwrap();
    begun.cream_at = Some(at("2026-12-05T18:05:00Z"));
    zones::note(&mut begun.zones, care::zone::Zone::CheekLeft, 4);
    let (cream_at, rolled) = (begun.cream_at, begun.zones.clone());
    begun.save(&desk.store, by("2026-12-05T18:10:00Z")).await.unwrap();
    let found = find().await.unwrap();
    assert_eq!((found.cream_at, found.zones.clone(), found.entry.version), (cream_at, rolled, 2));
    let over = said("2026-12-05T18:00:00Z");
    let chart = desk.chart().await;
    let by = by("2026-12-05T19:00:00Z");
    record_session(&desk.store, by, chart.profile(), &found.entry, over).await.unwrap();
    assert!(find().await.is_none(), "it is over");
}

#[tokio::test]
async fn a_session_that_nobody_has_is_not_found() {
    let (desk, id) = (Desk::new().await, Id::new(at("2026-12-05T18:00:00Z")));
    let found = Begun::find(&desk.store, desk.person, id).await;
    assert!(matches!(found.err(), Some(store::Error::NotFound)));
}

/// Records a session over another, and gives back what is kept.
async fn recorded(before: Session, said: Said) -> Done {
    let desk = Desk::new().await;
    let before = desk.keeps("2026-12-05T18:00:00Z", before).await;
    let (chart, by) = (desk.chart().await, by("2026-12-05T20:00:00Z"));
    let kept = record_session(&desk.store, by, chart.profile(), &before, said).await.unwrap();
    let Session::Done(done) = kept.record else { panic!("not done") };
    done
}

fn begun_with(rolled: &[(care::zone::Zone, u16)]) -> Session {
    let mut zones = Vec::new();
    rolled.iter().for_each(|(zone, n)| zones::note(&mut zones, *zone, *n));
    let (at, decided) = (at("2026-12-05T18:00:00Z"), at("2026-12-05T17:00:00Z"));
    let (screening, programme) = (Id::new(decided), Some(Id::new(decided)));
    let before = [(care::words::Sign::Redness, 2)].into();
    Session::Begun { at, screening, programme, cream_at: None, zones, before }
}

#[tokio::test]
async fn a_session_under_way_is_recorded_with_what_is_known_of_it() {
    use care::zone::Zone;
    let begun = begun_with(&[(Zone::CheekLeft, 4), (Zone::CheekRight, 0)]);
    let done = recorded(begun, said("2026-12-05T19:00:00Z")).await;
    assert!(done.screening.is_some() && done.programme.is_some());
    assert_eq!(done.before, [(care::words::Sign::Redness, 2)].into());
    let zones: Vec<(&str, u16)> =
        done.zones.iter().map(|one| (one.zone.as_str(), one.passes)).collect();
    assert_eq!(zones, [("cheek-left", 4)], "what was left out was not rolled");
}

#[tokio::test]
async fn zones_that_are_said_count_before_those_noted_and_bring_their_areas() {
    use care::zone::Zone;
    let mut rolled = Vec::new();
    zones::note(&mut rolled, Zone::Chin, 6);
    zones::note(&mut rolled, Zone::Nose, 0);
    let begun = begun_with(&[(Zone::CheekLeft, 4)]);
    let done = recorded(begun, Said { zones: Some(rolled), ..said("2026-12-05T19:00:00Z") }).await;
    assert_eq!((done.areas, done.passes), (vec![Area::Cheeks, Area::Chin], Some(6)));
    assert_eq!(done.zones.len(), 1);
}

#[tokio::test]
async fn a_missed_session_that_took_place_after_all_keeps_its_programme() {
    let programme = Some(Id::new(at("2026-12-01T08:00:00Z")));
    let on = day("2026-12-05");
    for before in [
        Session::Missed { on, reason: Some("rain".parse().unwrap()), programme },
        Session::Skipped { on, reason: None, programme },
    ] {
        let done = recorded(before, said("2026-12-05T19:00:00Z")).await;
        assert_eq!((done.programme, done.at), (programme, at("2026-12-05T19:00:00Z")));
    }
}

#[tokio::test]
async fn a_session_mended_later_keeps_where_and_how_it_was_done() {
    let old = Done {
        zone: "Asia/Tokyo".into(),
        setting: Setting::Clinic,
        skin_type: Some(5),
        programme: Some(Id::new(at("2026-12-01T08:00:00Z"))),
        before: [(care::words::Sign::Redness, 1)].into(),
        note: Some("at the clinic".parse().unwrap()),
        ..done(at("2026-12-04T09:00:30Z"))
    };
    let mended = recorded(Session::Done(old.clone()), said("2026-12-04T10:00:00Z")).await;
    let kept = |done: &Done| {
        (done.zone.clone(), done.setting, done.skin_type, done.programme, done.before.clone())
    };
    assert_eq!(kept(&mended), kept(&old));
    assert_eq!((mended.at, mended.note), (at("2026-12-04T10:00:00Z"), None), "what was said");
}

#[test]
fn the_moment_of_a_session_is_said_by_the_clock_of_where_it_was() {
    let zone = |session: &Session| {
        let zone = record::zone(session, &TimeZone::get("Europe/Paris").unwrap());
        zone.iana_name().map(str::to_owned)
    };
    let there = Done { zone: "Asia/Tokyo".into(), ..done(at("2026-12-04T09:00:00Z")) };
    assert_eq!(zone(&Session::Done(there)).as_deref(), Some("Asia/Tokyo"));
    assert_eq!(zone(&begun_with(&[])).as_deref(), Some("Europe/Paris"));
}

#[tokio::test]
async fn a_session_recorded_afterwards_belongs_to_the_programme_of_its_day() {
    let desk = Desk::new().await;
    let programme = begun(&desk).await.id;
    let chart = desk.chart().await;
    let of = async |moment: &str| {
        let (by, id) = (by("2026-12-06T20:00:00Z"), Id::new(at(moment)));
        let new = (id, said(moment));
        let kept = record_new(&desk.store, by, &chart, &chart.zone(), new).await.unwrap();
        let Session::Done(done) = kept.record else { panic!("not done") };
        done.programme
    };
    assert_eq!(of("2026-12-03T18:00:00Z").await, None, "the day before it was begun");
    assert_eq!(of("2026-12-04T05:00:00Z").await, Some(programme));
}
