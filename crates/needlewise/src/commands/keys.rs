//! `needlewise keys` and `needlewise passphrase`.

use store::{By, MasterKey, Who};

use super::{Refusal, clock, place, print, secret};
use crate::cli::{KeysCommand, PassphraseCommand};

/// The key of the record.
pub(super) fn run(command: &KeysCommand) -> Result<(), Refusal> {
    match command {
        KeysCommand::Show { place } => {
            let folder = place::folder(place)?;
            let key = place::known_key(&folder)?.ok_or_else(|| {
                Refusal::new(format!(
                    "{}: there is no key here. Next: name the folder with --data DIR.",
                    folder.display()
                ))
            })?;
            print(&format!("{}\n", key.paper()))?;
            anstream::eprintln!(
                "This opens everything. Write it on paper. Keep it away from this machine and from backups. When this disk is gone, no backup can be read without it."
            );
            Ok(())
        }
        KeysCommand::Restore { place } => {
            let folder = place::folder(place)?;
            if place::key_file(&folder).exists() {
                return Err(Refusal::new(format!(
                    "{}: there is a key already, and it is not overwritten. Next: name another folder with --data DIR.",
                    folder.display()
                )));
            }
            let key = MasterKey::from_text(&secret::paper_key()?)
                .map_err(|fault| Refusal::new(fault.to_string()))?;
            key.save(&folder).map_err(|error| place::refuse(&error))?;
            print(&format!("The key {} is kept in {}.\n", key.id(), folder.display()))
        }
    }
}

/// The passphrase at the door.
pub(super) async fn passphrase(command: &PassphraseCommand) -> Result<(), Refusal> {
    let by = By { who: Who::Command, at: clock::instant() };
    match command {
        PassphraseCommand::Set { place } => {
            let store = place::open(place).await?.store;
            let typed = secret::new_passphrase()?;
            let hash = web::guard::passphrase::hash(&typed)
                .map_err(|why| Refusal::new(format!("{why}. Next: choose another one.")))?;
            let set = store.set_passphrase(by, Some(&hash)).await;
            set.map_err(|error| place::refuse(&error))?;
            print("The passphrase is set. Browsers that were let in before stay let in.\n")
        }
        PassphraseCommand::Remove { place } => {
            let record = place::existing(place).await?;
            let removed = record.store.set_passphrase(by, None).await;
            removed.map_err(|error| place::refuse(&error))?;
            print(
                "There is no passphrase any more. Needlewise then listens on this machine only.\n",
            )
        }
    }
}
