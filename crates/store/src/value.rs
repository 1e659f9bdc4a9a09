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
    /// From a column of a kind.
    pub(crate) fn read(row: &Row, place: usize, kind: Kind) -> Result<Self, Error> {
        Ok(match kind {
            Kind::Text | Kind::MaybeText => Self::Text(row.get(place)?),
            Kind::Int => Self::Int(row.get(place)?),
            Kind::Bytes | Kind::MaybeBytes => Self::Bytes(row.get(place)?),
        })
    }

    /// Its bytes for a hash, with their length, so that no two lists of values read the same.
    pub(crate) fn feed(&self, to: &mut impl FnMut(&[u8])) {
        let number;
        let bytes = match self {
            Self::Text(text) => text.as_deref().map(str::as_bytes),
            Self::Int(value) => {
                number = value.to_be_bytes();
                Some(&number[..])
            }
            Self::Bytes(bytes) => bytes.as_deref(),
        };
        let length = bytes.map(|bytes| u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        to(&[u8::from(length.is_some())]);
        to(&length.unwrap_or_default().to_be_bytes());
        to(bytes.unwrap_or_default());
    }

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
}

impl Cell for bool {
    const KIND: Kind = Kind::Int;
    fn value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}

impl Cell for StaffRole {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        self.word().into()
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
