//! One line of JSON as a [`Node`] tree; every value carries the line's number.
//!
//! Read straight off serde_json, borrowing the text, since a clinic's file holds 100,000 lines. A key written
//! twice is refused, because the last one would win in silence.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use words::Saying;

use super::node::{Entry, Node, Size, Value};
use super::problem::{Problem, Problems, quoted};
use super::syntax;

/// Reads one line of JSON.
///
/// # Errors
/// If it is no JSON, too large or too deeply nested, or if a key is written twice.
pub fn from_json<'a>(
    file: &str,
    line: usize,
    text: &'a str,
    size: Size,
) -> Result<Node<'a>, Problems> {
    if let Some(problem) = syntax::too_large(file, text, size) {
        return Err(Problem { line: Some(line), ..problem }.into());
    }
    let refuse = |error: serde_json::Error| {
        Problems::from(syntax::about(file, Some(line), say(&error), None))
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let node = AtLine(Some(line)).deserialize(&mut json).map_err(refuse)?;
    json.end().map_err(refuse)?;
    Ok(node)
}

/// The parser counts lines within the text; here only the column helps.
fn say(error: &serde_json::Error) -> Saying {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    Saying::new("input-no-json").with("column", error.column().to_string()).with("why", message)
}

/// Reads any value and notes the line.
#[derive(Clone, Copy)]
struct AtLine(Option<usize>);

impl AtLine {
    fn node<'a, E>(self, value: Value<'a>) -> Result<Node<'a>, E> {
        Ok(Node { value, line: self.0 })
    }
}

impl<'a> DeserializeSeed<'a> for AtLine {
    type Value = Node<'a>;
    fn deserialize<D: Deserializer<'a>>(self, from: D) -> Result<Node<'a>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for AtLine {
    type Value = Node<'a>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Node<'a>, E> {
        self.node(Value::Null)
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Node<'a>, E> {
        self.node(Value::Bool(truth))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Node<'a>, E> {
        self.node(Value::Integer(number))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Node<'a>, E> {
        self.node(Value::Integer(i64::try_from(number).unwrap_or(i64::MAX)))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Node<'a>, E> {
        self.node(Value::Float(number))
    }
    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Node<'a>, E> {
        self.node(Value::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Node<'a>, E> {
        self.node(Value::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_seq<A: SeqAccess<'a>>(self, mut from: A) -> Result<Node<'a>, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = from.next_element_seed(self)? {
            list.push(node);
        }
        self.node(Value::List(list))
    }
    fn visit_map<A: MapAccess<'a>>(self, mut from: A) -> Result<Node<'a>, A::Error> {
        let mut entries: Vec<Entry<'a>> = Vec::with_capacity(from.size_hint().unwrap_or(8));
        while let Some(Key(key)) = from.next_key_seed(KeySeed)? {
            if entries.iter().any(|entry| entry.key == key) {
                return Err(A::Error::custom(format!("{} is written twice", quoted(&key))));
            }
            if entries.len() > super::reader::MOST {
                return Err(A::Error::custom("too many keys"));
            }
            let node = from.next_value_seed(self)?;
            entries.push(Entry { key, line: self.0, node });
        }
        self.node(Value::Table(entries))
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'a>(Cow<'a, str>);
struct KeySeed;

impl<'a> DeserializeSeed<'a> for KeySeed {
    type Value = Key<'a>;
    fn deserialize<D: Deserializer<'a>>(self, from: D) -> Result<Key<'a>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for KeySeed {
    type Value = Key<'a>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }
    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Key<'a>, E> {
        Ok(Key(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Key<'a>, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }
}
