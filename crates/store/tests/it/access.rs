//! Readings: who looked at whose record.

use store::{Actor, By, Error, JournalRow, Store, What};
use teststore::full::{at, by, new_id, somebody, staff};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    one_a_day_at_home,
    each_of_staff,
    none_of_ones_own,
    many_at_once,
    in_the_chain,
    after_an_erasure
);

/// Microseconds.
const HOUR: i64 = 3_600_000_000;

fn of(actor: Actor, micros: i64) -> By {
    By { actor, at: at(micros) }
}

async fn told(store: &Store, person: store::PersonId) -> Vec<(Actor, What)> {
    let rows = store.readings(person).await.unwrap();
    rows.iter().map(|JournalRow { actor, what, .. }| (*actor, *what)).collect()
}

async fn one_a_day_at_home(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    let reader = Actor::Person(bea);
    for micros in [1, 2, HOUR] {
        store.note_reading(of(reader, micros), ada).await.unwrap();
    }
    assert_eq!(told(&store, ada).await, [(reader, What::Read)]);
    store.note_reading(of(reader, 25 * HOUR), ada).await.unwrap();
    store.note_reading(of(Actor::Command, 25 * HOUR), ada).await.unwrap();
    let three = [Actor::Command, reader, reader].map(|actor| (actor, What::Read));
    assert_eq!(told(&store, ada).await, three);
    assert_eq!(told(&store, bea).await, []);
    let changes = store.journal(ada).await.unwrap();
    assert_eq!(changes.len(), 1, "to read is no change");
}

async fn each_of_staff(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let kim = store.add_to_clinic(by(1), new_id(), &staff("Kim", true)).await.unwrap();
    let kim = Actor::Staff(kim.id);
    for micros in [5, 6, 7] {
        store.note_reading(of(kim, micros), ada).await.unwrap();
    }
    assert_eq!(told(&store, ada).await, [(kim, What::Read); 3]);
}

async fn none_of_ones_own(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let rows = store.verify_journal().await.unwrap();
    store.note_reading(of(Actor::Person(ada), 1), ada).await.unwrap();
    assert_eq!(store.verify_journal().await.unwrap(), rows);
    let nobody = store.note_reading(of(Actor::Command, 1), new_id()).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
}

async fn many_at_once(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let readings = (0..20).map(|n| {
        let store = store.clone();
        tokio::spawn(async move { store.note_reading(of(Actor::Owner, n), ada).await })
    });
    for reading in readings.collect::<Vec<_>>() {
        reading.await.unwrap().unwrap();
    }
    assert_eq!(told(&store, ada).await, [(Actor::Owner, What::Read)]);
}

/// A reading that is taken out, or said to be another's, is found.
async fn in_the_chain(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    store.note_reading(of(Actor::Command, 1), ada).await.unwrap();
    store.add(by(2), ada, new_id(), &teststore::full::missed("rain")).await.unwrap();
    let mut intruder = Intruder::at(&place).await;
    intruder.unlock_journal().await;
    intruder.run("UPDATE journal SET who = 'owner' WHERE what = 'read'").await.unwrap();
    let broken = store.verify_journal().await;
    assert!(matches!(broken, Err(store::Broken::Edited { n: 2 })), "{broken:?}");
    intruder.run("DELETE FROM journal WHERE what = 'read'").await.unwrap();
    let broken = store.verify_journal().await;
    assert!(matches!(broken, Err(store::Broken::Missing { n: 2 })), "{broken:?}");
}

async fn after_an_erasure(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    store.note_reading(of(Actor::Command, 1), ada).await.unwrap();
    store.erase_person(by(2), ada).await.unwrap();
    assert_eq!(told(&store, ada).await, [(Actor::Command, What::Read)]);
    let gone = store.note_reading(of(Actor::Command, 25 * HOUR), ada).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
}
