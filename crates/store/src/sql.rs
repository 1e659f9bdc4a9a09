//! Every statement there is, one text for both engines. The tables are made in `migrate.rs`.
//!
//! The tables of records have the same shape, so their statements come from one macro (see `kinds.rs`). [`all`] lists
//! every text, so that a test can have both engines prepare them.

pub mod dump;

use crate::kinds::kinds;
use crate::sql::dump::Kind;
use crate::table::{CLINIC_TABLES, TABLES};

/// The statements of a table of records. `$1` is whose it is, `$2` the entry.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// One entry: the columns of [`Seen`](crate::held::Seen), then what stands beside the seal.
    pub find: &'static str,
    /// All of an owner, in the order they were made; the same columns.
    pub list: &'static str,
    /// Entries of an owner that the journal says must be there and aren't.
    pub missing: &'static str,
    /// The same of one entry.
    pub lost: &'static str,
    /// When the entries of an owner were added, the last time last.
    pub added: &'static str,
    /// A new entry: version 1, times, sealed, parent if it has one. Does nothing if the id is taken.
    pub insert: &'static str,
    /// A row as a new one is told, over the one of its id.
    pub mend: &'static str,
    /// A new version: version, changed, sealed, parent if it has one.
    pub update: &'static str,
    /// Removes one.
    pub delete: &'static str,
    /// Removes all of an owner.
    pub erase: &'static str,
    /// Whether the rows have a parent.
    pub parent: bool,
    /// Columns of the rows that are bound under the seal and not told in it: where the pixels are.
    pub more: &'static [Kind],
    /// Whether objects hang on the rows.
    pub objects: bool,
}

impl Table {
    fn texts(&self) -> impl Iterator<Item = &'static str> {
        let Self { find, list, missing, lost, added, insert, mend, .. } = *self;
        let Self { update, delete, erase, .. } = *self;
        [find, list, missing, lost, added, insert, mend, update, delete, erase].into_iter()
    }
}

/// Rows of a table as they are seen: beside the last row of the journal about each. `$owner` holds the key of `$column`.
macro_rules! seen {
    ($table:literal, $owner:literal, $column:literal, $of:literal, $parent:literal, $more:expr) => {
        concat!(
            "SELECT r.id, r.version, r.created, r.changed, r.sealed, o.wrapped, ",
            $parent,
            ", j.what, j.version, CAST(CASE WHEN j.after = r.sealed THEN 1 ELSE 0 END AS BIGINT), j.at",
            $more,
            " FROM ",
            $table,
            " r LEFT JOIN ",
            $owner,
            " o ON o.id = r.",
            $column,
            " LEFT JOIN journal j ON j.n = (SELECT max(l.n) FROM journal l WHERE l.person",
            $of,
            " AND l.tbl = '",
            $table,
            "' AND l.entry = r.id AND l.what <> 'read') WHERE r.",
            $column,
            " = $1"
        )
    };
}
pub(crate) use seen;

/// Entries whose last row of the journal says that they are there, and that have no row.
macro_rules! missing {
    ($table:literal, $column:literal, $of:literal, $more:literal) => {
        concat!(
            "SELECT l.entry FROM journal l WHERE l.person",
            $of,
            " AND l.tbl = '",
            $table,
            "' AND l.what <> 'read' AND l.what <> 'removed' AND l.what <> 'erased'",
            $more,
            " AND NOT EXISTS (SELECT 1 FROM ",
            $table,
            " r WHERE r.id = l.entry AND r.",
            $column,
            " = $1) AND NOT EXISTS (SELECT 1 FROM journal n WHERE n.person",
            $of,
            " AND n.tbl = '",
            $table,
            "' AND n.entry = l.entry AND n.what <> 'read' AND n.n > l.n)",
            // What went with its person was not removed one by one.
            " AND NOT EXISTS (SELECT 1 FROM journal e WHERE e.person = $1 AND e.what = 'erased' AND e.n > l.n)",
            " ORDER BY l.entry"
        )
    };
}
pub(crate) use missing;

/// When the entries of an owner were added.
macro_rules! added {
    ($table:literal, $of:literal) => {
        concat!(
            "SELECT l.entry, l.at FROM journal l WHERE l.person",
            $of,
            " AND l.tbl = '",
            $table,
            "' AND l.what = 'added' AND l.what <> 'read' ORDER BY l.entry, l.n"
        )
    };
}
pub(crate) use added;

/// The statements of a table of records; with the field that names the session its rows follow, if they do.
macro_rules! table {
    ($table:literal) => {
        table!($table, "CAST(NULL AS TEXT)", "", "", "", "", &[], false)
    };
    ($table:literal, $session:ident) => {
        table!($table, "r.parent", ", parent", ", $7", ", parent = $6", "", &[], false)
    };
    (
        $table:literal, $parent:literal, $columns:literal, $values:literal, $set:literal, $beside:literal,
        $more:expr, $objects:literal
    ) => {
        Table {
            name: $table,
            find: concat!(
                crate::sql::seen!($table, "person", "person", " = $1", $parent, $beside),
                " AND r.id = $2"
            ),
            list: concat!(
                crate::sql::seen!($table, "person", "person", " = $1", $parent, $beside),
                " ORDER BY r.created, r.id"
            ),
            missing: crate::sql::missing!($table, "person", " = $1", ""),
            lost: crate::sql::missing!($table, "person", " = $1", " AND l.entry = $2"),
            added: crate::sql::added!($table, " = $1"),
            insert: concat!(
                "INSERT INTO ",
                $table,
                " (person, id, version, created, changed, sealed",
                $columns,
                ") VALUES ($1, $2, $3, $4, $5, $6",
                $values,
                ") ON CONFLICT DO NOTHING"
            ),
            mend: concat!(
                "UPDATE ",
                $table,
                " SET (person, version, created, changed, sealed",
                $columns,
                ") = ($1, $3, $4, $5, $6",
                $values,
                ") WHERE id = $2"
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
            more: $more,
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
                crate::sql::seen!(
                    $table, "clinic", "clinic", " IS NULL", "CAST(NULL AS TEXT)",
                    concat!($(", r.", stringify!($column)),+)
                ),
                " AND r.id = $2"
            ),
            list: concat!(
                crate::sql::seen!(
                    $table, "clinic", "clinic", " IS NULL", "CAST(NULL AS TEXT)",
                    concat!($(", r.", stringify!($column)),+)
                ),
                " ORDER BY r.created, r.id"
            ),
            missing: crate::sql::missing!($table, "clinic", " IS NULL", ""),
            lost: crate::sql::missing!($table, "clinic", " IS NULL", " AND l.entry = $2"),
            added: crate::sql::added!($table, " IS NULL"),
            insert: concat!(
                "INSERT INTO ", $table, " (clinic, id, version, created, changed, sealed"
                $(, ", ", stringify!($column))+, ") VALUES ($1, $2, $3, $4, $5, $6",
                crate::sql::clear_values!($($column),+), ") ON CONFLICT DO NOTHING"
            ),
            mend: concat!(
                "UPDATE ", $table, " SET (clinic, version, created, changed, sealed"
                $(, ", ", stringify!($column))+, ") = ($1, $3, $4, $5, $6",
                crate::sql::clear_values!($($column),+), ") WHERE id = $2"
            ),
            update: concat!(
                "UPDATE ", $table, " SET version = $3, changed = $4, sealed = $5",
                crate::sql::clear_sets!($($column),+), " WHERE clinic = $1 AND id = $2"
            ),
            delete: concat!("DELETE FROM ", $table, " WHERE clinic = $1 AND id = $2"),
            erase: concat!("DELETE FROM ", $table, " WHERE clinic = $1"),
            parent: false,
            more: &[],
            objects: false,
        }
    };
}
pub(crate) use clinic_table;

/// Table `photo`: its rows also say where the pixels are, and what they have to be.
pub const PHOTO: Table = table!(
    "photo",
    "r.parent",
    ", parent, object, wrapped, full_size, full_hash, thumb_size, thumb_hash",
    ", $7, $8, $9, $10, $11, $12, $13",
    ", parent = $6",
    ", r.object, r.wrapped, r.full_size, r.full_hash, r.thumb_size, r.thumb_hash",
    &[Kind::Text, Kind::Bytes, Kind::Int, Kind::Bytes, Kind::Int, Kind::Bytes],
    true
);

/// A row of people is seen as its own owner.
macro_rules! seen_person {
    ($more:literal) => {
        concat!(
            "SELECT r.id, r.version, r.created, r.changed, r.sealed, r.wrapped, CAST(NULL AS TEXT), ",
            "j.what, j.version, CAST(CASE WHEN j.after = r.sealed THEN 1 ELSE 0 END AS BIGINT), j.at ",
            "FROM person r LEFT JOIN journal j ON j.n = (SELECT max(l.n) FROM journal l WHERE l.person = $1 ",
            "AND l.tbl = 'person' AND l.entry = r.id AND l.what <> 'read') WHERE r.id = $1",
            $more
        )
    };
}

/// Table `person`: its rows are their own person and hold the wrapped key.
pub const PERSON: Table = Table {
    name: "person",
    find: seen_person!(" AND r.id = $2"),
    list: seen_person!(""),
    missing: missing!("person", "id", " = $1", ""),
    lost: missing!("person", "id", " = $1", " AND l.entry = $2"),
    added: added!("person", " = $1"),
    insert: "INSERT INTO person (id, version, created, changed, sealed, clinic, key_id, wrapped) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    mend: "UPDATE person SET (version, created, changed, sealed, clinic, key_id, wrapped) \
           = ($2, $3, $4, $5, $6, $7, $8) WHERE id = $1",
    update: "UPDATE person SET version = $3, changed = $4, sealed = $5 WHERE id = $1 AND id = $2",
    delete: "DELETE FROM person WHERE id = $1 AND id = $2",
    erase: "DELETE FROM person WHERE id = $1",
    parent: false,
    more: &[],
    objects: false,
};

/// Logins beside the last row of the journal about each.
macro_rules! login {
    ($which:literal) => {
        concat!(
            "SELECT l.token, l.id, l.actor, l.role, l.language, l.zone, l.created, l.seen, l.mac, j.what, j.after ",
            "FROM login l LEFT JOIN journal j ON j.n = (SELECT max(d.n) FROM journal d ",
            "WHERE d.entry = l.id AND d.tbl = 'login') WHERE ",
            $which
        )
    };
}

/// Feeds beside the last row of the journal about each.
macro_rules! feed {
    ($which:literal) => {
        concat!(
            "SELECT f.token, f.id, f.person, f.plain, f.created, j.what, j.after ",
            "FROM feed f LEFT JOIN journal j ON j.n = (SELECT max(d.n) FROM journal d ",
            "WHERE d.entry = f.id AND d.tbl = 'feed') WHERE ",
            $which
        )
    };
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub const $name: &str = $text;)*
        const TEXTS: &[&str] = &[$($name),*];
    };
}

texts! {
    /// Everybody, oldest first.
    PEOPLE = "SELECT id FROM person ORDER BY created, id";
    /// Everybody who was added after a row of the journal and, as it says, must be there and isn't.
    PEOPLE_MISSING = "SELECT l.entry FROM journal l WHERE l.tbl = 'person' AND l.what = 'added' AND l.n > $1 \
                      AND NOT EXISTS (SELECT 1 FROM person r WHERE r.id = l.entry) \
                      AND NOT EXISTS (SELECT 1 FROM journal e WHERE e.person = l.entry AND e.what = 'erased' AND e.n > l.n) \
                      ORDER BY l.n";
    /// What the last row of the journal about an entry of a person says.
    SAID = "SELECT what, version, after FROM journal WHERE person = $1 AND tbl = $2 AND entry = $3 AND what <> 'read' \
            ORDER BY n DESC LIMIT 1";
    /// The same of the clinic's.
    SAID_OF_CLINIC = "SELECT what, version, after FROM journal WHERE person IS NULL AND tbl = $1 AND entry = $2 \
                      AND what <> 'read' ORDER BY n DESC LIMIT 1";
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
    /// A key that lets a browser in.
    ENTRY_KEY_ADD = "INSERT INTO entry_key (token, actor, created, mac) VALUES ($1, $2, $3, $4)";
    /// Uses one up.
    ENTRY_KEY_TAKE = "DELETE FROM entry_key WHERE token = $1 RETURNING actor, created, mac";
    /// Those that have ended, or were made by a clock that was far ahead.
    ENTRY_KEYS_END = "DELETE FROM entry_key WHERE created < $1 OR created > $2";
    /// Those that let somebody in.
    ENTRY_KEYS_FORGET = "DELETE FROM entry_key WHERE actor = $1";
    /// The clinic's wrapped key, once there is one.
    CLINIC_KEY = "SELECT wrapped FROM clinic WHERE id = $1";
    /// Keeps it.
    CLINIC_KEY_SET = "UPDATE clinic SET key_id = $2, wrapped = $3 WHERE id = $1";
    /// A new login.
    LOGIN_ADD = "INSERT INTO login (token, id, actor, role, language, zone, created, seen, mac) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8) ON CONFLICT DO NOTHING";
    /// A login by its token, beside the last row of the journal about it.
    LOGIN_FIND = login!("l.token = $1");
    /// All of an actor.
    LOGINS_KNOWN_OF = login!("l.actor = $1");
    /// All after a token.
    LOGINS_ALL = login!("l.token > $1");
    /// Says another thing of it.
    LOGIN_WRITE = "UPDATE login SET actor = $2, role = $3, language = $4, zone = $5, seen = $6, mac = $7 WHERE token = $1";
    /// Token, id and actor of one.
    LOGINS_WITH = "SELECT token, id, actor FROM login WHERE token = $1";
    /// Of an actor's.
    LOGINS_OF = "SELECT token, id, actor FROM login WHERE actor = $1";
    /// Of an actor's but one.
    LOGINS_OF_WITHOUT = "SELECT token, id, actor FROM login WHERE actor = $1 AND token <> $2";
    /// Over.
    LOGIN_CLOSE = "DELETE FROM login WHERE token = $1";
    /// Somebody's passphrase.
    PASSPHRASE = "SELECT secret, changed FROM passphrase WHERE actor = $1";
    /// Everybody's.
    PASSPHRASES = "SELECT actor, secret, changed FROM passphrase ORDER BY actor";
    /// What the journal says last of somebody's.
    PASSPHRASE_TOLD = "SELECT d.entry, d.person, d.what, d.after FROM journal d \
                       WHERE d.entry = $1 AND d.tbl = 'passphrase' ORDER BY d.n DESC LIMIT 1";
    /// Whose the journal says are set; entries after one.
    PASSPHRASES_TOLD = "SELECT d.entry, d.person FROM journal d \
                        WHERE d.entry > $1 AND d.tbl = 'passphrase' AND d.what <> 'removed' \
                        AND NOT EXISTS (SELECT 1 FROM journal n WHERE n.entry = d.entry AND n.tbl = 'passphrase' AND n.n > d.n) \
                        ORDER BY d.entry";
    /// Sets it.
    PASSPHRASE_SET = "INSERT INTO passphrase (actor, changed, secret) VALUES ($1, $2, $3) \
                      ON CONFLICT (actor) DO UPDATE SET changed = $2, secret = $3";
    /// Takes it away.
    PASSPHRASE_UNSET = "DELETE FROM passphrase WHERE actor = $1";
    /// A new feed.
    FEED_ADD = "INSERT INTO feed (token, id, person, plain, created) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    /// A feed by its token, beside the last row of the journal about it.
    FEED_FIND = feed!("f.token = $1");
    /// A person's feeds, oldest first.
    FEED_LIST = feed!("f.person = $1 ORDER BY f.created, f.id");
    /// All after a token.
    FEED_ALL = feed!("f.token > $1");
    /// Closes them.
    FEED_CLOSE = "DELETE FROM feed WHERE person = $1";
    /// When a row of the journal was written.
    JOURNAL_AT = "SELECT at FROM journal WHERE n = $1";
}

/// Looks into the file.
pub(crate) const SQLITE_LOOK: &str = "SELECT count(*) FROM sqlite_master";
/// Whether there is a list of migrations.
pub(crate) const SQLITE_MIGRATED: &str =
    "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'";
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
