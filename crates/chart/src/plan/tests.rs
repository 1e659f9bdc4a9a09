//! How a programme looks, what its days are good for, and how the skin looks on one.

use serde_json::json;

use super::calendar::{DayState, state};
use super::event::{Likely, likely, no_later};
use super::*;
use crate::testing::{Ana, day, noon};

fn outlook<'a>(ana: &'a Ana, today: &str, first: Option<&str>) -> Outlook<'a> {
    Outlook::of(&ana.protocol, &ana.chart, &noon(today), first.map(day)).expect("all is answered")
}

#[test]
fn a_first_day_is_tried_while_no_programme_was_begun() {
    let ana = Ana::new();
    let tried = outlook(&ana, "2026-12-05", Some("2026-12-10"));
    assert_eq!(tried.next().unwrap().not_before, day("2026-12-10"));
    assert!(tried.begun.is_none() && tried.is_fresh() && !tried.is_refused());
    let pausing = Ana::new().answers("using", json!(["acids"]));
    for untried in [None, Some("2026-12-05")] {
        let soonest = outlook(&ana, "2026-12-05", untried);
        assert_eq!(soonest.earliest, day("2026-12-05"), "nothing has to be paused");
        let soonest = outlook(&pausing, "2026-12-05", untried);
        assert_eq!(soonest.earliest, day("2026-12-12"), "acids are paused for a week");
        assert_eq!(soonest.next().unwrap().ideal, day("2026-12-12"));
    }
}

#[test]
fn the_sessions_done_and_those_to_come_make_the_programme() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let begun = outlook(&ana, "2026-12-06", Some("2027-01-01"));
    assert_eq!(begun.done(), [day("2026-12-05")]);
    assert_eq!((begun.total(), begun.plan.sessions.len()), (6, 5));
    assert_eq!((begun.minute, begun.uses), (1140, Some(1)));
    let causes: Vec<_> = begun.standing.locks.iter().map(|lock| lock.cause.word()).collect();
    assert_eq!(causes, ["healing", "rest"]);
}

#[test]
fn answers_against_it_refuse_and_an_open_question_says_nothing() {
    let ana = Ana::new().answers("pregnancy", json!("pregnant"));
    assert!(outlook(&ana, "2026-12-05", None).is_refused());
    let open = Ana::new().changes(|profile| profile.areas.clear());
    assert!(Outlook::of(&open.protocol, &open.chart, &noon("2026-12-05"), None).is_none());
}

#[test]
fn only_days_of_the_plan_mean_something() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let outlook = outlook(&ana, "2026-12-06", None);
    let on = |date: &str| state(&outlook, day(date), day("2026-12-06"));
    assert_eq!(on("2026-12-05"), DayState::Plain, "it was done");
    assert_eq!(on("2026-12-07"), DayState::Locked);
    assert_eq!(on("2026-12-08"), DayState::Possible);
    assert_eq!(on("2026-12-12"), DayState::Best);
    assert_eq!(on("2027-06-01"), DayState::Plain, "after the last");
}

#[test]
fn a_refused_plan_has_no_good_day() {
    let ana = Ana::new().answers("pregnancy", json!("pregnant"));
    let outlook = outlook(&ana, "2026-12-05", None);
    assert_eq!(state(&outlook, day("2026-12-05"), day("2026-12-05")), DayState::Plain);
}

#[test]
fn the_days_to_keep_free_tell_how_the_skin_looks_on_a_day() {
    let ana = Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z");
    let outlook = outlook(&ana, "2026-12-05", None);
    assert_eq!(outlook.plan.keep_free_days, [0, 1]);
    assert_eq!(likely(&outlook, day("2026-12-04")), (Likely::Untouched, None));
    assert_eq!(likely(&outlook, day("2026-12-05")).0, Likely::Seen);
    assert_eq!(likely(&outlook, day("2026-12-06")).0, Likely::Perhaps);
    assert_eq!(likely(&outlook, day("2026-12-07")), (Likely::Calm, Some(day("2026-12-05"))));
    assert_eq!(no_later(&outlook, day("2026-12-07")), day("2026-12-05"));
}
