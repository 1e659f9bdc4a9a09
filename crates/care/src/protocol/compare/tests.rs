//! Two versions beside each other: the same is the same, and one changed row is found with what it changes.

use jiff::civil::date;

use super::files::{Changes, rows};
use super::{Tally, Version};
use crate::Protocol;
use crate::answers::{Answer, Answers};
use crate::measure::NeedleLength;
use crate::person::{Device, Person};
use crate::protocol::Files;
use crate::verdict::VerdictKind;
use crate::words::{Area, DeviceKind, Goal, Setting, SkinType};

const RULES: &str = "contraindications.toml";
const ON: jiff::civil::Date = date(2026, 12, 5);

fn without(file: &str, from: &str, to: &str) -> Files {
    let mut files = Files::built_in();
    let text = files.get(file).unwrap_or_default().replacen(from, to, 1);
    assert_ne!(Some(text.as_str()), files.get(file), "{file} does not contain {from:?}");
    files.put(file, text);
    files
}

fn versions(files: &Files) -> (Version, Version) {
    let sound = Protocol::built_in().expect("ours is sound");
    let read = |files| Version::read(files, &sound).expect("the rows can be read");
    (read(files), read(&Files::built_in()))
}

/// Somebody with a keloid and nothing else.
fn somebody(asked: &Version) -> Person {
    let mut answers = Answers::unknown(asked.questions().len());
    for (place, question) in asked.questions().iter().enumerate() {
        let word = if question.id == "keloid" { 1 } else { 0 };
        let none = Answer::products(&[]);
        answers.set(place, if question.products { none } else { Answer::Word(word) });
    }
    Person {
        born: Some(date(1988, 4, 2)),
        setting: Setting::Home,
        skin_type: SkinType::new(2),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: None,
        free_days: Vec::new(),
        rhythm: None,
        answers,
        answered: None,
    }
}

fn count(old: &Version, new: &Version) -> Tally {
    let person = somebody(new);
    let decided = |version| Version::decide(version, &person, new.questions(), Setting::Home, ON);
    assert!(!decided(new).fired.is_empty(), "the keloid is found");
    let mut tally = Tally::default();
    tally.add(&decided(old), &decided(new));
    tally
}

#[test]
fn a_version_decides_as_itself() {
    let (old, new) = versions(&Files::built_in());
    let tally = count(&old, &new);
    assert_eq!((tally.people, tally.different), (1, 0));
    assert!(tally.rules.is_empty());
    assert_eq!(rows(&Files::built_in(), &Files::built_in()), Ok(Changes::default()));
}

#[test]
fn a_question_that_the_old_one_does_not_ask_is_not_asked_there() {
    let files = without("questions.toml", "id = \"keloid\"", "id = \"keloids\"");
    let (old, new) = versions(&files);
    let tally = count(&old, &new);
    assert_eq!(tally.different, 1);
    let rule = tally.rules.get("keloid").copied().unwrap_or_default();
    assert_eq!((rule.only_new, rule.only_old, rule.decides), (1, 0, 1));
    let (from, _) = tally.moves.keys().next().copied().expect("one move");
    assert_eq!(from, VerdictKind::Proceed);
}

#[test]
fn a_part_of_the_body_that_the_old_one_does_not_know_says_nothing_there() {
    let files = without("areas.toml", "id = \"cheeks\"", "id = \"nose\"");
    let (old, new) = versions(&files);
    let device =
        Device { kind: DeviceKind::Roller, needles: None, length: NeedleLength::from_mm(0.2) };
    let person = Person { device: Some(device), ..somebody(&new) };
    let decided = old.decide(&person, new.questions(), Setting::Home, ON);
    assert!(decided.fired.iter().all(|(rule, _)| *rule != "needle-too-long"), "{decided:?}");
}

#[test]
fn what_the_checks_demand_today_is_not_demanded() {
    let mut files = Files::built_in();
    for name in ["triage.toml", "aftercare.toml", "course.toml"] {
        files.put(name, String::new());
    }
    let (old, new) = versions(&files);
    assert_eq!(count(&old, &new).different, 0);
    assert!(Protocol::read(&files, None).is_err());
}

#[test]
fn a_row_that_cannot_be_read_is_named() {
    let files = without(RULES, "home = \"do-not\"", "home = \"donot\"");
    let sound = Protocol::built_in().expect("ours is sound");
    let faults = Version::read(&files, &sound).expect_err("it can't be read");
    assert!(faults.iter().any(|fault| fault.file == RULES), "{faults:?}");
}

#[test]
fn changed_rows_are_named() {
    let files = without(RULES, "id = \"keloid\"", "id = \"keloids\"");
    let found = rows(&files, &Files::built_in()).expect("both can be read");
    assert_eq!(found.removed, ["rule keloids"]);
    assert_eq!(found.added, ["rule keloid"]);
}
