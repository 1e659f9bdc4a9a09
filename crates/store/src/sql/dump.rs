//! The tables as a backup takes them: which columns, a page after a key, a row put back. Those of `kinds.rs` follow from
//! their lines there.
//!
//! Browser sessions are not here, so that whoever was let in once is not let in again by a restore; nor is what
//! remains to be done to objects, since a backup holds only objects that have a row.

use crate::kinds::{clinic_kinds, kinds};
use crate::migrate;
use crate::value::Cell;
use crate::who::StaffRole;

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

/// The table that names people and entries long after they are gone.
pub const JOURNAL: &str = "journal";

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

macro_rules! clinic_dump {
    ($table:literal, $($column:ident: $type:ty),+) => {
        Dump {
            name: $table,
            columns: &[
                ("id", Kind::Text), ("clinic", Kind::Text), ("version", Kind::Int), ("created", Kind::Int),
                ("changed", Kind::Int), ("sealed", Kind::Bytes)
                $(, (stringify!($column), <$type as Cell>::KIND))+
            ],
            page: concat!(
                "SELECT id, clinic, version, created, changed, sealed" $(, ", ", stringify!($column))+,
                " FROM ", $table, " WHERE id > $1 ORDER BY id LIMIT 500"
            ),
            insert: concat!(
                "INSERT INTO ", $table, " (id, clinic, version, created, changed, sealed"
                $(, ", ", stringify!($column))+, ") VALUES ($1, $2, $3, $4, $5, $6",
                crate::sql::clear_values!($($column),+), ")"
            ),
        }
    };
}

macro_rules! clinic_dumps {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        /// The clinic's.
        const CLINIC_DUMPS: &[Dump] = &[$(clinic_dump!($table, $($column: $type),+)),*];
    };
}
clinic_kinds!(clinic_dumps);

/// The clinic itself, to which all others point.
const CLINIC_FIRST: &[Dump] = &[
    dump!("clinic", "id" Text, "kind" Text, "created" Int, "key_id" MaybeText, "wrapped" MaybeBytes;
        "$1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET kind = $2, created = $3, key_id = $4, wrapped = $5"),
];

/// Tables of backups from before migration 4 as they are put into those of today.
const BEFORE_4: &[Dump] = &[
    Dump {
        name: "setting",
        columns: &[("id", Kind::Text), ("kind", Kind::Text), ("created", Kind::Int)],
        page: "",
        insert: "INSERT INTO clinic (id, kind, created) VALUES ($1, $2, $3) \
                 ON CONFLICT (id) DO UPDATE SET kind = $2, created = $3",
    },
    Dump {
        name: "person",
        columns: &[
            ("id", Kind::Text),
            ("setting", Kind::Text),
            ("version", Kind::Int),
            ("created", Kind::Int),
            ("changed", Kind::Int),
            ("key_id", Kind::Text),
            ("wrapped", Kind::Bytes),
            ("sealed", Kind::Bytes),
        ],
        page: "",
        insert: "INSERT INTO person (id, clinic, version, created, changed, key_id, wrapped, sealed) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    },
    // The one passphrase there was, as in the migration; people come before it.
    Dump {
        name: "credential",
        columns: &[("kind", Kind::Text), ("changed", Kind::Int), ("secret", Kind::Text)],
        page: "",
        insert: "INSERT INTO passphrase (actor, changed, secret) VALUES (CASE $1 WHEN 'passphrase' THEN \
                 COALESCE('person:' || (SELECT id FROM person ORDER BY created, id LIMIT 1), 'owner') END, $2, $3)",
    },
];

/// The table of a name in a backup that was made at a migration.
pub fn find(name: &str, schema: i64) -> Option<&'static Dump> {
    let before = BEFORE_4.iter().filter(|_| schema < 4);
    before.chain(all()).find(|dump| dump.name == name)
}

/// Every table, those that others point to first.
pub fn all() -> impl Iterator<Item = &'static Dump> {
    CLINIC_FIRST.iter().chain(CLINIC_DUMPS).chain(DUMPS)
}

macro_rules! dumps {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// People's, and what is of the record as a whole. What the migrations put into new tables is replaced.
        const DUMPS: &[Dump] = &[
            dump!("person", "id" Text, "clinic" Text, "version" Int, "created" Int, "changed" Int, "key_id" Text,
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
            dump!("passphrase", "actor" Text, "changed" Int, "secret" Text; "$1, $2, $3)"),
            dump!("feed", "token" Bytes, "id" Text, "person" Text, "plain" Int, "created" Int; "$1, $2, $3, $4, $5)"),
        ];
    };
}
kinds!(dumps);

/// Every text of this file.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    let now = all().flat_map(|dump| [dump.page, dump.insert]);
    now.chain(BEFORE_4.iter().map(|dump| dump.insert))
}

/// The number of the newest migration: a backup of a later one can't be put back by this program.
pub fn schema() -> i64 {
    migrate::SQLITE.iter().map(|(number, ..)| *number).max().unwrap_or(0)
}
