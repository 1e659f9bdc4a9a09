//! Passphrases: whose they are, and what becomes of them.

use store::port::{export, import};
use store::{Actor, Passphrase, Store};
use teststore::full::{by, new_id, profile, somebody};
use teststore::{Bench, both};

both!(
    set_and_removed,
    each_has_their_own,
    a_locked_door_stays_locked,
    whoever_is_brought_in_first_takes_it_over
);

fn phc(phc: &str) -> Passphrase {
    Passphrase::Phc(phc.into())
}

async fn set(store: &Store, actor: Actor, phc: &str) {
    store.set_passphrase(by(1), actor, Some(phc)).await.unwrap();
}

async fn set_and_removed(Bench { store, .. }: Bench) {
    let house = Actor::Owner;
    assert_eq!(store.passphrase(house).await.unwrap(), None);
    set(&store, house, "$argon2id$one").await;
    set(&store, house, "$argon2id$two").await;
    assert_eq!(store.passphrase(house).await.unwrap(), Some(phc("$argon2id$two")));
    store.set_passphrase(by(3), house, None).await.unwrap();
    assert_eq!(store.passphrase(house).await.unwrap(), None);
    assert_eq!(store.verify_journal().await.unwrap(), 3);
}

async fn each_has_their_own(Bench { store, .. }: Bench) {
    let ada = Actor::Person(somebody(&store).await.id);
    let bea = Actor::Person(somebody(&store).await.id);
    set(&store, ada, "$argon2id$ada").await;
    set(&store, bea, "$argon2id$bea").await;
    let mut all = store.passphrases().await.unwrap();
    all.sort();
    assert_eq!(all, [(ada, phc("$argon2id$ada")), (bea, phc("$argon2id$bea"))]);
    store.set_passphrase(by(2), ada, None).await.unwrap();
    assert_eq!(store.passphrases().await.unwrap(), [(bea, phc("$argon2id$bea"))]);
}

/// Set before there is anybody it becomes the first person's; who is erased takes theirs along, unless nobody is left.
async fn a_locked_door_stays_locked(Bench { store, .. }: Bench) {
    set(&store, Actor::Owner, "$argon2id$house").await;
    store.open_login(by(1), &[0; 32], Actor::Owner, &store::Reader::default()).await.unwrap();
    let started = store.start_person(by(1), (&[0; 32], new_id()), &profile("Ada")).await;
    let ada = started.unwrap().id;
    let bea = somebody(&store).await.id;
    let house = phc("$argon2id$house");
    assert_eq!(store.passphrases().await.unwrap(), [(Actor::Person(ada), house.clone())]);
    set(&store, Actor::Person(bea), "$argon2id$bea").await;
    store.erase_person(by(2), bea).await.unwrap();
    assert_eq!(store.passphrases().await.unwrap(), [(Actor::Person(ada), house.clone())]);
    store.erase_person(by(3), ada).await.unwrap();
    assert_eq!(store.passphrases().await.unwrap(), [(Actor::Owner, house)]);
}

/// By an import too; whoever comes later doesn't.
async fn whoever_is_brought_in_first_takes_it_over(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let zip = export(&store, ada, vec![]).await.unwrap();
    store.erase_person(by(2), ada).await.unwrap();
    set(&store, Actor::Owner, "$argon2id$house").await;
    import(&store, by(3), &zip).await.unwrap();
    let hers = [(Actor::Person(ada), phc("$argon2id$house"))];
    assert_eq!(store.passphrases().await.unwrap(), hers);
    somebody(&store).await;
    assert_eq!(store.passphrases().await.unwrap(), hers);
}
