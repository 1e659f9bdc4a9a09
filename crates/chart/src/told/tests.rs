//! What the rules are told.

use care::words::Sign;
use jiff::civil::time as clock;
use serde_json::json;

use super::*;
use crate::testing::{Ana, at, day, done, entry, noon};

fn told(ana: &Ana) -> Story {
    ana.chart.told(&ana.protocol, &noon("2026-12-05")).expect("all is answered")
}

#[test]
fn a_minute_of_the_day_is_its_time() {
    assert_eq!(time(1140), clock(19, 0, 0, 0));
    assert_eq!(time(9999), Time::midnight());
}

#[test]
fn sessions_belong_to_a_programme_from_its_first_on() {
    let ana = Ana::new().gets_needled("2026-09-01T18:00:00Z").begins("2026-12-01", "2026-12-03");
    let since = |ana: &Ana| told(ana).programme.unwrap().since;
    assert_eq!(since(&ana), day("2026-12-01"), "the day it was begun, while nothing was done");
    assert_eq!(since(&ana.gets_needled("2026-12-03T18:00:00Z")), day("2026-12-03"));
}

#[test]
fn the_record_knows_better_than_an_answer_about_an_earlier_needling() {
    let answer = |ana: &Ana| {
        let (place, _) = ana.protocol.find_question(LAST_NEEDLING).unwrap();
        told(ana).person.answers.get(place)
    };
    let clinic = json!({ "on": "2026-11-01", "calm": "no" });
    let ana = Ana::new().answers(LAST_NEEDLING, clinic);
    assert!(matches!(answer(&ana), Answer::Dated { detail: Some(1), .. }), "{:?}", answer(&ana));
    let ana = ana.gets_needled("2026-11-20T18:00:00Z");
    assert!(matches!(answer(&ana), Answer::Dated { detail: Some(0), .. }), "{:?}", answer(&ana));
    let same = ana.answers(LAST_NEEDLING, json!({ "on": "2026-11-20", "calm": "no" }));
    assert_eq!(answer(&same), Answer::Word(0), "the session speaks for itself");
    let ahead = Ana::new()
        .answers(LAST_NEEDLING, json!({ "on": "2026-12-03", "calm": "no" }))
        .gets_needled("2026-12-05T11:00:01Z");
    assert!(matches!(answer(&ahead), Answer::Dated { detail: Some(1), .. }), "it lies ahead");
}

#[test]
fn the_skin_before_a_session_is_told_as_a_check_in_before_it() {
    let moment = at("2026-12-03T18:00:00Z");
    let scored = Done { before: [(Sign::Redness, 3)].into(), ..done(moment) };
    let ana = Ana::new().does(moment, Session::Done(scored)).checks_in("2026-12-04T18:00:00Z", 2);
    let checkins = told(&ana).checkins;
    let redness: Vec<_> =
        checkins.iter().map(|said| (said.at.timestamp() < moment, said.signs[0])).collect();
    assert_eq!(redness, [(false, Some(2)), (true, Some(3))]);
    assert!(told(&Ana::new().gets_needled("2026-12-03T18:00:00Z")).checkins.is_empty());
}

#[test]
fn what_a_clinician_said_counts_for_its_whole_day_if_written_down_later() {
    let said = |on: &str| records::Clearance {
        about: "pus".into(),
        said: records::Said::Yes,
        by: None,
        on: day(on),
        at: at("2026-12-04T10:00:00Z"),
        until: None,
    };
    let mut ana = Ana::new();
    for on in ["2026-12-03", "2026-12-04"] {
        ana.chart.story.clearances.push(entry(at("2026-12-04T10:00:00Z"), said(on)));
    }
    ana.chart.story.clearances.push(entry(at("2026-12-04T10:00:00Z"), said("2026-12-04")));
    ana.chart.story.clearances.last_mut().unwrap().record.about = "a-question-of-old".into();
    let moments: Vec<bool> = told(&ana).clearances.iter().map(|one| one.at.is_some()).collect();
    assert_eq!(moments, [false, true]);
}

#[test]
fn what_was_not_held_is_told_as_missed_or_skipped() {
    let on = day("2026-12-04");
    let (reason, programme) = (None, None);
    let ana = Ana::new()
        .does(at("2026-12-04T20:00:00Z"), Session::Missed { on, reason: None, programme })
        .does(at("2026-12-04T21:00:00Z"), Session::Skipped { on, reason, programme })
        .does(at("2026-12-04T22:00:00Z"), Session::Done(done(at("2026-12-04T22:00:00Z"))));
    let told = told(&ana);
    let how: Vec<How> = told.left_out.iter().map(|left| left.how).collect();
    assert_eq!((how, told.sessions.len()), (vec![How::Missed, How::Skipped], 1));
}
