//! Which steps there are, when one is done, and which is open.

use care::protocol::Files;
use care::words::{Area, Goal};
use serde_json::json;

use super::*;
use crate::testing::answered;

fn ids(protocol: &Protocol) -> Vec<String> {
    all(protocol, Setting::Clinic).into_iter().map(|step| step.id).collect()
}

#[test]
fn questions_of_a_group_share_a_page_and_the_rest_have_their_own() {
    let protocol = Protocol::built_in().unwrap();
    let steps = all(&protocol, Setting::Clinic);
    assert!(steps.len() <= 11, "{:?}", ids(&protocol));
    let asked: usize = steps.iter().map(|step| step.questions().count()).sum();
    assert_eq!(asked, protocol.questions().len());
    let skin = find(&steps, "infection").unwrap();
    assert_eq!(skin.id, "skin");
    let home: usize =
        all(&protocol, Setting::Home).iter().map(|step| step.questions().count()).sum();
    let alone = protocol.questions().iter().filter(|asked| !asked.is_asked_in(Setting::Home));
    assert_eq!(home + alone.count(), asked, "what is asked in a clinic alone is not asked at home");
    assert!(skin.questions().count() >= 5);
}

#[test]
fn a_question_that_a_clinician_adds_is_a_step_by_itself() {
    let mut files = Files::built_in();
    let mut add = |name: &str, more: &str| {
        let text = files.get(name).unwrap().to_owned() + more;
        files.put(name, text);
    };
    let evidence = "evidence = { sources = [\"clinic-lists\"] }\n";
    let answers = "answers = [\"no\", \"yes\"]\n";
    add("questions.toml", &format!("\n[[question]]\nid = \"about\"\n{answers}{evidence}"));
    let rule = "\n[[rule]]\nid = \"about\"\nquestion = \"about\"\nanswers = [\"yes\"]\nhome = \"do-not\"\nclinic = \"do-not\"\n";
    add("contraindications.toml", &format!("{rule}{evidence}"));
    let offers = files.get("alternatives.toml").unwrap();
    let fine = offers.replace("fine-with = [", "fine-with = [\"about\",");
    files.put("alternatives.toml", fine);
    let protocol = Protocol::read(&files, None).unwrap();
    let ids = ids(&protocol);
    assert_eq!(ids.iter().rev().nth(1).map(String::as_str), Some("ask-about"), "{ids:?}");
    assert_eq!(ids.iter().filter(|id| *id == "about").count(), 1);
}

fn is_done(id: &str, change: impl FnOnce(&mut Profile)) -> bool {
    let protocol = Protocol::built_in().unwrap();
    let mut profile = answered(&protocol);
    change(&mut profile);
    let steps = all(&protocol, Setting::Home);
    find(&steps, id).unwrap().is_done(&profile)
}

#[test]
fn somebody_who_answered_everything_has_no_open_step_and_nobody_the_first() {
    let protocol = Protocol::built_in().unwrap();
    let steps = all(&protocol, Setting::Home);
    assert!(open(&steps, Some(&answered(&protocol))).is_none());
    assert_eq!(open(&steps, None).map(|step| step.id.as_str()), Some("goals"));
}

#[test]
fn both_goals_and_areas_are_asked_for() {
    assert!(is_done("goals", |profile| profile.goals = vec![Goal::Wrinkles]));
    assert!(!is_done("goals", |profile| profile.goals.clear()));
    assert!(!is_done("goals", |profile| profile.areas.clear()));
    assert!(!is_done("goals", |profile| {
        profile.areas.clear();
        profile.steps_done = vec!["goals".into()];
    }));
}

#[test]
fn where_not_knowing_is_an_answer_having_gone_through_counts() {
    type Change = fn(&mut Profile);
    let changes: [Change; 3] = [
        |profile| profile.born = None,
        |profile| profile.skin_type = None,
        |profile| profile.sensitive = None,
    ];
    for change in changes {
        assert!(!is_done("about", change));
        assert!(is_done("about", |profile| {
            change(profile);
            profile.steps_done = vec!["about".into()];
        }));
    }
    assert!(!is_done("device", |profile| profile.device = None));
    assert!(is_done("device", |profile| {
        profile.device = None;
        profile.steps_done = vec!["device".into()];
    }));
}

#[test]
fn a_question_is_open_until_it_has_an_answer_of_today_whatever_was_gone_through() {
    let with = |answer: Option<serde_json::Value>| {
        is_done("pregnancy", |profile| {
            profile.answers.remove("pregnancy");
            profile.answers.extend(answer.map(|answer| ("pregnancy".into(), answer)));
            profile.steps_done = vec!["pregnancy".into(), "health".into()];
        })
    };
    assert!(with(Some(json!("no"))) && with(Some(json!("unknown"))));
    assert!(!with(None), "it was not answered");
    assert!(!with(Some(json!("perhaps"))), "nobody knows that answer any more");
    assert!(!with(Some(json!({ "on": "2026-12-01" }))), "it has no dated answer");
}

#[test]
fn the_first_open_step_comes_next() {
    let protocol = Protocol::built_in().unwrap();
    let steps = all(&protocol, Setting::Home);
    let mut profile = answered(&protocol);
    let mut last = protocol.questions().last().unwrap().id.clone();
    for id in [last.clone(), "pregnancy".into(), "infection".into()] {
        profile.answers.remove(&id);
        let next = open(&steps, Some(&profile)).unwrap();
        assert!(next.questions().any(|question| question.id == id), "{id}: {}", next.id);
        last = id;
    }
    profile.areas = Vec::<Area>::new();
    let next = open(&steps, Some(&profile)).unwrap();
    assert!(next.id == "goals", "before {last}: {}", next.id);
}

#[test]
fn every_step_has_an_address_of_its_own_and_every_question_is_found() {
    let protocol = Protocol::built_in().unwrap();
    for setting in [Setting::Home, Setting::Clinic] {
        let steps = all(&protocol, setting);
        for step in &steps {
            assert_eq!(steps.iter().filter(|other| other.id == step.id).count(), 1, "{}", step.id);
            assert_eq!(find(&steps, &step.id).map(|found| &found.id), Some(&step.id));
        }
        for question in protocol.questions().iter().filter(|one| one.is_asked_in(setting)) {
            let step = find(&steps, &question.id).unwrap();
            assert!(step.questions().any(|asked| asked.id == question.id), "{}", question.id);
        }
    }
    assert!(find(&all(&protocol, Setting::Home), "nonsense").is_none());
}
