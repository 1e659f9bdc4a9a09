//! Each command as a person would run it on the example files, in words and as JSON.

use super::desk::Desk;

#[test]
fn screen_says_the_verdict_first_and_then_why() {
    let desk = Desk::with_examples();
    let said = desk.runs(&["screen", "person.toml", "--on", "2026-12-05"]);
    said.says(&[
        "Not now: wait until 1 March 2027.",
        "stopped 2026-09-01 (oral)",
        "What would change it",
        "Who says so",
    ]);
    assert!(said.out.starts_with("Not now"));
    assert!(!said.out.contains('\u{1b}'), "colour where there is no terminal");
}

#[test]
fn screen_prints_the_stable_json() {
    let desk = Desk::with_examples();
    let json = desk.runs(&["screen", "person.toml", "--on", "2026-12-05", "--json"]).json();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["verdict", "until", "setting", "findings", "alternatives", "protocol"]);
    assert_eq!((&json["verdict"], &json["until"]), (&"wait-until".into(), &"2027-03-01".into()));
    let finding = json["findings"][0].as_object().unwrap();
    let keys: Vec<&String> = finding.keys().collect();
    assert_eq!(keys, ["rule", "verdict", "until", "answered", "because", "change", "sources"]);
    assert!(json["protocol"]["version"].is_string());
}

#[test]
fn the_wait_is_over_on_its_day() {
    let desk = Desk::with_examples();
    let json = desk.runs(&["screen", "person.toml", "--on", "2027-03-01", "--json"]).json();
    assert_eq!(json["verdict"], "proceed");
    assert!(json["until"].is_null() && json["findings"].as_array().unwrap().is_empty());
}

#[test]
fn m11_plan_at_home_is_gentle_weekly_or_daily_and_cautious_waits_for_the_barrier() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "retinoid", "retinoid = \"never\"");
    let plan = |more: &[&str]| {
        desk.runs(&[&["plan", "person.toml", "--first", "2026-12-05", "--json"], more].concat())
            .json()
    };
    let (usual, cautious) = (plan(&[]), plan(&["--variant", "cautious"]));
    assert!(
        usual["length_mm"]["max"].as_f64().unwrap()
            <= usual["length_mm"]["ceiling"].as_f64().unwrap()
    );
    assert!(usual["length_mm"]["ceiling"].as_f64().unwrap() <= 0.3);
    let next = |plan: &serde_json::Value| plan["sessions"][1]["ideal"].clone();
    assert_eq!(usual["sessions"][1]["not_before"], "2026-12-08");
    assert_eq!((next(&usual), &usual["rhythm"]["choice"]), ("2026-12-12".into(), &"weekly".into()));
    desk.sets("person.toml", "rhythm", "rhythm = \"daily\"");
    let daily = plan(&[]);
    assert_eq!((next(&daily), &daily["rhythm"]["choice"]), ("2026-12-06".into(), &"daily".into()));
    let between = daily["rhythm"]["text"][0].as_str().unwrap();
    assert!(between.contains("Sunscreen after 12 hours"), "{between}");
    assert_eq!(daily["uses"]["rollers"], 6);
    assert_eq!(next(&plan(&["--variant", "cautious"])), "2026-12-12", "no daily choice there");
    assert_eq!(cautious["sessions"][1]["not_before"], "2026-12-08");
    assert_eq!(cautious["protocol"]["name"], "needlewise+cautious");
}

#[test]
fn m9_plan_in_a_clinic_repeats_after_six_to_eight_weeks() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "retinoid", "retinoid = \"never\"").sets(
        "person.toml",
        "setting",
        "setting = \"clinic\"",
    );
    desk.sets("person.toml", "length_mm", "length_mm = 1.5");
    let json = desk.runs(&["plan", "person.toml", "--first", "2026-12-05", "--json"]).json();
    let second = &json["sessions"][1];
    assert_eq!(second["not_before"], "2027-01-16");
    assert_eq!(second["best_by"], "2027-01-30");
    assert_eq!(json["judge_from"], "2027-01-16");
    assert!(json["keep_free_days"].as_u64().unwrap() >= 1);
    assert!(json["cream"]["grams"].as_u64().unwrap() <= 60);
}

#[test]
fn a10_a_plan_under_a_wait_begins_on_its_date_and_without_a_date_has_no_sessions() {
    let desk = Desk::with_examples();
    let plan = || desk.runs(&["plan", "person.toml", "--first", "2026-12-05", "--json"]).json();
    let json = plan();
    assert_eq!((&json["verdict"], &json["until"]), (&"wait-until".into(), &"2027-03-01".into()));
    assert_eq!(json["sessions"][0]["not_before"], "2027-03-01");
    desk.sets("person.toml", "retinoid", "retinoid = \"using\"");
    let json = plan();
    assert_eq!(json["verdict"], "do-not");
    assert!(json["sessions"].as_array().unwrap().is_empty() && json["judge_from"].is_null());
    desk.runs(&["plan", "person.toml", "--first", "2026-12-05"]).says(&["no sessions to plan yet"]);
}

#[test]
fn course_has_a_range_for_every_sign_on_every_day_and_phases_to_week_26() {
    let json = Desk::with_examples().runs(&["course", "session.toml", "--json"]).json();
    let days = json["days"].as_array().unwrap();
    assert_eq!(days.len(), 15);
    assert!(days.iter().all(|day| day["signs"].as_array().unwrap().len() == 6));
    assert_eq!(json["phases"].as_array().unwrap().last().unwrap()["until"], "2027-06-05");
}

#[test]
fn m6_aftercare_answers_when_a_product_may_be_used_again() {
    let desk = Desk::with_examples();
    let at = ["aftercare", "session.toml", "--at", "2026-12-06T10:00:00+01:00"];
    let json = desk.runs(&[&at[..], &["--json"]].concat()).json();
    assert_eq!(json["day"], 1);
    let product = |class: &str| {
        json["products"]
            .as_array()
            .unwrap()
            .iter()
            .find(|product| product["class"] == class)
            .unwrap()
            .clone()
    };
    assert_eq!(product("gentle-cleanser")["allowed"], true);
    assert_eq!(product("make-up")["allowed"], false);
    assert_eq!(product("make-up")["not_before"], "2026-12-07T10:00:00+01:00");
    assert_eq!(product("retinoid")["not_before"], "2026-12-12T10:00:00+01:00");
    let said = desk.runs(&[&at[..], &["--product", "retinoid"]].concat());
    said.says(&["not before Sat 12 Dec 2026, 10:00", "Sources differ: they say from"]);
}

#[test]
fn m10_a_check_in_is_judged_and_names_the_next() {
    let desk = Desk::with_examples();
    let json = desk.runs(&["checkin", "session.toml", "checkins.toml", "--json"]).json();
    assert_eq!(json["level"], "expected");
    assert_eq!(json["unlocks_next"], false);
    assert!(json["next_checkin"].as_str().unwrap().starts_with("2026-12-07T10:00:00+01:00"));
    desk.sets("checkins.toml", "flags", "flags = [\"breathless\"]");
    let said = desk.runs(&["checkin", "session.toml", "checkins.toml"]);
    said.says(&["Emergency", "Call "]);
}

#[test]
fn b5_the_command_says_what_to_do_and_an_emergency_says_the_number_first() {
    let desk = Desk::with_examples();
    desk.sets("session.toml", "zone", "zone = \"Europe/Paris\"");
    desk.sets("checkins.toml", "flags", "flags = [\"pus\"]");
    let said = desk.runs(&["checkin", "session.toml", "checkins.toml"]);
    said.says(&[
        "See a doctor today.",
        "Pus can mean an infection. Do not squeeze it.",
        "Call 112 at once if one of these comes too:",
        "- vomiting",
        "Next check-in:",
    ]);
    desk.sets("checkins.toml", "flags", "flags = [\"numb-mouth\", \"pus\"]");
    let said = desk.runs(&["checkin", "session.toml", "checkins.toml"]);
    assert!(said.out.starts_with("Emergency now.\nCall 112 now."), "{}", said.out);
    assert!(!said.out.contains("Next check-in") && !said.out.contains("squeeze"), "{}", said.out);
    let json = desk.runs(&["checkin", "session.toml", "checkins.toml", "--json"]).json();
    assert_eq!((&json["call"], &json["next_checkin"]), (&"112".into(), &serde_json::Value::Null));
}

#[test]
fn m10_diabetes_known_from_screening_makes_a_check_in_more_urgent() {
    let desk = Desk::with_examples();
    desk.sets("checkins.toml", "redness", "redness = 10");
    let level = |more: &[&str]| {
        desk.runs(&[&["checkin", "session.toml", "checkins.toml", "--json"], more].concat()).json()
            ["level"]
            .clone()
    };
    assert_eq!(level(&[]), "contact");
    desk.sets("person.toml", "diabetes", "diabetes = \"controlled\"");
    assert_eq!(level(&["--person", "person.toml"]), "same-day");
}

#[test]
fn the_calendar_is_the_same_each_time() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "retinoid", "retinoid = \"never\"");
    desk.sets("person.toml", "zone", "zone = \"Europe/Paris\"");
    let first = desk.runs(&["calendar", "person.toml", "--first", "2026-12-05"]);
    first.says(&["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "UID:", "BEGIN:VALARM"]);
    assert_eq!(desk.runs(&["calendar", "person.toml", "--first", "2026-12-05"]).out, first.out);
}

#[test]
fn protocol_shows_an_entry_with_its_sources_and_who_disagrees() {
    let desk = Desk::empty();
    let said = desk.runs(&["protocol", "show", "retinoid-stopped-oral"]);
    said.says(&["Who says so:", "Who says otherwise:", "The article says this", "PMID"]);
    desk.runs(&["protocol", "sources"]).says(&["han-2012", "[trial, people]"]);
    desk.runs(&["protocol", "show", "retinoid-stoped-oral"])
        .refuses(&["Did you mean “retinoid-stopped-oral”?"]);
}

#[test]
fn a_protocol_of_ones_own_decides_and_a_broken_one_is_refused() {
    let desk = Desk::with_examples();
    desk.runs(&["protocol", "export", "mine"]).says(&["Next: needlewise protocol check mine"]);
    desk.runs(&["protocol", "check", "mine"]).says(&["is sound", "cautious"]);
    desk.sets("mine/protocol.toml", "version", "version = \"7.0.0\"");
    let json = desk
        .runs(&["screen", "person.toml", "--on", "2026-12-05", "--json", "--protocol", "mine"])
        .json();
    assert_eq!(json["protocol"]["version"], "7.0.0");
    desk.sets("mine/contraindications.toml", "home", "home = \"never\"");
    let said = desk.runs(&["protocol", "check", "mine"]);
    said.refuses(&["contraindications.toml", "To mend it"]);
    desk.runs(&["screen", "person.toml", "--protocol", "mine"])
        .refuses(&["contraindications.toml"]);
}

#[test]
fn m10_a_red_flag_that_has_gone_still_asks_whether_somebody_looked() {
    let desk = Desk::with_examples();
    let day = |day: u32, said: &str| {
        format!("[[checkin]]\nat = 2026-12-{day:02}T10:00:00+01:00\n{said}\n")
    };
    let clear = "redness = 0\nswelling = 0\noozing = 0\ntenderness = 0\nflaking = 0\nbreakout = 0";
    let level_after = |flags: &str, said: &str| {
        desk.writes("checkins.toml", &format!("{}{}", day(7, flags), day(10, said)));
        let json = desk.runs(&["checkin", "session.toml", "checkins.toml", "--json"]).json();
        assert_eq!(json["unlocks_next"], false);
        json["level"].as_str().unwrap().to_owned()
    };
    assert_eq!(level_after("flags = [\"pus\"]", clear), "contact");
    assert_eq!(level_after("flags = [\"pus\", \"fever\"]", clear), "same-day");
    assert_eq!(level_after("flags = [\"pus\", \"fever\"]", ""), "emergency", "nothing was said");
}

#[test]
fn a_session_still_to_come_is_looked_at_from_its_beginning() {
    let desk = Desk::with_examples();
    desk.sets("session.toml", "at", "at = 2190-12-05T10:00:00+01:00");
    assert_eq!(desk.runs(&["aftercare", "session.toml", "--json"]).json()["hours"], 0);
}

#[test]
fn roll_says_what_a_way_of_rolling_does_and_draws_it() {
    let desk = Desk::with_examples();
    let json = desk.runs(&["roll", "roll.toml", "--json"]).json();
    let density = json["density_per_cm2"].as_f64().unwrap();
    assert!((225.0..255.0).contains(&density), "{density}");
    assert!(json["share_farther_than"]["0.5"].as_f64().unwrap() < 0.2);
    assert!(json["largest_gap"]["diameter_mm"].as_f64().unwrap() > 1.0);
    assert_eq!(json["spread"]["seeds"].as_array().unwrap().len(), 5);
    let files = ["roll", "roll.toml", "--svg", "a.svg", "--png", "a.png", "--points", "a.csv"];
    desk.runs(&files).says(&["punctures on each square centimetre", "What would make it better"]);
    let read = |name: &str| std::fs::read(desk.folder.join(name)).unwrap();
    assert!(read("a.svg").starts_with(b"<svg") && read("a.png").starts_with(b"\x89PNG"));
    let points = String::from_utf8(read("a.csv")).unwrap();
    assert_eq!(
        points.lines().filter(|line| line.ends_with(",1")).count() as u64,
        json["punctures"].as_u64().unwrap()
    );
    desk.runs(&files).refuses(&["a.svg"]);
}

#[test]
fn rolling_without_lifting_is_advised_to_lift() {
    let desk = Desk::with_examples();
    desk.sets("roll.toml", "lift", "lift = false").sets(
        "roll.toml",
        "directions",
        "directions = 1",
    );
    let json = desk.runs(&["roll", "roll.toml", "--json"]).json();
    assert_eq!(json["advice"][0]["advice"], "lift");
    desk.sets("roll.toml", "passes", "pases = 3");
    desk.runs(&["roll", "roll.toml"]).refuses(&["roll.toml", "technique.pases", "Did you mean"]);
}

#[test]
fn protocol_diff_says_who_is_decided_differently_and_by_which_rule() {
    let desk = Desk::empty();
    desk.runs(&["protocol", "export", "old"]);
    desk.sets("old/protocol.toml", "version", "version = \"0.9.0\"");
    let path = desk.folder.join("old/contraindications.toml");
    let rules = std::fs::read_to_string(&path).unwrap();
    let keloid = rules.split("[[rule]]").find(|row| row.contains("id = \"keloid\"")).unwrap();
    std::fs::write(&path, rules.replacen(&format!("[[rule]]{keloid}"), "", 1)).unwrap();
    desk.runs(&["protocol", "check", "old"]).refuses(&["keloid"]);
    let diff = ["protocol", "diff", "old", "--people", "2000"];
    let json = desk.runs(&[&diff[..], &["--json"]].concat()).json();
    assert_eq!(json["old"], "needlewise 0.9.0");
    assert_eq!(json["rows"]["added"], serde_json::json!(["rule keloid"]));
    let home = &json["settings"][0];
    let rule = &home["rules"][0];
    assert_eq!((&rule["rule"], &rule["fires_only_in_old"]), (&"keloid".into(), &0.into()));
    assert_eq!(home["rules"].as_array().unwrap().len(), 1);
    assert_eq!(rule["verdicts_changed"], home["different"]);
    let moved = home["moves"].as_array().unwrap().iter();
    let moved =
        moved.filter(|one| one["from"] != one["to"]).map(|one| one["people"].as_u64().unwrap());
    assert_eq!(Some(moved.sum()), home["different"].as_u64());
    assert!(home["different"].as_u64() > Some(0) && home["people"] == 2000);
    desk.runs(&diff).says(&["needlewise 0.9.0 beside needlewise", "keloid:", "added: rule keloid"]);
    let same = desk.runs(&["protocol", "diff", "old", "old", "--people", "100", "--json"]).json();
    assert_eq!(same["settings"][1]["different"], 0);
    desk.runs(&["protocol", "diff", "nowhere"]).refuses(&["nowhere", "protocol export"]);
}

#[test]
fn protocol_check_prints_json_with_every_fault() {
    let desk = Desk::empty();
    let json = desk.runs(&["protocol", "check", "--json"]).json();
    assert_eq!((&json["sound"], &json["faults"]), (&true.into(), &serde_json::json!([])));
    assert!(json["entries"].as_u64() > Some(100) && json["version"].is_string());
    desk.runs(&["protocol", "export", "mine"]);
    desk.sets("mine/contraindications.toml", "question", "question = \"weather\"");
    let said = desk.runs(&["protocol", "check", "mine", "--json"]);
    assert_eq!(said.code, 2);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["sound"], false);
    assert_eq!(json["faults"][0]["file"], "contraindications.toml");
    assert!(said.err.contains("to mend"));
}

#[test]
fn calendar_prints_json() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "retinoid", "retinoid = \"never\"");
    let calendar = ["calendar", "person.toml", "--first", "2026-12-05"];
    let json = desk.runs(&[&calendar[..], &["--json"]].concat()).json();
    let entries = json["entries"].as_array().unwrap();
    let written = desk.runs(&calendar).out.matches("BEGIN:VEVENT").count();
    assert_eq!((entries.len(), &json["verdict"]), (written, &"proceed".into()));
    let session = entries.iter().find(|entry| entry["name"] == "session-1").unwrap();
    assert!(session["at"].as_str().unwrap().starts_with("2026-12-05T10:00:00+"));
    assert!(session["day"].is_null() && session["summary"].is_string());
}

#[test]
fn only_what_the_article_says_is_said_to_be_its() {
    let desk = Desk::empty();
    let says = "The article says this";
    for ours in
        ["band/redness-medium", "effect/swelling", "length-class/medium", "phase/new-tissue"]
    {
        let said = desk.runs(&["protocol", "show", ours]);
        assert!(!said.says(&["Who says so"]).out.contains(says), "{ours}:\n{}", said.out);
    }
    desk.runs(&["protocol", "show", "band/redness-medium"]).says(&["its numbers, are ours"]);
    desk.runs(&["protocol", "show", "effect/redness"]).says(&[says]);
    desk.runs(&["protocol", "show", "source/article"]).says(&["Unsigned text", "as it was given"]);
}

#[test]
fn a12_plan_and_roll_say_the_same_of_a_roller() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "retinoid", "retinoid = \"never\"");
    desk.sets("roll.toml", "passes", "passes = 40");
    for needles in [192, 600, 1080] {
        let line = format!("needles = {needles}");
        desk.sets("person.toml", "needles", &line).sets("roll.toml", "needles", &line);
        let plan = desk.runs(&["plan", "person.toml", "--first", "2026-12-05", "--json"]).json();
        let roll = desk.runs(&["roll", "roll.toml", "--json"]).json();
        let advice = roll["advice"].as_array().unwrap();
        let dense = advice.iter().find(|one| one["advice"] == "too-dense").unwrap();
        assert_eq!(plan["passes"]["at_most"], dense["at_most"], "{needles} needles");
        assert!(plan["passes"]["max"].as_u64() <= dense["at_most"].as_u64(), "{needles} needles");
    }
}
