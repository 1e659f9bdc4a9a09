//! An erasure that is disturbed is not complete, says so, and is completed as soon as it can be: no key stays behind.

use std::time::Duration;

use store::doctor::{Ill, examine};
use store::{Erasure, PersonId, Place, Store};

use crate::canary::holds;
use crate::port::full_person;
use teststore::full::{at, by};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    somebody_who_reads_delays_it_and_it_is_done_at_the_next_start,
    a_kill_between_the_rows_and_the_cleaning_leaves_it_to_the_next_start,
    the_program_goes_on_trying_by_itself,
);

/// The wrapped key of somebody.
async fn key_of(place: &Place, person: PersonId) -> Vec<u8> {
    let sql = format!("SELECT wrapped FROM person WHERE id = '{person}'");
    Intruder::at(place).await.bytes(&sql).await
}

/// Somebody with a transaction that still sees everybody.
async fn reader(place: &Place) -> Intruder {
    let mut reader = Intruder::at(place).await;
    let begin = match &reader {
        Intruder::Sqlite(_) => "BEGIN DEFERRED",
        Intruder::Pg(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    reader.run(begin).await.unwrap();
    reader.count("person").await;
    reader
}

/// Whether a key is in a file of the database.
async fn is_on_disk(place: &Place, key: &[u8]) -> bool {
    if let mut pg @ Intruder::Pg(_) = Intruder::at(place).await {
        pg.run("CHECKPOINT").await.unwrap();
        let file = pg.bytes("SELECT pg_read_binary_file(pg_relation_filepath('person'))").await;
        return file.windows(key.len()).any(|window| window == key);
    }
    holds(&place.folder, key)
}

/// Whether the doctor names it, and the record says the same.
async fn is_pending(store: &Store) -> bool {
    let ills = examine(store, at(60)).await.unwrap().ills;
    let named = ills.iter().any(|ill| matches!(ill, Ill::Erasing(1)));
    assert_eq!(store.unfinished_erasures().await.unwrap(), usize::from(named));
    assert!(named || matches!(ills[..], [Ill::NoBackup]), "{ills:?}");
    named
}

async fn somebody_who_reads_delays_it_and_it_is_done_at_the_next_start(bench: Bench) {
    let Bench { store, place } = bench;
    let ada = full_person(&store, "Ada").await;
    let key = key_of(&place, ada).await;
    let mut other = reader(&place).await;
    assert_eq!(store.erase_person(by(50), ada).await.unwrap(), Erasure::NotYet);
    assert_eq!(store.find_person(ada).await.unwrap(), None);
    assert!(is_on_disk(&place, &key).await && is_pending(&store).await);
    store.close().await;

    let still = Store::open(&place).await.unwrap();
    assert!(is_pending(&still).await, "struck off though somebody reads");
    other.run("ROLLBACK").await.unwrap();
    still.close().await;

    let again = Store::open(&place).await.unwrap();
    assert!(!is_pending(&again).await && !is_on_disk(&place, &key).await);
    again.verify_journal().await.unwrap();
    again.close().await;
}

/// The program ends while it still waits for whoever reads.
async fn a_kill_between_the_rows_and_the_cleaning_leaves_it_to_the_next_start(bench: Bench) {
    let Bench { store, place } = bench;
    let ada = full_person(&store, "Ada").await;
    let key = key_of(&place, ada).await;
    let mut other = reader(&place).await;
    let there = place.clone();
    tokio::task::spawn_blocking(move || killed(&there, ada)).await.unwrap();
    // The engine's own thread can't be killed here: it waits five seconds for whoever reads, and gives up.
    tokio::time::sleep(Duration::from_secs(6)).await;
    other.run("ROLLBACK").await.unwrap();
    drop(other);
    assert_eq!(store.find_person(ada).await.unwrap(), None);
    assert!(is_on_disk(&place, &key).await && is_pending(&store).await);

    let again = Store::open(&place).await.unwrap();
    assert!(!is_pending(&again).await && !is_on_disk(&place, &key).await);
    again.close().await;
}

fn killed(place: &Place, person: PersonId) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(place).await.unwrap();
        let erasing = store.clone();
        tokio::spawn(async move { erasing.erase_person(by(50), person).await });
        while store.find_person(person).await.unwrap().is_some() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    runtime.shutdown_background();
}

/// Nobody has to start anything anew: within a quarter of a minute after the reader is gone it is done.
async fn the_program_goes_on_trying_by_itself(Bench { store, place }: Bench) {
    let ada = full_person(&store, "Ada").await;
    let key = key_of(&place, ada).await;
    let mut other = reader(&place).await;
    assert_eq!(store.erase_person(by(50), ada).await.unwrap(), Erasure::NotYet);
    other.run("ROLLBACK").await.unwrap();
    for _ in 0..150 {
        if store.unfinished_erasures().await.unwrap() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(!is_pending(&store).await && !is_on_disk(&place, &key).await);
}
