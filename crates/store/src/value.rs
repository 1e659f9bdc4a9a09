//! What is handed to a statement, whichever engine runs it.

use crate::db::Row;
use crate::error::Error;
use crate::id::{AnyId, Id};
use crate::sql::dump::Kind;
use crate::who::{Actor, StaffRole};

/// A value for a statement; `None` is NULL of that type.
#[derive(Clone)]
pub enum Value {
    /// A text, or an id.
    Text(Option<String>),
    /// A number, or a time in microseconds.
    Int(i64),
    /// A ciphertext or a hash.
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// Whether a row says this at a place.
    pub(crate) fn is_at(&self, row: &Row, place: usize) -> Result<bool, Error> {
        Ok(match self {
            Self::Text(text) => row.get::<Option<String>>(place)? == *text,
            Self::Int(number) => row.get::<i64>(place)? == *number,
            Self::Bytes(bytes) => row.get::<Option<Vec<u8>>>(place)? == *bytes,
        })
    }
}

/// What can stand in clear beside a seal.
pub trait Cell: Sized {
    /// What its column holds.
    const KIND: Kind;
    /// As the column holds it.
    fn value(&self) -> Value;
    /// From a column.
    fn read(row: &Row, place: usize) -> Result<Self, Error>;
}

impl Cell for bool {
    const KIND: Kind = Kind::Int;
    fn value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn read(row: &Row, place: usize) -> Result<Self, Error> {
        Ok(row.get::<i64>(place)? != 0)
    }
}

impl Cell for StaffRole {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        self.word().into()
    }
    fn read(row: &Row, place: usize) -> Result<Self, Error> {
        Self::find(&row.get::<String>(place)?).ok_or_else(|| Error::corrupt("a role"))
    }
}

impl From<Actor> for Value {
    fn from(actor: Actor) -> Self {
        Self::Text(Some(actor.to_string()))
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}
impl From<AnyId> for Value {
    fn from(id: AnyId) -> Self {
        Self::Text(Some(id.to_string()))
    }
}
impl<K> From<Id<K>> for Value {
    fn from(id: Id<K>) -> Self {
        id.any().into()
    }
}
impl<K> From<Option<Id<K>>> for Value {
    fn from(id: Option<Id<K>>) -> Self {
        Self::Text(id.map(|id| id.to_string()))
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}
impl From<jiff::Timestamp> for Value {
    fn from(at: jiff::Timestamp) -> Self {
        Self::Int(at.as_microsecond())
    }
}
impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}
impl From<Option<Vec<u8>>> for Value {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        Self::Bytes(bytes)
    }
}
impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}
