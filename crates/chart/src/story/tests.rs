//! What follows from what happened, without asking anybody.

use serde_json::json;
use store::records::Session;

use super::*;
use crate::testing::{Ana, at, day, done, entry, noon};

#[test]
fn a_check_in_follows_the_last_session_before_it_though_that_was_recorded_afterwards() {
    let ana = Ana::new().gets_needled("2026-11-01T18:00:00Z").checks_in("2026-11-09T08:00:00Z", 2);
    let first = ana.chart.story.last_done(at("2026-11-09T08:00:00Z")).unwrap().id;
    assert_eq!(ana.chart.story.checkins_of(first).len(), 1);
    let ana = ana.gets_needled("2026-11-08T18:00:00Z");
    let second = ana.chart.story.last_done(at("2026-11-09T08:00:00Z")).unwrap().id;
    assert_eq!(ana.chart.story.checkins_of(first).len(), 0);
    assert_eq!(ana.chart.story.checkins_of(second).len(), 1, "a sign must not be lost");
}

#[test]
fn a_check_in_stays_with_its_session_when_an_earlier_one_is_recorded() {
    let ana = Ana::new().gets_needled("2026-11-08T18:00:00Z").checks_in("2026-11-09T08:00:00Z", 2);
    let session = ana.chart.story.last_done(at("2026-11-09T08:00:00Z")).unwrap().id;
    let ana = ana.gets_needled("2026-11-01T18:00:00Z");
    assert_eq!(ana.chart.story.checkins_of(session).len(), 1);
}

#[test]
fn sessions_are_counted_in_the_order_in_which_they_were_done() {
    let ana = Ana::new().gets_needled("2026-11-08T18:00:00Z").gets_needled("2026-11-01T23:30:00Z");
    let numbers: Vec<usize> = ana.chart.story.done().iter().map(|one| one.n).collect();
    assert_eq!(numbers, [1, 2]);
    // Half past eleven in UTC is the next day in Paris.
    assert_eq!(ana.chart.story.days_done(), [day("2026-11-02"), day("2026-11-08")]);
}

#[test]
fn a_programme_has_the_sessions_that_name_it_or_were_done_while_it_was_under_way() {
    let ana = Ana::new()
        .gets_needled("2026-09-01T18:00:00Z")
        .begins("2026-10-01", "2026-10-01")
        .gets_needled("2026-10-02T18:00:00Z")
        .ends("2026-10-20")
        .gets_needled("2026-10-25T18:00:00Z")
        .begins("2026-11-01", "2026-11-01");
    let story = &ana.chart.story;
    let first = &story.programmes[0];
    assert_eq!(story.days_of(first), [day("2026-10-02")]);
    assert!(story.days_in_programme().is_empty(), "nothing was done in the second");
    let named = Done { programme: Some(first.id), ..done(at("2026-11-03T18:00:00Z")) };
    let ana = ana.does(named.at, Session::Done(named)).gets_needled("2026-11-04T18:00:00Z");
    let story = &ana.chart.story;
    assert_eq!(story.days_of(&story.programmes[0]), [day("2026-10-02"), day("2026-11-03")]);
    assert_eq!(story.days_in_programme(), [day("2026-11-04")]);
}

#[test]
fn without_a_programme_all_sessions_count() {
    let ana = Ana::new().gets_needled("2026-09-01T18:00:00Z").begins("2026-10-01", "2026-10-01");
    assert!(ana.chart.story.days_in_programme().is_empty());
    let ana = ana.ends("2026-10-02");
    assert_eq!(ana.chart.story.days_in_programme(), [day("2026-09-01")]);
}

#[test]
fn a_session_belongs_to_the_programme_unless_that_was_begun_later() {
    let ana = Ana::new().begins("2026-10-01", "2026-10-01");
    let own = ana.chart.story.programme.as_ref().map(|programme| programme.id);
    let on = |moment: &str| ana.chart.story.programme_on(at(moment), &zone_of("Europe/Paris"));
    assert_eq!(on("2026-09-30T12:00:00Z"), None);
    assert_eq!(on("2026-10-01T05:00:00Z"), own, "earlier on the same day");
    assert_eq!(on("2026-10-05T05:00:00Z"), own);
}

#[test]
fn nobody_is_asked_for_the_last_needling_that_is_on_record() {
    let knows = |ana: &Ana| {
        let known = ana.chart.knowing(&ana.protocol, &noon("2026-11-09"));
        known.answers[LAST_NEEDLING].clone()
    };
    let ana = Ana::new().gets_needled("2026-11-01T18:00:00Z");
    assert_eq!(knows(&ana), json!({ "on": "2026-11-01", "calm": "no", "mm": 0.3 }));
    let ana = ana.checks_in("2026-11-06T08:00:00Z", 0);
    assert_eq!(knows(&ana), json!({ "on": "2026-11-01", "calm": "yes", "mm": 0.3 }));
}

#[test]
fn a_clinic_in_between_says_more_than_the_record() {
    let ana = Ana::new().gets_needled("2026-11-01T18:00:00Z");
    let elsewhere = |answer: Value| {
        let profile = Ana::new().answers(LAST_NEEDLING, answer).chart.person.record;
        ana.chart.story.is_elsewhere(&profile, at("2026-12-05T11:00:00Z"))
    };
    assert!(elsewhere(json!({ "on": "2026-11-02", "calm": "yes" })));
    assert!(elsewhere(json!("unknown")), "who doesn't know may have been there");
    assert!(!elsewhere(json!({ "on": "2026-11-01", "calm": "yes", "mm": 0.3 })));
    assert!(!elsewhere(json!("never")));
}

#[test]
fn a_device_was_used_in_the_sessions_since_it_is_there() {
    let ana = Ana::new().gets_needled("2026-10-01T18:00:00Z").gets_needled("2026-11-05T18:00:00Z");
    let device = ana.chart.profile().device.unwrap();
    assert_eq!(ana.chart.story.uses(&device), 1);
    assert_eq!(ana.chart.story.uses(&records::Device { since: None, ..device }), 2);
}

#[test]
fn the_programme_under_way_is_the_last_that_did_not_end() {
    let ana = Ana::new().begins("2026-10-01", "2026-10-01").ends("2026-10-20");
    assert!(ana.chart.story.programme.is_none());
    let begun = entry(at("2026-11-01T00:00:00Z"), ana.chart.story.programmes[0].record.clone());
    let under_way =
        Entry { record: records::Programme { ended: None, ..begun.record.clone() }, ..begun };
    let story =
        Story::new(vec![ana.chart.story.programmes[0].clone(), under_way.clone()], vec![], vec![]);
    assert_eq!(story.programme, Some(under_way));
}

#[test]
fn an_empty_story_has_nothing_behind_it() {
    let story = Story::new(vec![], vec![], vec![]);
    assert!(story.done().is_empty() && story.days_in_programme().is_empty());
    assert!(story.last_done(at("2030-01-01T00:00:00Z")).is_none() && story.begun().is_none());
    assert!(story.programme.is_none());
    assert_eq!(story.programme_on(at("2030-01-01T00:00:00Z"), &TimeZone::UTC), None);
}

#[test]
fn only_what_was_done_is_a_session_behind() {
    let ana = Ana::new()
        .misses("2026-11-01T20:00:00Z", "2026-11-01", "rain")
        .skips("2026-11-02T20:00:00Z", "2026-11-02")
        .begins_session("2026-11-03T18:00:00Z");
    assert!(ana.chart.story.done().is_empty());
    assert!(ana.chart.story.last_done(at("2026-12-01T00:00:00Z")).is_none());
}

#[test]
fn of_two_sessions_that_were_begun_the_later_one_is_under_way() {
    let ana =
        Ana::new().begins_session("2026-11-03T18:00:00Z").begins_session("2026-11-01T18:00:00Z");
    let begun = ana.chart.story.begun().map(|begun| begun.created);
    assert_eq!(begun, Some(at("2026-11-03T18:00:00Z")));
}

#[test]
fn a_check_in_before_any_session_stays_with_the_one_it_names() {
    let ana = Ana::new().gets_needled("2026-11-08T18:00:00Z").checks_in("2026-11-09T08:00:00Z", 2);
    let mut story = ana.chart.story;
    let named = story.checkins[0].record.session;
    story.checkins[0].record.at = at("2026-11-01T08:00:00Z");
    let story = Story::new(vec![], story.sessions, story.checkins);
    assert_eq!(story.checkins[0].record.session, named);
}

#[test]
fn two_sessions_of_one_day_are_two() {
    let ana = Ana::new().gets_needled("2026-11-08T08:00:00Z").gets_needled("2026-11-08T18:00:00Z");
    assert_eq!(ana.chart.story.days_done(), [day("2026-11-08"), day("2026-11-08")]);
    assert_eq!(ana.chart.story.last_done(at("2026-11-08T17:59:59Z")).map(|one| one.n), Some(1));
    assert_eq!(ana.chart.story.last_done(at("2026-11-08T18:00:00Z")).map(|one| one.n), Some(2));
}

#[test]
fn a_session_of_the_last_day_of_a_programme_belongs_to_it_and_the_next_day_does_not() {
    let ana = Ana::new()
        .begins("2026-10-01", "2026-10-01")
        .ends("2026-10-20")
        .gets_needled("2026-10-20T21:59:00Z")
        .gets_needled("2026-10-20T22:00:00Z");
    let story = &ana.chart.story;
    assert_eq!(story.days_of(&story.programmes[0]), [day("2026-10-20")], "midnight in Paris");
}

#[test]
fn a_device_of_another_kind_was_not_used() {
    let stamp = records::Device {
        kind: care::words::DeviceKind::Stamp,
        needles: None,
        length_mm: None,
        since: None,
    };
    let noted = |kind| {
        let device = Some(records::Device { kind, ..stamp });
        let moment = at("2026-11-08T18:00:00Z");
        let ana = Ana::new().does(moment, Session::Done(Done { device, ..done(moment) }));
        ana.chart.story.uses(&stamp)
    };
    assert_eq!(noted(care::words::DeviceKind::Stamp), 1);
    assert_eq!(noted(care::words::DeviceKind::Roller), 0);
    assert_eq!(
        Ana::new().gets_needled("2026-11-08T18:00:00Z").chart.story.uses(&stamp),
        1,
        "none is noted"
    );
}

#[test]
fn a_length_that_no_needle_has_counts_as_the_longest() {
    let of = |length_mm| session_of(&Done { length_mm, ..done(at("2026-11-08T18:00:00Z")) }).length;
    assert_eq!(of(0.5).mm(), 0.5);
    for odd in [-1.0, 0.0, 400.0, f64::NAN] {
        assert_eq!(of(odd), NeedleLength::LONGEST, "{odd}");
    }
}

#[test]
fn the_skin_that_was_rolled_most_counts() {
    let rolled = |passes: &[u16], whole| {
        let zones = care::zone::Zone::ALL.iter().zip(passes);
        let zones =
            zones.map(|(zone, n)| records::ZoneRolled { zone: zone.id().into(), passes: *n });
        let moment = at("2026-11-08T18:00:00Z");
        session_of(&Done { zones: zones.collect(), passes: whole, ..done(moment) }).passes
    };
    assert_eq!(rolled(&[4, 8], Some(2)), Some(8));
    assert_eq!(rolled(&[4], Some(6)), Some(6));
    assert_eq!(rolled(&[0], None), None);
}

#[test]
fn a_zone_that_nobody_knows_counts_as_utc() {
    assert_eq!(zone_of("Mars/Olympus"), TimeZone::UTC);
    assert_eq!(zone_of("Europe/Paris").iana_name(), Some("Europe/Paris"));
}

#[test]
fn a_sign_that_was_left_out_is_not_zero() {
    let signs = signs_of(&[(Sign::Redness, 0)].into());
    let scored: Vec<_> = signs.iter().map(Option::is_some).collect();
    assert_eq!(
        (signs[Sign::Redness as usize], scored.iter().filter(|one| **one).count()),
        (Some(0), 1)
    );
}

#[test]
fn a_day_that_can_not_be_read_says_more_than_the_record() {
    let ana = Ana::new().gets_needled("2026-11-01T18:00:00Z");
    let elsewhere = |answer: Value| {
        let profile = Ana::new().answers(LAST_NEEDLING, answer).chart.person.record;
        ana.chart.story.is_elsewhere(&profile, at("2026-12-05T11:00:00Z"))
    };
    assert!(elsewhere(json!({ "on": "some day" })) && elsewhere(json!({})), "never milder");
    let before = Ana::new().answers(LAST_NEEDLING, json!("never")).chart.person.record;
    assert!(ana.chart.story.is_elsewhere(&before, at("2026-11-01T17:59:59Z")), "none is behind");
}

/// When a check-in of a moment is seen by the rules, in Paris.
fn seen(moment: &str, evening: bool) -> String {
    let checkin = records::CheckIn {
        session: store::Id::new(at(moment)),
        at: at(moment),
        signs: records::Scores::new(),
        flags: Vec::new(),
        note: None,
        corrected: None,
        evening,
    };
    checkin_of(&checkin, &TimeZone::get("Europe/Paris").unwrap()).at.datetime().to_string()
}

#[test]
fn check_ins_of_a_night_that_belong_to_the_evening_keep_their_order_at_its_end() {
    assert_eq!(seen("2026-12-05T23:30:00Z", false), "2026-12-06T00:30:00");
    let moments = ["22:59:58", "23:00:01", "23:30:00", "23:30:05"];
    let moments = moments.map(|time| seen(&format!("2026-12-05T{time}Z"), true));
    assert!(moments[1].starts_with("2026-12-05T23:59:59"), "{moments:?}");
    assert!(moments[1..].is_sorted_by(|one, next| one < next), "{moments:?}");
}

#[test]
fn a_check_in_of_a_night_elsewhere_is_not_moved_to_another_day_by_travelling() {
    assert_eq!(seen("2026-12-05T10:30:00Z", true), "2026-12-05T11:30:00");
}
