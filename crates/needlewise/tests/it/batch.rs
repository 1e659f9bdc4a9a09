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
