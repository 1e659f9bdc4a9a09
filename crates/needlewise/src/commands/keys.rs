//! `needlewise keys` and `needlewise passphrase`.

use store::{Actor, By, MasterKey, Store};
use web::guard::passphrase::{self, NoRandom};
use words::Saying;

use super::reasons::{self, refuse};
use super::{Refusal, Talk, clock, place, print, secret, who};
use crate::settings::read::Record;

/// Prints the key of the record.
pub(super) fn show(talk: &Talk<'_>, place: &Record) -> Result<(), Refusal> {
    let key = place::known_key(place)?.ok_or_else(|| {
        Refusal::new(Saying::new("refused-no-key").with("folder", name(&place.folder)))
    })?;
    print(&format!("{}\n", key.paper()))?;
    talk.whispers(&Saying::new("keys-paper"));
    Ok(())
}

/// Keeps the key from paper in a folder that has none.
pub(super) async fn restore(talk: &Talk<'_>, place: &Record) -> Result<(), Refusal> {
    let folder = &place.folder;
    if place::key_file(folder).exists() {
        let there = Saying::new("refused-key-there").with("folder", name(folder));
        return Err(Refusal::new(there));
    }
    let key = MasterKey::from_text(&secret::paper_key(talk)?)
        .map_err(|fault| Refusal::new(reasons::key(&fault)))?;
    key.save(folder).map_err(|error| refuse(&error))?;
    place::adopt(place, &key).await?;
    talk.says(&Saying::new("keys-kept").with("key", key.id()).with("folder", name(folder)))
}

/// Sets somebody's passphrase at the door.
pub(super) async fn set_passphrase(
    talk: &Talk<'_>,
    person: Option<&str>,
    place: &Record,
) -> Result<(), Refusal> {
    let store = place::open(place).await?.store;
    let whose = whose(&store, person).await?;
    let hash = passphrase::hash(&secret::new_passphrase(talk, &who::names(&store).await?)?);
    let hash = hash.map_err(|NoRandom| Refusal::new(Saying::new("key-no-random")))?;
    let set = store.set_passphrase(by(), whose, Some(&hash)).await;
    set.map_err(|error| refuse(&error))?;
    talk.says(&Saying::new("passphrase-set"))
}

/// Asks somebody for none any more.
pub(super) async fn remove_passphrase(
    talk: &Talk<'_>,
    person: Option<&str>,
    place: &Record,
) -> Result<(), Refusal> {
    let store = place::existing(place).await?.store;
    let whose = whose(&store, person).await?;
    let removed = store.set_passphrase(by(), whose, None).await;
    removed.map_err(|error| refuse(&error))?;
    let left = store.passphrases().await.map_err(|error| refuse(&error))?.len();
    talk.says(&match left {
        0 => Saying::new("passphrase-removed"),
        left => Saying::new("passphrase-removed-one").with("n", left),
    })
}

fn name(folder: &std::path::Path) -> String {
    folder.display().to_string()
}

fn by() -> By {
    By { actor: Actor::Command, at: clock::instant() }
}

/// It is the person's who was named or is alone, or the house's as long as there is nobody.
async fn whose(store: &Store, person: Option<&str>) -> Result<Actor, Refusal> {
    let nobody = store.people().await.map_err(|error| refuse(&error))?.is_empty();
    match person {
        None if nobody => Ok(Actor::Owner),
        person => who::one(store, person).await.map(Actor::Person),
    }
}
