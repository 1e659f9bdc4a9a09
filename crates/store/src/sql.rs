//! Every statement there is, one text for both engines. The tables are made in `migrate.rs`.
//!
//! The tables of records have the same shape, so their statements come from one macro (see `kinds.rs`). [`all`] lists
//! every text, so that a test can have both engines prepare them.

pub mod dump;

use crate::kinds::kinds;
use crate::table::{CLINIC_TABLES, TABLES};

/// The statements of a table of records. `$1` is whose it is, `$2` the entry.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// One entry: id, version, created, changed, sealed, the owner's wrapped key, what stands in clear.
    pub find: &'static str,
    /// All of an owner, in the order they were made; the same columns.
    pub list: &'static str,
    /// A new entry: version 1, times, sealed, parent if it has one. Does nothing if the id is taken.
    pub insert: &'static str,
    /// A new version: version, changed, sealed, parent if it has one.
    pub update: &'static str,
    /// Removes one.
    pub delete: &'static str,
    /// Removes all of an owner.
    pub erase: &'static str,
    /// What stands in clear of all, in the order they were made; empty if nothing does.
    pub index: &'static str,
    /// Whether the rows have a parent.
    pub parent: bool,
    /// Whether objects hang on the rows.
    pub objects: bool,
}

impl Table {
    fn texts(&self) -> impl Iterator<Item = &'static str> {
        let Self { find, list, insert, update, delete, erase, index, .. } = *self;
        let all = [find, list, insert, update, delete, erase, index];
        all.into_iter().filter(|text| !text.is_empty())
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
            index: "",
            parent: !$set.is_empty(),
            objects: $objects,
        }
    };
}
pub(crate) use table;

/// The numbers of the values that go into clear columns.
macro_rules! clear_values {
    ($a:ident) => {
        ", $7"
    };
    ($a:ident, $b:ident) => {
        ", $7, $8"
    };
    ($a:ident, $b:ident, $c:ident) => {
        ", $7, $8, $9"
    };
}
pub(crate) use clear_values;

/// The same where they are set.
macro_rules! clear_sets {
    ($a:ident) => {
        concat!(", ", stringify!($a), " = $6")
    };
    ($a:ident, $b:ident) => {
        concat!(", ", stringify!($a), " = $6, ", stringify!($b), " = $7")
    };
    ($a:ident, $b:ident, $c:ident) => {
        concat!(", ", stringify!($a), " = $6, ", stringify!($b), " = $7, ", stringify!($c), " = $8")
    };
}
pub(crate) use clear_sets;

/// The statements of a table of the clinic's records, with the columns that stand in clear.
macro_rules! clinic_table {
    ($table:literal, $($column:ident),+) => {
        Table {
            name: $table,
            find: concat!(
                "SELECT r.id, r.version, r.created, r.changed, r.sealed, c.wrapped"
                $(, ", r.", stringify!($column))+, " FROM ", $table,
                " r JOIN clinic c ON c.id = r.clinic WHERE r.clinic = $1 AND r.id = $2"
            ),
            list: concat!(
                "SELECT r.id, r.version, r.created, r.changed, r.sealed, c.wrapped"
                $(, ", r.", stringify!($column))+, " FROM ", $table,
                " r JOIN clinic c ON c.id = r.clinic WHERE r.clinic = $1 ORDER BY r.created, r.id"
            ),
            insert: concat!(
                "INSERT INTO ", $table, " (clinic, id, version, created, changed, sealed"
                $(, ", ", stringify!($column))+, ") VALUES ($1, $2, $3, $4, $5, $6",
                crate::sql::clear_values!($($column),+), ") ON CONFLICT DO NOTHING"
            ),
            update: concat!(
                "UPDATE ", $table, " SET version = $3, changed = $4, sealed = $5",
                crate::sql::clear_sets!($($column),+), " WHERE clinic = $1 AND id = $2"
            ),
            delete: concat!("DELETE FROM ", $table, " WHERE clinic = $1 AND id = $2"),
            erase: concat!("DELETE FROM ", $table, " WHERE clinic = $1"),
            index: concat!(
                "SELECT id" $(, ", ", stringify!($column))+, " FROM ", $table,
                " WHERE clinic = $1 ORDER BY created, id"
            ),
            parent: false,
            objects: false,
        }
    };
}
pub(crate) use clinic_table;

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
    insert: "INSERT INTO person (id, version, created, changed, sealed, clinic, key_id, wrapped) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    update: "UPDATE person SET version = $3, changed = $4, sealed = $5 WHERE id = $1 AND id = $2",
    delete: "DELETE FROM person WHERE id = $1 AND id = $2",
    erase: "DELETE FROM person WHERE id = $1",
    index: "",
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
    /// Which version of the program wrote last.
    PROGRAM = "SELECT version FROM program";
    /// Notes that another one does.
    PROGRAM_NOTE = "INSERT INTO program (id, version) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET version = $1";
    /// Moves the head.
    HEAD_MOVE = "UPDATE head SET n = $1, key_id = $2, sealed = $3 WHERE id = 1";
    /// Which record it is.
    RECORD_READ = "SELECT record FROM head WHERE id = 1";
    /// The same, in our turn to write.
    RECORD_TAKE = "UPDATE head SET n = n WHERE id = 1 RETURNING record";
    /// Says which.
    RECORD_NAME = "UPDATE head SET record = $1 WHERE id = 1";
    /// Appends a row.
    JOURNAL_ADD = "INSERT INTO journal (n, at, who, what, tbl, entry, person, version, before, after, prev, hash) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// What was done to a person's record, newest first.
    JOURNAL_LIST = "SELECT n, at, who, what, tbl, entry FROM journal \
                    WHERE person = $1 AND what <> 'read' ORDER BY n DESC";
    /// Rows of nobody's, newest first.
    JOURNAL_CLINIC = "SELECT n, at, who, what, tbl, entry FROM journal WHERE person IS NULL ORDER BY n DESC";
    /// Who read a person's record, newest first.
    READINGS = "SELECT n, at, who, what, tbl, entry FROM journal WHERE person = $1 AND what = 'read' ORDER BY n DESC";
    /// When somebody last read it.
    READING_LAST = "SELECT at FROM journal WHERE person = $1 AND who = $2 AND what = 'read' ORDER BY n DESC LIMIT 1";
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
    /// The clinic's wrapped key, once there is one.
    CLINIC_KEY = "SELECT wrapped FROM clinic WHERE id = $1";
    /// Keeps it.
    CLINIC_KEY_SET = "UPDATE clinic SET key_id = $2, wrapped = $3 WHERE id = $1";
    /// What somebody does who works here.
    STAFF_ROLE = "SELECT role FROM staff WHERE id = $1 AND works = 1";
    /// A new login.
    LOGIN_ADD = "INSERT INTO login (token, id, actor, role, language, zone, created, seen) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT DO NOTHING";
    /// A login by its token.
    LOGIN_FIND = "SELECT id, actor, role, language, zone, created, seen FROM login WHERE token = $1";
    /// Seen again.
    LOGIN_SEEN = "UPDATE login SET seen = $2 WHERE token = $1";
    /// Spoken to in another way.
    LOGIN_READER = "UPDATE login SET language = $2, zone = $3 WHERE token = $1";
    /// Somebody else acts in it.
    LOGIN_ACTS = "UPDATE login SET actor = $2, role = $3 WHERE token = $1";
    /// One of an actor's is another's.
    LOGIN_LEAVE = "UPDATE login SET actor = $3 WHERE token = $1 AND actor = $2";
    /// All of an actor have a role.
    LOGIN_ROLE = "UPDATE login SET role = $2 WHERE actor = $1";
    /// Over.
    LOGIN_CLOSE = "DELETE FROM login WHERE token = $1";
    /// All of an actor over.
    LOGIN_CLOSE_OF = "DELETE FROM login WHERE actor = $1";
    /// All of an actor over but one.
    LOGIN_CLOSE_OTHERS_OF = "DELETE FROM login WHERE actor = $1 AND token <> $2";
    /// Somebody's passphrase.
    PASSPHRASE = "SELECT secret FROM passphrase WHERE actor = $1";
    /// Everybody's.
    PASSPHRASES = "SELECT actor, secret FROM passphrase ORDER BY actor";
    /// Sets it.
    PASSPHRASE_SET = "INSERT INTO passphrase (actor, changed, secret) VALUES ($1, $2, $3) \
                      ON CONFLICT (actor) DO UPDATE SET changed = $2, secret = $3";
    /// Hands it on to somebody who has none.
    PASSPHRASE_BECOME = "UPDATE passphrase SET actor = $2 WHERE actor = $1 \
                         AND NOT EXISTS (SELECT 1 FROM passphrase own WHERE own.actor = $2)";
    /// Takes it away.
    PASSPHRASE_UNSET = "DELETE FROM passphrase WHERE actor = $1";
    /// A new feed.
    FEED_ADD = "INSERT INTO feed (token, id, person, plain, created) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    /// A feed by its token.
    FEED_FIND = "SELECT person, plain, created FROM feed WHERE token = $1";
    /// A person's feeds, oldest first.
    FEED_LIST = "SELECT person, plain, created FROM feed WHERE person = $1 ORDER BY created, id";
    /// Closes them.
    FEED_CLOSE = "DELETE FROM feed WHERE person = $1";
}

/// Looks into the file.
pub(crate) const SQLITE_LOOK: &str = "SELECT count(*) FROM sqlite_master";
/// The newest migration.
pub(crate) const SCHEMA: &str = "SELECT max(version) FROM _sqlx_migrations";
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
/// Whether there is a record.
pub(crate) const PG_IS_THERE: &str = "SELECT to_regclass('head') IS NOT NULL";
/// Whether no transaction is open.
pub(crate) const PG_FRESH: &str = "SELECT now() = statement_timestamp()";
/// Gives free pages back.
pub(crate) const SQLITE_VACUUM: &str = "PRAGMA incremental_vacuum";
/// Empties the log.
pub(crate) const SQLITE_CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
macro_rules! vacuum {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Removes dead rows.
        pub(crate) const PG_VACUUM: &str =
            concat!("VACUUM photo, login, passphrase, feed" $(, ", ", $table)*);
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
    let tables = TABLES.iter().chain(CLINIC_TABLES).flat_map(|table| table.texts());
    tables.chain(TEXTS.iter().copied()).chain(dump::texts())
}

#[cfg(test)]
mod tests;
