//! `needlewise keys` and `needlewise passphrase`.

use store::{Actor, By, MasterKey, Store};

use super::{Refusal, clock, place, print, secret};
use crate::settings::read::Record;

/// Prints the key of the record.
pub(super) fn show(place: &Record) -> Result<(), Refusal> {
    let key = place::known_key(place)?.ok_or_else(|| {
        Refusal::new(format!(
            "{}: there is no key here. Next: name the folder with --data DIR.",
            place.folder.display()
        ))
    })?;
    print(&format!("{}\n", key.paper()))?;
    anstream::eprintln!(
        "This opens everything. Write it on paper. Keep it away from this machine and from backups. When this disk is gone, no backup can be read without it."
    );
    Ok(())
}

/// Keeps the key from paper in a folder that has none.
pub(super) fn restore(place: &Record) -> Result<(), Refusal> {
    let folder = &place.folder;
    if place::key_file(folder).exists() {
        return Err(Refusal::new(format!(
            "{}: there is a key already, and it is not overwritten. Next: name another folder with --data DIR.",
            folder.display()
        )));
    }
    let key = MasterKey::from_text(&secret::paper_key()?)
        .map_err(|fault| Refusal::new(fault.to_string()))?;
    key.save(folder).map_err(|error| place::refuse(&error))?;
    print(&format!("The key {} is kept in {}.\n", key.id(), folder.display()))
}

/// Sets the passphrase at the door.
pub(super) async fn set_passphrase(place: &Record) -> Result<(), Refusal> {
    let store = place::open(place).await?.store;
    let typed = secret::new_passphrase()?;
    let hash = web::guard::passphrase::hash(&typed)
        .map_err(|why| Refusal::new(format!("{why}. Next: choose another one.")))?;
    let set = set(&store, by(), &hash).await;
    set.map_err(|error| place::refuse(&error))?;
    print("The passphrase is set. Browsers that were let in before stay let in.\n")
}

/// Asks for none any more.
pub(super) async fn remove_passphrase(place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let removed = remove(&record.store, by()).await;
    removed.map_err(|error| place::refuse(&error))?;
    print("There is no passphrase any more. Needlewise then listens on this machine only.\n")
}

fn by() -> By {
    By { actor: Actor::Command, at: clock::instant() }
}

/// It is the first person's, or the house's as long as there is nobody.
async fn set(store: &Store, by: By, hash: &str) -> Result<(), store::Error> {
    let first = store.people().await?.first().copied();
    store.set_passphrase(by, first.map_or(Actor::Owner, Actor::Person), Some(hash)).await
}

/// Everybody's.
async fn remove(store: &Store, by: By) -> Result<(), store::Error> {
    for (whose, _) in store.passphrases().await? {
        store.set_passphrase(by, whose, None).await?;
    }
    Ok(())
}
