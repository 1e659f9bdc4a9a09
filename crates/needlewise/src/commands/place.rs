//! Opening the record: the data folder, the database, the master key.

use std::path::{Path, PathBuf};

use store::{Database, KeyFault, MasterKey, Store};
use words::Saying;

use super::Refusal;
use super::reasons::refuse;
use super::rights;
use crate::settings::read;

/// The record at a place, made if it is not there yet.
pub(super) async fn open(place: &read::Record) -> Result<Record, Refusal> {
    rights::look(&place.folder)?;
    let key = match &place.key {
        Some(text) => from_text(text)?,
        None => own_key(place).await?,
    };
    at(place, key).await
}

/// The key in the folder. None is made for a record that has another.
async fn own_key(place: &read::Record) -> Result<MasterKey, Refusal> {
    if !key_file(&place.folder).exists() {
        none_elsewhere(place).await?;
    }
    MasterKey::load_or_make(&place.folder).map_err(|error| refuse(&error))
}

async fn none_elsewhere(place: &read::Record) -> Result<(), Refusal> {
    match place.database.key_id().await.map_err(|error| refuse(&error))? {
        Some(theirs) => Err(refuse(&KeyFault::Missing { theirs }.into())),
        None => Ok(()),
    }
}

/// A record that is there: nothing is made.
pub(super) async fn existing(place: &read::Record) -> Result<Record, Refusal> {
    rights::look(&place.folder)?;
    let key = match known_key(place)? {
        Some(key) => key,
        // Whoever looks for the key of a record says that it is gone.
        None if database_file(&place.folder).exists() => own_key(place).await?,
        None => {
            none_elsewhere(place).await?;
            return Err(nothing_at(&place.folder));
        }
    };
    let is_file = matches!(place.database, Database::Sqlite);
    if is_file && !database_file(&place.folder).exists() {
        return Err(nothing_at(&place.folder));
    }
    at(place, key).await
}

async fn at(place: &read::Record, key: MasterKey) -> Result<Record, Refusal> {
    let (folder, database) = (place.folder.clone(), place.database.clone());
    let place = store::Place { folder, database, key };
    let store = Store::open(&place).await.map_err(|error| refuse(&error))?;
    Ok(Record { store, folder: place.folder, key: place.key })
}

/// A record, where it is, and its key.
pub(super) struct Record {
    pub store: Store,
    pub folder: PathBuf,
    pub key: MasterKey,
}

/// The key that is there, if there is one.
pub(super) fn known_key(place: &read::Record) -> Result<Option<MasterKey>, Refusal> {
    if let Some(text) = &place.key {
        return from_text(text).map(Some);
    }
    let there = key_file(&place.folder).exists();
    let load = || MasterKey::load_or_make(&place.folder).map_err(|error| refuse(&error));
    there.then(load).transpose()
}

fn from_text(text: &str) -> Result<MasterKey, Refusal> {
    MasterKey::from_text(text).map_err(|error| refuse(&error.into()))
}

/// Where the key is kept.
pub(super) fn key_file(folder: &Path) -> PathBuf {
    folder.join("master.key")
}

fn database_file(folder: &Path) -> PathBuf {
    folder.join("needlewise.db")
}

/// Makes a new folder with the key from paper that of the record in a server's database.
pub(super) async fn adopt(place: &read::Record, key: &MasterKey) -> Result<(), Refusal> {
    let (folder, database) = (place.folder.clone(), place.database.clone());
    let place = store::Place { folder, database, key: key.clone() };
    Store::adopt(&place).await.map_err(|error| refuse(&error))
}

fn nothing_at(folder: &Path) -> Refusal {
    if store::backup::under_way(folder) {
        return refuse(&store::Error::HalfRestored);
    }
    Refusal::new(Saying::new("refused-no-record").with("folder", folder.display().to_string()))
}
