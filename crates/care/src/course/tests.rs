//! The expected course, row by row of the mission, and its laws over every needle length.

use std::sync::LazyLock;

use jiff::Zoned;
use jiff::civil::date;

use super::*;
use crate::measure::NeedleLength;
use crate::words::{Area, Level, Setting, SkinType};

static PROTOCOL: LazyLock<Protocol> = LazyLock::new(|| Protocol::built_in().unwrap());

/// One needle length of each class, mm.
pub(crate) const LENGTHS: [f64; 4] = [0.25, 0.5, 1.5, 3.0];

pub(crate) fn protocol() -> &'static Protocol {
    &PROTOCOL
}

/// A session on a Saturday morning in Paris, on skin of type II.
pub(crate) fn session(mm: f64) -> Session {
    session_at(mm, "2026-12-05T10:00[Europe/Paris]")
}

pub(crate) fn session_at(mm: f64, at: &str) -> Session {
    Session {
        at: at.parse::<Zoned>().unwrap(),
        setting: Setting::Clinic,
        areas: vec![Area::Cheeks],
        skin_type: SkinType::new(2),
        length: NeedleLength::from_mm(mm).unwrap(),
        passes: None,
        anaesthetic: None,
        dark_marks: false,
        device: None,
    }
}

fn highest(class: LengthClass, sign: Sign, day: i64) -> u8 {
    band(protocol(), class, sign, day).unwrap().1
}

#[test]
fn m5_day_zero_is_tender_and_red() {
    for class in LengthClass::ALL {
        for sign in [Sign::Redness, Sign::Tenderness] {
            let days = (0..=LAST_BAND_DAY).map(|day| highest(*class, sign, day));
            assert!(highest(*class, sign, 0) > 0, "{class} {sign}");
            assert_eq!(days.max(), Some(highest(*class, sign, 0)), "{class} {sign}");
        }
    }
}

#[test]
fn m5_looks_sunburnt_after_all_but_the_gentlest_needles() {
    for class in [LengthClass::Medium, LengthClass::Deep, LengthClass::VeryDeep] {
        let high = highest(class, Sign::Redness, 0);
        assert!(high >= 5, "{class}: up to {high}");
    }
}

#[test]
fn m7_on_day_five_no_sign_need_be_left() {
    for (class, sign) in
        LengthClass::ALL.iter().flat_map(|class| Sign::ALL.iter().map(move |sign| (class, sign)))
    {
        let (low, _) = band(protocol(), *class, *sign, 5).unwrap();
        assert_eq!(low, 0, "{class} {sign}");
    }
}

/// Flaking is not among them: it only begins after a few days, and is gone within the week.
#[test]
fn m7_on_day_five_hardly_anything_is_red_swollen_oozing_or_tender() {
    for class in [LengthClass::Gentle, LengthClass::Medium, LengthClass::Deep] {
        for sign in [Sign::Redness, Sign::Swelling, Sign::Oozing, Sign::Tenderness] {
            assert!(highest(class, sign, 5) <= 2, "{class} {sign}");
        }
    }
}

#[test]
fn m10_nothing_transient_is_usual_after_a_week() {
    for class in LengthClass::ALL {
        for (sign, day) in Sign::ALL.iter().flat_map(|sign| (8..20).map(move |day| (sign, day))) {
            assert_eq!(highest(*class, *sign, day), 0, "{class} {sign} day {day}");
        }
    }
}

#[test]
fn m10_oozing_is_a_matter_of_the_first_day() {
    for (class, day) in
        LengthClass::ALL.iter().flat_map(|class| (2..=14).map(move |day| (class, day)))
    {
        assert_eq!(highest(*class, Sign::Oozing, day), 0, "{class} day {day}");
    }
}

#[test]
fn m10_every_side_effect_has_its_window() {
    let course = expected(protocol(), &session(1.5));
    assert!(course.effects.len() >= 7);
    for effect in course.effects {
        assert!(effect.from.rough_hours() < effect.until.rough_hours(), "{}", effect.id);
        assert!(effect.beyond > Level::Expected, "{}", effect.id);
    }
}

#[test]
fn m2_every_day_to_week_26_has_a_phase() {
    for day in 0..=181 {
        assert!(phase_on(protocol(), day).is_some(), "day {day}");
    }
    assert!(phase_on(protocol(), -1).is_none());
}

#[test]
fn m2_phases_follow_each_other_by_date() {
    let course = expected(protocol(), &session(1.5));
    assert_eq!(course.phases.first().unwrap().from, date(2026, 12, 5));
    for pair in course.phases.windows(2) {
        assert_eq!(pair[0].until, pair[1].from);
    }
}

#[test]
fn days_are_dates_where_the_session_was() {
    let course = expected(protocol(), &session_at(0.5, "2026-03-28T23:30[Europe/Paris]"));
    let dates: Vec<_> = course.days.iter().map(|day| day.date).collect();
    assert_eq!(dates.len(), 15);
    assert_eq!(
        (dates[0], dates[1], dates[14]),
        (date(2026, 3, 28), date(2026, 3, 29), date(2026, 4, 11))
    );
    assert!(course.days.iter().all(|day| day.bands.len() == Sign::ALL.len()));
}

#[test]
fn longer_needles_never_expect_less() {
    for (sign, day) in Sign::ALL.iter().flat_map(|sign| (0..=14).map(move |day| (sign, day))) {
        let highs = LENGTHS.map(|mm| {
            let class = protocol().length_class(NeedleLength::from_mm(mm).unwrap());
            highest(class, *sign, day)
        });
        assert!(highs.is_sorted(), "{sign} day {day}: {highs:?}");
    }
}

#[test]
fn nothing_is_expected_before_the_session_and_the_last_day_does_not_end_in_a_panic() {
    assert_eq!(band(protocol(), LengthClass::Deep, Sign::Redness, -1), None);
    assert_eq!(band(protocol(), LengthClass::Deep, Sign::Redness, i64::MAX), Some((0, 0)));
    let course = expected(protocol(), &session_at(0.5, "9999-12-29T10:00[UTC]"));
    assert_eq!(course.days.len(), 15);
}
