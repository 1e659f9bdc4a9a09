//! `now --batch`: one story a line in, one standing a line out.

use serde_json::{Value, json};

use super::super::desk::Desk;

fn story(length: f64) -> Value {
    json!({
        "person": { "setting": "home", "goals": ["texture"], "areas": ["cheeks"], "zone": "Europe/Paris" },
        "session": [{ "at": "2026-12-05T19:00:00+01:00", "length_mm": length }],
    })
}

#[test]
fn a_thousand_lines_come_back_in_order_and_a_bad_one_says_why() {
    let day = |line: usize| format!("2026-12-{:02}T{:02}:00:00+01:00", 6 + line % 20, line % 24);
    let lines: Vec<String> = (0..1000)
        .map(|line| {
            let mut story = story(0.25);
            story["at"] = day(line).into();
            if line == 500 {
                story["session"][0]["length_mm"] = "long".into();
            }
            story.to_string()
        })
        .collect();
    let said = Desk::empty().runs_on(&["now", "--batch"], &lines.join("\n"));
    said.refuses(&["1 of 1,000 lines could not be read"]);
    let told: Vec<Value> =
        said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told.len(), 1000);
    for (line, told) in told.iter().enumerate().filter(|(line, _)| *line != 500) {
        assert_eq!(told["at"], day(line), "line {}", line + 1);
    }
    assert_eq!(told[500]["line"], 501);
    let why = told[500]["error"].as_str().unwrap();
    assert!(
        why.starts_with("standard input:501: session[1].length_mm: “long” is not a needle length."),
        "{why}"
    );
}

#[test]
fn a_lines_own_moment_comes_before_the_commands() {
    let mut own = story(0.25);
    own["at"] = "2026-12-07T10:00:00".into();
    let desk = Desk::empty();
    desk.writes("stories.jsonl", &format!("{}\n\n{own}\n", story(0.25)));
    let said = desk.runs(&["now", "--batch", "stories.jsonl", "--at", "2026-12-06T10:00:00Z"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let at = |line: &str| serde_json::from_str::<Value>(line).unwrap()["at"].clone();
    let told: Vec<Value> = said.out.lines().map(at).collect();
    assert_eq!(told, ["2026-12-06T11:00:00+01:00", "2026-12-07T10:00:00+01:00"]);
    let without = desk.runs_on(&["now", "--batch", "-"], &story(0.25).to_string());
    assert!(at(&without.out).is_string());
}

#[test]
fn a_line_stands_as_its_file_does() {
    let desk = Desk::empty();
    desk.writes(
        "story.toml",
        "[person]\nsetting = \"home\"\ngoals = [\"texture\"]\nareas = [\"cheeks\"]\nzone = \"Europe/Paris\"\n[[session]]\nat = 2026-12-05T19:00:00+01:00\nlength_mm = 0.3\n",
    );
    let at = "2026-12-06T10:00:00+01:00";
    let file = desk.runs(&["now", "story.toml", "--json", "--at", at]).json();
    let line = desk.runs_on(&["now", "--batch", "--at", at], &story(0.3).to_string()).json();
    assert_eq!(line, file);
}

#[test]
fn a_line_without_a_zone_needs_an_offset() {
    let desk = Desk::empty();
    let mut nowhere = story(0.25);
    nowhere["person"].as_object_mut().unwrap().remove("zone");
    let said =
        desk.runs_on(&["now", "--batch", "--at", "2026-12-06T10:00:00"], &nowhere.to_string());
    said.refuses(&["1 of 1 lines could not be read"]);
    assert!(said.out.contains("standard input:1: --at: "), "{}", said.out);
}
