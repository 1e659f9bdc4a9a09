//! What every entry has: an id, a person or the clinic, times and a version.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{ContextV7, Uuid};

/// The name of an entry: a UUID, written with hyphens everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// The id of what there is only one of: the clinic, the house's passphrase.
    pub(crate) const NIL: Self = Self(Uuid::nil());

    /// A new id that nobody can guess; ids made later sort later, also those of the same moment.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        static IN_ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());
        let seconds = u64::try_from(at.as_second()).unwrap_or(0);
        let nanos = u32::try_from(at.subsec_nanosecond()).unwrap_or(0);
        Self(Uuid::new_v7(uuid::Timestamp::from_unix(&IN_ORDER, seconds, nanos)))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// A text that is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id: an id has 36 characters, like 01234567-89ab-7def-8123-456789abcdef")]
pub struct NoId;

impl FromStr for Id {
    type Err = NoId;

    /// Only the hyphenated form, so that an entry has one address.
    fn from_str(text: &str) -> Result<Self, NoId> {
        let id = Uuid::try_parse(text).map(Self).map_err(|_| NoId)?;
        if id.to_string() == text { Ok(id) } else { Err(NoId) }
    }
}

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<R> {
    /// Its name.
    pub id: Id,
    /// Whose it is: a person, or [`crate::CLINIC`].
    pub person: Id,
    /// When it was made, to the microsecond.
    pub created: Timestamp,
    /// When it was last changed; at first the same as `created`.
    pub changed: Timestamp,
    /// 1, and one more with every change.
    pub version: i64,
    /// What it says.
    pub record: R,
}
