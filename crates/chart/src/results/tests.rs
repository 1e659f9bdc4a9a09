//! What may be said of a change and of a day, case by case.

use care::Protocol;
use care::programme::JudgeWindow;
use care::protocol::Files;
use care::protocol::rows::Scale;
use jiff::civil::{Date, date};

use super::{Change, Standing, is_own};

fn scale(id: &str) -> Scale {
    let protocol = Protocol::read(&Files::built_in(), None).unwrap();
    protocol.rows().scale.iter().find(|scale| scale.id == id).unwrap().clone()
}

#[test]
fn less_than_the_noise_is_no_change() {
    let counted = scale("goodman-baron-quantitative");
    assert_eq!(Change::of(&counted, 40.0, 40.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 40.0, 37.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 37.0, 40.0), Change::Within(4.0));
    assert_eq!(Change::of(&counted, 40.0, 36.0), Change::Beyond(4.0, 4.0));
    assert_eq!(Change::of(&counted, 30.0, 40.0), Change::Beyond(10.0, 4.0));
}

#[test]
fn where_nobody_measured_the_noise_nothing_is_judged() {
    assert_eq!(Change::of(&scale("self"), 10.0, 0.0), Change::Unjudged);
    assert_eq!(Change::of(&scale("goodman-baron"), 3.0, 3.0), Change::Unjudged);
}

#[test]
fn scores_that_compare_already_are_not_compared_again() {
    assert_eq!(Change::of(&scale("gais"), 4.0, 1.0), Change::Relative);
}

#[test]
fn the_persons_own_scales_are_those_that_say_so() {
    let mut unknown = scale("self");
    assert!(is_own(&unknown) && is_own(&scale("scar-vas")) && !is_own(&scale("posas-observer")));
    unknown.rater = None;
    assert!(!is_own(&unknown), "not known is not own");
}

#[test]
fn the_day_says_whether_it_is_time() {
    let judge = JudgeWindow { from: date(2027, 1, 9), by: date(2027, 1, 23) };
    let of = |sessions, judge, today: Date| Standing::of(sessions, judge, today);
    assert_eq!(of(0, Some(judge), date(2030, 1, 1)), Standing::Nothing);
    assert_eq!(of(1, None, date(2030, 1, 1)), Standing::Unknown);
    assert_eq!(of(1, Some(judge), date(2027, 1, 8)), Standing::Early(judge));
    assert_eq!(of(1, Some(judge), date(2027, 1, 9)), Standing::Open(judge));
}
