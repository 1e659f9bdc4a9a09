//! What only tests of the record itself need: a place in this target folder, and somebody who goes past the record.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use store::{Database, Place};

/// A new folder under target/.
pub fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("store-{}-{number}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// Somebody with a connection past the record.
pub enum Intruder {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

impl Intruder {
    pub async fn at(place: &Place) -> Self {
        match &place.database {
            Database::Sqlite => {
                let file = format!("sqlite:{}/needlewise.db", place.folder.display());
                Self::Sqlite(SqliteConnection::connect(&file).await.unwrap())
            }
            Database::Postgres(url) => Self::Pg(PgConnection::connect(url).await.unwrap()),
        }
    }

    /// How many rows were changed, or why not.
    pub async fn run(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        Ok(match self {
            Self::Sqlite(c) => c.execute(sql).await?.rows_affected(),
            Self::Pg(c) => c.execute(sql).await?.rows_affected(),
        })
    }

    pub async fn count(&mut self, table: &str) -> i64 {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
            Self::Pg(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
        }
    }

    /// The same as the record counts them.
    pub async fn rows(&mut self, table: &str) -> u64 {
        self.count(table).await.try_into().unwrap()
    }

    /// The bytes of one column of one row.
    pub async fn bytes(&mut self, sql: &str) -> Vec<u8> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
            Self::Pg(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
        }
    }

    /// Takes away what keeps the journal from being changed.
    pub async fn unlock_journal(&mut self) {
        let triggers: &[&str] = match self {
            Self::Sqlite(_) => &["journal_no_update", "journal_no_delete"],
            Self::Pg(_) => &["journal_no_change", "journal_no_truncate"],
        };
        for trigger in triggers {
            let on = if matches!(self, Self::Pg(_)) { " ON journal" } else { "" };
            self.run(&format!("DROP TRIGGER {trigger}{on}")).await.unwrap();
        }
    }
}
