//! Answers, and what clinicians said of them.

use serde_json::Value;

use super::{PROGRAMME, locks, stands_with};

fn said(word: &str, said: &str, more: &str) -> String {
    format!(
        "{PROGRAMME}[[clearance]]\non = 2026-12-01\nfor = \"{word}\"\nsaid = {said}\nby = \"GP\"\n{more}\n"
    )
}

fn bleeds(story: &str, at: &str) -> Value {
    stands_with(("anticoagulant = \"no\"", "anticoagulant = \"yes\""), story, at)
}

#[test]
fn a_clinicians_yes_lifts_a_question_until_it_lapses() {
    let asks = bleeds(PROGRAMME, "2026-12-02T10:00:00");
    assert_eq!((&asks["verdict"], &asks["next"]), (&"ask-clinician".into(), &Value::Null));
    assert!(locks(&asks).contains(&("answers", "")) && asks["findings"][0]["clearance"].is_null());
    let story = said("anticoagulant", "\"yes\"", "until = 2027-06-01");
    let told = bleeds(&story, "2027-05-31T10:00:00");
    assert_eq!(told["verdict"], "proceed-with-care");
    let finding = told["findings"][0].as_object().unwrap();
    let keys: Vec<&String> = finding.keys().collect();
    let known =
        ["rule", "verdict", "until", "answered", "because", "change", "sources", "clearance"];
    assert_eq!(keys, known);
    assert_eq!((&finding["rule"], &finding["answered"]), (&"anticoagulant".into(), &"yes".into()));
    assert_eq!(finding["verdict"], "proceed-with-care");
    let clearance = serde_json::json!({
        "said": "yes",
        "on": "2026-12-01", "by": "GP", "until": "2027-06-01",
    });
    assert_eq!(finding["clearance"], clearance);
    assert_eq!(told["next"]["n"], 1);
    let lapsed = bleeds(&story, "2027-06-01T10:00:00");
    assert_eq!(lapsed["verdict"], "ask-clinician");
    assert!(lapsed["findings"][0]["clearance"].is_null());
}

#[test]
fn a_yes_counts_no_more_once_the_answer_is_newer() {
    let given = |day: &str| {
        let given = format!("[person.given]\nanticoagulant = {day}\n");
        let story = given + &said("anticoagulant", "\"yes\"", "");
        bleeds(&story, "2026-12-03T10:00:00")["verdict"].clone()
    };
    assert_eq!(given("2026-12-01"), "proceed-with-care");
    assert_eq!(given("2026-12-02"), "ask-clinician");
}

#[test]
fn a_clinicians_wait_has_its_day() {
    let story = said("anticoagulant", "{ wait_until = 2027-02-01 }", "");
    let told = bleeds(&story, "2026-12-06T10:00:00");
    assert_eq!((&told["verdict"], &told["until"]), (&"wait-until".into(), &"2027-02-01".into()));
    assert_eq!(told["findings"][0]["until"], "2027-02-01");
    assert!(locks(&told).contains(&("clearance", "2027-02-01T00:00:00+01:00")), "{told}");
    let over = bleeds(&story, "2027-02-01T10:00:00");
    assert_eq!(over["verdict"], "proceed-with-care");
}

#[test]
fn a_do_not_is_never_lifted() {
    let story = said("keloid", "\"yes\"", "");
    let line = ("keloid = \"no\"", "keloid = \"yes\"");
    let told = stands_with(line, &story, "2026-12-06T10:00:00");
    assert_eq!((&told["verdict"], &told["next"]), (&"do-not".into(), &Value::Null));
    assert_eq!(told["findings"][0]["verdict"], "do-not");
    let no = said("keloid", "\"no\"", "");
    let told = super::stands(&no, "2026-12-06T10:00:00");
    assert_eq!(told["verdict"], "do-not", "a no counts though nothing was answered");
    assert_eq!(told["locks"][0]["because"], "A clinician said no on 1 December 2026.");
}
