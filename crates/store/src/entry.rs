//! What every entry has: an id, a person or the clinic, times and a version.

use jiff::Timestamp;

use crate::id::Id;
use crate::table::Kept;

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<R: Kept> {
    /// Its name.
    pub id: Id<R>,
    /// Whose it is: a person, or [`crate::CLINIC`].
    pub person: Id<R::Owner>,
    /// When it was made, to the microsecond.
    pub created: Timestamp,
    /// When it was last changed; at first the same as `created`.
    pub changed: Timestamp,
    /// 1, and one more with every change.
    pub version: i64,
    /// What it says.
    pub record: R,
}
