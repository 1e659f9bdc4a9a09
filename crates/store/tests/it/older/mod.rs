//! Records, exports and backups that earlier versions made: each is opened by this one, and nothing of it is lost.
//!
//! They lie under `tests/fixtures/`, by version and engine; `making.rs` made them, `life.rs` is what is in them. A
//! version may add fields and lists to what it reads, as long as they hold nothing; it never takes anything away.

mod compare;
mod life;
mod making;
mod migrating;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use store::backup::{Unlock, restore, verify};
use store::port::{export, import};
use store::{Actor, CheckIn, Database, MasterKey, PersonId, Place, Removed, Role, Store, doctor};

use self::compare::compare;
use crate::backup::into;
use teststore::full::{missed, new_id};
use teststore::{Bench, on_sqlite, with_postgres};

use crate::support::folder;

/// What is there of earlier versions, see `tests/fixtures/README.md`.
const VERSIONS: [&str; 3] = ["0.1", "schema-3", "0.2"];

/// The address of a calendar feed, as its hash.
const FEED: [u8; 32] = [1; 32];
/// A browser that was let in, as the hash of its token.
const LOGIN: [u8; 32] = [2; 32];
const PASSPHRASE: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm90IGEgc2VjcmV0$bm90IGEgc2VjcmV0IGVpdGhlcg";
/// What the backups were locked with.
const WORDS: &str = "only a fixture, never a secret";

mod sqlite {
    #[tokio::test]
    async fn opens_every_record() {
        for version in super::VERSIONS {
            super::opens(&super::fixture(version, "sqlite"), super::Database::Sqlite).await;
        }
    }
}

mod postgres {
    #[tokio::test]
    #[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
    async fn opens_every_record() {
        for version in super::VERSIONS {
            super::with_postgres(async |url| {
                let from = super::fixture(version, "postgres");
                super::load(&url, &from.join("needlewise.sql")).await;
                super::opens(&from, super::Database::Postgres(url)).await;
            })
            .await;
        }
    }
}

#[tokio::test]
async fn every_export_comes_in() {
    for version in VERSIONS {
        let from = fixture(version, "sqlite");
        on_sqlite(async |Bench { store, .. }| comes_in(&store, &from).await).await;
    }
}

#[tokio::test]
async fn every_backup_comes_back() {
    for version in VERSIONS {
        comes_back(&fixture(version, "sqlite")).await;
    }
}

/// A backup of before migration 4 comes back into PostgreSQL as well.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
async fn every_backup_comes_back_in_postgres() {
    for version in VERSIONS {
        with_postgres(async |url| {
            let from = fixture(version, "postgres");
            let file = fs::read(from.join("needlewise.age")).unwrap();
            let (folder, database) = (folder(), Database::Postgres(url));
            let target = into(&folder, database.clone(), None);
            restore(Cursor::new(file), Unlock::passphrase(WORDS.into()), target).await.unwrap();
            let key = MasterKey::load_or_make(&folder).unwrap();
            let place = Place { folder: folder.clone(), database, key };
            let store = Store::open(&place).await.unwrap();
            let person = whole(&store, &from).await;
            goes_on(&store, person).await;
            store.close().await;
            fs::remove_dir_all(folder).unwrap();
        })
        .await;
    }
}

fn fixture(version: &str, engine: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(version).join(engine)
}

/// A copy of the data folder of a fixture, for its owner only: git keeps no such rights.
fn copied(from: &Path) -> PathBuf {
    let to = folder();
    copy(from, &to);
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    private(to, 0o700);
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let copy_of = to.join(file.file_name());
        if file.file_type().unwrap().is_dir() {
            copy(&file.path(), &copy_of);
        } else {
            fs::copy(file.path(), &copy_of).unwrap();
            private(&copy_of, 0o600);
        }
    }
}

fn private(file: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
    }
}

/// Puts a dump of PostgreSQL into an empty database. Lines with a backslash are for another program.
async fn load(url: &str, dump: &Path) {
    use sqlx::{AssertSqlSafe, Connection, Executor};
    let text = fs::read_to_string(dump).unwrap();
    let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
    connection.execute(sqlx::raw_sql(AssertSqlSafe(text))).await.unwrap();
    connection.close().await.unwrap();
}

/// Everything that can be read of a record, and that it goes on from there.
async fn opens(from: &Path, database: Database) {
    let folder = copied(from);
    let key = MasterKey::load_or_make(&folder).unwrap();
    let store = Store::open(&Place { folder: folder.clone(), database, key }).await.unwrap();
    let person = whole(&store, from).await;
    let login = store.find_login(&LOGIN).await.unwrap().unwrap();
    assert_eq!((login.actor, login.role), (Actor::Person(person), Role::Home));
    let found = doctor::examine(&store, life::moment("2026-11-14T20:00:00Z")).await.unwrap();
    assert!(found.ills.is_empty(), "{:?}", found.ills);
    goes_on(&store, person).await;
    store.close().await;
    fs::remove_dir_all(folder).unwrap();
}

/// Nothing is missing, and the journal adds up.
async fn whole(store: &Store, from: &Path) -> PersonId {
    let person = store.people().await.unwrap()[0];
    same(store, person, from).await;
    let found = store.verify().await.unwrap();
    assert_eq!(found.damaged, []);
    // Doors that had no codes have them now; since 0.2 each was made with one.
    let more = found.rows - rows(from);
    assert!(if doors_are_coded(from) { more == 0 } else { (2..=4).contains(&more) }, "{more}");
    let feeds = store.feeds(person).await.unwrap();
    assert_eq!((feeds.len(), store.find_feed(&FEED).await.unwrap()), (1, Some(feeds[0])));
    let known = store.passphrase(Actor::Person(person)).await.unwrap().unwrap();
    assert_eq!(known.phc(), Some(PASSPHRASE));
    assert_eq!(store.passphrases().await.unwrap(), [(Actor::Person(person), known)]);
    let since = life::moment("2026-10-01T00:00:00Z");
    let removed: Vec<Removed<CheckIn>> = store.removed(person, since).await.unwrap();
    assert_eq!(removed.len(), 1);
    assert_eq!(removed[0].record.note.as_deref(), Some("Typed twice"));
    person
}

fn doors_are_coded(from: &Path) -> bool {
    !["0.1", "schema-3"]
        .iter()
        .any(|before| from.components().any(|part| part.as_os_str() == *before))
}

/// How many rows the journal had at its last backup, which was the last thing done.
fn rows(from: &Path) -> u64 {
    let note: Json =
        serde_json::from_slice(&fs::read(from.join("last-backup.json")).unwrap()).unwrap();
    note["journal"].as_u64().unwrap()
}

/// What is exported now is what was exported then.
async fn same(store: &Store, person: PersonId, from: &Path) {
    let zip = export(store, person, vec![]).await.unwrap();
    let then = serde_json::from_slice(&fs::read(from.join("needlewise.json")).unwrap()).unwrap();
    let now = serde_json::from_slice(&told(&zip)).unwrap();
    let mut lost = Vec::new();
    compare("", &then, &now, &mut lost);
    assert!(lost.is_empty(), "{lost:#?}");
}

/// The JSON of an export.
fn told(zip: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut json = Vec::new();
    zip.by_name("needlewise.json").unwrap().read_to_end(&mut json).unwrap();
    json
}

/// A record that was made by an earlier version is written to by this one.
async fn goes_on(store: &Store, person: PersonId) {
    let rows = store.verify_journal().await.unwrap();
    let by = life::by("2026-11-14T20:30:00Z");
    store.add(by, person, new_id(), &missed("after")).await.unwrap();
    assert_eq!(store.verify_journal().await.unwrap(), rows + 1);
}

async fn comes_in(store: &Store, from: &Path) {
    let zip = fs::read(from.join("needlewise.zip")).unwrap();
    let person = import(store, life::by("2026-11-15T08:00:00Z"), &zip).await.unwrap();
    same(store, person, from).await;
    goes_on(store, person).await;
}

async fn comes_back(from: &Path) {
    let file = fs::read(from.join("needlewise.age")).unwrap();
    let unlock = Unlock::passphrase(WORDS.into());
    let folder = folder();
    let target = into(&folder, Database::Sqlite, None);
    let report = restore(Cursor::new(file.clone()), unlock.clone(), target).await.unwrap();
    assert_eq!(verify(Cursor::new(file), unlock, None).await.unwrap(), report);
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder: folder.clone(), database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let person = whole(&store, from).await;
    goes_on(&store, person).await;
    store.close().await;
    fs::remove_dir_all(folder).unwrap();
}
