//! `needlewise now`: one story in, everything that is said of it out. Each story is a few lines under one person, of whom
//! all is answered; what is expected is a part of the JSON.

mod answers;
mod command;
mod lines;
mod plan;
mod skin;

use serde_json::Value;

use super::desk::Desk;

/// Somebody of whom nothing speaks against a home roller; `[person.answers]` is open at the end, so the first lines of a
/// story may add to it.
const PERSON: &str = r#"
[person]
born = 1988-04-02
setting = "home"
skin_type = 2
sensitive = false
goals = ["texture"]
areas = ["cheeks"]
zone = "Europe/Paris"
[person.device]
kind = "roller"
needles = 192
length_mm = 0.25
[person.answers]
pregnancy = "no"
active_acne = "no"
skin_condition = "none"
autoimmune = "no"
retinoid = "never"
infection = "no"
cold_sores = "never"
keloid = "no"
bleeding_disorder = "no"
anticoagulant = "no"
diabetes = "no"
weak_immunity = "no"
skin_cancer = "no"
broken_skin = "no"
sunburn = "never"
recent_scar = "no"
filler = "never"
radiotherapy = "never"
metal_allergy = "no"
anaesthetic_allergy = "no"
tattoo = "no"
last_needling = "never"
moles = "no"
vessels = "no"
thin_skin = "no"
blood_infection = "no"
slow_healing = "no"
anti_inflammatory = "no"
light_sensitive = "no"
koebner = "no"
dark_marks = "no"
cream_risk = "no"
surgery = "never"
using = []
"#;

/// Six zeros.
const CALM: &str =
    "redness = 0\nswelling = 0\noozing = 0\ntenderness = 0\nflaking = 0\nbreakout = 0\n";

/// A home programme from 5 December on, at seven in the evening.
const PROGRAMME: &str = "[programme]\nfirst = 2026-12-05\n";

fn session(at: &str, length: f64) -> String {
    format!("[[session]]\nat = {at}\nlength_mm = {length}\n")
}

fn checkin(at: &str, lines: &str) -> String {
    format!("[[checkin]]\nat = {at}\n{lines}\n")
}

/// What is said of a story at a moment in Paris.
fn stands(story: &str, at: &str) -> Value {
    told(PERSON, story, at)
}

/// The same of somebody with a changed line.
fn stands_with(line: (&str, &str), story: &str, at: &str) -> Value {
    let person = PERSON.replacen(line.0, line.1, 1);
    assert_ne!(person, PERSON, "no line {} to change", line.0);
    told(&person, story, at)
}

fn told(person: &str, story: &str, at: &str) -> Value {
    let desk = Desk::empty();
    desk.writes("story.toml", &format!("{person}\n{story}"));
    desk.runs(&["now", "story.toml", "--json", "--at", at]).json()
}

/// The locks of a standing: cause and end.
fn locks(told: &Value) -> Vec<(&str, &str)> {
    let locks = told["locks"].as_array().unwrap().iter();
    locks
        .map(|lock| (lock["cause"].as_str().unwrap(), lock["until"].as_str().unwrap_or("")))
        .collect()
}

/// The sessions of a state: number and day.
fn sessions<'v>(told: &'v Value, state: &str) -> Vec<(u64, &'v str)> {
    let all = told["sessions"].as_array().unwrap().iter();
    let of = all.filter(|slot| slot["state"] == state);
    let day = |slot: &'v Value| slot["on"].as_str().or(slot["ideal"].as_str()).unwrap();
    of.map(|slot| (slot["n"].as_u64().unwrap(), day(slot))).collect()
}
