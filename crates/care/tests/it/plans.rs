//! What a plan keeps to, over random people: preparation can be done, cream and passes stay under their limits, and a daily
//! rhythm leaves a time for sunscreen.

use std::sync::LazyLock;

use care::Protocol;
use care::agenda::{self, Kind};
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::programme::{CreamNeed, Excluded, Programme, between, plan};
use care::protocol::Files;
use care::protocol::rows::{CardKind, Product};
use care::verdict::Verdict;
use care::words::{Area, DeviceKind, ProductClass, RhythmChoice, Setting, Word};
use care::{aftercare, session::Session};
use jiff::ToSpan;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use testkit::{Random, TODAY, clear};

fn protocol() -> &'static Protocol {
    static PROTOCOL: LazyLock<Protocol> = LazyLock::new(testkit::protocol);
    &PROTOCOL
}

fn planned<'p>(protocol: &'p Protocol, person: &Person) -> Programme<'p> {
    plan(protocol, person, Verdict::Proceed, TODAY)
}

fn home(protocol: &Protocol, choice: Option<RhythmChoice>) -> Person {
    Person { rhythm: choice, ..(*clear(protocol)).clone() }
}

/// Somebody who needs cream, on these areas.
fn creamed(protocol: &Protocol, areas: &[Area]) -> Person {
    let length = NeedleLength::from_mm(0.5);
    let device = Some(Device { kind: DeviceKind::Pen, needles: None, length });
    let areas = areas.to_vec();
    Person { setting: Setting::Clinic, areas, device, ..(*clear(protocol)).clone() }
}

fn after(person: &Person) -> Session {
    Session {
        at: TODAY.at(19, 0, 0, 0).in_tz("Europe/Paris").unwrap(),
        setting: person.setting,
        areas: person.areas.clone(),
        skin_type: person.skin_type,
        length: person.length().unwrap(),
        passes: None,
        anaesthetic: None,
        dark_marks: false,
        device: person.device,
    }
}

#[test]
fn a1_every_question_on_the_cream_counts() {
    let protocol = protocol();
    assert!(protocol.cream().evidence.against.iter().any(|source| source == "fda-anaesthetic"));
    let someone = clear(protocol).answers("anaesthetic_allergy", "unknown");
    let person = Person { answers: someone.answers.clone(), ..creamed(protocol, &[Area::Nose]) };
    let cream = planned(protocol, &person).cream;
    assert_eq!(cream, Some(CreamNeed::Excluded(Excluded::AllergyUnknown)));
}

#[test]
fn a1_a_question_on_the_cream_that_is_not_answered_with_no_rules_it_out() {
    let mut files = Files::built_in();
    let file = files.get("preparation.toml").unwrap();
    let asks = r#"asks = ["anaesthetic_allergy", "cream_risk", "keloid"]"#;
    let line = file.lines().find(|line| line.starts_with("asks = ")).unwrap();
    files.put("preparation.toml", file.replace(line, asks));
    let protocol = Protocol::read(&files, None).unwrap();
    for (word, allowed) in [("no", true), ("yes", false), ("unknown", false)] {
        let someone = clear(&protocol).answers("keloid", word);
        let person =
            Person { answers: someone.answers.clone(), ..creamed(&protocol, &[Area::Nose]) };
        let cream = planned(&protocol, &person).cream.unwrap();
        assert_eq!(matches!(cream, CreamNeed::Use { .. }), allowed, "{word}: {cream:?}");
    }
}

#[test]
fn a8_every_day_at_home_still_leaves_a_time_for_sunscreen() {
    let protocol = protocol();
    let person = home(protocol, Some(RhythmChoice::Daily));
    let plan = planned(protocol, &person);
    let rhythm = plan.rhythm.unwrap();
    assert_eq!(rhythm.ideal.rough_hours(), 24.0);
    let possible: Vec<_> = between(protocol, &plan).iter().map(|row| row.class).collect();
    assert_eq!(possible, [ProductClass::Sunscreen], "of all that has to wait");
    let (session, class) = (after(&person), ProductClass::Sunscreen);
    let morning = session.at.saturating_add(12.hours());
    assert!(aftercare::clearance(protocol, &session, class, &morning).unwrap().allowed);
    let cards = aftercare::cards_of(protocol, &session, CardKind::Do);
    let card = cards.iter().find(|card| card.row.id == "sunscreen-gentle").unwrap();
    assert_eq!(card.from, morning, "the card and the wait say the same");
}

#[test]
fn a8_the_calendar_of_every_day_says_each_day_when_sunscreen_may_be_used() {
    let protocol = protocol();
    let person = home(protocol, Some(RhythmChoice::Daily));
    let plan = planned(protocol, &person);
    let items =
        agenda::items(protocol, &plan, &person, &TimeZone::UTC, Time::constant(19, 0, 0, 0));
    let sunscreen = |products: &[&Product]| {
        products.iter().any(|product| product.class == ProductClass::Sunscreen)
    };
    let said = items.iter().filter_map(|item| match &item.kind {
        Kind::Milestone { session, products, .. } if sunscreen(products) => Some(*session),
        _ => None,
    });
    let all: Vec<u16> = (1..=42).collect();
    assert_eq!(said.collect::<Vec<_>>(), all, "after every session, the next morning");
}

#[test]
fn a8_the_weekly_rhythm_holds_unless_every_day_was_chosen() {
    let protocol = protocol();
    let ideal = |choice| planned(protocol, &home(protocol, choice)).rhythm.unwrap().ideal;
    assert_eq!(ideal(None).rough_hours(), 7.0 * 24.0);
    assert_eq!(ideal(Some(RhythmChoice::Weekly)).rough_hours(), 7.0 * 24.0);
    assert_eq!(ideal(Some(RhythmChoice::Daily)).rough_hours(), 24.0);
    let cautious = Protocol::read(&Files::built_in(), Some("cautious")).unwrap();
    let person = home(&cautious, Some(RhythmChoice::Daily));
    let row = planned(&cautious, &person).rhythm.unwrap();
    assert_eq!(row.choice, Some(RhythmChoice::Weekly), "the variant offers no daily one");
    assert_eq!(row.rest.rough_hours(), 72.0);
}

#[test]
fn a10_what_is_in_use_is_paused_before_the_first_session() {
    let protocol = protocol();
    let first = |products: &[ProductClass]| {
        let someone = clear(protocol).uses(products);
        planned(protocol, &someone).sessions[0].not_before
    };
    assert_eq!(first(&[]), TODAY);
    for (class, days) in [
        (ProductClass::Acids, 7),
        (ProductClass::Waxing, 7),
        (ProductClass::SelfTanner, 14),
        (ProductClass::PeelOrLaser, 28),
    ] {
        assert_eq!(first(&[class]), TODAY.saturating_add(days.days()), "{class}");
    }
}

#[test]
fn a12_more_needles_mean_fewer_passes() {
    let protocol = protocol();
    let passes = |needles| {
        let length = NeedleLength::from_mm(0.25);
        let device = Some(Device { kind: DeviceKind::Roller, needles, length });
        planned(protocol, &Person { device, ..home(protocol, None) }).passes
    };
    assert_eq!(passes(Some(192)), (4, 10));
    assert_eq!(passes(Some(540)), (4, 5));
    assert_eq!(passes(Some(1080)), (2, 2));
    assert_eq!(passes(None), passes(Some(1080)), "unknown counts as the most");
    let nobody = planned(protocol, &Person { device: None, ..home(protocol, None) });
    let named = nobody.named.unwrap();
    assert_eq!((named.kind, named.needles), (DeviceKind::Roller, Some(192)));
    assert_eq!((named.length, nobody.passes), (nobody.planned, (4, 10)));
}

#[test]
fn every_day_means_more_rollers_than_one() {
    let protocol = protocol();
    let daily = planned(protocol, &home(protocol, Some(RhythmChoice::Daily))).uses.unwrap();
    assert_eq!((daily.sessions, daily.each, daily.rollers), (42, [8, 15], 6));
    assert_eq!(planned(protocol, &home(protocol, None)).uses.unwrap().rollers, 1);
}

#[test]
fn how_hard_is_said_for_every_setting_and_length() {
    let protocol = protocol();
    for setting in Setting::ALL {
        for class in care::words::LengthClass::ALL {
            assert!(protocol.technique(*setting, *class).is_some(), "{setting} {class}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a2_the_cream_of_the_areas_adds_up_to_the_total(seed: u64) {
        let (protocol, mut dice) = (protocol(), Random::new(seed));
        let areas: Vec<Area> = Area::ALL.iter().copied().filter(|_| dice.one_in(4)).collect();
        let person = creamed(protocol, &areas);
        let Some(CreamNeed::Use { per_area, total_grams, over_maximum, .. }) =
            planned(protocol, &person).cream
        else {
            return Ok(());
        };
        let sum: u16 = per_area.iter().map(|area| area.grams).sum();
        prop_assert!(f64::from(total_grams) <= protocol.cream().maximum_grams);
        prop_assert_eq!(over_maximum, per_area.is_empty(), "{:?}", areas);
        prop_assert!(over_maximum || sum == total_grams, "{:?}", areas);
    }

    #[test]
    fn a10_no_step_lies_before_the_day_asked_for(seed: u64, clinic: bool) {
        let (protocol, mut dice) = (protocol(), Random::new(seed));
        let setting = if clinic { Setting::Clinic } else { Setting::Home };
        let mut person = Person { setting, ..dice.person(protocol) };
        for (place, question) in protocol.questions().iter().enumerate() {
            person.answers.set(place, dice.any_answer(question));
        }
        let plan = planned(protocol, &person);
        let first = plan.sessions[0];
        for step in &plan.preparation {
            prop_assert!(step.from >= TODAY, "{} from {}", step.row.id, step.from);
            prop_assert!(step.from <= first.ideal, "{} from {}", step.row.id, step.from);
        }
    }

    #[test]
    fn a12_passes_stay_under_the_cap_for_the_roller_at_hand(seed: u64, needles in 1u16..2000) {
        let (protocol, mut dice) = (protocol(), Random::new(seed));
        let mut person = dice.person(protocol);
        if let Some(device) = &mut person.device {
            device.needles = Some(needles).filter(|_| !dice.one_in(4));
        }
        let plan = planned(protocol, &person);
        let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
        prop_assert!(plan.passes.0 <= plan.passes.1);
        let Some([across, wide]) = protocol.device(kind).unwrap().drum_mm else { return Ok(()) };
        let own = person.device.and_then(|device| device.needles);
        let most = if person.device.is_some() { protocol.device(kind).unwrap().needles[1] } else { 192 };
        let per_pass = f64::from(own.unwrap_or(most)) * 100.0 / (std::f64::consts::PI * across * wide);
        let cap = protocol.dose().density_cap_per_cm2;
        prop_assert!(f64::from(plan.passes.1) * per_pass <= cap, "{:?}: {:?}", person.device, plan.passes);
    }

    #[test]
    fn a8_sunscreen_is_possible_in_every_rhythm(seed: u64) {
        let (protocol, mut dice) = (protocol(), Random::new(seed));
        let person = dice.person(protocol);
        let plan = planned(protocol, &person);
        let possible = between(protocol, &plan);
        prop_assert!(possible.iter().any(|row| row.class == ProductClass::Sunscreen));
        for row in possible {
            let wait = row.not_before.rough_hours();
            prop_assert!(wait < plan.rhythm.unwrap().ideal.rough_hours(), "{}", row.id);
        }
    }
}
