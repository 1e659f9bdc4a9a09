//! What commands print speaks every language: in the language that is none nothing of ours is left.

use std::sync::LazyLock;

use care::person::Person;
use care::programme;
use care::screening::decide;
use care::standing::Standing;
use care::triage::judge;
use care::words::{ProductClass, Word as _};
use care::{aftercare, course};
use jiff::civil::date;
use words::pseudo::left_over;
use words::{Language, Worded};

use super::*;
use crate::input::{self, example};

static PSEUDO: LazyLock<Worded> = LazyLock::new(|| Worded::built_in(Language::PSEUDO).unwrap());

/// What a command prints, without colours.
fn printed(view: &impl Sentences) -> String {
    let mut page = Page::new(PSEUDO.texts());
    view.say(&mut page);
    let mut plain = String::new();
    let mut within = false;
    for letter in page.finish().chars() {
        match letter {
            '\u{1b}' => within = true,
            'm' if within => within = false,
            _ if !within => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// Ids, words of files and names of sources stay what they are.
fn is_id(word: &str) -> bool {
    let rows = PSEUDO.rows();
    let entries = rows.entries().into_iter().flat_map(|entry| [entry.kind, entry.id]);
    let questions = rows.question.iter();
    let answers = questions.clone().flat_map(|question| &question.answers).map(String::as_str);
    let dated = questions.filter_map(|question| question.dated.as_ref());
    let dated = dated.flat_map(|dated| dated.words.iter().chain([&dated.key])).map(String::as_str);
    let classes = ProductClass::ALL.iter().map(|class| class.word());
    let mut ids = entries.chain(answers).chain(dated).chain(classes);
    ids.any(|id| id.split(['-', '_']).any(|part| part == word))
}

fn speaks(what: &str, view: &impl Sentences, also: &[&str]) {
    let text = printed(view);
    assert!(!text.is_empty(), "{what}");
    let mut left = left_over(&text);
    left.retain(|word| !is_id(word) && !also.contains(&word.as_str()));
    assert_eq!(left, Vec::<String>::new(), "{what}\n{text}");
}

fn person(more: &str) -> Person {
    let text = format!("{}\n{more}", example::PERSON);
    input::read_person(&PSEUDO, "person.toml", &text, &|_| date(2026, 12, 5)).unwrap().person
}

/// What every command may hold: the protocol's name and version, words of files, units.
const ALSO: [&str; 6] = ["needlewise", "mm", "born", "unknown", "2.0.0", "cm"];

#[test]
fn screen_and_plan() {
    let someone = person("");
    let on = date(2026, 12, 5);
    let mut random = testkit::Random::new(3);
    for person in std::iter::once(someone).chain((0..20).map(|_| random.person(&PSEUDO))) {
        let decision = decide(&PSEUDO, &person, on);
        // What was answered is told as the files write it.
        let given = decision.findings.iter().map(|finding| finding.answered(&PSEUDO, &person));
        let given: Vec<String> = given.collect();
        let given = given.iter().flat_map(|answer| answer.split([' ', ',', '(', ')']));
        let also: Vec<&str> = ALSO.into_iter().chain(given).collect();
        speaks("screen", &Screen::of(&PSEUDO, &person, &decision), &also);
        let plan = programme::plan(&PSEUDO, &person, decision.verdict, on);
        speaks("plan", &Plan::of(&PSEUDO, &person, &decision, &plan), &also);
    }
}

#[test]
fn course_aftercare_and_check_in() {
    let session = input::read_session("session.toml", example::SESSION).unwrap();
    speaks("course", &Course::of(&PSEUDO, &course::expected(&PSEUDO, &session)), &ALSO);
    let later = session.at.saturating_add(jiff::Span::new().hours(30));
    let care = aftercare::at(&PSEUDO, &session, &later).unwrap();
    speaks("aftercare", &Aftercare::of(&PSEUDO, &care, None), &ALSO);
    for class in ProductClass::ALL {
        speaks("aftercare", &Aftercare::of(&PSEUDO, &care, Some(*class)), &ALSO);
    }
    let checkins = input::read_checkins(&session, "checkins.toml", example::CHECKINS).unwrap();
    let triage = judge(&PSEUDO, &session, &checkins, None);
    speaks("checkin", &CheckIn::of(&PSEUDO, &triage, &[], &later), &ALSO);
}

#[test]
fn now_says_what_holds() {
    let asked = |_: Option<&jiff::tz::TimeZone>| date(2026, 12, 5);
    let read = input::read_story(&PSEUDO, "story.toml", example::STORY, &asked).unwrap();
    let first: Zoned = "2026-12-05T20:00[Europe/Paris]".parse().unwrap();
    for days in [0, 1, 7, 40, 400] {
        let now = first.saturating_add(jiff::Span::new().days(days));
        let standing = Standing::of(&PSEUDO, &read.story, &now);
        // Who said something is a name.
        let also = [ALSO.as_slice(), &["GP"]].concat();
        speaks("now", &Now::of(&PSEUDO, &read.story, &standing), &also);
    }
}

#[test]
fn an_entry_and_a_check_of_a_protocol() {
    let files = words::built_in();
    speaks("check", &Checked::of(&files, &[]), &["needlewise", "2.0.0", "cautious"]);
}
