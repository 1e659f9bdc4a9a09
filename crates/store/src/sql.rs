//! Every statement there is, one text for both engines. The tables are made in `migrate.rs`.
//!
//! The tables of records have the same shape, so their statements come from one macro (see `kinds.rs`). [`all`] lists
//! every text, so that a test can have both engines prepare them.

pub mod dump;

use crate::kinds::kinds;
use crate::table::TABLES;

/// The statements of a table of records. `$1` is the person, `$2` the entry.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// One entry: id, version, created, changed, sealed, the person's wrapped key.
    pub find: &'static str,
    /// All of a person, in the order they were made; the same columns.
    pub list: &'static str,
    /// A new entry: version 1, times, sealed, parent if it has one. Does nothing if the id is taken.
    pub insert: &'static str,
    /// A new version: version, changed, sealed, parent if it has one.
    pub update: &'static str,
    /// Removes one.
    pub delete: &'static str,
    /// Removes all of a person.
    pub erase: &'static str,
    /// Whether the rows have a parent.
    pub parent: bool,
    /// Whether objects hang on the rows.
    pub objects: bool,
}

impl Table {
    const fn texts(&self) -> [&'static str; 6] {
        [self.find, self.list, self.insert, self.update, self.delete, self.erase]
    }
}

/// The statements of a table of records; with the field that names the session its rows follow, if they do.
macro_rules! table {
    ($table:literal) => {
        table!($table, "", "", "", false)
    };
    ($table:literal, $session:ident) => {
        table!($table, ", parent", ", $7", ", parent = $6", false)
    };
    ($table:literal, $columns:literal, $values:literal, $set:literal, $objects:literal) => {
        Table {
            name: $table,
            find: concat!(
                "SELECT r.id, r.version, r.created, r.changed, r.sealed, p.wrapped FROM ",
                $table,
                " r JOIN person p ON p.id = r.person WHERE r.person = $1 AND r.id = $2"
            ),
            list: concat!(
                "SELECT r.id, r.version, r.created, r.changed, r.sealed, p.wrapped FROM ",
                $table,
                " r JOIN person p ON p.id = r.person WHERE r.person = $1 ORDER BY r.created, r.id"
            ),
            insert: concat!(
                "INSERT INTO ",
                $table,
                " (person, id, version, created, changed, sealed",
                $columns,
                ") VALUES ($1, $2, $3, $4, $5, $6",
                $values,
                ") ON CONFLICT DO NOTHING"
            ),
            update: concat!(
                "UPDATE ",
                $table,
                " SET version = $3, changed = $4, sealed = $5",
                $set,
                " WHERE person = $1 AND id = $2"
            ),
            delete: concat!("DELETE FROM ", $table, " WHERE person = $1 AND id = $2"),
            erase: concat!("DELETE FROM ", $table, " WHERE person = $1"),
            parent: !$set.is_empty(),
            objects: $objects,
        }
    };
}
pub(crate) use table;

/// Table `photo`: its rows also say where the pixels are, and what they have to be.
pub const PHOTO: Table = table!(
    "photo",
    ", parent, object, wrapped, full_size, full_hash, thumb_size, thumb_hash",
    ", $7, $8, $9, $10, $11, $12, $13",
    ", parent = $6",
    true
);

/// Table `person`: its rows are their own person and hold the wrapped key.
pub const PERSON: Table = Table {
    name: "person",
    find: "SELECT id, version, created, changed, sealed, wrapped FROM person WHERE id = $1 AND id = $2",
    list: "SELECT id, version, created, changed, sealed, wrapped FROM person WHERE id = $1",
    insert: "INSERT INTO person (id, version, created, changed, sealed, setting, key_id, wrapped) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    update: "UPDATE person SET version = $3, changed = $4, sealed = $5 WHERE id = $1 AND id = $2",
    delete: "DELETE FROM person WHERE id = $1 AND id = $2",
    erase: "DELETE FROM person WHERE id = $1",
    parent: false,
    objects: false,
};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub const $name: &str = $text;)*
        const TEXTS: &[&str] = &[$($name),*];
    };
}

texts! {
    /// Everybody, oldest first.
    PEOPLE = "SELECT id FROM person ORDER BY created, id";
    /// A person's wrapped key.
    PERSON_KEY = "SELECT wrapped FROM person WHERE id = $1";
    /// Whether somebody has this id in a table is asked by trying to insert; this one tells whether anybody is there.
    ANYBODY = "SELECT id FROM person LIMIT 1";
    /// A photograph's object.
    PHOTO_OBJECT = "SELECT object FROM photo WHERE person = $1 AND id = $2";
    /// What reading a photograph needs.
    PHOTO_KEYS = "SELECT r.object, r.wrapped, p.wrapped FROM photo r JOIN person p ON p.id = r.person \
                  WHERE r.person = $1 AND r.id = $2";
    /// All objects of a person.
    PHOTO_OBJECTS = "SELECT object FROM photo WHERE person = $1";
    /// Every photograph there is, for a check of the objects.
    PHOTO_CHECK = "SELECT person, id, object, full_size, full_hash, thumb_size, thumb_hash FROM photo ORDER BY id";
    /// Takes the turn to write, and reads the head.
    HEAD_TAKE = "UPDATE head SET n = n WHERE id = 1 RETURNING n, key_id, sealed";
    /// Reads the head.
    HEAD_READ = "SELECT n, key_id, sealed FROM head WHERE id = 1";
    /// Moves the head.
    HEAD_MOVE = "UPDATE head SET n = $1, key_id = $2, sealed = $3 WHERE id = 1";
    /// Appends a row.
    JOURNAL_ADD = "INSERT INTO journal (n, at, who, what, tbl, entry, person, version, before, after, prev, hash) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// A person's rows, newest first.
    JOURNAL_LIST = "SELECT n, at, who, what, tbl, entry FROM journal WHERE person = $1 ORDER BY n DESC";
    /// What was removed of a person's from a table since a moment, the last first.
    JOURNAL_REMOVED = "SELECT entry, version, at, before FROM journal \
                       WHERE person = $1 AND tbl = $2 AND at >= $3 AND what = 'removed' ORDER BY n DESC";
    /// The next thousand rows.
    JOURNAL_PAGE = "SELECT n, at, who, what, tbl, entry, person, version, before, after, prev, hash FROM journal \
                    WHERE n > $1 ORDER BY n LIMIT 1000";
    /// Notes something to be done.
    JOB_ADD = "INSERT INTO job (object, kind, created) VALUES ($1, $2, $3) ON CONFLICT (object) DO UPDATE SET kind = $2";
    /// What is to be done.
    JOB_LIST = "SELECT object, kind FROM job ORDER BY created, object";
    /// Done.
    JOB_DONE = "DELETE FROM job WHERE object = $1";
    /// A new visit.
    VISIT_ADD = "INSERT INTO visit (token, id, person, created, seen) VALUES ($1, $2, $3, $4, $4) ON CONFLICT DO NOTHING";
    /// A visit by its token.
    VISIT_FIND = "SELECT person, created, seen FROM visit WHERE token = $1";
    /// Seen again.
    VISIT_BIND = "UPDATE visit SET person = $2, seen = $3 WHERE token = $1";
    /// Over.
    VISIT_CLOSE = "DELETE FROM visit WHERE token = $1";
    /// All over but one.
    VISIT_CLOSE_OTHERS = "DELETE FROM visit WHERE token < $1 OR token > $1";
    /// No longer of a person.
    VISIT_LEAVE = "UPDATE visit SET person = NULL WHERE token = $1 AND person = $2";
    /// All of a person over.
    VISIT_ERASE = "DELETE FROM visit WHERE person = $1";
    /// The passphrase.
    PASSPHRASE = "SELECT secret FROM credential WHERE kind = 'passphrase'";
    /// Sets it.
    PASSPHRASE_SET = "INSERT INTO credential (kind, changed, secret) VALUES ('passphrase', $1, $2) \
                      ON CONFLICT (kind) DO UPDATE SET changed = $1, secret = $2";
    /// Takes it away.
    PASSPHRASE_UNSET = "DELETE FROM credential WHERE kind = 'passphrase'";
    /// A new feed.
    FEED_ADD = "INSERT INTO feed (token, id, person, plain, created) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    /// A feed by its token.
    FEED_FIND = "SELECT person, plain, created FROM feed WHERE token = $1";
    /// A person's feeds, oldest first.
    FEED_LIST = "SELECT person, plain, created FROM feed WHERE person = $1 ORDER BY created, id";
    /// Closes them.
    FEED_CLOSE = "DELETE FROM feed WHERE person = $1";
}

/// Begins to write.
pub(crate) const SQLITE_BEGIN: &str = "BEGIN IMMEDIATE";
/// Begins to write.
pub(crate) const PG_BEGIN: &str = "BEGIN";
/// Keeps.
pub(crate) const COMMIT: &str = "COMMIT";
/// Forgets.
pub(crate) const ROLLBACK: &str = "ROLLBACK";
/// Begins to read one moment.
pub(crate) const SQLITE_SNAPSHOT: &str = "BEGIN DEFERRED";
/// Begins to read one moment.
pub(crate) const PG_SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// What is wrong with pages and indexes.
pub(crate) const SQLITE_INTEGRITY: &str =
    "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
/// Rows that point to nothing.
pub(crate) const SQLITE_REFERENCES: &str = "SELECT 'a row of ' || \"table\" || ' points to nothing in ' || parent FROM pragma_foreign_key_check";
/// Indexes and rules that are not in force. Damaged pages are found by reading every row.
pub(crate) const PG_INTEGRITY: &str = "SELECT 'index ' || indexrelid::regclass::text || ' is not valid' \
     FROM pg_index WHERE NOT indisvalid \
     UNION ALL SELECT 'rule ' || conname::text || ' is not in force' FROM pg_constraint WHERE NOT convalidated";
/// Whether no transaction is open.
pub(crate) const PG_FRESH: &str = "SELECT now() = statement_timestamp()";
/// Gives free pages back.
pub(crate) const SQLITE_VACUUM: &str = "PRAGMA incremental_vacuum";
/// Empties the log.
pub(crate) const SQLITE_CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
macro_rules! vacuum {
    ($($kind:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Removes dead rows.
        pub(crate) const PG_VACUUM: &str =
            concat!("VACUUM photo, visit, feed" $(, ", ", $table)*);
    };
}
kinds!(vacuum);
/// A number after that of every transaction so far.
pub(crate) const PG_MARK: &str = "SELECT pg_current_xact_id()::xid::text";
/// How many transactions, snapshots, prepared transactions and followers still need rows from before a mark.
pub(crate) const PG_OLDER: &str = "SELECT count(*) FROM ( \
     SELECT backend_xmin AS x FROM pg_stat_activity \
      WHERE pid <> pg_backend_pid() AND (datname = current_database() OR datname IS NULL) \
     UNION ALL SELECT backend_xid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() \
     UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE database = current_database() \
     UNION ALL SELECT xmin FROM pg_replication_slots) older WHERE age(x) > age($1::xid)";
/// Others wait behind a table that is written anew, so not for long.
pub(crate) const PG_HURRY: &str = "SET lock_timeout = '2s'";
/// Writes the table with the keys anew, without what was deleted.
pub(crate) const PG_REWRITE: &str = "VACUUM (FULL) person";
/// Every statement that both engines understand.
pub fn all() -> impl Iterator<Item = &'static str> {
    let tables = TABLES.iter().flat_map(|table| table.texts());
    tables.chain(TEXTS.iter().copied()).chain(dump::texts())
}

#[cfg(test)]
mod tests;
