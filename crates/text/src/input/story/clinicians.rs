//! What clinicians said, and on which day answers were given.
//!
//! Both name a question of the protocol by its id; a clearance may also be about a warning sign. What a clearance changes
//! is decided in `care::standing::decided`.

use care::Protocol;
use care::story::{About, Clearance, Said};
use care::words::{Flag, Word};
use jiff::civil::Date;
use words::Saying;

use super::super::node::Value;
use super::super::reader::{Field, Fields, Reader};
use super::super::time::a_date;
use super::super::values::word_of;

const KEYS: [&str; 5] = ["on", "for", "said", "by", "until"];
const WAIT_UNTIL: &str = "wait_until";
/// Letters in the name of whoever said it.
const LONGEST: usize = 200;

pub(super) fn clearance(
    reader: &mut Reader<'_>,
    protocol: &Protocol,
    at: Field<'_>,
) -> Option<Clearance> {
    let fields = reader.table(at, &KEYS)?;
    let on = reader.require(&fields, "on", a_date).and_then(|at| reader.date(&at));
    let about = reader
        .require(&fields, "for", || Saying::new("input-an-id"))
        .and_then(|at| about(reader, protocol, &at));
    let said = reader.require(&fields, "said", what_is_said).and_then(|at| said(reader, on, at));
    let by = fields.find("by").map(|at| by(reader, &at));
    let until = fields.find("until").map(|at| reader.date(&at));
    later(reader, &fields, on, until.flatten());
    let (by, until) = (by.flatten(), until.flatten());
    let (on, about, said) = (on?, about?, said?);
    Some(Clearance { on, at: None, noted: None, about, said, by, until })
}

fn about(reader: &mut Reader<'_>, protocol: &Protocol, at: &Field<'_>) -> Option<About> {
    let found = word_of(at).and_then(|word| About::find(protocol, word));
    if found.is_none() {
        let questions = protocol.questions().iter().map(|question| question.id.as_str());
        let words: Vec<&str> = questions.chain(Flag::words()).collect();
        reader.refuse_word(at, "input-no-id", &words);
    }
    found
}

fn said(reader: &mut Reader<'_>, on: Option<Date>, at: Field<'_>) -> Option<Said> {
    match &at.node.value {
        Value::Table(_) => {
            let fields = reader.table(at, &[WAIT_UNTIL])?;
            let day = reader.require(&fields, WAIT_UNTIL, a_date)?;
            let until = reader.date(&day)?;
            not_before(reader, &day, on, until);
            Some(Said::WaitUntil(until))
        }
        Value::Text(word) if word == "yes" => Some(Said::Yes),
        Value::Text(word) if word == "no" => Some(Said::No),
        _ => reader.not_a(&at, "input-not-said", what_is_said()),
    }
}

fn what_is_said() -> Saying {
    Saying::new("input-what-is-said").with("wait", "{ wait_until = DATE }")
}

/// Whoever said it, on one line.
fn by(reader: &mut Reader<'_>, at: &Field<'_>) -> Option<String> {
    let by = reader.text(at, Saying::new("input-who"))?;
    if by.chars().any(char::is_control) || by.chars().nth(LONGEST).is_some() {
        let expected = Saying::new("input-who-short").with("n", LONGEST);
        return reader.not_a(at, "input-no-line", expected);
    }
    Some(by.to_owned())
}

fn later(reader: &mut Reader<'_>, fields: &Fields<'_>, on: Option<Date>, until: Option<Date>) {
    if let (Some(at), Some(until)) = (fields.find("until"), until) {
        not_before(reader, &at, on, until);
    }
}

/// A day that must not lie before the day on which it was said.
fn not_before(reader: &mut Reader<'_>, at: &Field<'_>, on: Option<Date>, day: Date) {
    if let Some(on) = on.filter(|on| day < *on) {
        let what = Saying::new("input-before-said").with("day", day.to_string());
        let expected = Saying::new("input-a-day-from").with("on", on.to_string());
        reader.refuse(at, (what.with("on", on.to_string()), Some(expected)), None);
    }
}

/// `[person.given]`: on which day an answer was given, in the order of the questions.
pub(super) fn given(
    reader: &mut Reader<'_>,
    protocol: &Protocol,
    at: Option<Field<'_>>,
) -> Vec<Option<Date>> {
    let questions = protocol.questions();
    let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    let mut given = vec![None; questions.len()];
    let table = at.and_then(|at| reader.open_table(at, || Saying::new("input-given")));
    for field in table.iter().flat_map(|table| table.iter()) {
        match ids.iter().position(|id| *id == field.path.key) {
            Some(place) => {
                let day = reader.date(&field);
                given.iter_mut().skip(place).take(1).for_each(|given| *given = day);
            }
            None => reader.refuse_key(&field, &ids),
        }
    }
    given
}
