//! One tree for TOML and JSON, each value with the line it stands on, so that there is one code to read both.
//!
//! Only what is no TOML at all is refused here, and files too large to be one of ours. What the keys mean is for
//! [`super::reader`] and the readers built on it. JSON becomes this tree in [`super::json`].

use std::borrow::Cow;

use jiff::civil::Date;
use toml_edit::{Datetime, Document, Item, TableLike};

use super::problem::Problems;
use super::{stack, syntax};

/// How large a file may be.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// In MiB.
    pub mib: usize,
    /// Brackets and dots: a text can't nest deeper than it has of them.
    pub brackets: usize,
}

impl Size {
    /// Of all files but a story: more than ten thousand check-ins have.
    pub const FILE: Self = Self { mib: 4, brackets: 50_000 };
    /// A story with as many sessions and check-ins as there may be.
    pub const STORY: Self = Self { mib: 16, brackets: 250_000 };
    /// In bytes.
    pub const fn bytes(self) -> usize {
        self.mib * 1024 * 1024
    }
}

/// The deepest nesting that is read; the files themselves need four.
pub const DEEPEST: usize = 16;

/// A value and its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// The value.
    pub value: Value<'a>,
    /// Its line, counted from 1, where one is known.
    pub line: Option<usize>,
}

/// A value, as far as TOML or JSON tell it apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Text in quotes; dates and moments in JSON come as text too.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A date without a time.
    Date(Date),
    /// A date with a time, with or without an offset, or a time alone; as written.
    Moment(String),
    /// JSON's `null`.
    Null,
    /// A list.
    List(Vec<Node<'a>>),
    /// A table, in the order of its keys.
    Table(Vec<Entry<'a>>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// The key's line.
    pub line: Option<usize>,
    /// The value.
    pub node: Node<'a>,
}

/// Reads a TOML file.
///
/// # Errors
/// If it is no TOML, too large or too deeply nested.
pub fn from_toml(file: &str, text: &str, size: Size) -> Result<Node<'static>, Problems> {
    if let Some(problem) = syntax::too_large(file, text, size) {
        return Err(problem.into());
    }
    let node = stack::with_room(text, size, || parse(file, text));
    node.ok_or_else(|| syntax::too_many(file))?
}

fn parse(file: &str, text: &str) -> Result<Node<'static>, Problems> {
    let document = Document::parse(text).map_err(|error| syntax::explain(file, text, &error))?;
    let root = Lines::of(text).table(document.as_table(), DEEPEST);
    let root = root.map(|value| Node { value, line: None });
    root.ok_or_else(|| syntax::nested(file).into())
}

/// Where the lines of a text end, to turn a place in it into a line number.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(place, _)| place).collect())
    }
    fn line(&self, span: Option<std::ops::Range<usize>>) -> Option<usize> {
        span.map(|span| self.0.partition_point(|end| *end < span.start) + 1)
    }
    /// A table as a value; `None` if it is nested more than `deep` levels.
    fn table(&self, table: &dyn TableLike, deep: usize) -> Option<Value<'static>> {
        let deep = deep.checked_sub(1)?;
        let entries = table.iter().map(|(name, item)| {
            let span = table.get_key_value(name).and_then(|(key, _)| key.span());
            let (key, line) = (Cow::Owned(name.to_owned()), self.line(span));
            Some(Entry { key, line, node: self.item(item, deep)? })
        });
        entries.collect::<Option<_>>().map(Value::Table)
    }
    fn item(&self, item: &Item, deep: usize) -> Option<Node<'static>> {
        let value = match item {
            Item::None => Value::Null,
            Item::Value(value) => return self.value(value, deep),
            Item::Table(table) => self.table(table, deep)?,
            Item::ArrayOfTables(tables) => {
                let node = |table: &toml_edit::Table| {
                    Some(Node { value: self.table(table, deep)?, line: self.line(table.span()) })
                };
                Value::List(tables.iter().map(node).collect::<Option<_>>()?)
            }
        };
        Some(Node { value, line: self.line(item.span()) })
    }
    fn value(&self, value: &toml_edit::Value, deep: usize) -> Option<Node<'static>> {
        let line = self.line(value.span());
        let value = match value {
            toml_edit::Value::String(text) => Value::Text(Cow::Owned(text.value().clone())),
            toml_edit::Value::Integer(number) => Value::Integer(*number.value()),
            toml_edit::Value::Float(number) => Value::Float(*number.value()),
            toml_edit::Value::Boolean(truth) => Value::Bool(*truth.value()),
            toml_edit::Value::Datetime(moment) => date_or_moment(moment.value()),
            toml_edit::Value::InlineTable(table) => self.table(table, deep)?,
            toml_edit::Value::Array(list) => {
                let deep = deep.checked_sub(1)?;
                Value::List(list.iter().map(|item| self.value(item, deep)).collect::<Option<_>>()?)
            }
        };
        Some(Node { value, line })
    }
}

fn date_or_moment(moment: &Datetime) -> Value<'static> {
    let date = match (moment.date, moment.time) {
        (Some(date), None) => i16::try_from(date.year)
            .ok()
            .zip(i8::try_from(date.month).ok().zip(i8::try_from(date.day).ok()))
            .and_then(|(year, (month, day))| Date::new(year, month, day).ok()),
        _ => None,
    };
    date.map_or_else(|| Value::Moment(moment.to_string()), Value::Date)
}
