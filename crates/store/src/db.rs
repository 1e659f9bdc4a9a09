//! The one file that knows the engine: SQLite with one writer and some readers, or a pool of PostgreSQL.
//!
//! Every statement is one text for both (see `sql.rs`). A transaction here is a connection that is closed unless
//! it was committed or rolled back in order: neither a dropped future nor a full disk (on which SQLite rolls back by
//! itself, and the driver then loses count) can leave a stale transaction in a pool.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{
    ConnectOptions, Connection, Executor, PgPool, Postgres, Row as _, SqlSafeStr, Sqlite,
    SqlitePool, Type,
};

use self::named::Named;
use crate::disk::{new_file, sync_parent};
use crate::error::Error;
use crate::migrate::{self, migrator, unmigrated};
use crate::open::{Database, FILE, Place};
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

const READERS: u32 = 4;
const PG_CONNECTIONS: u32 = 10;
const PATIENCE: Duration = Duration::from_secs(10);

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
    /// Opens the database of a record, making what is missing.
    pub(crate) async fn of(place: &Place) -> Result<Self, Error> {
        match &place.database {
            Database::Sqlite => Self::sqlite(&place.folder.join(FILE)).await,
            Database::Postgres(url) => Self::postgres(url).await,
        }
    }

    /// Opens or makes the file, and brings its tables up to date.
    pub(crate) async fn sqlite(file: &Path) -> Result<Self, Error> {
        make_file(file)?;
        let files = Named::new(file);
        let pool = sqlite_pool(1).after_connect({
            let files = files.clone();
            move |connection, _| {
                let files = files.clone();
                Box::pin(async move {
                    // The log is opened with the first look into the file.
                    connection.execute(sql::SQLITE_LOOK).await?;
                    files.note();
                    Ok(())
                })
            }
        });
        let pool = pool.connect_with(sqlite_writer(file)).await?;
        match Self::sqlite_readers(&pool, file).await {
            Ok(readers) => Ok(Self::Sqlite { writer: Some(Writer { pool, files }), readers }),
            // In order: whoever removes the file next must not find its engine still at work.
            Err(error) => {
                pool.close().await;
                Err(error)
            }
        }
    }

    async fn sqlite_readers(writer: &SqlitePool, file: &Path) -> Result<SqlitePool, Error> {
        if let Err(error) = migrator(migrate::SQLITE).run(writer).await {
            let needs = sqlx::query_scalar(sql::PROGRAM).fetch_optional(writer).await;
            return Err(unmigrated(error, needs.ok().flatten()));
        }
        Ok(sqlite_pool(READERS).connect_with(sqlite_options(file).read_only(true)).await?)
    }

    /// Opens a file that can't be written, as it is. Nobody else may write it meanwhile.
    pub(crate) async fn sqlite_to_read(file: &Path) -> Result<Self, Error> {
        let mut log = OsString::from(file);
        log.push("-wal");
        let in_log = fs::metadata(log).map_or(0, |there| there.len());
        let options = sqlite_options(file).read_only(true);
        // With nothing in the log all is in the file, and neither log nor index have to be made to read it.
        let options = options.immutable(in_log == 0);
        let readers = sqlite_pool(READERS).connect_with(options).await?;
        let db = Self::Sqlite { writer: None, readers };
        let rows = db.fetch(sql::SCHEMA, vec![]).await?;
        let schema = rows.first().map_or(Ok(None), |row| row.get::<Option<i64>>(0))?;
        if schema == migrate::SQLITE.last().map(|(number, ..)| *number) {
            return Ok(db);
        }
        db.close().await;
        Err(Error::unavailable(
            "it is of another version, and can't be brought up to date on a disk that can only be read",
        ))
    }

    /// Connects to a server, and brings its tables up to date.
    pub(crate) async fn postgres(url: &str) -> Result<Self, Error> {
        // A pool goes on trying for a while, and then no longer knows why it could not.
        pg_options(url)?.connect().await?.close().await?;
        let pool = pg_pool().connect_with(pg_options(url)?).await?;
        if let Err(error) = migrator(migrate::POSTGRES).run(&pool).await {
            let needs = sqlx::query_scalar(sql::PROGRAM).fetch_optional(&pool).await;
            return Err(unmigrated(error, needs.ok().flatten()));
        }
        Ok(Self::Pg(pool))
    }

    /// The id of the key of the record that a server has already.
    pub(crate) async fn postgres_key_id(url: &str) -> Result<Option<String>, Error> {
        let mut connection = pg_options(url)?.connect().await?;
        let there = connection.fetch_one(sql::PG_IS_THERE).await?.try_get::<bool, _>(0)?;
        let head = if there { connection.fetch_optional(sql::HEAD_READ).await? } else { None };
        let key = head.map_or(Ok(None), |row| row.try_get::<Option<String>, _>(1))?;
        connection.close().await?;
        Ok(key)
    }

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

/// For its owner only, and so is whatever the engine makes beside it.
fn make_file(file: &Path) -> Result<(), Error> {
    match new_file().open(file) {
        Ok(_) => Ok(sync_parent(file)?),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn sqlite_pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(PATIENCE)
}

/// Nothing in the file is trusted, no page is read through a map, nothing is written to temporary files.
fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(Duration::from_secs(5))
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("mmap_size", "0")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

/// Nothing acknowledged is lost by a power cut (FULL), and deleted bytes are overwritten.
fn sqlite_writer(file: &Path) -> SqliteConnectOptions {
    sqlite_options(file)
        // Whoever takes it away later doesn't get an empty one.
        .create_if_missing(false)
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        .pragma("wal_autocheckpoint", "1000")
        .pragma("journal_size_limit", "67108864")
}

/// Lends no connection in which somebody left a transaction open.
fn pg_pool() -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(PG_CONNECTIONS)
        .acquire_timeout(PATIENCE)
        // The check below finds a dead connection as well.
        .test_before_acquire(false)
        .before_acquire(|connection, _| {
            Box::pin(async move {
                // In a transaction that somebody left open, now() is when that began.
                // One text without values, so that it is one message with one time.
                let row = connection.fetch_one(sqlx::raw_sql(sql::PG_FRESH)).await?;
                row.try_get::<bool, _>(0)
            })
        })
}

/// No statement, lock or forgotten transaction waits for ever, and a commit is on disk when it is acknowledged.
fn pg_options(url: &str) -> Result<PgConnectOptions, Error> {
    // The message of the parser may quote the address, which may hold a password.
    let options: PgConnectOptions =
        url.parse().map_err(|_| Error::unavailable("the address of the database can't be read"))?;
    Ok(options
        .application_name("needlewise")
        .options([
            ("statement_timeout", "30s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "30s"),
            ("synchronous_commit", "on"),
        ])
        .disable_statement_logging())
}

mod named;
mod upkeep;

#[cfg(test)]
mod tests;
