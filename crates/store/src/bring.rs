//! Bringing people in from a file that was sent: an export of one of them, or a backup with all that were in a record.
//!
//! A backup is put back in a room of its own first, which finds every damage; then each person comes in as by an export.
//! What an export holds comes in: the journal of the other record stays there, as with any export. Who is here already is
//! left as they are. A passphrase comes with its person, so nobody reads a record here that was shut there.

use std::io::{BufReader, Read as _};
use std::path::Path;

use crate::backup::{self, Fault, Room, Target, Unlock};
use crate::error::Error;
use crate::key::{self, MasterKey};
use crate::kinds::PersonId;
use crate::open::{Database, Place, Store};
use crate::passphrases::Passphrase;
use crate::port::{self, Refusal};
use crate::veiled::Veiled;
use crate::who::{Actor, By};

/// Who came, and who was here already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Those who came in.
    pub came: Vec<PersonId>,
    /// How many were here already and were left as they are.
    pub here: usize,
}

/// Why nobody, or nobody more, came in.
#[derive(Debug, thiserror::Error)]
pub enum Unbrought {
    /// The export can't be read.
    #[error(transparent)]
    Export(#[from] Refusal),
    /// The backup can't be put back.
    #[error(transparent)]
    Backup(#[from] Fault),
}

impl From<Error> for Unbrought {
    fn from(error: Error) -> Self {
        Self::Export(error.into())
    }
}

impl From<std::io::Error> for Unbrought {
    fn from(error: std::io::Error) -> Self {
        Self::Backup(error.into())
    }
}

/// Brings in whoever is in a file. `passphrase` opens a backup; `key` is this record's own, under which one of ours may be
/// sealed.
///
/// # Errors
/// Whatever is wrong with the file. Each person comes in whole or not at all; those before a fault stay.
pub async fn bring(
    store: &Store,
    by: By,
    file: &Veiled,
    passphrase: String,
    key: &MasterKey,
) -> Result<Brought, Unbrought> {
    let mut beginning = Vec::new();
    file.again()?.take(64).read_to_end(&mut beginning)?;
    match Unlock::wants_passphrase(&beginning) {
        None => from_export(store, by, file.again()?).await,
        Some(false) => Err(Fault::Locked.into()),
        Some(true) => from_backup(store, by, file, &Unlock::passphrase(passphrase), key).await,
    }
}

async fn from_export(store: &Store, by: By, file: Veiled) -> Result<Brought, Unbrought> {
    match port::import_from(store, by, BufReader::new(file)).await {
        Ok(person) => Ok(Brought { came: vec![person], here: 0 }),
        Err(Refusal::Here) => Ok(Brought { came: Vec::new(), here: 1 }),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn from_backup(
    store: &Store,
    by: By,
    file: &Veiled,
    unlock: &Unlock,
    key: &MasterKey,
) -> Result<Brought, Unbrought> {
    let room = Room::beside(store)?;
    let folder = room.path().join("record");
    let place = put_back(file, unlock, &folder, key).await?;
    let from = Store::open(&place).await?;
    let brought = all(store, by, &from).await;
    from.close().await;
    brought
}

/// Puts it back with the key that is in it, or with ours if it has none.
async fn put_back(
    file: &Veiled,
    unlock: &Unlock,
    folder: &Path,
    own: &MasterKey,
) -> Result<Place, Unbrought> {
    let restored = |key: Option<MasterKey>| {
        let (unlock, folder) = (unlock.clone(), folder.to_owned());
        let file = file.again();
        async move {
            let into = Target { folder, database: Database::Sqlite, key };
            backup::restore(BufReader::new(file?), unlock, into).await
        }
    };
    match restored(None).await {
        Err(Fault::NeedsKey { key_id }) if key_id == own.id() => {
            restored(Some(own.clone())).await?;
        }
        restored => drop(restored?),
    }
    let has_key = folder.join(key::FILE).exists();
    let key = if has_key { MasterKey::load_or_make(folder)? } else { own.clone() };
    Ok(Place { folder: folder.to_owned(), database: Database::Sqlite, key })
}

async fn all(store: &Store, by: By, from: &Store) -> Result<Brought, Unbrought> {
    let mut brought = Brought::default();
    for person in from.people().await? {
        let shut = match from.passphrase(Actor::Person(person)).await? {
            Some(Passphrase::Damaged) => return Err(Fault::damaged("a passphrase").into()),
            Some(Passphrase::Phc(phc)) => Some(phc),
            None => None,
        };
        let zip = port::export_into(from, person, Vec::new(), Veiled::beside(store)?).await?.out;
        let one = from_export(store, by, zip.again()?).await?;
        if let (Some(phc), Some(came)) = (&shut, one.came.first()) {
            // Only now, since a passphrase has to be somebody's.
            store.set_passphrase(by, Actor::Person(*came), Some(phc)).await?;
        }
        brought.came.extend(one.came);
        brought.here += one.here;
    }
    Ok(brought)
}
