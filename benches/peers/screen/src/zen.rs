//! The rules as a decision table of zen-engine, hit policy `collect`; the worst of what it collects is taken here.
//!
//! A cell that does not matter is written as an empty text: in some bindings of the engine a missing cell makes
//! its row match nothing, silently.

use std::error::Error;
use std::hint::black_box;

use serde_json::{Value, json};
use zen_engine::DecisionEngine;
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, Variable};

use crate::contest::{Run, rounds};
use crate::flat::{Person_, Row, Rules};

pub fn run(rules: &Rules, people: &[Person_]) -> Result<Run, Box<dyn Error>> {
    let content: DecisionContent = serde_json::from_value(graph(rules))?;
    let mut decision = DecisionEngine::default().create_decision(content.into())?;
    decision.validate().map_err(|error| format!("zen-engine refuses the table: {error:?}"))?;
    decision.compile();
    // Made ready beforehand: turning JSON into the engine's own values is not timed.
    let people: Vec<Variable> =
        people.iter().map(|person| Value::Object(person.clone()).into()).collect();
    let scores = people.iter().map(|person| decide(&decision, person)).collect::<Result<_, _>>()?;
    let round = || {
        for person in &people {
            let _ = black_box(decide(&decision, black_box(person)));
        }
    };
    Ok(Run { name: "zen-engine 2.1.6, table".into(), scores, rounds: rounds(round) })
}

fn decide(decision: &Decision, person: &Variable) -> Result<i64, String> {
    let response = pollster::block_on(decision.evaluate(person.shallow_clone()));
    let result = response.map_err(|error| error.to_string())?.result;
    let rows = result.as_array().ok_or("the table collects no list")?;
    let rows = rows.borrow();
    let mut worst = 0;
    for row in rows.iter() {
        let score = row.dot("score").and_then(|score| score.as_number());
        let score =
            score.and_then(|score| i64::try_from(score).ok()).ok_or("a row without a score")?;
        worst = worst.max(score);
    }
    Ok(worst)
}

fn graph(rules: &Rules) -> Value {
    let mut keys = vec!["setting"];
    for row in &rules.rows {
        keys.extend([Some(row.key.as_str()), row.until.as_deref()].into_iter().flatten());
    }
    keys.sort_unstable();
    keys.dedup();
    let inputs: Vec<_> =
        keys.iter().map(|key| json!({ "id": key, "name": key, "field": key })).collect();
    let rows: Vec<_> = rules.rows.iter().flat_map(|row| lines(row, rules.today, &keys)).collect();
    let table = json!({
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{ "id": "score", "name": "score", "field": "score" }],
        "rules": rows,
    });
    json!({
        "nodes": [
            { "id": "in", "name": "in", "type": "inputNode" },
            { "id": "table", "name": "table", "type": "decisionTableNode", "content": table },
            { "id": "out", "name": "out", "type": "outputNode" },
        ],
        "edges": [
            { "id": "first", "type": "edge", "sourceId": "in", "targetId": "table" },
            { "id": "second", "type": "edge", "sourceId": "table", "targetId": "out" },
        ],
    })
}

/// A rule as lines of the table: one if both settings say the same.
fn lines(row: &Row, today: i64, keys: &[&str]) -> Vec<Value> {
    let line = |setting: &str, score: i64, waits: bool| {
        let mut line: serde_json::Map<_, _> =
            keys.iter().map(|key| ((*key).to_owned(), Value::from(""))).collect();
        let mut set = |key: &str, cell: String| line.insert(key.to_owned(), cell.into());
        set("setting", setting.into());
        set(&row.key, cell(row));
        let mut output = score.to_string();
        if let Some(until) = &row.until {
            set(until, format!("> {today}"));
            if waits {
                output = format!("{score} + {until}");
            }
        }
        set("score", output);
        Value::Object(line)
    };
    if (row.home, row.home_waits) == (row.clinic, row.clinic_waits) {
        return vec![line("", row.home, row.home_waits)];
    }
    vec![
        line("\"home\"", row.home, row.home_waits),
        line("\"clinic\"", row.clinic, row.clinic_waits),
    ]
}

fn cell(row: &Row) -> String {
    match row.range {
        Some([from, under]) => format!("[{from}..{under})"),
        None => {
            let words: Vec<_> = row.answers.iter().map(|word| format!("\"{word}\"")).collect();
            words.join(", ")
        }
    }
}
