//! The sessions of a programme: late, kept free, moved, skipped, missed.

use super::{CALM, PROGRAMME, checkin, locks, session, sessions, stands};

/// A first session, healed by the next evening.
fn begun() -> String {
    format!(
        "{PROGRAMME}{}{}",
        session("2026-12-05T19:00:00", 0.25),
        checkin("2026-12-06T18:30:00", CALM)
    )
}

#[test]
fn a_late_plan_goes_on_from_today() {
    let story = "[programme]\nfirst = 2026-10-05\n".to_owned()
        + &session("2026-10-05T19:00:00", 0.25)
        + &checkin("2026-10-08T19:00:00", CALM);
    let told = stands(&story, "2026-11-16T10:00:00");
    assert_eq!(sessions(&told, "done"), [(1, "2026-10-05")]);
    assert!(sessions(&told, "planned").iter().all(|(_, day)| *day >= "2026-11-16"));
    let next = &told["next"];
    assert!(next["ideal"].as_str().unwrap() >= "2026-11-16", "{next}");
    assert_eq!((&next["n"], &next["of"], &next["late"]), (&2.into(), &42.into(), &true.into()));
}

#[test]
fn a_session_has_the_keys_of_what_became_of_it() {
    let story = begun() + "[[session]]\non = 2026-12-06\nstate = \"missed\"\n";
    let told = stands(&story, "2026-12-07T19:00:00");
    let keys = |place: usize| {
        told["sessions"][place].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys(0), ["n", "state", "on"]);
    assert_eq!(keys(1), ["n", "state", "on"]);
    assert_eq!(keys(2), ["n", "state", "not_before", "ideal", "best_by"]);
    assert_eq!(told["sessions"][2]["not_before"], "2026-12-07T19:00:00+01:00");
}

#[test]
fn days_before_an_event_are_kept_and_the_plan_goes_around_them() {
    let story = begun() + "[[keep_free]]\non = 2026-12-14\ndays_before = 4\n";
    let told = stands(&story, "2026-12-06T19:00:00");
    assert_eq!(locks(&told), []);
    let planned = sessions(&told, "planned");
    let days: Vec<&str> = planned.iter().map(|(_, day)| *day).collect();
    assert_eq!(days[..5], ["2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-15"]);
    let within = stands(&story, "2026-12-12T19:00:00");
    assert_eq!(locks(&within), [("keep-free", "2026-12-15T00:00:00+01:00")]);
    assert_eq!(within["next"]["ideal"], "2026-12-15");
}

#[test]
fn days_that_nobody_counted_are_those_of_the_protocol() {
    // Up to one day for short needles: the day before and the day itself.
    let story = begun() + "[[keep_free]]\non = 2026-12-14\n";
    let planned = stands(&story, "2026-12-06T19:00:00");
    let planned = sessions(&planned, "planned");
    let days: Vec<&str> = planned.iter().map(|(_, day)| *day).collect();
    assert!(days.contains(&"2026-12-12") && days.contains(&"2026-12-15"));
    assert!(!days.contains(&"2026-12-13") && !days.contains(&"2026-12-14"));
}

#[test]
fn the_next_session_is_where_it_was_moved_to() {
    let story = begun() + "[[move]]\nfrom = 2026-12-06\nto = 2026-12-09\n";
    let told = stands(&story, "2026-12-06T19:00:00");
    assert_eq!(told["next"]["ideal"], "2026-12-09");
    assert_eq!(sessions(&told, "planned")[..2], [(2, "2026-12-09"), (3, "2026-12-10")]);
}

#[test]
fn a_later_session_is_where_it_was_moved_to() {
    let story = begun() + "[[move]]\nfrom = 2026-12-12\nto = 2026-12-14\n";
    let told = stands(&story, "2026-12-06T19:00:00");
    let planned = sessions(&told, "planned");
    assert!(planned.contains(&(8, "2026-12-14")), "{planned:?}");
}

#[test]
fn what_is_skipped_is_one_less_and_what_is_missed_is_not() {
    let left_out = |state: &str| {
        let story = begun() + &format!("[[session]]\non = 2026-12-06\nstate = \"{state}\"\n");
        stands(&story, "2026-12-07T19:00:00")
    };
    let (skipped, missed) = (left_out("skipped"), left_out("missed"));
    assert_eq!(sessions(&skipped, "skipped"), [(2, "2026-12-06")]);
    assert_eq!(sessions(&missed, "missed"), [(2, "2026-12-06")]);
    assert_eq!(sessions(&skipped, "planned").len(), 40);
    assert_eq!(sessions(&missed, "planned").len(), 41);
    assert_eq!((&skipped["next"]["n"], &missed["next"]["n"]), (&3.into(), &2.into()));
}
