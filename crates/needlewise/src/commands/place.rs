//! Opening the record: the data folder, the database, the master key.

use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use store::{Database, MasterKey, Store};

use super::Refusal;
use crate::cli::Place;

/// Where a master key may come from instead of the data folder.
const KEY_VARIABLE: &str = "NEEDLEWISE_KEY";

/// The record at a place, made if it is not there yet.
pub(super) async fn open(place: &Place) -> Result<(Store, PathBuf), Refusal> {
    let folder = folder(place)?;
    let store = Store::open(&of(place, &folder)?).await.map_err(|error| refuse(&error))?;
    Ok((store, folder))
}

/// The place in the words of the record.
pub(super) fn of(place: &Place, folder: &Path) -> Result<store::Place, Refusal> {
    let database =
        place.database.clone().map_or(Database::Sqlite, Database::Postgres);
    Ok(store::Place { folder: folder.to_owned(), database, key: key(folder)? })
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
