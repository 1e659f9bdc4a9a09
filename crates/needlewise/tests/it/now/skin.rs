//! Rest, healing, warning signs and products over all sessions.

use super::{CALM, PROGRAMME, checkin, locks, session, sessions, stands, stands_with};

const SATURDAY: &str = "2026-12-05T19:00:00";

#[test]
fn long_needles_rest_long_whatever_roller_is_at_hand_now() {
    let told = stands_with(
        ("length_mm = 0.25", "length_mm = 0.3"),
        &session(SATURDAY, 1.5),
        "2026-12-20T10:00:00",
    );
    assert!(locks(&told).contains(&("rest", "2027-01-30T19:00:00+01:00")), "{told}");
    assert!(told["next"].is_null());
    assert_eq!(sessions(&told, "done").len(), 1, "it is told without a programme too");
}

#[test]
fn a_warning_sign_outlasts_the_next_session_and_with_fever_is_an_emergency() {
    let mut story = session(SATURDAY, 0.25)
        + &session("2026-12-07T19:30:00", 0.25)
        + &checkin("2026-12-06T19:00:00", "flags = [\"pus\"]");
    let told = stands(&story, "2026-12-07T20:00:00");
    assert_eq!((&told["level"], &told["day"]), (&"same-day".into(), &0.into()));
    assert_eq!(told["open"][0]["flag"], "pus");
    assert_eq!(told["open"][0]["since"], "2026-12-06T19:00:00+01:00");
    assert_eq!(told["open"][0]["seen"], false);
    assert!(locks(&told).contains(&("flag", "")), "{told}");
    story += &checkin("2026-12-07T20:01:00", "flags = [\"fever\"]");
    assert_eq!(stands(&story, "2026-12-07T20:01:00")["level"], "emergency");
}

#[test]
fn of_two_sessions_in_one_minute_the_longer_needles_say_when_products_may_be_used() {
    let at = "2026-12-06T19:00:00";
    let long = stands(&session(SATURDAY, 1.5), at);
    let both = stands(&(session(SATURDAY, 1.5) + &session(SATURDAY, 0.3)), at);
    let turned = stands(&(session(SATURDAY, 0.3) + &session(SATURDAY, 1.5)), at);
    assert_eq!(both["products"], long["products"]);
    assert_eq!(turned, both);
    assert_ne!(stands(&session(SATURDAY, 0.3), at)["products"], long["products"]);
}

#[test]
fn a_session_dated_ahead_is_set_aside_and_the_rest_goes_on() {
    let real = format!("{PROGRAMME}{}", session(SATURDAY, 0.25));
    let story = format!("{real}{}", session("2027-12-05T19:00:00", 0.25));
    let (told, without) =
        (stands(&story, "2026-12-06T10:00:00"), stands(&real, "2026-12-06T10:00:00"));
    assert_eq!(told["set_aside"][0]["what"], "A session on 5 December 2027");
    assert!(told["set_aside"][0]["because"].as_str().unwrap().starts_with("It lies ahead."));
    for key in ["day", "level", "locks", "next", "sessions", "products", "checkin_due"] {
        assert_eq!(told[key], without[key], "{key}");
    }
    assert_eq!(told["day"], 1);
}

#[test]
fn daily_rolling_opens_at_the_usual_hour_of_the_next_day_also_when_clocks_change() {
    let days = [("2026-12-05", "2026-12-06", "+01:00"), ("2027-03-27", "2027-03-28", "+02:00")];
    for (first, next, offset) in days {
        // Begun a little late: the rhythm does not slip.
        let story = format!("[programme]\nfirst = {first}\ntime = \"19:00\"\n")
            + &session(&format!("{first}T19:10:00"), 0.25)
            + &checkin(&format!("{next}T18:30:00"), CALM);
        let open = format!("{next}T19:00:00{offset}");
        let early = stands(&story, &format!("{next}T18:59:00"));
        assert_eq!(locks(&early), [("rest", open.as_str())], "{first}");
        assert_eq!(early["next"]["not_before"], open.as_str());
        let told = stands(&story, &format!("{next}T19:00:00"));
        assert_eq!(locks(&told), [], "{first}");
        assert_eq!(told["next"]["n"], 2);
        assert_eq!(sessions(&told, "planned")[0], (2, next));
    }
}

#[test]
fn a_check_in_that_says_nothing_is_not_six_zeros() {
    let story = format!("{PROGRAMME}{}", session(SATURDAY, 0.25));
    let said = |lines: &str| {
        let story = format!("{story}{}", checkin("2026-12-08T19:00:00", lines));
        stands(&story, "2026-12-08T20:00:00")
    };
    let silent = said("");
    assert_eq!(locks(&silent), [("healing", "")]);
    assert_eq!(silent["level"], "watch");
    let reason = silent["reasons"][0].as_str().unwrap();
    assert!(reason.starts_with("Nothing was said"), "{reason}");
    assert!(silent["next"].is_null());
    assert_eq!(locks(&said(CALM)), []);
    assert_eq!(locks(&said(&CALM.replace("breakout = 0\n", ""))), [("healing", "")]);
}
