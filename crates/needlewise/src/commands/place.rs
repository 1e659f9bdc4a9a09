//! Opening the record: the data folder, the database, the master key.

use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use store::{Database, MasterKey, Store};

use super::Refusal;
use crate::cli::Place;

/// Where a master key may come from instead of the data folder.
const KEY_VARIABLE: &str = "NEEDLEWISE_KEY";

/// The record at a place, made if it is not there yet.
pub(super) async fn open(place: &Place) -> Result<Record, Refusal> {
    let folder = folder(place)?;
    let place = of(place, &folder)?;
    let store = Store::open(&place).await.map_err(|error| refuse(&error))?;
    Ok(Record { store, folder, key: place.key })
}

/// The place in the words of the record.
pub(super) fn of(place: &Place, folder: &Path) -> Result<store::Place, Refusal> {
    Ok(store::Place { folder: folder.to_owned(), database: database(place), key: key(folder)? })
}

/// The data folder: the one named, or the system's usual place.
pub(super) fn folder(place: &Place) -> Result<PathBuf, Refusal> {
    if let Some(folder) = &place.data {
        return Ok(folder.clone());
    }
    let args = AppStrategyArgs {
        top_level_domain: "org".into(),
        author: "Needlewise".into(),
        app_name: "needlewise".into(),
    };
    let home = choose_app_strategy(args).map_err(|error| {
        Refusal::new(format!("there is no home folder ({error}). Next: name one with --data DIR."))
    })?;
    Ok(home.data_dir())
}

/// A record that is there: nothing is made.
pub(super) async fn existing(place: &Place) -> Result<Record, Refusal> {
    let folder = folder(place)?;
    let Some(key) = known_key(&folder)? else { return Err(nothing_at(&folder)) };
    if place.database.is_none() && !folder.join("needlewise.db").exists() {
        return Err(nothing_at(&folder));
    }
    let place = store::Place { folder: folder.clone(), database: database(place), key };
    let store = Store::open(&place).await.map_err(|error| refuse(&error))?;
    Ok(Record { store, folder, key: place.key })
}

/// A record, where it is, and its key.
pub(super) struct Record {
    pub store: Store,
    pub folder: PathBuf,
    pub key: MasterKey,
}

/// The key that is there, if there is one.
pub(super) fn known_key(folder: &Path) -> Result<Option<MasterKey>, Refusal> {
    let there = std::env::var_os(KEY_VARIABLE).is_some() || key_file(folder).exists();
    there.then(|| key(folder)).transpose()
}

/// Where the key is kept.
pub(super) fn key_file(folder: &Path) -> PathBuf {
    folder.join("master.key")
}

/// Which database is meant.
pub(super) fn database(place: &Place) -> Database {
    place.database.clone().map_or(Database::Sqlite, Database::Postgres)
}

fn nothing_at(folder: &Path) -> Refusal {
    if store::backup::under_way(folder) {
        return refuse(&store::Error::HalfRestored);
    }
    Refusal::new(format!(
        "{}: there is no record here. Next: name its folder with --data DIR, or begin one with needlewise serve.",
        folder.display()
    ))
}

fn key(folder: &Path) -> Result<MasterKey, Refusal> {
    let key = match std::env::var(KEY_VARIABLE) {
        Ok(text) => MasterKey::from_text(&text).map_err(store::Error::from),
        Err(_) => MasterKey::load_or_make(folder),
    };
    key.map_err(|error| refuse(&error))
}

pub(super) fn refuse(error: &store::Error) -> Refusal {
    Refusal::new(error.to_string())
}
