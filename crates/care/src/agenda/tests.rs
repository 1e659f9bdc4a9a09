//! What the agenda holds, and that it names nothing but the plan.

use std::collections::HashSet;

use jiff::civil::{date, time};

use super::*;
use crate::answers::{Answer, Answers};
use crate::measure::NeedleLength;
use crate::person::Device;
use crate::programme::{go_on, plan};
use crate::verdict::Verdict;
use crate::words::{Area, DeviceKind, Goal, RhythmChoice, Setting, SkinType};

const FIRST: Date = date(2026, 12, 5);

fn someone(protocol: &Protocol, setting: Setting, mm: f64) -> Person {
    let mut answers = Answers::unknown(protocol.questions().len());
    for (place, question) in protocol.questions().iter().enumerate() {
        let answer = if question.products { Answer::products(&[]) } else { Answer::Word(0) };
        answers.set(place, answer);
    }
    let length = NeedleLength::from_mm(mm);
    Person {
        born: Some(date(1988, 4, 2)),
        setting,
        skin_type: SkinType::new(3),
        sensitive: Some(true),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: Some(Device { kind: DeviceKind::Roller, needles: None, length }),
        free_days: Vec::new(),
        rhythm: Some(RhythmChoice::Daily),
        answers,
        answered: None,
    }
}

fn agenda<'p>(protocol: &'p Protocol, person: &Person) -> Vec<Item<'p>> {
    let programme = plan(protocol, person, Verdict::Proceed, FIRST);
    let zone = TimeZone::get("Europe/Paris").unwrap();
    items(protocol, &programme, person, &zone, time(10, 0, 0, 0))
}

#[test]
fn m9_every_session_is_an_entry_at_its_hour() {
    let protocol = Protocol::built_in().unwrap();
    let items = agenda(&protocol, &someone(&protocol, Setting::Clinic, 1.5));
    let sessions: Vec<&Item<'_>> =
        items.iter().filter(|item| matches!(item.kind, Kind::Session { .. })).collect();
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions[0].uid, "2026-12-05-session-1@needlewise");
    let When::At(moment) = &sessions[0].when else { panic!("a session has an hour") };
    assert_eq!(moment.to_string(), "2026-12-05T10:00:00+01:00[Europe/Paris]");
}

#[test]
fn m8_the_day_to_judge_from_is_an_entry() {
    let protocol = Protocol::built_in().unwrap();
    let items = agenda(&protocol, &someone(&protocol, Setting::Clinic, 1.5));
    let judge = items.iter().find(|item| matches!(item.kind, Kind::JudgeFrom(_))).unwrap();
    assert_eq!(judge.when, When::Day(date(2027, 1, 16)));
}

#[test]
fn entries_are_in_order_with_a_lasting_name_each() {
    let protocol = Protocol::built_in().unwrap();
    for (setting, mm) in [(Setting::Home, 0.25), (Setting::Home, 0.3), (Setting::Clinic, 1.5)] {
        let person = someone(&protocol, setting, mm);
        let (items, again) = (agenda(&protocol, &person), agenda(&protocol, &person));
        let uids: Vec<&String> = items.iter().map(|item| &item.uid).collect();
        assert_eq!(uids.iter().collect::<HashSet<_>>().len(), uids.len());
        assert!(uids.iter().all(|uid| uid.starts_with("2026-12-05-")));
        assert_eq!(uids, again.iter().map(|item| &item.uid).collect::<Vec<_>>());
        assert!(items.is_sorted_by_key(|item| item.when.date()));
    }
}

#[test]
fn m11_a_daily_routine_has_no_entries_past_the_next_session() {
    let protocol = Protocol::built_in().unwrap();
    let items = agenda(&protocol, &someone(&protocol, Setting::Home, 0.25));
    let last = items.iter().rev().find_map(|item| match item.kind {
        Kind::Session { window, .. } => Some(window.n),
        _ => None,
    });
    for item in &items {
        let (Kind::Milestone { session, after, .. } | Kind::CheckIn { session, after }) =
            &item.kind
        else {
            continue;
        };
        assert!(Some(*session) == last || after.rough_hours() < 24.0, "{}", item.uid);
    }
}

#[test]
fn m10_check_ins_and_milestones_follow_each_clinic_session() {
    let protocol = Protocol::built_in().unwrap();
    let items = agenda(&protocol, &someone(&protocol, Setting::Clinic, 1.5));
    for n in 1..=3 {
        let check_ins = items
            .iter()
            .filter(|item| matches!(&item.kind, Kind::CheckIn { session, .. } if *session == n));
        // The one that falls on the next session is left out.
        let to_next = if n < 3 { 1 } else { 0 };
        assert_eq!(check_ins.count() + to_next, protocol.triage().due.len());
        assert!(items.iter().any(
            |item| matches!(&item.kind, Kind::Milestone { session, .. } if *session == n),
        ));
    }
}

#[test]
fn after_a_session_the_entries_count_from_it_and_keep_their_names() {
    let protocol = Protocol::built_in().unwrap();
    let person = someone(&protocol, Setting::Clinic, 1.5);
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let at = date(2026, 12, 8).at(18, 0, 0, 0).to_zoned(zone.clone()).unwrap();
    let last = Session {
        at: at.clone(),
        setting: Setting::Clinic,
        areas: person.areas.clone(),
        skin_type: person.skin_type,
        length: NeedleLength::from_mm(1.5).unwrap(),
        passes: None,
        anaesthetic: None,
        dark_marks: false,
        device: None,
    };
    let rest = go_on(&protocol, &person, Verdict::Proceed, FIRST, &[at.date()]);
    let start = time(10, 0, 0, 0);
    let since = items_since(&protocol, &rest, &person, &zone, start, (1, &last));
    let planned = agenda(&protocol, &person);
    let find = |items: &[Item<'_>], name: &str| {
        items.iter().find(|item| item.name == name).map(|item| item.when.clone())
    };
    assert_eq!(find(&since, "session-1"), None, "it is over");
    let moved = find(&since, "session-2").unwrap();
    assert_eq!(moved.date(), date(2027, 1, 19));
    assert_ne!(Some(moved), find(&planned, "session-2"), "the same name, another day");
    assert_eq!(find(&since, "checkin-1-1-day").unwrap().date(), date(2026, 12, 9));
    assert!(since.iter().any(|item| item.name.starts_with("milestone-1-")));
    assert!(since.iter().any(|item| item.name == "judge"));
    let names: HashSet<&String> = since.iter().map(|item| &item.name).collect();
    assert_eq!(names.len(), since.len());
    let of = since.iter().find_map(|item| match item.kind {
        Kind::Session { of, .. } => Some(of),
        _ => None,
    });
    assert_eq!(of, Some(3), "the one that is over is counted");
}

#[test]
fn nothing_allowed_means_nothing_dated() {
    let protocol = Protocol::built_in().unwrap();
    let person = someone(&protocol, Setting::Clinic, 1.5);
    let programme = plan(&protocol, &person, Verdict::DoNot, FIRST);
    assert!(items(&protocol, &programme, &person, &TimeZone::UTC, Time::MIN).is_empty());
}
