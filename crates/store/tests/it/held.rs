//! Entries held against the journal: whatever is changed in their rows without the key is found, named and never given.

use store::{
    AnyId, Batch, CheckIn, Damaged, Entry, Error, PersonId, Photo, Programme, Session, Store, Why,
};
use teststore::full::{at, by, check_in, missed, new_id, photo, profile, programme, somebody};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    older,
    older_by_the_journal_cut,
    deleted,
    deleted_person,
    leaves_the_rest,
    dated_anew,
    hung_elsewhere,
    pixels_elsewhere,
    of_another_person,
    beside,
    back_after_removal,
    is_not_written_over,
    removed_and_erased_is_not_missed,
);

/// A person with a session, a second one, and a check-in that was changed once.
struct Life {
    ada: PersonId,
    first: Entry<Session>,
    second: Entry<Session>,
    checkin: Entry<CheckIn>,
}

async fn live(store: &Store) -> Life {
    let ada = somebody(store).await.id;
    let first = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let second = store.add(by(2), ada, new_id(), &missed("snow")).await.unwrap();
    let checkin = store.add(by(3), ada, new_id(), &check_in(first.id, "well")).await.unwrap();
    let checkin = store.change(by(4), &checkin, check_in(first.id, "bad")).await.unwrap();
    assert_eq!(store.verify().await.unwrap().damaged, []);
    Life { ada, first, second, checkin }
}

async fn bend(bench: &Bench, sql: String) {
    let mut intruder = Intruder::at(&bench.place).await;
    if matches!(intruder, Intruder::Sqlite(_)) {
        intruder.run("PRAGMA foreign_keys = OFF").await.unwrap();
    } else {
        intruder.run("SET session_replication_role = replica").await.unwrap();
    }
    assert_eq!(intruder.run(&sql).await.unwrap(), 1, "{sql}");
}

fn named(table: &'static str, id: impl Into<AnyId>, why: Why) -> Damaged {
    Damaged { table, id: id.into().to_string(), why }
}

/// It is named by the whole check, and neither found nor listed.
async fn is_named<R: store::Record>(
    store: &Store,
    entry: &Entry<R>,
    table: &'static str,
    why: Why,
) {
    let found = store.verify().await.unwrap().damaged;
    assert_eq!(found, [named(table, entry.id, why)]);
    let found = store.find::<R>(entry.person, entry.id).await.map(drop);
    assert!(matches!(found, Err(Error::Corrupt { .. })), "{found:?}");
    let listed = store.list::<R>(entry.person).await.map(drop);
    assert!(matches!(listed, Err(Error::Corrupt { .. })), "{listed:?}");
}

/// Puts the check-in back to its first version, by somebody who has no key.
async fn put_back(bench: &Bench, life: &Life) {
    let id = life.checkin.id;
    let back = format!(
        "UPDATE checkin SET version = 1, changed = created, sealed = \
         (SELECT after FROM journal WHERE entry = '{id}' AND version = 1) WHERE id = '{id}'"
    );
    bend(bench, back).await;
}

/// The version before is as well sealed as this one.
async fn older(bench: Bench) {
    let life = live(&bench.store).await;
    put_back(&bench, &life).await;
    is_named(&bench.store, &life.checkin, "checkin", Why::Older).await;
}

/// Whoever also cuts the journal off bends the end of the chain.
async fn older_by_the_journal_cut(bench: Bench) {
    let life = live(&bench.store).await;
    let id = life.checkin.id;
    Intruder::at(&bench.place).await.unlock_journal().await;
    let back = format!(
        "UPDATE checkin SET version = 1, changed = created, sealed = \
         (SELECT after FROM journal WHERE entry = '{id}' AND version = 1) WHERE id = '{id}'"
    );
    bend(&bench, back).await;
    bend(&bench, format!("DELETE FROM journal WHERE entry = '{id}' AND version = 2")).await;
    let broken = bench.store.verify().await.unwrap_err();
    assert!(matches!(broken, store::Broken::Ends { .. }), "{broken:?}");
}

async fn deleted(bench: Bench) {
    let life = live(&bench.store).await;
    bend(&bench, format!("DELETE FROM checkin WHERE id = '{}'", life.checkin.id)).await;
    is_named(&bench.store, &life.checkin, "checkin", Why::Missing).await;
    let well = check_in(life.first.id, "well");
    let again = bench.store.add(by(5), life.ada, life.checkin.id, &well).await.map(drop);
    assert!(matches!(again, Err(Error::Corrupt { .. })), "{again:?}");
}

async fn deleted_person(bench: Bench) {
    let ada = somebody(&bench.store).await;
    bend(&bench, format!("DELETE FROM person WHERE id = '{}'", ada.id)).await;
    let whole = bench.store.verify().await.unwrap();
    assert_eq!(whole.damaged, [named("person", ada.id, Why::Missing)]);
    let found = bench.store.find_person(ada.id).await;
    assert!(matches!(found, Err(Error::Corrupt { .. })), "{found:?}");
}

/// One damaged thing closes one thing: the others are read on, and it is named.
async fn leaves_the_rest(bench: Bench) {
    let life = live(&bench.store).await;
    bend(&bench, format!("DELETE FROM session WHERE id = '{}'", life.second.id)).await;
    let sessions = bench.store.readable::<Session>(life.ada).await.unwrap();
    assert_eq!(sessions.whole, [life.first]);
    assert_eq!(sessions.damaged, [named("session", life.second.id, Why::Missing)]);
    let checkins = bench.store.readable::<CheckIn>(life.ada).await.unwrap();
    assert_eq!((checkins.whole, checkins.damaged), (vec![life.checkin], vec![]));
    assert_eq!(bench.store.gaps(life.ada).await.unwrap(), sessions.damaged);
    assert_eq!(bench.store.people_missing().await.unwrap(), []);
    bend(&bench, format!("DELETE FROM person WHERE id = '{}'", life.ada)).await;
    assert_eq!(bench.store.people_missing().await.unwrap(), [life.ada]);
}

async fn dated_anew(bench: Bench) {
    let ada = somebody(&bench.store).await;
    let begun = bench.store.add(by(1), ada.id, new_id(), &programme()).await.unwrap();
    for column in ["created", "changed"] {
        bend(&bench, format!("UPDATE programme SET {column} = {column} - 1")).await;
        is_named::<Programme>(&bench.store, &begun, "programme", Why::Redated).await;
        bend(&bench, format!("UPDATE programme SET {column} = {column} + 1")).await;
        assert_eq!(bench.store.verify().await.unwrap().damaged, []);
    }
    bend(&bench, "UPDATE person SET created = created + 1".into()).await;
    let whole = bench.store.verify().await.unwrap();
    assert_eq!(whole.damaged, [named("person", ada.id, Why::Redated)]);
}

async fn hung_elsewhere(bench: Bench) {
    let life = live(&bench.store).await;
    bend(&bench, format!("UPDATE checkin SET parent = '{}'", life.second.id)).await;
    is_named(&bench.store, &life.checkin, "checkin", Why::Moved).await;
}

async fn pixels_elsewhere(bench: Bench) {
    let ada = somebody(&bench.store).await.id;
    let (one, other) = (vec![1; 40], vec![2; 40]);
    let id = new_id();
    let kept = bench.store.add_photo(by(1), ada, id, &photo(None), one, other).await.unwrap();
    let mut noted = kept.record.clone();
    noted.note = Some("left".parse().unwrap());
    let kept = bench.store.change(by(2), &kept, noted).await.unwrap();
    assert_eq!(bench.store.list::<Photo>(ada).await.unwrap(), std::slice::from_ref(&kept));
    for (column, other) in [
        ("object", "'0123456789abcdef0123456789abcdef'"),
        ("full_size", "7"),
        ("full_hash", "thumb_hash"),
        ("thumb_hash", "full_hash"),
        ("wrapped", "full_hash"),
    ] {
        let mut intruder = Intruder::at(&bench.place).await;
        let keep = format!("CREATE TABLE kept AS SELECT {column} FROM photo");
        intruder.run(&keep).await.unwrap();
        bend(&bench, format!("UPDATE photo SET {column} = {other}")).await;
        is_named(&bench.store, &kept, "photo", Why::Moved).await;
        bend(&bench, format!("UPDATE photo SET {column} = (SELECT {column} FROM kept)")).await;
        intruder.run("DROP TABLE kept").await.unwrap();
    }
}

async fn of_another_person(bench: Bench) {
    let life = live(&bench.store).await;
    let bea = bench.store.add_person(by(5), &profile("Bea")).await.unwrap().id;
    let id = life.second.id;
    bend(&bench, format!("UPDATE session SET person = '{bea}' WHERE id = '{id}'")).await;
    let found = bench.store.verify().await.unwrap().damaged;
    let both = [named("session", id, Why::Missing), named("session", id, Why::Beside)];
    assert_eq!(found, both);
}

async fn beside(bench: Bench) {
    let life = live(&bench.store).await;
    let other: store::CheckInId = new_id();
    let copy = format!(
        "INSERT INTO checkin (id, person, parent, version, created, changed, sealed) \
         SELECT '{other}', person, parent, version, created, changed, sealed FROM checkin"
    );
    bend(&bench, copy).await;
    let found = bench.store.verify().await.unwrap().damaged;
    assert_eq!(found, [named("checkin", other, Why::Beside)]);
    let listed = bench.store.list::<CheckIn>(life.ada).await;
    assert!(matches!(listed, Err(Error::Corrupt { .. })), "{listed:?}");
}

async fn back_after_removal(bench: Bench) {
    let life = live(&bench.store).await;
    let mut intruder = Intruder::at(&bench.place).await;
    intruder.run("CREATE TABLE kept AS SELECT * FROM checkin").await.unwrap();
    bench.store.remove(by(5), &life.checkin).await.unwrap();
    bend(&bench, "INSERT INTO checkin SELECT * FROM kept".into()).await;
    is_named(&bench.store, &life.checkin, "checkin", Why::Beside).await;
}

/// Otherwise the journal would say of it from then on that it is right.
async fn is_not_written_over(bench: Bench) {
    let life = live(&bench.store).await;
    put_back(&bench, &life).await;
    let known = Entry { version: 1, ..life.checkin.clone() };
    let written = bench.store.change(by(6), &known, check_in(life.first.id, "well")).await;
    assert!(matches!(written, Err(Error::Corrupt { .. })), "{written:?}");
    let removed = bench.store.remove(by(6), &known).await;
    assert!(matches!(removed, Err(Error::Corrupt { .. })), "{removed:?}");
    is_named(&bench.store, &life.checkin, "checkin", Why::Older).await;
}

async fn removed_and_erased_is_not_missed(Bench { store, .. }: Bench) {
    let life = live(&store).await;
    let mut batch = Batch::new(by(5), life.ada);
    batch.remove(&life.checkin);
    batch.remove(&life.first);
    store.commit(batch).await.unwrap();
    assert_eq!(store.list::<CheckIn>(life.ada).await.unwrap(), []);
    let back = store.add(by(6), life.ada, life.first.id, &life.first.record).await.unwrap();
    assert_eq!((back.version, back.created), (1, at(6)));
    store.erase_person(by(7), life.ada).await.unwrap();
    store.add_person_as(by(8), life.ada, &profile("Ada")).await.unwrap();
    let whole = store.verify().await.unwrap();
    assert_eq!((whole.people, whole.entries, whole.damaged), (1, 0, vec![]));
    assert_eq!(store.list::<Session>(life.ada).await.unwrap(), []);
}
