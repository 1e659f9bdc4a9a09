//! Aftercare, row by row of the mission, and its laws over every moment, length and skin.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;
use crate::course::tests::{LENGTHS, protocol, session, session_at};
use crate::measure::Wait;
use crate::words::SkinType;

/// Days before and after the clocks change in Paris, and an ordinary one.
const STARTS: [&str; 4] = [
    "2026-12-05T10:00[Europe/Paris]",
    "2026-03-28T10:00[Europe/Paris]",
    "2026-10-24T23:30[Europe/Paris]",
    "2026-03-08T01:30[America/New_York]",
];

fn after(session: &Session, hours: i64) -> Zoned {
    session.at.saturating_add(hours.hours())
}

fn allowed(session: &Session, moment: &Zoned) -> Vec<ProductClass> {
    let products = at(protocol(), session, moment).unwrap().products;
    products.iter().filter(|product| product.allowed).map(|product| product.row.class).collect()
}

fn not_before_of(session: &Session, class: ProductClass) -> Zoned {
    clearance(protocol(), session, class, &session.at).unwrap().not_before
}

#[test]
fn m6_the_first_48_hours_are_for_the_gentlest_only() {
    use ProductClass::{BlandMoisturiser, GentleCleanser, Sunscreen};
    for (mm, start) in LENGTHS.iter().flat_map(|mm| STARTS.map(|start| (*mm, start))) {
        let session = session_at(mm, start);
        for hours in 0..48 {
            for class in allowed(&session, &after(&session, hours)) {
                let gentle = matches!(class, GentleCleanser | BlandMoisturiser);
                let shade = class == Sunscreen && hours >= if mm <= 0.3 { 12 } else { 24 };
                assert!(gentle || shade, "{class} {hours} h after {mm} mm at {start}");
            }
        }
    }
}

#[test]
fn m6_every_product_class_has_its_moment_in_order() {
    for mm in LENGTHS {
        let care = at(protocol(), &session(mm), &session(mm).at).unwrap();
        let classes: Vec<_> = care.products.iter().map(|product| product.row.class).collect();
        assert_eq!(classes, ProductClass::ALL);
        assert_eq!((care.day, care.hours), (0, 0));
    }
}

#[test]
fn m6_there_is_something_to_do_and_to_avoid_in_every_hour_of_two_days() {
    for (mm, hours) in LENGTHS.iter().flat_map(|mm| (0..48).map(move |hours| (*mm, hours))) {
        let care = at(protocol(), &session(mm), &after(&session(mm), hours)).unwrap();
        assert!(!care.to_do.is_empty() && !care.avoid.is_empty(), "{hours} h after {mm} mm");
    }
}

#[test]
fn m7_recovery_serum_is_offered_by_day_five_and_only_on_closed_skin() {
    for mm in LENGTHS {
        let session = session(mm);
        let class = protocol().length_class(session.length);
        let closed = protocol().length_class_row(class).unwrap().closed_after.after(&session.at);
        let serum = not_before_of(&session, ProductClass::RecoverySerum);
        assert!(serum >= closed, "{mm} mm: {serum} before {closed}");
        assert!(serum <= Wait::days(5).after(&session.at), "{mm} mm: {serum}");
    }
}

#[test]
fn m2_aftercare_says_where_in_healing_the_skin_is() {
    let session = session(1.5);
    let care = at(protocol(), &session, &after(&session, 24 * 30)).unwrap();
    assert_eq!((care.day, care.hours), (30, 720));
    assert_eq!(care.phase.unwrap().id, course::phase_on(protocol(), 30).unwrap().id);
}

#[test]
fn hours_are_those_that_passed_whatever_the_clocks_did() {
    let session = session_at(0.5, "2026-03-28T10:00[Europe/Paris]");
    let same_time: Zoned = "2026-03-30T10:00[Europe/Paris]".parse().unwrap();
    let care = at(protocol(), &session, &same_time).unwrap();
    assert_eq!((care.day, care.hours), (2, 47));
}

#[test]
fn moments_are_told_in_the_zone_of_the_session() {
    let session = session(0.5);
    let abroad: Zoned = "2026-12-06T10:00[America/New_York]".parse().unwrap();
    let care = at(protocol(), &session, &abroad).unwrap();
    assert_eq!(care.hours, 30);
    let zone = session.at.time_zone();
    assert!(care.products.iter().all(|product| product.not_before.time_zone() == zone));
}

#[test]
fn before_the_session_there_is_no_aftercare() {
    let session = session(0.5);
    let early = at(protocol(), &session, &after(&session, -1)).unwrap_err();
    assert!(early.to_string().contains("is before the session"));
}

fn any_session() -> impl Strategy<Value = Session> {
    let skin = prop::option::of(1u8..=6);
    (0..LENGTHS.len(), 0..STARTS.len(), skin).prop_map(|(length, start, skin)| {
        let skin_type = skin.and_then(SkinType::new);
        Session { skin_type, ..session_at(LENGTHS[length], STARTS[start]) }
    })
}

proptest! {
    #[test]
    fn what_is_allowed_stays_allowed(session in any_session(), hours in 0i64..2000, more in 0i64..2000) {
        let earlier = allowed(&session, &after(&session, hours));
        let later = allowed(&session, &after(&session, hours + more));
        prop_assert!(earlier.iter().all(|class| later.contains(class)));
    }

    #[test]
    fn it_is_allowed_from_its_moment_on(session in any_session(), place in 0..ProductClass::ALL.len()) {
        let class = ProductClass::ALL[place];
        let moment = not_before_of(&session, class);
        let just_before = moment.saturating_sub(1.second());
        prop_assert!(clearance(protocol(), &session, class, &moment).unwrap().allowed);
        prop_assert!(!clearance(protocol(), &session, class, &just_before).unwrap().allowed);
    }

    #[test]
    fn longer_needles_never_wait_less(session in any_session(), place in 0..ProductClass::ALL.len()) {
        let of = |mm| Session { length: session_at(mm, STARTS[0]).length, ..session.clone() };
        let waits = LENGTHS.map(|mm| not_before_of(&of(mm), ProductClass::ALL[place]));
        prop_assert!(waits.is_sorted(), "{}: {:?}", ProductClass::ALL[place], waits);
    }

    #[test]
    fn skin_that_marks_easily_never_waits_less(session in any_session(), place in 0..ProductClass::ALL.len()) {
        let of = |skin_type| Session { skin_type, ..session.clone() };
        let class = ProductClass::ALL[place];
        let (fair, unknown) = (of(SkinType::new(1)), of(None));
        prop_assert!(not_before_of(&fair, class) <= not_before_of(&unknown, class));
    }

    #[test]
    fn any_moment_decides_without_panic(session in any_session(), second in any::<i64>()) {
        let second = second % 253_402_200_000;
        let moment = jiff::Timestamp::from_second(second).unwrap_or_default();
        let decided = at(protocol(), &session, &moment.to_zoned(jiff::tz::TimeZone::UTC));
        prop_assert_eq!(decided.is_ok(), moment >= session.at.timestamp());
    }
}

#[test]
fn the_list_of_all_cards_says_what_each_hour_says() {
    for (mm, start) in LENGTHS.iter().flat_map(|mm| STARTS.map(|start| (*mm, start))) {
        let session = session_at(mm, start);
        for (hours, kind) in
            (0..24 * 100).step_by(11).flat_map(|h| [(h, CardKind::Do), (h, CardKind::Avoid)])
        {
            let moment = after(&session, hours);
            let all = cards_of(protocol(), &session, kind);
            assert!(all.is_sorted_by_key(|card| card.from.clone()));
            let holds = all.iter().filter(|card| card.from <= moment && moment < card.until);
            let mut listed: Vec<&str> = holds.map(|card| card.row.id.as_str()).collect();
            let care = at(protocol(), &session, &moment).unwrap();
            let cards = if kind == CardKind::Do { care.to_do } else { care.avoid };
            let mut told: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
            listed.sort_unstable();
            told.sort_unstable();
            assert_eq!(listed, told, "{hours} h after {mm} mm at {start}");
        }
    }
}

#[test]
fn b11_waxing_waits_longer_than_shaving_and_both_for_calm_skin() {
    for mm in LENGTHS {
        let session = session(mm);
        let of = |class| clearance(protocol(), &session, class, &session.at).unwrap();
        let (waxing, shaving) = (of(ProductClass::Waxing), of(ProductClass::Shaving));
        assert!(waxing.row.only_calm && shaving.row.only_calm, "{mm} mm");
        assert_eq!(waxing.not_before, Wait::days(14).after(&session.at), "{mm} mm");
        assert!(shaving.not_before < waxing.not_before, "{mm} mm");
    }
}
