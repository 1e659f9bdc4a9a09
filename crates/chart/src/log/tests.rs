//! The line of time: everything that happened, once, on its day, the newest first; and why an answer mattered.

use care::verdict::VerdictKind;
use jiff::tz::TimeZone;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use store::records::{Better, Outcome, Photo, Screening};
use store::{Id, PhotoId};
use words::{Language, Worded};

use super::history::tests::history;
use super::*;
use crate::screening::decided;
use crate::testing::{Ana, Desk, at, cases, noon, nothing_measured, photo, score};

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn word(what: &What<'_>) -> &'static str {
    match what {
        What::Screened(_) => "screened",
        What::Planned(_) => "planned",
        What::Moved(_) => "moved",
        What::Ended => "ended",
        What::Begun(_) => "begun",
        What::Done(_) => "done",
        What::Missed { .. } => "missed",
        What::CheckIn(_) => "check-in",
        What::Heard(_) => "heard",
        What::Photos(_) => "photos",
        What::Scored(_) => "scored",
        What::Measured(_) => "measured",
    }
}

/// What stands on the line, each with its moment in Paris.
fn line(ana: &Ana, shown: Shown) -> Vec<(&'static str, String)> {
    let told = |event: &Event<'_>| (word(&event.what), words::machine::plain(&event.at));
    events(&history(ana), &paris(), shown).iter().map(told).collect()
}

fn words_of(ana: &Ana, shown: Shown) -> Vec<&'static str> {
    line(ana, shown).into_iter().map(|(word, _)| word).collect()
}

/// One of everything that leaves a trace.
fn eventful() -> Ana {
    Ana::new()
        .begins("2026-12-01", "2026-12-05")
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-06T08:00:00Z", 2)
        .photographs("2026-12-07T09:00:00Z", "front")
        .hears("2026-12-08T10:00:00Z", "pus", "2026-12-08")
        .misses("2026-12-12T20:00:00Z", "2026-12-12", "rain")
        .begins_session("2026-12-13T18:00:00Z")
        .scores("2026-12-14T09:00:00Z", "2026-12-14", "self", 4.0)
        .finds("2026-12-15T09:00:00Z", measured())
}

fn measured() -> Outcome {
    let region = Id::new(at("2026-12-07T09:00:00Z"));
    Outcome::Measured(nothing_measured(region, (Vec::new(), Vec::new())))
}

#[test]
fn an_empty_record_has_an_empty_line() {
    for shown in Shown::ALL {
        assert_eq!(line(&Ana::new(), shown), [], "{}", shown.word());
    }
}

#[test]
fn everything_stands_on_the_line_once_and_the_newest_first() {
    let order =
        ["measured", "scored", "begun", "missed", "heard", "photos", "check-in", "done", "planned"];
    assert_eq!(words_of(&eventful(), Shown::All), order);
}

#[test]
fn each_way_of_looking_shows_its_own_and_nothing_else() {
    let ana = eventful();
    assert_eq!(words_of(&ana, Shown::Sessions), ["begun", "missed", "done"]);
    assert_eq!(words_of(&ana, Shown::CheckIns), ["check-in"]);
    assert_eq!(words_of(&ana, Shown::Photos), ["measured", "photos"]);
}

#[test]
fn every_way_of_looking_is_found_by_its_word() {
    for shown in Shown::ALL {
        assert_eq!(Shown::find(shown.word()), Some(shown));
    }
    assert_eq!(Shown::find("everything"), None);
}

#[test]
fn what_eyes_said_of_two_photographs_is_no_event() {
    let pair = (Id::new(at(START)), Id::new(at(START)));
    assert_eq!(line(&Ana::new().sees(pair, Better::Later), Shown::All), []);
}

#[test]
fn of_two_at_one_moment_what_follows_from_the_other_stands_above() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").ends("2026-12-01");
    assert_eq!(words_of(&ana, Shown::All), ["ended", "planned"]);
}

#[test]
fn a_programme_that_was_changed_was_moved_unless_it_ended() {
    let mut ana = Ana::new().begins("2026-12-01", "2026-12-05");
    ana.chart.story.programmes[0].version = 2;
    ana.chart.story.programmes[0].changed = at("2026-12-03T09:00:00Z");
    let moved = [("moved", "2026-12-03 10:00".into()), ("planned", "2026-12-01 08:00".into())];
    assert_eq!(line(&ana, Shown::All), moved);
    assert_eq!(words_of(&ana.ends("2026-12-03"), Shown::All), ["ended", "planned"]);
}

#[test]
fn what_was_noted_on_its_day_keeps_its_time_and_what_was_noted_later_stands_at_noon() {
    let missed = |noted: &str| line(&Ana::new().misses(noted, "2026-12-05", "rain"), Shown::All);
    assert_eq!(missed("2026-12-05T20:15:00Z"), [("missed", "2026-12-05 21:15".into())]);
    assert_eq!(missed("2026-12-05T23:15:00Z"), [("missed", "2026-12-05 12:00".into())]);
    let scored = Ana::new().scores("2026-12-09T08:00:00Z", "2026-12-02", "self", 3.0);
    assert_eq!(line(&scored, Shown::All), [("scored", "2026-12-02 12:00".into())]);
    let heard = Ana::new().hears("2026-12-09T08:00:00Z", "pus", "2026-12-02");
    assert_eq!(line(&heard, Shown::All), [("heard", "2026-12-02 12:00".into())]);
}

#[test]
fn a_session_left_out_is_told_with_its_reason() {
    let ana = Ana::new().misses("2026-12-05T20:00:00Z", "2026-12-05", "rain");
    let ana = ana.skips("2026-12-06T20:00:00Z", "2026-12-06");
    let history = history(&ana);
    let reasons: Vec<_> = events(&history, &paris(), Shown::All)
        .into_iter()
        .map(|event| match event.what {
            What::Missed { reason, .. } => reason,
            _ => Some("something else"),
        })
        .collect();
    assert_eq!(reasons, [None, Some("rain")]);
}

#[test]
fn photographs_of_a_day_are_one_event_by_the_clock_of_the_person() {
    let ana = Ana::new()
        .photographs("2026-12-05T22:59:00Z", "front")
        .photographs("2026-12-05T23:00:00Z", "left")
        .photographs("2026-12-06T08:00:00Z", "front");
    let history = history(&ana);
    let counts = |zone: &TimeZone| -> Vec<usize> {
        let all = events(&history, zone, Shown::Photos);
        let photos = all.iter().map(|event| match &event.what {
            What::Photos(photos) => photos.len(),
            _ => 0,
        });
        photos.collect()
    };
    assert_eq!(counts(&paris()), [2, 1]);
    assert_eq!(counts(&TimeZone::UTC), [1, 2]);
}

#[test]
fn photographs_of_a_day_stand_in_the_order_in_which_they_were_taken() {
    let mut ana = Ana::new()
        .photographs("2026-12-06T08:00:00Z", "front")
        .photographs("2026-12-06T09:00:00Z", "left");
    ana.photos.reverse();
    let history = history(&ana);
    let all = events(&history, &paris(), Shown::Photos);
    let [Event { at: last, what: What::Photos(photos) }] = all.as_slice() else {
        panic!("one day is one event")
    };
    let views: Vec<&str> = photos.iter().map(|photo| photo.record.view.as_str()).collect();
    assert_eq!((views, last.timestamp()), (vec!["front", "left"], at("2026-12-06T09:00:00Z")));
}

const START: &str = "2026-12-01T00:00:00Z";

fn minutes() -> impl Strategy<Value = Vec<i64>> {
    vec(0..20_000_i64, 0..12)
}

fn moment(minute: i64) -> String {
    (at(START) + jiff::SignedDuration::from_mins(minute)).to_string()
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn no_photograph_is_lost_or_told_twice(minutes in minutes()) {
        let ana = minutes.iter().fold(Ana::new(), |ana, minute| {
            ana.photographs(&moment(*minute), "front")
        });
        let history = history(&ana);
        let mut told: Vec<PhotoId> = events(&history, &paris(), Shown::All)
            .iter()
            .flat_map(|event| match &event.what {
                What::Photos(photos) => photos.iter().map(|photo| photo.id).collect(),
                _ => Vec::new(),
            })
            .collect();
        let mut taken: Vec<PhotoId> = ana.photos.iter().map(|photo| photo.id).collect();
        told.sort();
        taken.sort();
        prop_assert_eq!(told, taken);
    }

    #[test]
    fn the_line_goes_back_in_time_and_no_way_of_looking_adds_to_it(
        sessions in minutes(), photos in minutes(), missed in minutes(),
    ) {
        let ana = sessions.iter().fold(Ana::new(), |ana, n| ana.gets_needled(&moment(*n)));
        let ana = photos.iter().fold(ana, |ana, n| ana.photographs(&moment(*n), "front"));
        let ana = missed.iter().fold(ana, |ana, n| ana.misses(&moment(*n), "2026-12-05", "rain"));
        let history = history(&ana);
        let all = events(&history, &paris(), Shown::All);
        prop_assert!(all.is_sorted_by(|one, next| one.at >= next.at));
        let parts = [Shown::Sessions, Shown::CheckIns, Shown::Photos];
        let parts: usize = parts.iter().map(|shown| events(&history, &paris(), *shown).len()).sum();
        prop_assert_eq!(parts, all.len());
    }
}

#[tokio::test]
async fn everything_on_record_is_loaded_at_one_moment() {
    let desk = Desk::new().await;
    desk.keeps_photo(photo("2026-12-06T09:00:00Z", "front")).await;
    let scored = Outcome::Scored(score("2026-12-07", "self", 4.0));
    desk.keeps("2026-12-07T09:00:00Z", scored).await;
    let now = noon("2026-12-08");
    let history = History::load(&desk.store, desk.person, &desk.protocol, &now).await.unwrap();
    assert_eq!((history.photos.len(), history.outcomes.len(), history.screenings.len()), (1, 1, 0));
    let photos: Vec<&Photo> = history.photos.iter().map(|photo| &photo.record).collect();
    assert_eq!(photos, [&photo("2026-12-06T09:00:00Z", "front")]);
}

#[tokio::test]
async fn nobody_has_no_history() {
    let (desk, nobody) = (Desk::new().await, Id::new(at(START)));
    let found = History::load(&desk.store, nobody, &desk.protocol, &noon("2026-12-08")).await;
    assert!(matches!(found.err(), Some(store::Error::NotFound)));
}

/// What was decided of somebody, as it is kept.
fn screened(ana: &Ana) -> Screening {
    let decided = decided::decide(&ana.protocol, &ana.chart, &noon("2026-12-05")).unwrap();
    let profile = ana.chart.profile();
    decided::record(&ana.protocol, profile, profile.answers.clone(), &decided)
}

fn worded() -> Worded {
    Worded::built_in(Language::DEFAULT).unwrap()
}

/// Whether each finding of then is still told with its reason.
fn told(ana: &Ana, then: &Screening) -> Vec<bool> {
    let (protocol, profile) = (worded(), ana.chart.profile());
    let findings = then.findings.iter();
    findings.map(|found| because(&protocol, profile, then, found).is_some()).collect()
}

fn pregnant() -> Ana {
    Ana::new().answers("pregnancy", json!("pregnant"))
}

#[test]
fn a_finding_of_then_is_told_with_its_rules_own_sentence() {
    let (ana, protocol) = (pregnant(), worded());
    let then = screened(&ana);
    let found = then.findings.iter().find(|found| found.rule == "pregnancy").unwrap();
    let because = because(&protocol, ana.chart.profile(), &then, found);
    assert_eq!(because, Some(protocol.texts().text("rule-pregnancy.because")));
}

#[test]
fn the_answers_of_then_count_and_not_those_of_now() {
    let then = screened(&pregnant());
    assert!(!then.findings.is_empty());
    assert!(told(&Ana::new(), &then).into_iter().all(|told| told), "nobody is pregnant now");
}

#[test]
fn a_finding_that_todays_rules_would_not_make_has_no_reason() {
    let (ana, then) = (pregnant(), screened(&pregnant()));
    type Change = fn(&mut Screening);
    let changes: [(&str, Change); 4] = [
        ("another rule", |then| then.findings[0].rule = "a-rule-of-old".into()),
        ("another verdict", |then| then.findings[0].verdict = VerdictKind::Proceed),
        ("another date", |then| then.findings[0].until = Some(jiff::civil::date(2027, 1, 1))),
        ("another answer", |then| then.findings[0].answered = "trying".into()),
    ];
    for (what, change) in changes {
        let mut then = then.clone();
        change(&mut then);
        assert!(!told(&ana, &then)[0], "{what}");
    }
}

#[test]
fn answers_that_nobody_understands_any_more_give_no_reason() {
    let (ana, mut then) = (pregnant(), screened(&pregnant()));
    then.answers.insert("retinoid".into(), json!("perhaps"));
    assert!(told(&ana, &then).into_iter().all(|told| !told));
}
