//! One-time keys: each lets one browser in, once and soon, whoever gave it out; a forged one lets nobody in.

use jiff::{SignedDuration, Timestamp};
use store::{Actor, ENTRY_KEY_LASTS, Store};
use teststore::full::at;
use teststore::{Bench, Intruder, both};

const KEY: [u8; 32] = [7; 32];

both!(
    a_key_lets_in_once_whichever_program_gave_it_out,
    a_key_ends_with_its_time_and_with_a_clock_that_was_set_back,
    keys_of_somebody_are_forgotten_and_no_others,
    a_forged_key_lets_nobody_in,
);

async fn a_key_lets_in_once_whichever_program_gave_it_out(Bench { store, place }: Bench) {
    store.give_entry_key(&KEY, Actor::Owner, at(0)).await.unwrap();
    let other = Store::open(&place).await.unwrap();
    assert_eq!(other.take_entry_key(&KEY, at(1)).await.unwrap(), Some(Actor::Owner));
    assert_eq!(store.take_entry_key(&KEY, at(2)).await.unwrap(), None);
    other.close().await;
}

async fn a_key_ends_with_its_time_and_with_a_clock_that_was_set_back(Bench { store, .. }: Bench) {
    let (second, start) = (SignedDuration::from_secs(1), at(0));
    for (now, lets_in) in [
        (start + ENTRY_KEY_LASTS, true),
        (start + ENTRY_KEY_LASTS + second, false),
        (start - ENTRY_KEY_LASTS - second, false),
    ] {
        store.give_entry_key(&KEY, Actor::Owner, start).await.unwrap();
        let taken = store.take_entry_key(&KEY, now).await.unwrap();
        assert_eq!(taken.is_some(), lets_in, "{now}");
    }
}

async fn keys_of_somebody_are_forgotten_and_no_others(Bench { store, .. }: Bench) {
    let person = Actor::Person(teststore::full::new_id());
    store.give_entry_key(&KEY, Actor::Owner, at(0)).await.unwrap();
    store.give_entry_key(&[8; 32], person, at(0)).await.unwrap();
    store.forget_entry_keys(Actor::Owner).await.unwrap();
    assert_eq!(store.take_entry_key(&KEY, at(1)).await.unwrap(), None);
    assert_eq!(store.take_entry_key(&[8; 32], at(1)).await.unwrap(), Some(person));
}

async fn a_forged_key_lets_nobody_in(Bench { store, place }: Bench) {
    store.give_entry_key(&KEY, Actor::Program, at(0)).await.unwrap();
    Intruder::bends(&place, "UPDATE entry_key SET actor = 'owner'").await;
    assert_eq!(store.take_entry_key(&KEY, later(at(0))).await.unwrap(), None);
}

fn later(at: Timestamp) -> Timestamp {
    at + SignedDuration::from_secs(1)
}
