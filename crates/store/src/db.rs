//! The one place that knows the engine: SQLite with one writer and some readers, or a pool of PostgreSQL. How either is opened
//! and set is in `connect.rs`.
//!
//! Every statement is one text for both (see `sql.rs`). A transaction here is a connection that is closed unless
//! it was committed or rolled back in order: neither a dropped future nor a full disk (on which SQLite rolls back by
//! itself, and the driver then loses count) can leave a stale transaction in a pool.

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Executor, PgPool, Postgres, Row as _, SqlSafeStr, Sqlite, SqlitePool, Type};

use self::named::Named;
use crate::error::Error;
use crate::sql;
use crate::value::Value;

/// A database.
pub(crate) enum Db {
    /// A file: one connection writes, the others read.
    Sqlite {
        /// The only connection that writes, so that nobody waits in vain to upgrade a read. None where the disk can only
        /// be read.
        writer: Option<Writer>,
        /// Opened read-only.
        readers: SqlitePool,
    },
    /// A server.
    Pg(PgPool),
}

/// The connection that writes, and the files that it opened.
pub(crate) struct Writer {
    pool: SqlitePool,
    files: Named,
}

/// A row of an answer.
pub enum Row {
    Sqlite(SqliteRow),
    Pg(PgRow),
}

/// A transaction; see the head of this file for what happens when it is dropped.
pub(crate) enum Tx {
    Sqlite(Held<Sqlite>),
    Pg(Held<Postgres>),
}

/// A connection that is closed when dropped, unless it was given back.
pub(crate) struct Held<D: sqlx::Database> {
    connection: PoolConnection<D>,
    clean: bool,
    /// Those that have to be there when something is kept.
    files: Option<Named>,
}

impl<D: sqlx::Database> Drop for Held<D> {
    fn drop(&mut self) {
        if !self.clean {
            self.connection.close_on_drop();
        }
    }
}

macro_rules! bound {
    ($database:ty, $sql:expr, $values:expr) => {
        $values.into_iter().fold(sqlx::query::<$database>($sql), |query, value| match value {
            Value::Text(text) => query.bind(text),
            Value::Int(number) => query.bind(number),
            Value::Bytes(bytes) => query.bind(bytes),
        })
    };
}

impl Db {
    /// Reads.
    pub(crate) async fn fetch(
        &self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, Error> {
        Ok(match self {
            Self::Sqlite { readers, .. } => {
                let rows = bound!(Sqlite, sql, values).fetch_all(readers).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Pg(pool) => {
                let rows = bound!(Postgres, sql, values).fetch_all(pool).await?;
                rows.into_iter().map(Row::Pg).collect()
            }
        })
    }

    /// Begins a transaction that may write. On SQLite it is the only one.
    pub(crate) async fn begin(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite { writer, .. } => {
                let Writer { pool, files } = writer.as_ref().ok_or(Error::ReadOnly)?;
                let (connection, files) = (pool.acquire().await?, Some(files.clone()));
                let mut held = Held { connection, clean: false, files };
                held.connection.execute(sql::SQLITE_BEGIN).await?;
                Tx::Sqlite(held)
            }
            Self::Pg(pool) => {
                let mut held =
                    Held { connection: pool.acquire().await?, clean: false, files: None };
                held.connection.execute(sql::PG_BEGIN).await?;
                Tx::Pg(held)
            }
        })
    }

    /// Begins a transaction that only reads, and sees one moment from its first statement to its end. Nobody waits
    /// for it, but on SQLite the log grows as long as it lasts.
    pub(crate) async fn snapshot(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite { readers, .. } => {
                let mut held =
                    Held { connection: readers.acquire().await?, clean: false, files: None };
                held.connection.execute(sql::SQLITE_SNAPSHOT).await?;
                Tx::Sqlite(held)
            }
            Self::Pg(pool) => {
                let mut held =
                    Held { connection: pool.acquire().await?, clean: false, files: None };
                held.connection.execute(sql::PG_SNAPSHOT).await?;
                Tx::Pg(held)
            }
        })
    }

    /// Whether it is a file in the data folder.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self, Self::Sqlite { .. })
    }

    /// Whether something can be kept.
    pub(crate) fn is_writable(&self) -> bool {
        !matches!(self, Self::Sqlite { writer: None, .. })
    }

    /// Closes every connection; waits for the transactions under way.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                if let Some(writer) = writer {
                    writer.pool.close().await;
                }
            }
            Self::Pg(pool) => pool.close().await,
        }
    }

    /// Asks the engine whether it understands a statement.
    pub(crate) async fn prepare(&self, text: &'static str) -> Result<(), Error> {
        match self {
            Self::Sqlite { writer, readers } => {
                let pool = writer.as_ref().map_or(readers, |writer| &writer.pool);
                pool.acquire().await?.prepare(text.into_sql_str()).await?;
            }
            Self::Pg(pool) => {
                pool.acquire().await?.prepare(text.into_sql_str()).await?;
            }
        }
        Ok(())
    }
}

impl Tx {
    /// Reads, or writes with RETURNING.
    pub(crate) async fn fetch(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, Error> {
        Ok(match self {
            Self::Sqlite(held) => {
                let rows = bound!(Sqlite, sql, values).fetch_all(&mut *held.connection).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Pg(held) => {
                let rows = bound!(Postgres, sql, values).fetch_all(&mut *held.connection).await?;
                rows.into_iter().map(Row::Pg).collect()
            }
        })
    }

    /// Writes, and says how many rows.
    pub(crate) async fn execute(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, Error> {
        Ok(match self {
            Self::Sqlite(held) => {
                bound!(Sqlite, sql, values).execute(&mut *held.connection).await?.rows_affected()
            }
            Self::Pg(held) => {
                bound!(Postgres, sql, values).execute(&mut *held.connection).await?.rows_affected()
            }
        })
    }

    /// Keeps what was written: when this returns, in the files that have the names of the record.
    pub(crate) async fn commit(self) -> Result<(), Error> {
        let files = match &self {
            Self::Sqlite(held) => held.files.clone(),
            Self::Pg(_) => None,
        };
        let check = || files.as_ref().map_or(Ok(()), Named::check);
        if let Err(moved) = check() {
            // A connection that is opened anew would be to another file.
            self.rollback().await?;
            return Err(moved);
        }
        self.end(sql::COMMIT).await?;
        check()
    }

    /// Forgets what was written. Dropping does so too, but costs a connection.
    pub(crate) async fn rollback(self) -> Result<(), Error> {
        self.end(sql::ROLLBACK).await
    }

    async fn end(self, sql: &'static str) -> Result<(), Error> {
        match self {
            Self::Sqlite(mut held) => {
                held.connection.execute(sql).await?;
                held.clean = true;
            }
            Self::Pg(mut held) => {
                held.connection.execute(sql).await?;
                held.clean = true;
            }
        }
        Ok(())
    }
}

impl Row {
    /// The value of a column, counted from 0.
    pub(crate) fn get<T>(&self, column: usize) -> Result<T, Error>
    where
        T: for<'r> sqlx::Decode<'r, Sqlite> + Type<Sqlite>,
        T: for<'r> sqlx::Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Pg(row) => row.try_get(column)?,
        })
    }
}

mod connect;
mod named;
mod upkeep;

#[cfg(test)]
mod tests;
