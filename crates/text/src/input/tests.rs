//! Good files are read whole; each kind of problem is told with its line, its key, what was expected and what was
//! probably meant. That nothing crashes is for `fuzz`.

use care::Protocol;
use care::answers::{Answer, products_in};
use care::words::{Area, DeviceKind, Flag, Goal, ProductClass, Setting, Weekday};
use jiff::civil::date;

use super::*;

/// The day that is asked about.
const ASKED: Asked<'_> = &|_| date(2026, 12, 5);

fn protocol() -> Protocol {
    Protocol::built_in().unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn answer(protocol: &Protocol, read: &PersonFile, question: &str) -> Answer {
    read.person.answers.get(protocol.find_question(question).unwrap().0)
}

/// Every problem of a person's file, one a line.
fn problems(text: &str) -> String {
    read_person(&protocol(), "person.toml", text, ASKED)
        .unwrap_err()
        .in_words(crate::in_english().texts())
}

fn json_problems(text: &str) -> String {
    read_person_json(&protocol(), "people", 7, text, ASKED)
        .unwrap_err()
        .in_words(crate::in_english().texts())
}

fn session_problems(text: &str) -> String {
    read_session("session.toml", text).unwrap_err().in_words(crate::in_english().texts())
}

fn checkin_problems(text: &str) -> String {
    let session = read_session("session.toml", example::SESSION).unwrap();
    read_checkins(&session, "checkins.toml", text)
        .unwrap_err()
        .in_words(crate::in_english().texts())
}

/// A good person, with these lines instead of, or besides, the answers.
fn person(lines: &str) -> String {
    format!("setting = \"home\"\ngoals = [\"texture\"]\nareas = [\"cheeks\"]\n{lines}\n")
}

const SMALLEST: &str = "setting = \"clinic\"\nareas = [\"back\"]\nlength_mm = 1\n";

#[test]
fn the_example_person_is_read_whole() {
    let protocol = protocol();
    let read = read_person(&protocol, "person.toml", example::PERSON, ASKED).unwrap();
    let person = &read.person;
    assert_eq!(person.born, Some(date(1988, 4, 2)));
    assert_eq!((person.setting, person.sensitive), (Setting::Home, Some(true)));
    assert_eq!(
        (person.goals.as_slice(), person.areas.as_slice()),
        (&[Goal::AcneScars][..], &[Area::Cheeks][..])
    );
    assert_eq!(person.skin_type.map(|kind| kind.number()), Some(3));
    let device = person.device.unwrap();
    assert_eq!(
        (device.kind, device.needles, device.length.unwrap().mm()),
        (DeviceKind::Roller, Some(192), 0.25)
    );
    let stopped = Answer::Dated { on: date(2026, 9, 1), detail: Some(0), length: None };
    assert_eq!(answer(&protocol, &read, "retinoid"), stopped);
    assert_eq!(answer(&protocol, &read, "pregnancy"), Answer::Word(0));
    assert_eq!(answer(&protocol, &read, "using"), Answer::Products(0));
    assert!(
        person.answers.iter().all(|answer| answer != Answer::Unknown),
        "the example answers every question"
    );
}

#[test]
fn a_missing_answer_is_unknown_and_so_is_a_missing_table() {
    let read = read_person(&protocol(), "person.toml", &person(""), ASKED).unwrap();
    assert!(read.person.answers.iter().all(|answer| answer == Answer::Unknown));
    assert_eq!(
        (read.person.born, read.person.skin_type, read.person.sensitive),
        (None, None, None)
    );
    assert_eq!((read.person.device, read.zone), (None, None));
}

#[test]
fn unknown_may_be_written_out() {
    let text = person(
        "born = \"unknown\"\nskin_type = \"unknown\"\nsensitive = \"unknown\"\n[answers]\nkeloid = \"unknown\"\nusing = \"unknown\"",
    );
    let read = read_person(&protocol(), "person.toml", &text, ASKED).unwrap();
    assert_eq!(
        (read.person.born, read.person.skin_type, read.person.sensitive),
        (None, None, None)
    );
    assert!(read.person.answers.iter().all(|answer| answer == Answer::Unknown));
}

#[test]
fn dated_answers_take_their_details_in_any_spelling() {
    let protocol = protocol();
    let detail = |lines: &str| {
        let read = read_person(
            &protocol,
            "p",
            &person(&format!("[answers]\nlast_needling = {lines}")),
            ASKED,
        )
        .unwrap();
        match answer(&protocol, &read, "last_needling") {
            Answer::Dated { on, detail, .. } => (on.to_string(), detail),
            other => panic!("{other:?}"),
        }
    };
    let on = || "2026-10-01".to_owned();
    assert_eq!(detail("{ on = 2026-10-01, calm = true }"), (on(), Some(0)));
    assert_eq!(detail("{ on = \"2026-10-01\", calm = \"no\" }"), (on(), Some(1)));
    assert_eq!(detail("{ on = 2026-10-01, calm = false }"), (on(), Some(1)));
    assert_eq!(detail("{ on = 2026-10-01, calm = \"unknown\" }"), (on(), None));
    assert_eq!(detail("{ on = 2026-10-01 }"), (on(), None));
}

#[test]
fn free_days_zone_and_products_are_read() {
    let protocol = protocol();
    let text = person(
        "free_days = [\"saturday\", \"friday\", \"saturday\"]\nzone = \"Europe/Paris\"\n[answers]\nusing = [\"acids\", \"retinoid\"]",
    );
    let read = read_person(&protocol, "p", &text, ASKED).unwrap();
    assert_eq!(read.person.free_days, [Weekday::Saturday, Weekday::Friday]);
    assert_eq!(read.zone.as_ref().and_then(|zone| zone.iana_name()), Some("Europe/Paris"));
    let Answer::Products(set) = answer(&protocol, &read, "using") else { panic!() };
    assert_eq!(products_in(set).collect::<Vec<_>>(), [ProductClass::Retinoid, ProductClass::Acids]);
}

#[test]
fn json_says_the_same_as_toml() {
    let json = r#"{"born":"1988-04-02","setting":"home","goals":["acne-scars"],"areas":["cheeks"],"sensitive":true,
        "device":{"kind":"pen","length_mm":1},"answers":{"retinoid":{"stopped":"2026-09-01","form":"oral"},"keloid":"n\u006f"}}"#;
    let protocol = protocol();
    let read = read_person_json(&protocol, "people", 1, json, ASKED).unwrap();
    assert_eq!(read.person.born, Some(date(1988, 4, 2)));
    assert_eq!(read.person.length().map(|length| length.mm()), Some(1.0));
    assert_eq!(
        answer(&protocol, &read, "retinoid"),
        Answer::Dated { on: date(2026, 9, 1), detail: Some(0), length: None }
    );
    assert_eq!(answer(&protocol, &read, "keloid"), Answer::Word(0));
}

#[test]
fn a_problem_says_where_what_and_what_was_meant() {
    let cases = [
        (
            "[answers]\npregnancy = \"preganant\"",
            "person.toml:5: answers.pregnancy: “preganant” is not an answer. Expected one of: no, trying, pregnant, breast-feeding, unknown. Did you mean “pregnant”?",
        ),
        (
            "[answers]\nkeloid = false",
            "person.toml:5: answers.keloid: false is not an answer. Expected one of: no, yes, unknown. Did you mean “no”?",
        ),
        (
            "[answers]\nkeloyd = \"no\"",
            "person.toml:5: answers.keloyd: this key is not known. Expected one of: active_acne, skin_condition, infection, broken_skin, sunburn, cold_sores, moles, vessels, skin_cancer, recent_scar, thin_skin, tattoo, pregnancy, autoimmune, diabetes, weak_immunity, blood_infection, bleeding_disorder, slow_healing, retinoid, anticoagulant, anti_inflammatory, light_sensitive, keloid, koebner, dark_marks, metal_allergy, anaesthetic_allergy, cream_risk, radiotherapy, surgery, filler, last_needling, using. Did you mean “keloid”?",
        ),
        (
            "[answers]\nsunburn = 2026-09-01",
            "person.toml:5: answers.sunburn: 2026-09-01 is not an answer by itself. Expected { on = 2026-09-01 }.",
        ),
        (
            "[answers]\nsunburn = \"2026-09-01\"",
            "person.toml:5: answers.sunburn: “2026-09-01” is not an answer by itself. Expected { on = 2026-09-01 }.",
        ),
        (
            "[answers]\nretinoid = \"stopped\"",
            "person.toml:5: answers.retinoid: “stopped” is not an answer. Expected one of: never, using, unknown, or { stopped = DATE, form = oral | topical }.",
        ),
        (
            "[answers]\nretinoid = { stopped = 2026-09-01, form = \"orl\" }",
            "person.toml:5: answers.retinoid.form: “orl” is not an answer. Expected one of: oral, topical, unknown. Did you mean “oral”?",
        ),
        (
            "[answers]\nretinoid = { stoped = 2026-09-01 }",
            "person.toml:5: answers.retinoid.stoped: this key is not known. Expected one of: stopped, form. Did you mean “stopped”?\nperson.toml:5: answers.retinoid.stopped: this key is missing. Expected a date like 2026-09-01.",
        ),
        (
            "[answers]\nsunburn = { on = \"unknown\" }",
            "person.toml:5: answers.sunburn.on: “unknown” is not a date. Expected a date like 2026-09-01; if it is not known, sunburn = \"unknown\".",
        ),
        (
            "[answers]\nusing = [\"acid\"]",
            "person.toml:5: answers.using[1]: “acid” is not a known product class. Expected one of: gentle-cleanser, bland-moisturiser, recovery-serum, sunscreen, make-up, vitamin-c, retinoid, acids, minoxidil, exercise, swimming, sun, shaving, peel-or-laser, microdermabrasion, occlusion, waxing, self-tanner, filler, botulinum, hair-dye, niacinamide, tattooing. Did you mean “acids”?",
        ),
        (
            "[answers]\nusing = \"acids\"",
            "person.toml:5: answers.using: “acids” is not an answer. Expected a list of product classes, or unknown.",
        ),
        ("answers = 3", "person.toml:4: answers: 3 is not a table. Expected a table of answers."),
        (
            "born = 1888-01-01",
            "person.toml:4: born: 1888-01-01 is too far from today. Expected a date from 1900-01-01 to 2199-12-31, or \"unknown\".",
        ),
        (
            "born = 2027-02-31",
            "person.toml:4: born: “2027-02-31” is a date that does not exist: February 2027 has 28 days. Expected a day from 01 to 28.",
        ),
        (
            "born = \"2027-02-31\"",
            "person.toml:4: born: “2027-02-31” is a date that does not exist: February 2027 has 28 days. Expected a day from 01 to 28, or \"unknown\".",
        ),
        (
            "born = \"2.4.1988\"",
            "person.toml:4: born: “2.4.1988” is not a date. Expected a date like 2026-09-01, or \"unknown\".",
        ),
        (
            "born = 1988-4-2",
            "person.toml:4: born: “1988-4-2” is not a date. Expected a date like 2026-09-01.",
        ),
        (
            "skin_type = 7",
            "person.toml:4: skin_type: 7 is not a number that fits here. Expected a whole number from 1 to 6, or \"unknown\".",
        ),
        (
            "sensitive = \"yes\"",
            "person.toml:4: sensitive: “yes” is not true or false. Expected true or false, without quotes, or \"unknown\".",
        ),
        (
            "zone = \"Europe/Pariss\"",
            "person.toml:4: zone: “Europe/Pariss” is not a known time zone. Expected a zone like \"Europe/Paris\". Did you mean “Europe/Paris”?",
        ),
        (
            "zone = \"Berlin\"",
            "person.toml:4: zone: “Berlin” is not a known time zone. Expected a zone like \"Europe/Paris\". Did you mean “Europe/Berlin”?",
        ),
        (
            "free_days = \"friday\"",
            "person.toml:4: free_days: “friday” is not a list. Expected a list in brackets, with one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday.",
        ),
        (
            "[device]\nneedles = 192",
            "person.toml:4: device.kind: this key is missing. Expected one of: roller, stamp, pen.",
        ),
        (
            "[device]\nkind = \"rollr\"",
            "person.toml:5: device.kind: “rollr” is not a known device kind. Expected one of: roller, stamp, pen. Did you mean “roller”?",
        ),
        (
            "[device]\nkind = \"pen\"\nneedles = 0",
            "person.toml:6: device.needles: 0 is not a number that fits here. Expected a whole number from 1 to 2000.",
        ),
        (
            "[device]\nkind = \"pen\"\nlength_mm = 0.255",
            "person.toml:6: device.length_mm: 0.255 is not a needle length. Expected millimetres from 0.05 to 3, with at most two decimals.",
        ),
        (
            "[device]\nkind = \"pen\"\nlength_mm = nan",
            "person.toml:6: device.length_mm: NaN is not a needle length. Expected millimetres from 0.05 to 3, with at most two decimals.",
        ),
        (
            "seting = 1",
            "person.toml:4: seting: this key is not known. Expected one of: born, setting, skin_type, sensitive, goals, areas, free_days, rhythm, zone, answered, device, answers. Did you mean “setting”?",
        ),
    ];
    for (lines, expected) in cases {
        assert_eq!(problems(&person(lines)), expected, "{lines}");
    }
}

#[test]
fn what_is_no_toml_is_told_in_plain_words() {
    let cases = [
        (
            "setting = home",
            "person.toml:1: setting: “home” has no quotes. Expected words in quotes, like \"home\".",
        ),
        (
            "[answers]\nkeloid = \"no\"\nkeloid = \"yes\"",
            "person.toml:3: answers.keloid: “keloid” is written twice. Expected each key once.",
        ),
        (
            "setting \"home\"",
            "person.toml:1: this line can't be read: key with no value, expected =.",
        ),
        (
            "areas = [\"cheeks\"",
            "person.toml:1: areas: this line can't be read: unclosed array, expected ].",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(problems(text), expected, "{text}");
    }
}

#[test]
fn all_problems_come_at_once() {
    let found = problems("setting = \"hom\"\ngoals = []\nskin_type = 0");
    assert_eq!(found.lines().count(), 4, "{found}");
    assert!(found.contains("person.toml:2: goals: the list is empty, so there is nothing to plan for. Expected at least one goal."));
    assert!(found.contains("person.toml: areas: this key is missing. Expected a list in brackets, with one of: forehead, cheeks"));
}

#[test]
fn a_strange_key_is_shown_in_quotes_and_cut_short() {
    let text =
        "{\"\\u001b[31m\":1,\"setting\":\"home\",\"goals\":[\"texture\"],\"areas\":[\"back\"]}";
    assert!(json_problems(text).starts_with("people:7: “\\u{1b}[31m”: this key is not known."));
    let long = problems(&person(&format!("{} = 1", "k".repeat(5000))));
    assert!(long.len() < 300 && long.contains("kkk…”: this key is not known."), "{long}");
}

#[test]
fn json_problems_carry_the_number_of_the_line() {
    let cases = [
        ("{", "people:7: this is not JSON at column 1: EOF while parsing an object."),
        (
            "[]",
            "people:7: a list is not a table. Expected a table with born, setting, skin_type, sensitive, goals, areas, free_days, rhythm, zone, answered, device, answers.",
        ),
        (
            "{\"setting\":\"home\",\"setting\":\"clinic\"}",
            "people:7: this is not JSON at column 27: “setting” is written twice.",
        ),
        (
            "{\"setting\":\"home\",\"goals\":[\"texture\"],\"areas\":[\"cheeks\"],\"born\":null}",
            "people:7: born: null is not a date. Expected a date like 2026-09-01, or \"unknown\".",
        ),
        (
            "{\"setting\":\"home\",\"goals\":[\"texture\"],\"areas\":[\"cheek\\u0007s\"]}",
            "people:7: areas[1]: “cheek\\u{7}s” is not a known area.",
        ),
    ];
    for (text, expected) in cases {
        let found = json_problems(text);
        assert!(found.starts_with(expected), "{text}: {found}");
    }
}

#[test]
fn the_example_session_is_read_whole() {
    let session = read_session("session.toml", example::SESSION).unwrap();
    assert_eq!(session.at.to_string(), "2026-12-05T10:00:00+01:00[Europe/Paris]");
    assert_eq!((session.setting, session.areas.as_slice()), (Setting::Clinic, &[Area::Cheeks][..]));
    assert_eq!(
        (session.length.mm(), session.passes, session.anaesthetic),
        (1.5, Some(8), Some(true))
    );
    let device = session.device.unwrap();
    assert_eq!((device.kind, device.needles, device.length), (DeviceKind::Roller, Some(192), None));
}

#[test]
fn the_moment_of_a_session_knows_its_zone() {
    let cases = [
        ("at = 2026-12-05T10:00:00Z", "2026-12-05T10:00:00+00:00[UTC]"),
        ("at = 2026-12-05T10:00:00+02:00", "2026-12-05T10:00:00+02:00[+02:00]"),
        (
            "at = 2026-07-05T10:00:00\nzone = \"Europe/Paris\"",
            "2026-07-05T10:00:00+02:00[Europe/Paris]",
        ),
        (
            "at = \"2026-07-05 10:00\"\nzone = \"Europe/Paris\"",
            "2026-07-05T10:00:00+02:00[Europe/Paris]",
        ),
        (
            "at = 2026-07-05T10:00:00Z\nzone = \"Asia/Tokyo\"",
            "2026-07-05T19:00:00+09:00[Asia/Tokyo]",
        ),
    ];
    for (at, expected) in cases {
        let session = read_session("session.toml", &format!("{SMALLEST}{at}")).unwrap();
        assert_eq!(session.at.to_string(), expected, "{at}");
    }
}

#[test]
fn problems_of_a_session_are_told() {
    const MOMENT: &str = "a date with a time, like 2026-12-05T10:00:00+01:00";
    let cases = [
        ("at = 2026-12-05", format!("4: at: 2026-12-05 has no time of day. Expected {MOMENT}.")),
        ("at = \"noon\"", format!("4: at: “noon” is not a date with a time. Expected {MOMENT}.")),
        ("at = 10:00:00", format!("4: at: “10:00:00” is not a date with a time. Expected {MOMENT}.")),
        ("at = 2026-12-05T10:00:00", format!("4: at: “2026-12-05T10:00:00” does not say how far it is from UTC, and there is no zone. Expected {MOMENT}, or a zone like zone = \"Europe/Paris\".")),
        ("at = 2026-12-05T10:00:00\nzone = \"Paris\"", "5: zone: “Paris” is not a known time zone. Expected a zone like \"Europe/Paris\". Did you mean “Europe/Paris”?".into()),
        ("at = 1826-12-05T10:00:00Z", "4: at: 1826-12-05 is too far from today. Expected a date from 1900-01-01 to 2199-12-31.".into()),
        ("at = 2026-12-05T10:00:00Z\npasses = 101", "5: passes: 101 is not a number that fits here. Expected a whole number from 1 to 100.".into()),
        ("at = 2026-12-05T10:00:00Z\n[device]\nkind = \"pen\"\nlength_mm = 1.5", "7: device.length_mm: this key is not known. Expected one of: kind, needles.".into()),
    ];
    for (lines, expected) in cases {
        assert_eq!(
            session_problems(&format!("{SMALLEST}{lines}")),
            format!("session.toml:{expected}"),
            "{lines}"
        );
    }
    let empty = session_problems("");
    assert_eq!(empty.lines().count(), 4, "{empty}");
}

#[test]
fn checkins_come_in_the_order_of_time_and_in_the_zone_of_the_session() {
    let session = read_session("session.toml", example::SESSION).unwrap();
    let read = |text: &str| read_checkins(&session, "checkins.toml", text).unwrap();
    assert_eq!(read(""), []);
    assert_eq!(read("checkin = []"), []);
    let example = read(example::CHECKINS);
    assert_eq!(
        (example[0].signs, example[0].flags.len()),
        ([Some(5), Some(2), None, None, None, None], 0)
    );
    let two = read(
        "[[checkin]]\nat = 2026-12-08T08:00:00Z\nflags = [\"fever\"]\n[[checkin]]\nat = 2026-12-07T08:00:00\nflaking = 10",
    );
    let at: Vec<String> = two.iter().map(|checkin| checkin.at.to_string()).collect();
    assert_eq!(
        at,
        ["2026-12-07T08:00:00+01:00[Europe/Paris]", "2026-12-08T09:00:00+01:00[Europe/Paris]"]
    );
    assert_eq!(
        (two[0].signs, two[1].flags.as_slice()),
        ([None, None, None, None, Some(10), None], &[Flag::Fever][..])
    );
}

#[test]
fn problems_of_checkins_are_told() {
    let at = "[[checkin]]\nat = 2026-12-06T20:00:00+01:00\n";
    let cases = [
        (
            "[[checkin]]\nredness = 1".into(),
            "1: checkin[1].at: this key is missing. Expected a date with a time, like 2026-12-05T10:00:00+01:00.",
        ),
        (
            format!("{at}{at}rednes = 1"),
            "5: checkin[2].rednes: this key is not known. Expected one of: at, redness, swelling, oozing, tenderness, flaking, breakout, flags. Did you mean “redness”?",
        ),
        (
            format!("{at}redness = 11"),
            "3: checkin[1].redness: 11 is not a number that fits here. Expected a whole number from 0 to 10.",
        ),
        (
            format!("{at}flags = [\"pus\",\n\"feverish\"]"),
            "4: checkin[1].flags[2]: “feverish” is not a known flag. Expected one of: pus, fever, spreading, blisters, hard-bumps, near-eye, cold-sore, dark-patches, blue-lips, breathless, fits, swollen-face, faint, numb-mouth, eye, bleeding, itchy-rash, lines, white-spots.",
        ),
        (
            "[[checkin]]\nat = 2026-09-06T09:59:00+01:00".into(),
            "2: checkin[1].at: 2026-09-06 10:59 is long before the session. Expected a moment from 2026-09-06 11:00 on.",
        ),
        (
            "[checkin]\nat = 2026-12-06T20:00:00+01:00".into(),
            "1: checkin: a table is not a list. Expected a list in brackets.",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(checkin_problems(&text), format!("checkins.toml:{expected}"), "{text}");
    }
}

#[test]
fn what_is_too_large_or_too_deep_is_refused_without_harm() {
    let long = person(&format!("[answers]\nusing = [{}]", "\"sun\",".repeat(101)));
    assert_eq!(
        problems(&long),
        "person.toml:5: answers.using: there are 101 of these. Expected at most 100."
    );
    let huge = "#".repeat(node::Size::FILE.bytes() + 1);
    assert_eq!(
        problems(&huge),
        "person.toml: this is too large to be one of these files. Expected at most 4 MiB."
    );
    let wide: String = (0..200).map(|n| format!("k{n} = 1\n")).collect();
    assert_eq!(problems(&wide), "person.toml: there are 200 of these. Expected at most 100.");
    let dots = vec!["a"; 79].join(".");
    let deep = [
        format!("a = {}{}", "[".repeat(60), "]".repeat(60)),
        format!("{dots} = 1"),
        format!("{}b = 1{}", format!("{dots} = {{ ").repeat(75), "}".repeat(75)),
    ];
    for text in deep {
        assert!(problems(&text).contains("nested too deeply"), "{}", problems(&text));
    }
    for text in ["[".repeat(100_000), "={[,][]=".repeat(20_000)] {
        assert!(problems(&text).contains("too many brackets"), "{}", problems(&text));
    }
    assert!(problems(&"={[,][]=".repeat(10_000)).contains("can't be read"));
    assert!(json_problems(&"[".repeat(1_000_000)).contains("recursion limit"));
}

#[test]
fn b9_days_that_cannot_be_are_refused_with_what_why_and_what_next() {
    let asked = "2026-12-05";
    let read = |text: &str| read_person(&protocol(), "person.toml", &person(text), ASKED);
    let wrong = |text: &str| read(text).unwrap_err().in_words(crate::in_english().texts());
    for answer in [
        "filler = { on = 2026-12-06 }",
        "last_needling = { on = 2026-12-06, calm = true }",
        "sunburn = { on = 2027-01-01 }",
        "surgery = { on = 2027-01-01 }",
    ] {
        let said = wrong(&format!("[answers]\n{answer}"));
        assert!(said.contains(&format!("is still to come on {asked}")), "{said}");
        assert!(said.contains(&format!("a day between birth and {asked}")), "{said}");
    }
    for answer in ["retinoid = { stopped = 2027-01-01 }", "radiotherapy = { ended = 2027-01-01 }"] {
        assert!(read(&format!("[answers]\n{answer}")).is_ok(), "{answer}: it goes on until then");
    }
    let said = wrong("born = 1988-04-02\n[answers]\nfiller = { on = 1987-04-02 }");
    assert!(said.contains("is before the birth on 1988-04-02"), "{said}");
    let said = wrong("born = 2026-12-06");
    assert!(
        said.contains("person.toml:") && said.contains("born: 2026-12-06 is still to come"),
        "{said}"
    );
    // Told on an earlier day, it was ahead then.
    let said = wrong("answered = 2026-11-30\n[answers]\nfiller = { on = 2026-12-01 }");
    assert!(said.contains("is still to come on 2026-11-30"), "{said}");
    assert!(
        read("[answers]\nfiller = { on = 2026-12-05 }").is_ok(),
        "the day itself is none to come"
    );
}

#[test]
fn a7_the_length_of_the_last_needles_is_read_and_may_be_left_out() {
    let protocol = protocol();
    let read = |mm: &str| {
        let text = format!("[answers]\nlast_needling = {{ on = 2026-11-28, calm = true{mm} }}");
        let read = read_person(&protocol, "p", &person(&text), ASKED).unwrap();
        let Answer::Dated { length, .. } = answer(&protocol, &read, "last_needling") else {
            panic!()
        };
        length.map(|length| length.mm())
    };
    assert_eq!(read(", mm = 1.5"), Some(1.5));
    assert_eq!((read(""), read(", mm = \"unknown\"")), (None, None));
}
