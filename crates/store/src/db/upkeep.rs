//! What an engine does to its own files now and then: looking for damage, and clearing away what was deleted.

use std::time::Duration;

use sqlx::{Executor, PgPool, Row as _};

use super::Db;
use crate::error::Error;
use crate::sql;

/// How often, and how far apart, older transactions are looked for: as long as SQLite waits for its readers.
const PG_LOOKS: u32 = 50;
const PG_LOOK: Duration = Duration::from_millis(100);

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
    ///
    /// # Errors
    /// [`Error::Unavailable`] if somebody still reads what was there before, so that it has to stay for them.
    pub(crate) async fn scrub(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite { writer, .. } => {
                let writer = writer.as_ref().ok_or(Error::ReadOnly)?;
                let mut connection = writer.pool.acquire().await?;
                connection.execute(sql::SQLITE_VACUUM).await?;
                let row = connection.fetch_one(sql::SQLITE_CHECKPOINT).await?;
                if row.try_get::<i64, _>(0)? != 0 {
                    return Err(Error::unavailable("somebody reads the log"));
                }
            }
            Self::Pg(pool) => pg_scrub(pool).await?,
        }
        Ok(())
    }

    /// Whether it was closed.
    pub(crate) fn is_closed(&self) -> bool {
        match self {
            Self::Sqlite { readers, .. } => readers.is_closed(),
            Self::Pg(pool) => pool.is_closed(),
        }
    }
}

/// VACUUM says nothing of rows that it keeps for somebody's older transaction, so that is waited for first. It also
/// leaves the bytes of a removed row in its page: the table with the keys is written anew.
async fn pg_scrub(pool: &PgPool) -> Result<(), Error> {
    let mut connection = pool.acquire().await?;
    // With a patience of its own for locks, so not for others.
    connection.close_on_drop();
    let mark: String = connection.fetch_one(sql::PG_MARK).await?.try_get(0)?;
    for _ in 0..PG_LOOKS {
        let older = sqlx::query(sql::PG_OLDER).bind(&mark).fetch_one(&mut *connection).await?;
        if older.try_get::<i64, _>(0)? == 0 {
            connection.execute(sql::PG_HURRY).await?;
            connection.execute(sql::PG_REWRITE).await?;
            connection.execute(sql::PG_VACUUM).await?;
            return Ok(());
        }
        tokio::time::sleep(PG_LOOK).await;
    }
    Err(Error::unavailable("somebody reads what was there before"))
}
