//! Makes the fixtures of this version, once, when it is released:
//!
//! ```text
//! tests/postgres run cargo test --workspace writes_the_record_of_this_version -- --ignored
//! ```
//!
//! What is there is never made anew: it is what that version wrote, and no later one can know it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use store::backup::{Lock, Plan, save};
use store::port::export;
use store::{Database, NewPassphrase, Store};

use super::{WORDS, copy, fixture, life, told};
use teststore::{Bench, on_postgres, on_sqlite};

/// A release is named by its numbers; what was out there between two of them by its newest migration: `schema-3`.
const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

#[tokio::test]
#[ignore = "writes the fixtures of this version"]
async fn writes_the_record_of_this_version() {
    on_sqlite(|bench| make(bench, "sqlite")).await;
    on_postgres(|bench| make(bench, "postgres")).await;
}

async fn make(Bench { store, place }: Bench, engine: &str) {
    let to = fixture(VERSION, engine);
    assert!(!to.exists(), "{} is there already, and is what that version made", to.display());
    let person = life::live(&store).await;
    fs::create_dir_all(&to).unwrap();
    let zip = export(&store, person, vec![]).await.unwrap();
    fs::write(to.join("needlewise.json"), told(&zip)).unwrap();
    fs::write(to.join("needlewise.zip"), zip).unwrap();
    let plan = Plan {
        file: to.join("needlewise.age"),
        lock: Lock::passphrase(&NewPassphrase::new(WORDS, []).unwrap()),
        made: life::moment("2026-11-14T19:00:00Z"),
        key: place.key.clone(),
        with_key: true,
    };
    save(&store, plan).await.unwrap();
    settle(&store, &place.folder, &to).await;
    if let Database::Postgres(url) = &place.database {
        fs::write(to.join("needlewise.sql"), dumped(url)).unwrap();
    }
}

/// The data folder as a program leaves it that was closed in order.
async fn settle(store: &Store, folder: &Path, to: &Path) {
    store.close().await;
    for file in ["needlewise.db", "master.key", "record", "last-backup.json"] {
        if folder.join(file).exists() {
            fs::copy(folder.join(file), to.join(file)).unwrap();
        }
    }
    assert!(!folder.join("needlewise.db-wal").exists(), "the log was not emptied");
    copy(&folder.join("photos"), &to.join("photos"));
}

/// A dump in SQL, without what names this server or is only for `psql`.
fn dumped(url: &str) -> String {
    let output = Command::new(pg_dump())
        .args(["--inserts", "--no-owner", "--no-privileges", url])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let ours = |line: &&str| !["--", "\\", "SET "].iter().any(|start| line.starts_with(start));
    text.lines()
        .filter(ours)
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The one beside the server, as `tests/postgres` finds it.
fn pg_dump() -> PathBuf {
    if let Ok(programs) = std::env::var("POSTGRES_BIN") {
        return Path::new(&programs).join("pg_dump");
    }
    let versions = fs::read_dir("/usr/lib/postgresql").unwrap();
    let all = versions.map(|version| version.unwrap().path().join("bin/pg_dump"));
    all.filter(|program| program.exists()).max().unwrap()
}
