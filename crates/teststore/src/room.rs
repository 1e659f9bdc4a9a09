//! Where the record of one test is: a folder and a database that nobody else uses, gone when the test is over.

use std::path::Path;

use store::{Database, MasterKey, Place, Store};
use tempfile::TempDir;

use crate::postgres::OwnDatabase;

/// Which database a record is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// What `NEEDLEWISE_TEST_ENGINE` asks for, `sqlite` or `postgres`; a file if it asks for nothing.
    pub fn wished() -> Self {
        match std::env::var("NEEDLEWISE_TEST_ENGINE").as_deref() {
            Err(_) | Ok("sqlite") => Self::Sqlite,
            Ok("postgres") => Self::Postgres,
            Ok(other) => panic!("NEEDLEWISE_TEST_ENGINE is sqlite or postgres, not {other}"),
        }
    }
}

/// The place of one record.
#[derive(Debug)]
pub struct Room {
    place: Place,
    _around: TempDir,
    _database: Option<OwnDatabase>,
}

impl Room {
    /// An empty one.
    pub async fn new(engine: Engine) -> Self {
        let around = tempfile::tempdir().expect("a folder");
        // Made by the program, for its owner only.
        let folder = around.path().join("data");
        let own = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(OwnDatabase::new().await),
        };
        let database = own.as_ref().map_or(Database::Sqlite, |own| Database::Postgres(own.url()));
        let key = MasterKey::load_or_make(&folder).expect("a key");
        let place = Place { folder, database, key };
        Self { place, _around: around, _database: own }
    }
    /// What the store has to know of it.
    pub fn place(&self) -> &Place {
        &self.place
    }
    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.place.folder
    }
    /// Opens the record in it.
    pub async fn open(&self) -> Store {
        Store::open(&self.place).await.expect("a record")
    }
}
