//! How the tables came to be: numbered steps, one text per engine under the same number, never changed once released.

use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use crate::error::{Error, is_full};

macro_rules! migrations {
    ($($version:literal $name:literal $file:literal;)*) => {
        /// Number, name and text of each migration of SQLite.
        pub(crate) const SQLITE: &[(i64, &str, &str)] =
            &[$(($version, $name, include_str!(concat!("../migrations/sqlite/", $file, ".sql")))),*];
        /// The same numbers for PostgreSQL.
        pub(crate) const POSTGRES: &[(i64, &str, &str)] =
            &[$(($version, $name, include_str!(concat!("../migrations/postgres/", $file, ".sql")))),*];
    };
}

// One line each, for both databases: a file that is not here is never run, and a test names it.
migrations! {
    1 "record" "0001_record";
    2 "outcome" "0002_outcome";
    3 "clearance" "0003_clearance";
    4 "house" "0004_house";
    5 "program" "0005_program";
    6 "record id" "0006_record_id";
    7 "held" "0007_held";
    8 "doors" "0008_doors";
    9 "entry key" "0009_entry_key";
}

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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_migration_that_lies_there_is_run() {
        for (engine, listed) in [("sqlite", SQLITE), ("postgres", POSTGRES)] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
            for file in fs::read_dir(folder).unwrap() {
                let file = file.unwrap().path();
                let text = fs::read_to_string(&file).unwrap();
                let is_run = listed.iter().any(|(.., run)| *run == text);
                assert!(is_run, "{} is not named in migrate.rs", file.display());
            }
        }
    }
}
