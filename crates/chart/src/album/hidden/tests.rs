//! What eyes said of two photographs, and in which order these were shown.

use jiff::SignedDuration;
use proptest::prelude::*;

use super::*;
use crate::testing::{Ana, at, cases, entry, photo};

fn taken(day: i64) -> Entry<Photo> {
    let moment = at("2026-01-01T09:00:00Z") + SignedDuration::from_hours(24 * day);
    entry(moment, photo(&moment.to_string(), "front"))
}

/// Eyes looked at two photographs, so many times, with these answers.
fn looked(pair: (PhotoId, PhotoId), answers: &[Better]) -> Vec<Entry<Outcome>> {
    answers.iter().fold(Ana::new(), |ana, better| ana.sees(pair, *better)).outcomes
}

#[test]
fn without_a_look_nothing_was_seen() {
    assert_eq!(Tally::of(&[], None, false), Tally { pairs: 0, later: 0 });
    assert_eq!(seen(&[], taken(1).id, taken(2).id), None);
}

#[test]
fn of_several_looks_at_two_photographs_the_last_counts() {
    let (one, two) = (taken(1).id, taken(2).id);
    let outcomes = looked((one, two), &[Better::Later, Better::Neither, Better::Earlier]);
    assert_eq!(seen(&outcomes, one, two), Some(Better::Earlier));
    assert_eq!(seen(&outcomes, two, one), None, "that is another pair");
    assert_eq!(seen(&outcomes, one, taken(3).id), None);
}

#[test]
fn only_looks_are_tallied() {
    let ana = Ana::new()
        .sees((taken(1).id, taken(2).id), Better::Later)
        .scores("2026-12-07T09:00:00Z", "2026-12-07", "self", 4.0)
        .sees((taken(1).id, taken(3).id), Better::Neither)
        .sees((taken(2).id, taken(3).id), Better::Earlier);
    assert_eq!(Tally::of(&ana.outcomes, None, false), Tally { pairs: 3, later: 1 });
}

#[test]
fn each_goal_has_its_own_tally() {
    let mut outcomes = looked((taken(1).id, taken(2).id), &[Better::Later, Better::Earlier]);
    for outcome in &mut outcomes[..1] {
        let Outcome::Seen(seen) = &mut outcome.record else { panic!() };
        seen.goal = Some(Goal::AcneScars);
    }
    let of = |goal, raking| Tally::of(&outcomes, goal, raking);
    assert_eq!(of(Some(Goal::AcneScars), true), Tally { pairs: 1, later: 1 });
    assert_eq!(of(Some(Goal::Wrinkles), true), Tally::default());
    assert_eq!(of(None, false), Tally { pairs: 1, later: 0 });
    assert_eq!(of(Some(Goal::AcneScars), false), Tally { pairs: 2, later: 1 });
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn two_photographs_are_shown_in_the_same_order_each_time(days in 1..400_i64) {
        let (earlier, later) = (taken(0), taken(days));
        let ids = || shown(&earlier, &later).map(|photo| photo.id);
        prop_assert_eq!(ids(), ids());
        let mut both = ids();
        both.sort();
        let mut expected = [earlier.id, later.id];
        expected.sort();
        prop_assert_eq!(both, expected, "each of the two is shown once");
    }
}

#[test]
fn the_order_can_not_be_guessed() {
    let first_shown = |_: &usize| {
        let (earlier, later) = (taken(0), taken(1));
        shown(&earlier, &later)[0].id == earlier.id
    };
    let earlier = (0..400).filter(first_shown).count();
    assert!((100..300).contains(&earlier), "{earlier} of 400 began with the earlier one");
}
