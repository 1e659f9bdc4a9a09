//! Ids, each of which knows the kind of what it names: a photograph's can't be handed where a session's is wanted.
//!
//! The kind is known to the compiler alone. In the database, in an export and in an address an id is the text of a UUID, so
//! what stands there of what kind is settled by whoever reads it: by the column, the field or the path. [`crate::SessionId`]
//! and its like are made in `kinds.rs`, one a kind. [`AnyId`] is for what is said of entries of every kind.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Mutex;

use derive_where::derive_where;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{ContextV7, Uuid};

/// The name of an entry, of whatever kind: a UUID, written with hyphens everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnyId(Uuid);

/// The name of an entry that says `K`: of a [`crate::Session`] it is a [`crate::SessionId`].
///
/// ```
/// fn show(session: store::SessionId) {}
/// fn right(session: store::SessionId) {
///     show(session);
/// }
/// ```
///
/// A photograph's id is refused where a session's is wanted:
///
/// ```compile_fail
/// fn show(session: store::SessionId) {}
/// fn wrong(photo: store::PhotoId) {
///     show(photo);
/// }
/// ```
#[derive_where(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<K> {
    any: AnyId,
    /// Of no value of `K`: an id can be sent anywhere, whatever it names.
    kind: PhantomData<fn() -> K>,
}

impl AnyId {
    /// The id of what there is only one of: the clinic, the house's passphrase.
    pub(crate) const NIL: Self = Self(Uuid::nil());

    /// See [`Id::new`].
    pub(crate) fn new(at: Timestamp) -> Self {
        static IN_ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());
        let seconds = u64::try_from(at.as_second()).unwrap_or(0);
        let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or(0);
        Self(Uuid::new_v7(uuid::Timestamp::from_unix(&IN_ORDER, seconds, nanos)))
    }

    /// As it is bound under a seal.
    pub(crate) const fn bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// From its bytes.
    pub(crate) const fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }

    /// Of the kind that the place it was found in says.
    pub(crate) const fn of<K>(self) -> Id<K> {
        Id { any: self, kind: PhantomData }
    }
}

impl<K> Id<K> {
    /// A new id that nobody can guess; ids made later sort later, also those of the same moment.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        AnyId::new(at).of()
    }

    /// The same, where entries of every kind are meant.
    #[must_use]
    pub const fn any(self) -> AnyId {
        self.any
    }
}

impl<K> From<Id<K>> for AnyId {
    fn from(id: Id<K>) -> Self {
        id.any
    }
}

impl fmt::Display for AnyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.any.fmt(f)
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.any.fmt(f)
    }
}

/// A text that is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id: an id has 36 characters, like 01234567-89ab-7def-8123-456789abcdef")]
pub struct NoId;

impl FromStr for AnyId {
    type Err = NoId;

    /// Only the hyphenated form, so that an entry has one address.
    fn from_str(text: &str) -> Result<Self, NoId> {
        let id = Uuid::try_parse(text).map(Self).map_err(|_| NoId)?;
        if id.to_string() == text { Ok(id) } else { Err(NoId) }
    }
}

impl<K> FromStr for Id<K> {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        text.parse().map(AnyId::of)
    }
}

#[cfg(test)]
mod tests;
