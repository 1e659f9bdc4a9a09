//! Opening a database: where the file or the server is, how the engine is set, and its tables brought up to date.
//!
//! What is done with a database that is open is in [`super`].

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Executor, Row as _, SqlitePool};

use super::named::Named;
use super::{Db, Writer};
use crate::before;
use crate::disk::{new_file, sync_parent};
use crate::error::Error;
use crate::migrate::{self, migrator, unmigrated};
use crate::open::{Database, FILE, Place};
use crate::sql;

const READERS: u32 = 4;
const PG_CONNECTIONS: u32 = 10;
const PATIENCE: Duration = Duration::from_secs(10);

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
        before::keep(writer, file).await?;
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
pub(super) fn pg_pool() -> PgPoolOptions {
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
pub(super) fn pg_options(url: &str) -> Result<PgConnectOptions, Error> {
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
