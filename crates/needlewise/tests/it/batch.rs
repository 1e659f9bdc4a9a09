//! `screen --batch`: one person a line in, one decision a line out.

use super::desk::Desk;

const PERSON: &str = r#"{"born":"1988-04-02","setting":"home","skin_type":2,"sensitive":true,"goals":["acne-scars"],"areas":["cheeks"],"answers":{"keloid":"KELOID"}}"#;

#[test]
fn each_line_is_decided_in_order_and_a_bad_one_says_so_in_its_place() {
    let lines = [
        PERSON.replace("KELOID", "no"),
        PERSON.replace("KELOID", "maybe"),
        PERSON.replace("KELOID", "yes"),
    ];
    let said =
        Desk::empty().runs_on(&["screen", "--batch", "--on", "2026-12-05"], &lines.join("\n\n"));
    said.refuses(&["1 of 5 lines could not be read"]);
    let decided: Vec<serde_json::Value> =
        said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(decided.len(), 3);
    assert_eq!(decided[0]["verdict"], "do-not", "what is not answered is not “no”");
    assert_eq!(decided[1]["line"], 3);
    assert!(decided[1]["error"].as_str().unwrap().contains("keloid"));
    let rules = decided[2]["findings"].as_array().unwrap();
    assert!(
        rules.iter().any(|finding| finding["rule"] == "keloid" && finding["answered"] == "yes")
    );
}

#[test]
fn a_line_decides_as_its_file_would() {
    let desk = Desk::with_examples();
    let file = desk.runs(&["screen", "person.toml", "--on", "2026-12-05", "--json"]).json();
    let text = std::fs::read_to_string(desk.folder.join("person.toml")).unwrap();
    let person: serde_json::Value = toml_as_json(&text);
    let said = desk.runs_on(&["screen", "--batch", "--on", "2026-12-05"], &person.to_string());
    assert_eq!(said.json(), file);
}

/// The example file as JSON of the same shape, dates as text.
fn toml_as_json(text: &str) -> serde_json::Value {
    fn value(item: &toml_edit::Item) -> serde_json::Value {
        match item {
            toml_edit::Item::Value(toml_edit::Value::InlineTable(table)) => table
                .iter()
                .map(|(key, item)| (key.to_owned(), value(&item.clone().into())))
                .collect(),
            toml_edit::Item::Value(toml_edit::Value::Array(list)) => {
                list.iter().map(|item| value(&item.clone().into())).collect()
            }
            toml_edit::Item::Value(toml_edit::Value::Datetime(date)) => {
                date.value().to_string().into()
            }
            toml_edit::Item::Value(toml_edit::Value::String(text)) => text.value().as_str().into(),
            toml_edit::Item::Value(toml_edit::Value::Integer(number)) => (*number.value()).into(),
            toml_edit::Item::Value(toml_edit::Value::Float(number)) => (*number.value()).into(),
            toml_edit::Item::Value(toml_edit::Value::Boolean(yes)) => (*yes.value()).into(),
            toml_edit::Item::Table(table) => {
                table.iter().map(|(key, item)| (key.to_owned(), value(item))).collect()
            }
            _ => serde_json::Value::Null,
        }
    }
    value(text.parse::<toml_edit::DocumentMut>().unwrap().as_item())
}

#[test]
fn a_course_a_line_says_how_urgent_each_check_in_was() {
    let session = r#"{"at":"2026-12-05T10:00:00+01:00","zone":"Europe/Paris","setting":"clinic","areas":["cheeks"],"length_mm":1.5}"#;
    let clear = r#""redness":0,"swelling":0,"oozing":0,"tenderness":0,"flaking":0,"breakout":0"#;
    let course = |more: &str| format!(r#"{{"session":{session},"checkins":[{more}]}}"#);
    let lines = [
        course(&format!(
            r#"{{"at":"2026-12-15T10:00:00+01:00",{clear}}},{{"at":"2026-12-07T10:00:00+01:00","flags":["pus"]}},{{"at":"2026-12-16T10:00:00+01:00"}}"#
        )),
        course(r#"{"at":"2026-12-06T10:00:00+01:00","redness":11}"#),
        course(&format!(r#"{{"at":"2026-12-15T10:00:00+01:00",{clear}}}"#)),
    ];
    let said = Desk::empty().runs_on(&["checkin", "--batch"], &lines.join("\n"));
    said.refuses(&["1 of 3 lines could not be read"]);
    let judged: Vec<serde_json::Value> =
        said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(judged[0]["levels"].to_string(), r#"["same-day","contact","contact"]"#);
    assert_eq!(judged[0]["unlocks"].to_string(), "[false,false,false]");
    assert_eq!(judged[1]["line"], 2);
    assert!(judged[1]["error"].as_str().unwrap().contains("redness"));
    assert_eq!(judged[2].to_string(), r#"{"levels":["expected"],"unlocks":[true]}"#);
}

#[test]
fn a_line_without_an_end_is_refused_and_not_read_to_its_end() {
    let desk = Desk::empty();
    desk.writes("people.jsonl", &"a".repeat(40 << 20));
    desk.runs(&["screen", "--batch", "people.jsonl"]).refuses(&["larger than anything"]);
}
