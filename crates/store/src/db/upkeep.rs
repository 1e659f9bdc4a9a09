//! What an engine does to its own files now and then: looking for damage, and clearing away what was deleted.

use sqlx::{Executor, Row as _};

use super::Db;
use crate::error::Error;
use crate::sql;

impl Db {
    /// What the engine itself finds wrong with its files, in its own words, which name no values.
    pub(crate) async fn examine(&self) -> Result<Vec<String>, Error> {
        let texts: &[&'static str] = match self {
            Self::Sqlite { .. } => &[sql::SQLITE_INTEGRITY, sql::SQLITE_REFERENCES],
            Self::Pg(_) => &[sql::PG_INTEGRITY],
        };
        let mut faults = Vec::new();
        for text in texts {
            for row in self.fetch(text, vec![]).await? {
                faults.push(row.get::<String>(0)?);
            }
        }
        Ok(faults)
    }

    /// After an erasure: removes what was deleted from the log and from free pages, as far as the engine can.
    pub(crate) async fn scrub(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite { writer, .. } => {
                let mut connection = writer.acquire().await?;
                connection.execute(sql::SQLITE_VACUUM).await?;
                let row = connection.fetch_one(sql::SQLITE_CHECKPOINT).await?;
                if row.try_get::<i64, _>(0)? != 0 {
                    return Err(Error::unavailable("somebody reads the log"));
                }
            }
            Self::Pg(pool) => {
                pool.execute(sql::PG_VACUUM).await?;
            }
        }
        Ok(())
    }
}
