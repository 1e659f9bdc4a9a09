//! Every kind of record: found, listed, added, changed, removed.

use std::fmt::Debug;

use proptest::prelude::{Strategy as _, any};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use store::{AnyId, CheckIn, Error, PersonId, Plain, SessionId, Store};
use teststore::full::{
    Full, by, check_in, measured, missed, new_id, scored, skipped, somebody, without_a_word,
};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    all_kinds,
    any_id,
    same_id_again,
    in_order,
    stale,
    moved_row,
    after_reopening,
    opened_by_many,
    many_at_once,
    held
);

/// Everything that can be done with a record that is all there is.
async fn life<R: Plain + PartialEq + Debug>(store: &Store, person: PersonId, first: R, second: R) {
    let mut all = store.list::<R>(person).await.unwrap();
    let id = new_id();
    assert_eq!(store.find::<R>(person, id).await.unwrap(), None);
    let added = store.add(by(1), person, id, &first).await.unwrap();
    assert_eq!((added.version, added.created, added.changed), (1, by(1).at, by(1).at));
    assert_eq!((added.id, added.person, &added.record), (id, person, &first));
    assert_eq!(store.find(person, id).await.unwrap(), Some(added.clone()));
    let changed = store.change(by(2), &added, second.clone()).await.unwrap();
    assert_eq!((changed.version, changed.created, changed.changed), (2, by(1).at, by(2).at));
    assert_eq!(changed.record, second);
    all.push(changed.clone());
    assert_eq!(store.list(person).await.unwrap(), all);
    let early = store.remove(by(3), &added).await;
    assert!(matches!(early, Err(Error::Stale)), "{early:?}");
    store.remove(by(3), &changed).await.unwrap();
    assert_eq!(store.find::<R>(person, id).await.unwrap(), None);
    let again = store.remove(by(4), &changed).await;
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
}

macro_rules! lives {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        async fn all_kinds(Bench { store, .. }: Bench) {
            let ada = somebody(&store).await.id;
            let session = store.add(by(0), ada, new_id(), &missed("rain")).await.unwrap().id;
            $(life(&store, ada, store::$kind::full("sore", session), store::$kind::full("better", session)).await;)*
            life(&store, ada, missed("rain"), skipped("a feast")).await;
            life(&store, ada, scored(), measured(new_id(), new_id())).await;
            store.check_statements().await.unwrap();
        }
    };
}
store::kinds!(lives);

/// Or whoever looks for it on the disk would find nothing whatever lies there.
#[test]
fn every_kind_can_hold_a_word() {
    assert_eq!(without_a_word(), [""; 0]);
}

/// Whatever id it has, an entry and what refers to it name it alike: in clear in the table, under the seal and in the journal.
async fn any_id(Bench { store, place }: Bench) {
    let (ada, mut intruder) = (somebody(&store).await.id, Intruder::at(&place).await);
    let mut runner = TestRunner::deterministic();
    for _ in 0..32 {
        let bytes = any::<u128>().new_tree(&mut runner).unwrap().current();
        let hex = format!("{bytes:032x}");
        let text = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
        let id: SessionId = text.parse().unwrap();
        let session = store.add(by(1), ada, id, &missed("rain")).await.unwrap();
        let check = store.add(by(2), ada, new_id(), &check_in(id, "sore")).await.unwrap();
        assert_eq!(store.find(ada, id).await.unwrap(), Some(session));
        let found = store.find::<CheckIn>(ada, check.id).await.unwrap();
        assert_eq!(found.unwrap().record.session, id);
        let sql = format!("UPDATE checkin SET parent = parent WHERE parent = '{text}'");
        assert_eq!(intruder.run(&sql).await.unwrap(), 1);
        let told = store.journal(ada).await.unwrap();
        assert_eq!((told[1].table.as_str(), told[1].id), ("session", id.any()));
    }
}

async fn same_id_again(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let id = new_id();
    let first = store.add(by(1), ada, id, &missed("rain")).await.unwrap();
    let again = store.add(by(2), ada, id, &missed("rain")).await.unwrap();
    assert_eq!(first, again);
    let changed = store.change(by(3), &first, missed("snow")).await.unwrap();
    assert_eq!(store.add(by(4), ada, id, &missed("rain")).await.unwrap(), changed);
    assert_eq!(Intruder::at(&place).await.count("journal").await, 3);
}

async fn in_order(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let mut made = Vec::new();
    for n in [5, 3, 9, 1] {
        made.push(store.add(by(n), ada, new_id(), &missed(&n.to_string())).await.unwrap());
    }
    made.sort_by_key(|entry| entry.created);
    assert_eq!(store.list(ada).await.unwrap(), made);
}

async fn stale(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let entry = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let changes = (0..20).map(|n| {
        let (store, entry) = (store.clone(), entry.clone());
        tokio::spawn(async move { store.change(by(n), &entry, missed(&n.to_string())).await })
    });
    let (mut done, mut late) = (Vec::new(), 0);
    for change in changes.collect::<Vec<_>>() {
        match change.await.unwrap() {
            Ok(entry) => done.push(entry),
            Err(Error::Stale) => late += 1,
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!((done.len(), late), (1, 19));
    assert_eq!(store.find(ada, entry.id).await.unwrap().as_ref(), done.first());
}

/// A ciphertext is worth nothing in another row, of another person, or under another version.
async fn moved_row(Bench { store, place }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    let first = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let second = store.add(by(2), ada, new_id(), &missed("snow")).await.unwrap();
    let mut intruder = Intruder::at(&place).await;
    let at = |id: AnyId| format!("WHERE id = '{id}'");
    let forgeries = [
        format!(
            "UPDATE session SET sealed = (SELECT sealed FROM session {}) {}",
            at(second.id.any()),
            at(first.id.any())
        ),
        format!("UPDATE session SET version = 2 {}", at(second.id.any())),
    ];
    for forgery in forgeries {
        assert_eq!(intruder.run(&forgery).await.unwrap(), 1);
        let listed = store.list::<store::Session>(ada).await;
        assert!(matches!(listed, Err(Error::Corrupt { .. })), "{listed:?}");
    }
    let third = store.add(by(3), ada, new_id(), &missed("hail")).await.unwrap();
    intruder
        .run(&format!("UPDATE session SET person = '{bea}' {}", at(third.id.any())))
        .await
        .unwrap();
    let found = store.find::<store::Session>(bea, third.id).await;
    assert!(matches!(found, Err(Error::Corrupt { .. })), "{found:?}");
    // Neither is a person's key in another's row.
    let sql = format!(
        "UPDATE person SET wrapped = (SELECT wrapped FROM person {}) {}",
        at(ada.any()),
        at(bea.any())
    );
    intruder.run(&sql).await.unwrap();
    let read = store.find_person(bea).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
}

async fn after_reopening(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let entry = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    store.close().await;
    let closed = store.list::<store::Session>(ada).await;
    assert!(matches!(closed, Err(Error::Unavailable { .. })), "{closed:?}");
    let again = Store::open(&place).await.unwrap();
    assert_eq!(again.find(ada, entry.id).await.unwrap(), Some(entry));
    assert_eq!(again.verify_journal().await.unwrap(), 2);
    again.close().await;
}

/// Also on one thread, where nobody may wait for another without giving way.
async fn opened_by_many(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    store.close().await;
    let opened = (0..6).map(|_| {
        let place = place.clone();
        tokio::spawn(async move { Store::open(&place).await })
    });
    for (n, store) in (0..).zip(opened.collect::<Vec<_>>()) {
        let store = store.await.unwrap().unwrap();
        store.add(by(n), ada, new_id(), &missed("rain")).await.unwrap();
        assert_eq!(store.verify_journal().await.unwrap(), n as u64 + 2);
        store.close().await;
    }
}

async fn many_at_once(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let writes = (0..200).map(|n| {
        let store = store.clone();
        tokio::spawn(async move { store.add(by(n), ada, new_id(), &missed("rain")).await })
    });
    for write in writes.collect::<Vec<_>>() {
        write.await.unwrap().unwrap();
    }
    assert_eq!(store.list::<store::Session>(ada).await.unwrap().len(), 200);
    assert_eq!(store.verify_journal().await.unwrap(), 201);
    assert_eq!(Intruder::at(&place).await.count("journal").await, 201);
}

async fn held(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let session = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let check = store.add(by(2), ada, new_id(), &check_in(session.id, "sore")).await.unwrap();
    let removed = store.remove(by(3), &session).await;
    assert!(matches!(removed, Err(Error::Held)), "{removed:?}");
    let moved = store.change(by(3), &check, check_in(new_id(), "sore")).await;
    assert!(matches!(moved, Err(Error::NotFound)), "{moved:?}");
    store.remove(by(4), &check).await.unwrap();
    store.remove(by(5), &session).await.unwrap();
    assert_eq!(store.verify_journal().await.unwrap(), 5);
}
