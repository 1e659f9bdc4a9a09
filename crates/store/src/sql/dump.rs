//! The tables as a backup takes them: which columns, a page after a key, a row put back. Those of `kinds.rs` follow from
//! their lines there.
//!
//! Browser sessions are not here, so that whoever was let in once is not let in again by a restore; nor is what
//! remains to be done to objects, since a backup holds only objects that have a row.

use crate::kinds::kinds;
use crate::migrate;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A text or nothing.
    MaybeText,
    /// A number.
    Int,
    /// Bytes.
    Bytes,
    /// Bytes or nothing.
    MaybeBytes,
}

/// A table in a backup.
pub struct Dump {
    /// Its name.
    pub name: &'static str,
    /// Its columns; the first is the key.
    pub columns: &'static [(&'static str, Kind)],
    /// The next 500 rows after `$1`.
    pub page: &'static str,
    /// Puts a row back.
    pub insert: &'static str,
}

macro_rules! dump {
    (record $table:literal) => {
        dump!($table, "id" Text, "person" Text, "version" Int, "created" Int, "changed" Int, "sealed" Bytes;
            "$1, $2, $3, $4, $5, $6)")
    };
    (record $table:literal $session:ident) => {
        dump!($table, "id" Text, "person" Text, "parent" Text, "version" Int, "created" Int, "changed" Int,
            "sealed" Bytes; "$1, $2, $3, $4, $5, $6, $7)")
    };
    ($table:literal, $key:literal $kind:ident $(, $column:literal $of:ident)*; $values:literal) => {
        Dump {
            name: $table,
            columns: &[($key, Kind::$kind) $(, ($column, Kind::$of))*],
            page: concat!(
                "SELECT ", $key $(, ", ", $column)*, " FROM ", $table, " WHERE ", $key, " > $1 ORDER BY ", $key,
                " LIMIT 500"
            ),
            insert: concat!("INSERT INTO ", $table, " (", $key $(, ", ", $column)*, ") VALUES (", $values),
        }
    };
}

macro_rules! dumps {
    ($($kind:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Every table, those that others point to first. What the migrations put into new tables is replaced.
        pub const DUMPS: &[Dump] = &[
            dump!("setting", "id" Text, "kind" Text, "created" Int;
                "$1, $2, $3) ON CONFLICT (id) DO UPDATE SET kind = $2, created = $3"),
            dump!("person", "id" Text, "setting" Text, "version" Int, "created" Int, "changed" Int, "key_id" Text,
                "wrapped" Bytes, "sealed" Bytes; "$1, $2, $3, $4, $5, $6, $7, $8)"),
            $(dump!(record $table $($session)?),)*
            dump!("photo", "id" Text, "person" Text, "parent" MaybeText, "version" Int, "created" Int, "changed" Int,
                "sealed" Bytes, "object" Text, "wrapped" Bytes, "full_size" Int, "full_hash" Bytes, "thumb_size" Int,
                "thumb_hash" Bytes; "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"),
            dump!("journal", "n" Int, "at" Int, "who" Text, "what" Text, "tbl" Text, "entry" Text, "person" MaybeText,
                "version" Int, "before" MaybeBytes, "after" MaybeBytes, "prev" Bytes, "hash" Bytes;
                "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"),
            dump!("head", "id" Int, "n" Int, "key_id" MaybeText, "sealed" MaybeBytes;
                "$1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET n = $2, key_id = $3, sealed = $4"),
            dump!("credential", "kind" Text, "changed" Int, "secret" Text; "$1, $2, $3)"),
            dump!("feed", "token" Bytes, "id" Text, "person" Text, "plain" Int, "created" Int; "$1, $2, $3, $4, $5)"),
        ];
    };
}
kinds!(dumps);

/// Every text of this file.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    DUMPS.iter().flat_map(|dump| [dump.page, dump.insert])
}

/// The number of the newest migration: a backup of a later one can't be put back by this program.
pub fn schema() -> i64 {
    migrate::SQLITE.iter().map(|(number, ..)| *number).max().unwrap_or(0)
}
