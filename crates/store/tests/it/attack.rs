//! Two of the same at once, half removed, brought back from the journal, a key that is gone.

use store::{Actor, Batch, CheckIn, Error, MasterKey, PersonId, Reader, Session, Store};
use teststore::full::{at, by, check_in, missed, new_id, profile, somebody};
use teststore::{Bench, both};

use crate::support::folder;

both!(start_pressed_twice, removed_together, gone_with_the_person);

async fn start_pressed_twice(Bench { store, .. }: Bench) {
    let (ada, token, id) = (profile("Ada"), [0; 32], new_id());
    store.open_login(by(1), &token, Actor::Owner, &Reader::default()).await.unwrap();
    let start = || store.start_person(by(1), (&token, id), &ada);
    let (one, other) = tokio::join!(start(), start());
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(store.people().await.unwrap().len(), 1);
    let gone = store.start_person(by(2), (&[1; 32], new_id()), &ada).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    assert_eq!(store.people().await.unwrap().len(), 1, "nobody is made without a browser");
}

async fn session_with_check_ins(
    store: &Store,
) -> (PersonId, store::Entry<Session>, Vec<store::Entry<CheckIn>>) {
    let ada = somebody(store).await.id;
    let session = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let mut hanging = Vec::new();
    for note in ["sore", "better"] {
        let checkin = check_in(session.id, note);
        hanging.push(store.add(by(2), ada, new_id(), &checkin).await.unwrap());
    }
    (ada, session, hanging)
}

async fn removed_together(Bench { store, .. }: Bench) {
    let (ada, session, hanging) = session_with_check_ins(&store).await;
    store.commit(both_gone(&session, &hanging)).await.unwrap();
    assert_eq!(store.list::<Session>(ada).await.unwrap(), []);
    assert_eq!(store.list::<CheckIn>(ada).await.unwrap(), []);
    let sessions = store.removed::<Session>(ada, at(5)).await.unwrap();
    assert_eq!(sessions.len(), 1);
    assert_eq!(
        (sessions[0].id, sessions[0].at, &sessions[0].record),
        (session.id, at(5), &session.record)
    );
    let checkins = store.removed::<CheckIn>(ada, at(5)).await.unwrap();
    assert_eq!(checkins.len(), 2);
    assert!(checkins.iter().all(|one| one.at == at(5)));
    assert_eq!(store.removed::<Session>(ada, at(6)).await.unwrap(), []);
    assert_eq!(store.removed::<Session>(new_id(), at(0)).await.unwrap(), []);
}

/// A session goes with what hangs on it.
fn both_gone(session: &store::Entry<Session>, hanging: &[store::Entry<CheckIn>]) -> Batch {
    let mut batch = Batch::new(by(5), session.person);
    for checkin in hanging {
        batch.remove(checkin);
    }
    batch.remove(session);
    batch
}

async fn gone_with_the_person(Bench { store, .. }: Bench) {
    let (ada, session, hanging) = session_with_check_ins(&store).await;
    store.commit(both_gone(&session, &hanging)).await.unwrap();
    store.erase_person(by(6), ada).await.unwrap();
    assert_eq!(store.removed::<Session>(ada, at(0)).await.unwrap(), []);
}

#[test]
fn no_new_key_is_made_for_a_record_that_is_there() {
    let place = folder();
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join("needlewise.db"), b"something").unwrap();
    let refused = MasterKey::load_or_make(&place).unwrap_err();
    assert!(refused.to_string().contains("not there, though the record is"), "{refused}");
    assert!(!place.join("master.key").exists(), "nothing stands in the way of the right one");
}
