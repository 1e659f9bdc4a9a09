//! A migration that is cut short leaves the record as it was; the next start makes it anew.

use std::fs;
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};
use store::{Database, Erasure, MasterKey, Place, Store};

use super::{copied, copy, fixture, life, load, whole};
use teststore::with_postgres;

use crate::support::{Intruder, folder};

/// What migration 4 does, and how it is marked as done before it is committed.
const STEPS: &str = concat!(
    include_str!("../../../migrations/sqlite/0004_house.sql"),
    "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
     VALUES (4, 'house', TRUE, x'00', 0);"
);

mod sqlite {
    #[tokio::test]
    async fn a_migration_that_fails_leaves_nothing() {
        super::fails(&super::fixture("schema-3", "sqlite"), super::Database::Sqlite).await;
    }
}

mod postgres {
    #[tokio::test]
    #[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
    async fn a_migration_that_fails_leaves_nothing() {
        super::with_postgres(async |url| {
            let from = super::fixture("schema-3", "postgres");
            super::load(&url, &from.join("needlewise.sql")).await;
            super::fails(&from, super::Database::Postgres(url)).await;
        })
        .await;
    }
}

fn place(folder: &Path, database: Database) -> Place {
    let key = MasterKey::load_or_make(folder).unwrap();
    Place { folder: folder.to_owned(), database, key }
}

/// One of its tables can't be made, so nothing before it was done either.
async fn fails(from: &Path, database: Database) {
    let place = place(&copied(from), database);
    let mut intruder = Intruder::at(&place).await;
    intruder.run("CREATE TABLE passphrase (something TEXT)").await.unwrap();
    let refused = Store::open(&place).await.map(drop);
    assert!(matches!(refused, Err(store::Error::Unavailable { .. })), "{refused:?}");
    intruder.run("SELECT * FROM clinic").await.unwrap_err();
    intruder.run("SELECT * FROM login").await.unwrap_err();
    assert_eq!((intruder.count("setting").await, intruder.count("visit").await), (1, 1));
    assert_eq!(intruder.count("_sqlx_migrations").await, 3);
    intruder.run("DROP TABLE passphrase").await.unwrap();
    intact(&place, from).await;
    assert_eq!(intruder.count("_sqlx_migrations").await, migrations());
    fs::remove_dir_all(&place.folder).unwrap();
}

/// How many there are by now.
fn migrations() -> i64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    fs::read_dir(folder).unwrap().count().try_into().unwrap()
}

async fn intact(place: &Place, from: &Path) {
    let store = Store::open(place).await.unwrap();
    whole(&store, from).await;
    store.check_statements().await.unwrap();
    store.close().await;
}

/// Whoever has to go back finds the file as it was, for themselves only; until somebody is erased who is in it.
#[tokio::test]
async fn the_file_of_before_is_kept_until_an_erasure() {
    let place = place(&copied(&fixture("schema-3", "sqlite")), Database::Sqlite);
    let kept = place.folder.join("needlewise.db.schema-3");
    for _ in 0..2 {
        Store::open(&place).await.unwrap().close().await;
    }
    assert_eq!(mode(&kept), 0o600);
    let mut copy = SqliteConnection::connect(&format!("sqlite:{}", kept.display())).await.unwrap();
    let newest = "SELECT max(version), (SELECT count(*) FROM visit) FROM _sqlx_migrations";
    let row = sqlx::query_as::<_, (i64, i64)>(newest).fetch_one(&mut copy).await.unwrap();
    assert_eq!(row, (3, 1));
    copy.close().await.unwrap();
    let store = Store::open(&place).await.unwrap();
    let person = store.people().await.unwrap()[0];
    let done = store.erase_person(life::by("2026-11-14T21:00:00Z"), person).await.unwrap();
    assert_eq!((done, kept.exists()), (Erasure::Done, false));
    store.close().await;
    fs::remove_dir_all(&place.folder).unwrap();
}

/// What the file system lets whom do.
fn mode(file: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&fs::metadata(file).unwrap().permissions()) & 0o777
}

/// The files as they lie there when the program is killed after so many statements.
#[tokio::test]
async fn a_migration_that_is_killed_begins_anew() {
    let from = fixture("schema-3", "sqlite");
    let steps: Vec<&str> = STEPS.split_inclusive(';').filter(|step| step.contains(';')).collect();
    assert_eq!(steps.len(), 15, "{steps:?}");
    for done in 0..=steps.len() {
        let (running, killed) = (copied(&from), folder());
        let mut connection = begun(&running.join("needlewise.db")).await;
        for step in &steps[..done] {
            connection.execute(sqlx::raw_sql(AssertSqlSafe((*step).to_owned()))).await.unwrap();
        }
        copy(&running, &killed);
        let log = fs::metadata(killed.join("needlewise.db-wal")).map_or(0, |file| file.len());
        assert!(done < steps.len() || log > 0, "nothing of it was on disk");
        intact(&place(&killed, Database::Sqlite), &from).await;
        connection.close().await.unwrap();
        fs::remove_dir_all(running).unwrap();
        fs::remove_dir_all(killed).unwrap();
    }
}

/// In the midst of a change, with next to no memory, so that what isn't committed is on disk already.
async fn begun(file: &Path) -> SqliteConnection {
    let address = format!("sqlite:{}", file.display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    for sql in ["PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE"] {
        connection.execute(sql).await.unwrap();
    }
    connection
}
