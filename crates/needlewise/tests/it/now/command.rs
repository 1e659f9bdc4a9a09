//! The command itself: its words, its keys, its moment, and check-ins of one session told by the same code.

use super::super::desk::Desk;
use super::{CALM, PERSON, PROGRAMME, checkin, session, stands};

#[test]
fn the_example_stands_as_its_keys_say() {
    let desk = Desk::with_examples();
    let now = ["now", "story.toml", "--at", "2026-12-06T18:45:00+01:00"];
    let json = desk.runs(&[&now[..], &["--json"]].concat()).json();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    let known = [
        "at",
        "day",
        "phase",
        "level",
        "action",
        "reasons",
        "open",
        "verdict",
        "until",
        "findings",
        "locks",
        "next",
        "sessions",
        "do",
        "avoid",
        "products",
        "checkin_due",
        "judge",
        "set_aside",
        "protocol",
    ];
    assert_eq!(keys, known);
    assert_eq!((&json["at"], &json["day"]), (&"2026-12-06T18:45:00+01:00".into(), &1.into()));
    assert_eq!(json["locks"][0]["cause"], "rest");
    assert_eq!(json["next"]["ideal"], "2026-12-07", "the session was moved");
    let aftercare = ["aftercare", "session.toml", "--at", "2026-12-06T18:45:00+01:00", "--json"];
    let products = desk.runs(&aftercare).json()["products"][0].clone();
    let keys =
        |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json["products"][0]), keys(&products));
    let said = desk.runs(&now);
    said.says(&[
        "The skin rests for 1 day after needles of 0.25 mm, rolled on 5 December 2026. Until Sun 6 Dec 2026, 19:00.",
        "Session 2 of 42: not before Sun 6 Dec 2026, 19:00. The best day is 7 December 2026",
        "Day 1 after the last session: Closing and calming.",
        "A clinician said yes on 1 December 2026 (GP).",
        "Decided by the protocol needlewise",
    ]);
    assert!(said.out.starts_with("The next session\n") && !said.out.contains('\u{1b}'));
}

#[test]
fn what_is_urgent_comes_first_and_then_the_signs() {
    let desk = Desk::empty();
    let story = session("2026-12-05T19:00:00", 0.25)
        + &checkin("2026-12-06T19:00:00", "flags = [\"pus\", \"fever\"]")
        + &session("2027-12-05T19:00:00", 0.25);
    desk.writes("story.toml", &format!("{PERSON}{story}"));
    let said = desk.runs(&["now", "story.toml", "--at", "2026-12-06T20:00:00"]);
    assert!(said.out.starts_with("Emergency now.\nCall 112 now."), "{}", said.out);
    let places =
        ["Emergency now", "Warning signs", "The next session", "How the skin is", "Not counted"];
    let places: Vec<usize> = places.iter().map(|heading| said.out.find(heading).unwrap()).collect();
    assert!(places.is_sorted(), "{}", said.out);
    said.says(&[
        "Pus, first noted Sun 6 Dec 2026, 19:00. Nobody has looked at it yet.",
        "No day can be named yet.",
        "A session on 5 December 2027: It lies ahead.",
    ]);
}

#[test]
fn before_the_first_session_there_is_nothing_to_judge() {
    let told = stands(PROGRAMME, "2026-12-01T10:00:00");
    for key in ["day", "phase", "level", "action", "checkin_due"] {
        assert!(told[key].is_null(), "{key}");
    }
    assert!(told["products"].as_array().unwrap().is_empty());
    assert_eq!(told["locks"][0]["cause"], "future");
    let nothing = stands("", "2026-12-01T10:00:00");
    assert!(nothing["next"].is_null() && nothing["locks"].as_array().unwrap().is_empty());
}

#[test]
fn the_order_of_blocks_makes_no_difference() {
    let blocks = [
        session("2026-12-07T19:00:00", 0.25),
        checkin("2026-12-06T18:30:00", CALM),
        session("2026-12-05T19:00:00", 1.0),
        checkin("2026-12-06T18:30:00", "flags = [\"pus\"]"),
        PROGRAMME.to_owned(),
        "[[clearance]]\non = 2026-12-07\nfor = \"pus\"\nsaid = \"no\"\n".to_owned(),
        "[[clearance]]\non = 2026-12-07\nfor = \"pus\"\nsaid = \"yes\"\n".to_owned(),
        "[[keep_free]]\non = 2027-01-14\n".to_owned(),
        "[[move]]\nfrom = 2026-12-09\nto = 2026-12-10\n".to_owned(),
        "[[session]]\non = 2026-12-06\nstate = \"missed\"\n".to_owned(),
    ];
    let at = "2026-12-08T19:00:00";
    let told = stands(&blocks.concat(), at);
    for turn in 1..blocks.len() {
        let mut turned = blocks.clone();
        turned.rotate_left(turn);
        turned.reverse();
        assert_eq!(stands(&turned.concat(), at), told, "turned by {turn}");
    }
}

#[test]
fn a_moment_needs_a_zone_or_its_offset() {
    let desk = Desk::empty();
    desk.writes(
        "story.toml",
        "[person]\nsetting = \"home\"\ngoals = [\"texture\"]\nareas = [\"cheeks\"]\n",
    );
    let now = |at: &str| desk.runs(&["now", "story.toml", "--json", "--at", at]);
    assert_eq!(now("2026-12-05T10:00:00+03:00").json()["at"], "2026-12-05T10:00:00+03:00");
    now("2026-12-05T10:00:00").refuses(&["--at:", "does not say how far it is from UTC"]);
    now("noon").refuses(&["--at: “noon” is not a date with a time."]);
    assert!(desk.runs(&["now", "story.toml", "--json"]).json()["at"].is_string());
    desk.writes("story.toml", "[persn]\n");
    desk.runs(&["now", "story.toml"]).refuses(&["story.toml:1: persn", "Did you mean “person”?"]);
}

#[test]
fn a_check_in_says_the_true_reason_why_the_next_session_waits() {
    let desk = Desk::empty();
    desk.writes(
        "session.toml",
        "at = 2026-12-05T19:00:00+01:00\nzone = \"Europe/Paris\"\nsetting = \"home\"\nareas = [\"cheeks\"]\nskin_type = 3\nlength_mm = 0.25\npasses = 4\n",
    );
    let looks = |at: &str, lines: &str| {
        desk.writes("checkins.toml", &checkin(at, lines));
        let run = |more: &[&str]| {
            desk.runs(&[&["checkin", "session.toml", "checkins.toml"], more].concat())
        };
        (run(&[]).out.replace('\n', " "), run(&["--json"]).json())
    };
    let (said, json) = looks("2026-12-06T18:30:00+01:00", CALM);
    assert!(
        said.contains("The skin looks healed. The next session: not before Sun 6 Dec 2026, 19:00."),
        "{said}"
    );
    assert_eq!(json["rest_until"], "2026-12-06T19:00:00+01:00");
    assert_eq!(json["unlocks_next"], false);
    let (said, json) = looks("2026-12-06T19:05:00+01:00", CALM);
    assert!(said.contains("The skin has healed: as far as it goes"), "{said}");
    assert!(json["rest_until"].is_null() && json["unlocks_next"] == true);
    let (said, json) = looks("2026-12-06T18:30:00+01:00", "redness = 1");
    assert!(said.contains("stays locked until a check-in shows healed skin"), "{said}");
    assert_eq!(json["rest_until"], "2026-12-06T19:00:00+01:00");
}
