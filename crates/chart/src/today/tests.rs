//! The present moment after a session.

use care::words::{Flag, ProductClass};

use super::clock::{Stand, stand, waiting};
use super::*;
use crate::testing::{Ana, here};

#[test]
fn before_the_first_session_there_is_nothing_to_watch() {
    let (ana, moment) = (Ana::new(), here("2026-12-05T09:00:00Z"));
    assert!(Now::of(&ana.protocol, &ana.chart, &moment).is_none());
}

#[test]
fn a_session_that_lies_ahead_is_no_past() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-05T17:59:59Z");
    assert!(Now::of(&ana.protocol, &ana.chart, &moment).is_none());
    let ana = ana.gets_needled("2026-12-01T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!((now.care.day, now.last.n), (4, 1), "the one before is watched");
    let moment = here("2026-12-05T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!((now.care.day, now.care.hours), (0, 0));
}

#[test]
fn the_last_check_in_tells_whether_the_skin_is_calm() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-07T18:00:00Z");
    let calm = |ana: &Ana| Now::of(&ana.protocol, &ana.chart, &moment).unwrap().is_calm();
    assert_eq!(calm(&ana), None);
    let ana = ana.checks_in("2026-12-06T08:00:00Z", 3);
    assert_eq!(calm(&ana), Some(false));
    let ana = ana.checks_in("2026-12-07T08:00:00Z", 0);
    assert_eq!(calm(&ana), Some(true));
}

#[test]
fn a_day_has_the_level_of_its_own_check_ins() {
    let ana = Ana::new()
        .gets_needled("2026-12-05T18:00:00Z")
        .checks_in("2026-12-06T08:00:00Z", 1)
        .checks_in("2026-12-08T08:00:00Z", 9);
    let moment = here("2026-12-09T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert_eq!(now.level_on(0), None);
    assert_eq!(now.level_on(2), None, "nobody checked in");
    assert!(now.level_on(3) > now.level_on(1), "{:?} {:?}", now.level_on(3), now.level_on(1));
    assert_eq!(now.level_on(3), Some(now.triage.level));
}

#[test]
fn a_day_has_the_level_of_a_sign_that_is_open_since_an_earlier_session() {
    let mut ana =
        Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-07T08:00:00Z", 0);
    ana.chart.story.checkins[0].record.flags = vec![Flag::Pus];
    let ana = ana.gets_needled("2026-12-10T18:00:00Z").checks_in("2026-12-12T08:00:00Z", 0);
    let moment = here("2026-12-12T18:00:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    assert!(now.level_on(2) > Some(Level::Watch), "nobody has looked at it");
    assert_eq!(now.level_on(2), Some(now.triage.level));
}

#[test]
fn products_that_ask_for_calm_skin_wait_for_somebody_to_say_so() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let late = here("2027-02-05T18:00:00Z");
    let of = |ana: &Ana| {
        let now = Now::of(&ana.protocol, &ana.chart, &late).unwrap();
        let only_calm = now.care.products.iter().find(|product| product.row.only_calm).unwrap();
        stand(&now, only_calm)
    };
    assert_eq!(of(&ana), Stand::IfCalm);
    let seen = |score| {
        Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-06T08:00:00Z", score)
    };
    assert_eq!(of(&seen(9)), Stand::Held, "something is urgent");
    assert_eq!(of(&seen(1)), Stand::NotCalm);
    assert_eq!(of(&seen(0)), Stand::Open);
}

#[test]
fn what_waits_is_told_with_the_soonest_first() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let moment = here("2026-12-05T18:01:00Z");
    let now = Now::of(&ana.protocol, &ana.chart, &moment).unwrap();
    let all: Vec<_> = waiting(&now).iter().map(|one| one.not_before.timestamp()).collect();
    assert!(all.len() > 1 && all.is_sorted());
    let acids = now.care.products.iter().find(|one| one.row.class == ProductClass::Acids).unwrap();
    assert_eq!(stand(&now, acids), Stand::Waits);
}

#[test]
fn evenings_stand_a_little_after_mornings_of_their_day() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let session = session_of(ana.chart.story.done()[0].done);
    let morning = place(&session, &here("2026-12-07T07:00:00Z"));
    let evening = place(&session, &here("2026-12-07T19:00:00Z"));
    assert!(2.0 < morning && morning < evening && evening < 2.25, "{morning} {evening}");
}

#[test]
fn a_check_in_by_a_clock_that_was_ahead_says_nothing_of_the_skin_yet() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-07T08:00:00Z", 0);
    let calm = |moment: &str| {
        let moment = here(moment);
        Now::of(&ana.protocol, &ana.chart, &moment).unwrap().is_calm()
    };
    assert_eq!(calm("2026-12-07T07:59:59Z"), None);
    assert_eq!(calm("2026-12-07T08:00:00Z"), Some(true));
}
