//! What is handed to a statement, whichever engine runs it.

/// A value for a statement; `None` is NULL of that type.
#[derive(Clone)]
pub(crate) enum Value {
    /// A text, or an id.
    Text(Option<String>),
    /// A number, or a time in microseconds.
    Int(i64),
    /// A ciphertext or a hash.
    Bytes(Option<Vec<u8>>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}
impl From<crate::Id> for Value {
    fn from(id: crate::Id) -> Self {
        Self::Text(Some(id.to_string()))
    }
}
impl From<Option<crate::Id>> for Value {
    fn from(id: Option<crate::Id>) -> Self {
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
