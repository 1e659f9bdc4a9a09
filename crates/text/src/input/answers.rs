//! The `[answers]` of a person, checked against the questions of the protocol.
//!
//! Questions are rows, so no question is named here. What an answer means is decided in `care`.

use care::Protocol;
use care::answers::{Answer, Answers};
use care::protocol::rows::{Dated, Question};
use jiff::civil::Date;
use words::Saying;

use super::node::Value;
use super::problem::{nearest, one_of};
use super::reader::{Field, Reader};
use super::time::{a_date, parse_date};
use super::values::{is_unknown, shown, yes_or_no};

/// Reads all answers; what is not answered stays unknown.
pub(crate) fn read(reader: &mut Reader<'_>, protocol: &Protocol, at: Option<Field<'_>>) -> Answers {
    let questions = protocol.questions();
    let mut answers = Answers::unknown(questions.len());
    let table = at.and_then(|at| reader.open_table(at, || Saying::new("input-answers")));
    for field in table.iter().flat_map(|table| table.iter()) {
        match protocol.find_question(field.path.key) {
            Some((place, question)) => {
                answers.set(place, answer(reader, question, &field).unwrap_or_default());
            }
            None => {
                let ids: Vec<&str> =
                    questions.iter().map(|question| question.id.as_str()).collect();
                reader.refuse_key(&field, &ids);
            }
        }
    }
    answers
}

fn answer(reader: &mut Reader<'_>, question: &Question, at: &Field<'_>) -> Option<Answer> {
    match (&at.node.value, &question.dated) {
        (Value::Text(text), _) if text == "unknown" => Some(Answer::Unknown),
        (Value::Text(text), _) => {
            Answer::word(question, text).or_else(|| refuse(reader, question, at))
        }
        (Value::Table(_), Some(dated)) => dated_answer(reader, question, dated, at),
        (Value::List(_), _) if question.products => {
            reader.words(at).map(|classes| Answer::products(&classes))
        }
        _ => refuse(reader, question, at),
    }
}

/// `{ stopped = 2026-09-01, form = "oral" }`
fn dated_answer(
    reader: &mut Reader<'_>,
    question: &Question,
    dated: &Dated,
    at: &Field<'_>,
) -> Option<Answer> {
    let keys: Vec<&str> = [Some(&dated.key), dated.detail.as_ref(), dated.length.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let fields = reader.table(*at, &keys)?;
    let on = reader.require(&fields, &dated.key, a_date);
    let on = on.and_then(|on| date(reader, question, &on));
    let detail = dated
        .detail
        .as_ref()
        .and_then(|key| fields.find(key))
        .and_then(|at| detail(reader, dated, &at));
    let needles = dated.length.as_ref().and_then(|key| fields.find(key));
    let needles = reader.or_unknown(needles, Reader::length);
    Answer::dated(question, on?, detail).map(|answer| answer.with_length(needles))
}

fn date(reader: &mut Reader<'_>, question: &Question, at: &Field<'_>) -> Option<Date> {
    if is_unknown(at) {
        let expected = Saying::new("input-a-date-or").with("question", question.id.as_str());
        return reader.not_a(at, "input-not-a-date", expected);
    }
    reader.date(at)
}

fn detail<'d>(reader: &mut Reader<'_>, dated: &'d Dated, at: &Field<'_>) -> Option<&'d str> {
    let word = match &at.node.value {
        Value::Text(text) if text == "unknown" => return None,
        Value::Text(text) => text,
        Value::Bool(truth) => yes_or_no(*truth),
        _ => "",
    };
    let found = dated.words.iter().find(|known| *known == word);
    if found.is_none() {
        let words: Vec<&str> = dated.words.iter().map(String::as_str).chain(["unknown"]).collect();
        reader.refuse_word(at, "input-not-an-answer", &words);
    }
    found.map(String::as_str)
}

fn refuse(reader: &mut Reader<'_>, question: &Question, at: &Field<'_>) -> Option<Answer> {
    if let (Some(dated), Some(date)) = (&question.dated, as_date(&at.node.value)) {
        let dated = format!("{{ {} = {date} }}", dated.key);
        let expected = Saying::new("input-just").with("word", dated);
        return reader.not_a(at, "input-not-an-answer-alone", expected);
    }
    let words: Vec<&str> = question.answers.iter().map(String::as_str).chain(["unknown"]).collect();
    let near = match &at.node.value {
        Value::Text(text) => nearest(text, words.iter().copied()),
        Value::Bool(truth) => {
            words.iter().find(|word| **word == yes_or_no(*truth)).map(|word| (*word).to_owned())
        }
        _ => None,
    };
    let what = Saying::new("input-not-an-answer").with("value", shown(&at.node.value));
    reader.refuse(at, (what, Some(expected(question, &words))), near);
    None
}

fn as_date(value: &Value<'_>) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Text(text) => parse_date(text).ok(),
        _ => None,
    }
}

/// Every way to answer a question.
fn expected(question: &Question, words: &[&str]) -> Saying {
    let words = one_of(words.iter().copied());
    if question.products {
        return Saying::new("input-products-or").with("words", words);
    }
    let Some(dated) = &question.dated else { return words };
    let detail = dated.detail.as_ref().map(|key| format!(", {key} = {}", dated.words.join(" | ")));
    let length = dated.length.as_ref().map(|key| format!(", {key} = 1.5"));
    let beside = [detail, length].into_iter().flatten().collect::<String>();
    let dated = format!("{{ {} = DATE{beside} }}", dated.key);
    Saying::new("input-words-or").with("words", words).with("dated", dated)
}
