//! Where a backup is put back, and with which key.

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

/// Whether the key can lie in the folder: with another one there the record couldn't be opened.
pub(super) fn fits(key: &MasterKey, place: &Place) -> Result<(), Fault> {
    if !place.folder.join(key::FILE).exists() {
        return Ok(());
    }
    match MasterKey::load_or_make(&place.folder)? {
        there if there.id() == key.id() => Ok(()),
        there => Err(other(key.id(), &there)),
    }
}

/// The key of the backup, unless the folder has it already.
pub(super) fn keep(key: &MasterKey, place: &Place) -> Result<(), Fault> {
    if place.folder.join(key::FILE).exists() {
        return fits(key, place);
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
        Some(key) => Err(other(&theirs, &key)),
        None => Err(Fault::NeedsKey { key_id: theirs }),
    }
}

fn other(theirs: &str, ours: &MasterKey) -> Fault {
    let (theirs, ours) = (theirs.to_owned(), ours.id().to_owned());
    Error::from(KeyFault::Other { theirs, ours }).into()
}
