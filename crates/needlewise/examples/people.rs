//! Prints random people, one a line as JSON, for `needlewise screen --batch`: `people 100000 > people.jsonl`.
//!
//! The same number gives the same people. For measuring only; nobody here exists.
#![allow(clippy::expect_used, reason = "a tool for measuring may stop on a fault")]

use std::io::{BufWriter, Write};

use care::answers::{Answer, products_in};
use care::protocol::rows::Question;
use care::words::Word;
use serde_json::{Map, Value, json};

fn main() {
    let many: u32 = std::env::args().nth(1).and_then(|many| many.parse().ok()).unwrap_or(100_000);
    let protocol = testkit::protocol();
    let mut random = testkit::Random::new(1);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for _ in 0..many {
        let person = random.person(&protocol);
        let questions = protocol.questions().iter().zip(person.answers.iter());
        let answers: Map<String, Value> = questions
            .map(|(question, answer)| (question.id.clone(), spell(question, answer)))
            .collect();
        let device = person.device.map(|device| {
            json!({"kind": device.kind.word(), "needles": device.needles, "length_mm": device.length.map(|length| length.mm())})
        });
        let words = |words: Vec<&'static str>| Value::from(words);
        let mut line = json!({
            "setting": person.setting.word(),
            "skin_type": person.skin_type.map(|skin| skin.number()),
            "sensitive": person.sensitive,
            "goals": words(person.goals.iter().map(|goal| goal.word()).collect()),
            "areas": words(person.areas.iter().map(|area| area.word()).collect()),
            "answers": answers,
        });
        let fields = line.as_object_mut().expect("it was written as a table");
        fields.extend(person.born.map(|born| ("born".to_owned(), json!(born.to_string()))));
        fields.extend(device.map(|device| ("device".to_owned(), device)));
        writeln!(out, "{line}").expect("standard output takes lines");
    }
}

fn spell(question: &Question, answer: Answer) -> Value {
    match (answer, &question.dated) {
        (Answer::Dated { on, detail, length }, Some(dated)) => {
            let mut table = Map::from_iter([(dated.key.clone(), json!(on.to_string()))]);
            let word = detail.and_then(|place| dated.words.get(usize::from(place)));
            table.extend(dated.detail.clone().zip(word.map(|word| detail_value(word))));
            let length = length.map(|length| json!(length.mm()));
            table.extend(dated.length.clone().zip(length));
            table.into()
        }
        (Answer::Products(set), _) => products_in(set).map(Word::word).collect(),
        _ => answer.spell(question).into(),
    }
}

/// `yes` and `no` are written as true and false, as the example file does.
fn detail_value(word: &str) -> Value {
    match word {
        "yes" => true.into(),
        "no" => false.into(),
        word => word.into(),
    }
}
