//! How the tables came to be: numbered steps, one text per engine under the same number, never changed once released.

use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use crate::error::{Error, is_full};

/// Number, name and text of each migration of SQLite.
pub(crate) const SQLITE: &[(i64, &str, &str)] = &[
    (1, "record", include_str!("../migrations/sqlite/0001_record.sql")),
    (2, "outcome", include_str!("../migrations/sqlite/0002_outcome.sql")),
    (3, "clearance", include_str!("../migrations/sqlite/0003_clearance.sql")),
    (4, "house", include_str!("../migrations/sqlite/0004_house.sql")),
    (5, "program", include_str!("../migrations/sqlite/0005_program.sql")),
    (6, "record id", include_str!("../migrations/sqlite/0006_record_id.sql")),
    (7, "held", include_str!("../migrations/sqlite/0007_held.sql")),
    (8, "doors", include_str!("../migrations/sqlite/0008_doors.sql")),
];
/// The same numbers for PostgreSQL.
pub(crate) const POSTGRES: &[(i64, &str, &str)] = &[
    (1, "record", include_str!("../migrations/postgres/0001_record.sql")),
    (2, "outcome", include_str!("../migrations/postgres/0002_outcome.sql")),
    (3, "clearance", include_str!("../migrations/postgres/0003_clearance.sql")),
    (4, "house", include_str!("../migrations/postgres/0004_house.sql")),
    (5, "program", include_str!("../migrations/postgres/0005_program.sql")),
    (6, "record id", include_str!("../migrations/postgres/0006_record_id.sql")),
    (7, "held", include_str!("../migrations/postgres/0007_held.sql")),
    (8, "doors", include_str!("../migrations/postgres/0008_doors.sql")),
];

/// Brings a database forward, step by step; never back.
pub(crate) fn migrator(migrations: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migrations = migrations.iter().map(|(version, name, text)| {
        let kind = MigrationType::Simple;
        Migration::new(*version, (*name).into(), kind, text.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}

/// Why that didn't work; with the version of the program that is needed, if the record says so.
pub(crate) fn unmigrated(error: MigrateError, needs: Option<String>) -> Error {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        MigrateError::VersionMissing(_)
        | MigrateError::VersionTooOld(..)
        | MigrateError::VersionTooNew(..) => Error::Newer { needs },
        error if is_full(&error) => Error::Full,
        error => Error::unavailable(&error),
    }
}
