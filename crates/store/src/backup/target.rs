//! Where a backup is put back: that it is empty, that its key fits, and that nothing stays there if it fails.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::Fault;
use super::manifest::{Head, KEY, Manifest, Part};
use super::unpack::Unpack;
use crate::error::{Error, KeyFault};
use crate::key::{self, MasterKey};
use crate::open::{Database, Place};

/// Where a backup is put back.
pub struct Target {
    /// The data folder: new, or with nothing but a key in it.
    pub folder: PathBuf,
    /// Which database; empty.
    pub database: Database,
    /// The key of the record, unless it is in the backup.
    pub key: Option<MasterKey>,
}

/// Whether the folder was there; refuses one with anything but a key in it.
pub(super) fn empty(into: &Target) -> Result<bool, Fault> {
    let files = match fs::read_dir(&into.folder) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    for file in files {
        if ![key::FILE, "lock"]
            .iter()
            .any(|known| file.as_ref().is_ok_and(|f| f.file_name() == *known))
        {
            return Err(Fault::NotEmpty { place: into.folder.display().to_string() });
        }
    }
    Ok(true)
}

/// What was begun goes away again; a folder that was there before stays, with its key.
pub(super) fn clear(into: &Target, was_there: bool) {
    if was_there {
        for name in ["needlewise.db", "needlewise.db-wal", "needlewise.db-shm", "lock"] {
            fs::remove_file(into.folder.join(name)).ok();
        }
        fs::remove_dir_all(into.folder.join("photos")).ok();
    } else {
        fs::remove_dir_all(&into.folder).ok();
    }
}

/// The key of the backup, unless the folder has it already.
pub(super) fn keep(key: &MasterKey, place: &Place) -> Result<(), Fault> {
    if place.folder.join(key::FILE).exists() {
        return Ok(());
    }
    Ok(key.save(&place.folder)?)
}

pub(super) async fn key_part(parts: &mut Unpack, came: &mut Manifest) -> Result<MasterKey, Fault> {
    let damaged = || Fault::damaged("the key in it");
    let (name, bytes) = parts.next().await?.ok_or_else(damaged)?;
    if name != KEY {
        return Err(damaged());
    }
    came.parts.insert(name, Part::of(&bytes));
    let text = String::from_utf8(bytes).map_err(|_| damaged())?;
    MasterKey::from_text(&text).map_err(|_| damaged())
}

/// The key that fits, from the file or from whoever restores.
pub(super) fn choose(
    head: &Head,
    in_file: Option<MasterKey>,
    given: Option<MasterKey>,
) -> Result<MasterKey, Fault> {
    let theirs = head.key_id.clone();
    // A folder may hold another key: then it is not the folder for this record.
    match given.or(in_file) {
        Some(key) if key.id() == theirs => Ok(key),
        Some(key) => Err(Error::from(KeyFault::Other { theirs, ours: key.id().into() }).into()),
        None => Err(Fault::NeedsKey { key_id: theirs }),
    }
}
