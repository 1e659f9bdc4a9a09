//! Somebody who goes past the record: with a connection of their own to its database, and without its key.

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use store::{Database, Place};

/// Somebody with a connection past the record.
pub enum Intruder {
    /// Into a file.
    Sqlite(SqliteConnection),
    /// Into a server.
    Pg(PgConnection),
}

impl Intruder {
    /// Goes in where a record is.
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
    ///
    /// # Errors
    /// What the database says.
    pub async fn run(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        Ok(match self {
            Self::Sqlite(c) => c.execute(sql).await?.rows_affected(),
            Self::Pg(c) => c.execute(sql).await?.rows_affected(),
        })
    }

    /// Changes rows past every rule of the tables.
    pub async fn bends(place: &Place, sql: &str) {
        let mut intruder = Self::at(place).await;
        let free = match intruder {
            Self::Sqlite(_) => "PRAGMA foreign_keys = OFF",
            Self::Pg(_) => "SET session_replication_role = replica",
        };
        intruder.run(free).await.unwrap();
        assert!(intruder.run(sql).await.unwrap() > 0, "{sql}");
    }

    /// How many rows a table has.
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
