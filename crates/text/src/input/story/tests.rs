//! Every key of a story is read; each kind of problem is told. What follows from a story is tested with the command.

use care::Protocol;
use care::story::{About, How, KeptDay, LeftOut, Move, Said, Story};
use care::words::{Area, DeviceKind, Flag, Setting};
use jiff::civil::{date, time};

use super::super::example;
use super::*;

/// The first two lines: a person.
const PERSON: &str = r#"person = { setting = "home", goals = ["texture"], areas = ["cheeks"], skin_type = 2, zone = "Europe/Paris" }"#;

/// The day that is asked about.
const ASKED: Asked<'_> = &|_| date(2026, 12, 5);

fn protocol() -> Protocol {
    Protocol::built_in().unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn reads(lines: &str) -> Story {
    let text = format!("{PERSON}\n{lines}");
    read_story(&protocol(), "story.toml", &text, ASKED)
        .unwrap_or_else(|why| panic!("{why:?}"))
        .story
}

fn problems(text: &str) -> String {
    read_story(&protocol(), "story.toml", text, ASKED)
        .unwrap_err()
        .in_words(crate::in_english().texts())
}

#[test]
fn the_example_is_read_whole() {
    let protocol = protocol();
    let read = read_story(&protocol, "story.toml", example::STORY, ASKED).unwrap();
    let story = read.story;
    assert_eq!(read.zone.unwrap().iana_name(), Some("Europe/Paris"));
    assert_eq!(read.at, None);
    assert!(story.person.answers.iter().all(|answer| answer != care::answers::Answer::Unknown));
    let (place, _) = protocol.find_question("anticoagulant").unwrap();
    assert_eq!(story.given_on(place), Some(date(2026, 11, 20)));
    assert_eq!(story.given.iter().flatten().count(), 1);
    let begun = story.programme.unwrap();
    let first = date(2026, 12, 5);
    assert_eq!((begun.first, begun.time, begun.since), (first, time(19, 0, 0, 0), first));
    let [session] = story.sessions.as_slice() else { panic!("{:?}", story.sessions) };
    assert_eq!(session.at.to_string(), "2026-12-05T19:00:00+01:00[Europe/Paris]");
    assert_eq!((session.passes, session.anaesthetic), (Some(4), Some(false)));
    let device = session.device.unwrap();
    assert_eq!((device.kind, device.needles), (DeviceKind::Roller, Some(192)));
    assert_eq!(story.checkins[0].signs, [Some(0); 6]);
    let said = &story.clearances[0];
    assert_eq!((said.on, said.until), (date(2026, 12, 1), Some(date(2027, 6, 1))));
    assert_eq!(said.about, About::find(&protocol, "anticoagulant").unwrap());
    assert_eq!((said.said, said.by.as_deref()), (Said::Yes, Some("GP")));
    assert_eq!(story.kept_days, [KeptDay { on: date(2027, 2, 14), days_before: Some(7) }]);
    assert_eq!(story.moves, [Move { from: date(2026, 12, 6), to: date(2026, 12, 7) }]);
}

#[test]
fn a_person_alone_is_a_story() {
    let story = reads("");
    assert_eq!(story, Story { given: story.given.clone(), ..Story::new(story.person.clone()) });
    assert!(story.given.iter().all(Option::is_none));
}

#[test]
fn a_session_takes_from_the_person_what_it_leaves_out() {
    let story = reads("[[session]]\nat = 2026-12-05T19:00:00\nlength_mm = 0.25");
    let session = &story.sessions[0];
    assert_eq!(session.at.to_string(), "2026-12-05T19:00:00+01:00[Europe/Paris]");
    assert_eq!((session.setting, session.areas.as_slice()), (Setting::Home, &[Area::Cheeks][..]));
    assert_eq!(session.skin_type.map(|kind| kind.number()), Some(2));
    let own = reads(
        "[[session]]\nat = 2026-12-05T19:00:00Z\nzone = \"Asia/Tokyo\"\nsetting = \"clinic\"\nareas = [\"back\"]\nskin_type = \"unknown\"\nlength_mm = 0.25",
    );
    let session = &own.sessions[0];
    assert_eq!(session.at.to_string(), "2026-12-06T04:00:00+09:00[Asia/Tokyo]");
    assert_eq!((session.setting, session.areas.as_slice()), (Setting::Clinic, &[Area::Back][..]));
    assert_eq!(session.skin_type, None);
}

#[test]
fn without_a_zone_moments_are_kept_at_their_offset() {
    let text = r#"
person = { setting = "home", goals = ["texture"], areas = ["cheeks"] }
session = [{ at = 2026-12-05T19:00:00+02:00, length_mm = 0.25 }]
checkin = [{ at = 2026-12-04T19:00:00+03:00, flags = ["fever"] }]"#;
    let story = read_story(&protocol(), "story.toml", text, ASKED).unwrap().story;
    assert_eq!(story.sessions[0].at.to_string(), "2026-12-05T19:00:00+02:00[+02:00]");
    // It lies before the session, which a story allows.
    assert_eq!(story.checkins[0].at.to_string(), "2026-12-04T19:00:00+03:00[+03:00]");
}

#[test]
fn what_did_not_take_place_is_no_session() {
    let story = reads(
        "session = [{ on = 2026-12-06, state = \"missed\" }, { state = \"skipped\", on = \"2026-12-07\" }]",
    );
    let left = |day, how| LeftOut { on: date(2026, 12, day), how };
    assert_eq!(story.left_out, [left(6, How::Missed), left(7, How::Skipped)]);
    assert!(story.sessions.is_empty());
}

#[test]
fn a_programme_has_its_hour_and_its_beginning() {
    let begun = |lines: &str| reads(&format!("[programme]\nfirst = 2026-12-05\n{lines}")).programme;
    assert_eq!(begun("").unwrap().time, time(19, 0, 0, 0));
    assert_eq!(begun("time = \"07:30\"").unwrap().time, time(7, 30, 0, 0));
    assert_eq!(begun("time = 07:30:00").unwrap().time, time(7, 30, 0, 0));
    assert_eq!(begun("since = 2026-12-01").unwrap().since, date(2026, 12, 1));
}

#[test]
fn a_clinician_says_yes_no_or_wait_about_an_answer_or_a_sign() {
    let said = |word: &str, said: &str| {
        let lines = format!("[[clearance]]\non = 2026-12-01\nfor = \"{word}\"\nsaid = {said}");
        let said = reads(&lines).clearances.remove(0);
        assert_eq!((said.at, said.by, said.until), (None, None, None));
        (said.about, said.said)
    };
    assert_eq!(said("pus", "\"no\""), (About::Flag(Flag::Pus), Said::No));
    let day = date(2027, 1, 1);
    assert_eq!(
        said("fever", "{ wait_until = 2027-01-01 }"),
        (About::Flag(Flag::Fever), Said::WaitUntil(day))
    );
    assert!(matches!(said("keloid", "\"yes\""), (About::Question(_), Said::Yes)));
}

#[test]
fn the_days_before_an_event_may_be_left_to_the_protocol() {
    let kept = reads("keep_free = [{ on = 2027-02-14 }]").kept_days;
    assert_eq!(kept, [KeptDay { on: date(2027, 2, 14), days_before: None }]);
}

#[test]
fn a_line_of_json_says_the_same_and_may_name_its_moment() {
    let line = r#"{"at":"2026-12-06T18:30:00","session":[{"at":"2026-12-05T19:00:00+01:00","length_mm":0.25},{"on":"2026-12-06","state":"missed"}],"person":{"setting":"home","goals":["texture"],"areas":["cheeks"],"zone":"Europe/Paris","given":{"keloid":"2026-12-01"}},"clearance":[{"on":"2026-12-01","for":"keloid","said":{"wait_until":"2026-12-02"}}],"programme":{"first":"2026-12-05","time":"19:00"}}"#;
    let read = read_story_json(&protocol(), "stories", 3, line, ASKED).unwrap();
    assert_eq!(read.at.unwrap().to_string(), "2026-12-06T18:30:00+01:00[Europe/Paris]");
    let story = read.story;
    assert_eq!((story.sessions.len(), story.left_out.len(), story.clearances.len()), (1, 1, 1));
    let wrong = read_story_json(&protocol(), "stories", 3, r#"{"checkin":3}"#, ASKED).unwrap_err();
    let wrong = wrong.in_words(crate::in_english().texts());
    assert!(wrong.contains("stories:3: checkin: 3 is not a list."), "{wrong}");
}

#[test]
fn the_order_of_the_blocks_makes_no_difference() {
    let blocks = [
        "[[session]]\nat = 2026-12-05T19:00:00\nlength_mm = 0.25",
        "[programme]\nfirst = 2026-12-05",
        "[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"yes\"",
    ];
    let turned: Vec<&str> = blocks.iter().rev().copied().collect();
    assert_eq!(reads(&blocks.join("\n")), reads(&turned.join("\n")));
}

#[test]
fn problems_of_a_story_are_told() {
    const MOMENT: &str = "a date with a time, like 2026-12-05T10:00:00+01:00";
    let cases = [
        ("sesion = []", "2: sesion: this key is not known. Expected one of: person, programme, session, checkin, clearance, keep_free, move. Did you mean “session”?".to_owned()),
        ("at = 2026-12-05T19:00:00Z", "2: at: this key is not known. Expected one of: person, programme, session, checkin, clearance, keep_free, move.".into()),
        ("[programme]\ntime = \"19:00\"", "2: programme.first: this key is missing. Expected a date like 2026-09-01.".into()),
        ("[programme]\nfirst = 2026-12-05\ntime = \"7 pm\"", "4: programme.time: “7 pm” is not a time of day. Expected a time of day like \"19:00\".".into()),
        ("[programme]\nfirst = 2026-12-05\ntime = \"25:00\"", "4: programme.time: “25:00” is not a time of day. Expected a time of day like \"19:00\".".into()),
        ("[programme]\nfirst = 2026-12-05\ntime = 19", "4: programme.time: 19 is not a time of day. Expected a time of day like \"19:00\".".into()),
        ("programme = 3", "2: programme: 3 is not a table. Expected a table with first, time, since.".into()),
        ("[[session]]\nlength_mm = 1", format!("2: session[1].at: this key is missing. Expected {MOMENT}.")),
        ("[[session]]\nat = 2026-12-05T10:00:00Z", "2: session[1].length_mm: this key is missing. Expected the needle length in millimetres, like 1.5.".into()),
        ("[[session]]\nat = 2026-12-05T10:00:00Z\nlength_mm = 1\nareas = []", "5: session[1].areas: the list is empty, so nothing was needled. Expected at least one area.".into()),
        ("[[session]]\nat = 2026-12-05T10:00:00Z\nlength_mm = 1\npases = 2", "5: session[1].pases: this key is not known. Expected one of: at, zone, setting, areas, skin_type, length_mm, passes, anaesthetic, device. Did you mean “passes”?".into()),
        ("[[session]]\non = 2026-12-05\nstate = \"mised\"", "4: session[1].state: “mised” is not what became of a session. Expected one of: missed, skipped. Did you mean “missed”?".into()),
        ("[[session]]\non = 2026-12-05", "2: session[1].state: this key is missing. Expected one of: missed, skipped.".into()),
        ("[[session]]\nstate = \"missed\"", "2: session[1].on: this key is missing. Expected a date like 2026-09-01.".into()),
        ("[[session]]\nstate = \"missed\"\non = 2026-12-05\nlength_mm = 1", "5: session[1].length_mm: this key is not known. Expected one of: on, state.".into()),
        ("session = [3]", "2: session[1]: 3 is not a table. Expected a table with at, zone, setting, areas, skin_type, length_mm, passes, anaesthetic, device.".into()),
        ("[[checkin]]\nredness = 1", format!("2: checkin[1].at: this key is missing. Expected {MOMENT}.")),
        ("[[checkin]]\nat = 2026-12-05T10:00:00Z\nflags = [\"pos\"]", "4: checkin[1].flags[1]: “pos” is not a known flag. Expected one of: pus, fever, spreading, blisters, hard-bumps, near-eye, cold-sore, dark-patches, blue-lips, breathless, fits, swollen-face, faint, numb-mouth, eye, bleeding, itchy-rash, lines, white-spots. Did you mean “pus”?".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"maybe\"", "5: clearance[1].said: “maybe” is not what a clinician can say. Expected \"yes\", \"no\", or { wait_until = DATE }.".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = { wait_till = 2027-01-01 }", "5: clearance[1].said.wait_till: this key is not known. Expected wait_until. Did you mean “wait_until”?\nstory.toml:5: clearance[1].said.wait_until: this key is missing. Expected a date like 2026-09-01.".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = { wait_until = 2026-11-01 }", "5: clearance[1].said.wait_until: 2026-11-01 is before 2026-12-01, the day on which it was said. Expected a day from 2026-12-01 on.".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"yes\"\nuntil = 2026-11-30", "6: clearance[1].until: 2026-11-30 is before 2026-12-01, the day on which it was said. Expected a day from 2026-12-01 on.".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"yes\"\nby = 3", "6: clearance[1].by: 3 is not text in quotes. Expected who said it, in quotes, like \"GP\".".into()),
        ("[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"yes\"\nby = \"a\\u001bb\"", "6: clearance[1].by: “a\\u{1b}b” is not a name that fits on a line. Expected who said it, in quotes, like \"GP\": one line of at most 200 letters.".into()),
        ("[[keep_free]]\ndays_before = 7", "2: keep_free[1].on: this key is missing. Expected a date like 2026-09-01.".into()),
        ("[[keep_free]]\non = 2027-02-14\ndays_before = -1", "4: keep_free[1].days_before: -1 is not a number that fits here. Expected a whole number from 0 to 255.".into()),
        ("[[move]]\nfrom = 2026-12-12\nto = 2026-12-12", "4: move[1].to: this is the day that it is moved from. Expected another day.".into()),
        ("[[move]]\nfrom = 2026-12-12", "2: move[1].to: this key is missing. Expected a date like 2026-09-01.".into()),
        ("move = 3", "2: move: 3 is not a list. Expected a list in brackets.".into()),
    ];
    for (lines, expected) in cases {
        assert_eq!(
            problems(&format!("{PERSON}\n{lines}")),
            format!("story.toml:{expected}"),
            "{lines}"
        );
    }
}

#[test]
fn what_a_clearance_is_for_names_the_nearest_question_or_sign() {
    let wrong = |word: &str| {
        problems(&format!(
            "{PERSON}\n[[clearance]]\non = 2026-12-01\nfor = \"{word}\"\nsaid = \"yes\""
        ))
    };
    assert!(wrong("anticoagulants").starts_with("story.toml:4: clearance[1].for: “anticoagulants” is not a question’s id or a warning sign’s word. Expected one of: active_acne, skin_condition, "));
    assert!(wrong("anticoagulants").ends_with("Did you mean “anticoagulant”?"));
    assert!(wrong("blister").ends_with("Did you mean “blisters”?"));
}

#[test]
fn problems_of_the_person_are_told_as_in_their_own_file() {
    let wrong = problems(
        "[[session]]\nat = 2026-12-05T10:00:00\nlength_mm = 1\n[person]\nzone = \"Europe/Pariss\"\ngoals = [\"texture\"]\nareas = [\"cheeks\"]\n[person.given]\nkeloids = 2026-12-01\ncold_sores = 3",
    );
    let told: Vec<&str> = wrong.lines().collect();
    assert_eq!(told.len(), 4, "{wrong}");
    assert!(told[0].starts_with("story.toml:4: person.setting: this key is missing."), "{wrong}");
    assert!(told[1].starts_with("story.toml:5: person.zone: “Europe/Pariss” is not a known"));
    assert!(
        told[2].ends_with("Did you mean “keloid”?") && told[2].contains("person.given.keloids")
    );
    assert!(told[3].starts_with("story.toml:10: person.given.cold_sores: 3 is not a date."));
    assert!(problems("").starts_with("story.toml: person: this key is missing."));
}

#[test]
fn long_stories_are_read_and_endless_ones_refused() {
    let many = |block: &str, count: usize| format!("{PERSON}\n{}", block.repeat(count));
    let checkin = "[[checkin]]\nat = 2026-12-05T10:00:00Z\nredness = 1\nflags = [\"fever\"]\n";
    let session = "[[session]]\nat = 2026-12-05T10:00:00Z\nlength_mm = 0.25\n";
    let all = format!("{}{}", many(checkin, 40_000), session.repeat(10_000));
    let story = read_story(&protocol(), "story.toml", &all, ASKED).unwrap().story;
    assert_eq!((story.checkins.len(), story.sessions.len()), (40_000, 10_000));
    let most = |text: String, key: &str, most: usize| {
        let found = problems(&text);
        let expected = format!("{key}: there are {} of these. Expected at most {most}.", most + 1);
        assert!(found.ends_with(&expected), "{found}");
    };
    most(many(checkin, 40_001), "checkin", 40_000);
    most(many(session, 10_001), "session", 10_000);
    most(many("[[keep_free]]\non = 2027-02-14\n", 1_001), "keep_free", 1_000);
    most(many("[[move]]\nfrom = 2026-12-12\nto = 2026-12-13\n", 1_001), "move", 1_000);
    let said = "[[clearance]]\non = 2026-12-01\nfor = \"pus\"\nsaid = \"yes\"\n";
    most(many(said, 1_001), "clearance", 1_000);
}
