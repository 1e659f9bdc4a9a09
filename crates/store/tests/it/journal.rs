//! The journal: what it says, and that nobody changes it unseen.

use sha2::{Digest, Sha256};
use store::{Actor, Broken, By, Error, JournalRow, PersonId, Store, What};
use teststore::full::{at, by, missed, new_id, profile, somebody};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    told,
    only_grows,
    edited,
    every_field,
    removed,
    moved,
    put_in,
    cut_off,
    head_forged,
    last_forged,
    while_writing,
    past_of_the_erased
);

/// A person and six rows.
async fn six(store: &Store) -> PersonId {
    let ada = somebody(store).await.id;
    for n in 1..6 {
        store.add(by(n), ada, new_id(), &missed("rain")).await.unwrap();
    }
    assert_eq!(store.verify_journal().await.unwrap(), 6);
    ada
}

async fn told(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await;
    somebody(&store).await;
    let command = By { actor: Actor::Command, at: at(2) };
    let session = store.add(command, ada.id, new_id(), &missed("rain")).await.unwrap();
    store.remove(by(3), &session).await.unwrap();
    store.change_person(by(4), &ada, profile("Ada L.")).await.unwrap();
    let row = |n, micros, actor, what, table: &str, id| JournalRow {
        n,
        at: at(micros),
        actor,
        what,
        table: table.into(),
        id,
    };
    let told = [
        row(5, 4, Actor::Owner, What::Changed, "person", ada.id.any()),
        row(4, 3, Actor::Owner, What::Removed, "session", session.id.any()),
        row(3, 2, Actor::Command, What::Added, "session", session.id.any()),
        row(1, 0, Actor::Owner, What::Added, "person", ada.id.any()),
    ];
    assert_eq!(store.journal(ada.id).await.unwrap(), told);
}

async fn only_grows(Bench { store, place }: Bench) {
    six(&store).await;
    let mut intruder = Intruder::at(&place).await;
    let mut tries =
        vec!["UPDATE journal SET who = 'system' WHERE n = 2", "DELETE FROM journal WHERE n = 6"];
    if matches!(intruder, Intruder::Pg(_)) {
        tries.push("TRUNCATE journal");
    }
    for sql in tries {
        let refused = intruder.run(sql).await.unwrap_err().to_string();
        assert!(refused.contains("only appended to"), "{refused}");
    }
}

async fn broken(bench: &Bench, sql: &[&str]) -> Broken {
    six(&bench.store).await;
    let mut intruder = Intruder::at(&bench.place).await;
    intruder.unlock_journal().await;
    for sql in sql {
        assert_eq!(intruder.run(sql).await.unwrap(), 1, "{sql}");
    }
    bench.store.verify_journal().await.unwrap_err()
}

async fn edited(bench: Bench) {
    let found = broken(&bench, &["UPDATE journal SET at = at + 1 WHERE n = 3"]).await;
    assert!(matches!(found, Broken::Edited { n: 3 }), "{found:?}");
}

async fn every_field(bench: Bench) {
    six(&bench.store).await;
    let mut intruder = Intruder::at(&bench.place).await;
    intruder.unlock_journal().await;
    for (field, other) in [
        ("at", "7"),
        ("who", "'system'"),
        ("what", "'removed'"),
        ("tbl", "'consent'"),
        ("entry", "'x'"),
        ("person", "NULL"),
        ("version", "4"),
        ("before", "after"),
        ("after", "NULL"),
        ("prev", "hash"),
        ("hash", "prev"),
    ] {
        intruder
            .run(&format!("CREATE TABLE kept AS SELECT {field} FROM journal WHERE n = 4"))
            .await
            .unwrap();
        let changed =
            intruder.run(&format!("UPDATE journal SET {field} = {other} WHERE n = 4")).await;
        assert_eq!(changed.unwrap(), 1, "{field}");
        let found = bench.store.verify_journal().await.unwrap_err();
        assert!(matches!(found, Broken::Edited { n: 4 }), "{field}: {found:?}");
        let back = format!("UPDATE journal SET {field} = (SELECT {field} FROM kept) WHERE n = 4");
        intruder.run(&back).await.unwrap();
        intruder.run("DROP TABLE kept").await.unwrap();
        assert_eq!(bench.store.verify_journal().await.unwrap(), 6, "{field}");
    }
}

async fn removed(bench: Bench) {
    let found = broken(&bench, &["DELETE FROM journal WHERE n = 3"]).await;
    assert!(matches!(found, Broken::Missing { n: 3 }), "{found:?}");
}

async fn moved(bench: Bench) {
    let swap = [
        "UPDATE journal SET n = 99 WHERE n = 3",
        "UPDATE journal SET n = 3 WHERE n = 4",
        "UPDATE journal SET n = 4 WHERE n = 99",
    ];
    let found = broken(&bench, &swap).await;
    assert!(matches!(found, Broken::Edited { n: 3 }), "{found:?}");
}

async fn put_in(bench: Bench) {
    let copy = "INSERT INTO journal SELECT 7, at, who, what, tbl, entry, person, version, before, after, prev, hash \
                FROM journal WHERE n = 6";
    let found = broken(&bench, &[copy]).await;
    assert!(matches!(found, Broken::Edited { n: 7 }), "{found:?}");
}

async fn cut_off(bench: Bench) {
    let cut = ["DELETE FROM journal WHERE n = 6", "DELETE FROM journal WHERE n = 5"];
    let found = broken(&bench, &cut).await;
    assert!(matches!(found, Broken::Ends { found: 4, expected: 6 }), "{found:?}");
    // Writing on doesn't cover it up.
    somebody(&bench.store).await;
    let found = bench.store.verify_journal().await.unwrap_err();
    assert!(matches!(found, Broken::Missing { n: 5 }), "{found:?}");
}

async fn head_forged(bench: Bench) {
    let cut = ["DELETE FROM journal WHERE n = 6", "UPDATE head SET n = 5"];
    let found = broken(&bench, &cut).await;
    assert!(matches!(found, Broken::Head), "{found:?}");
    // The forgery isn't continued: it would be as good as true.
    let written = bench.store.add_person(by(9), &profile("Bea")).await;
    assert!(matches!(written, Err(Error::Corrupt { .. })), "{written:?}");
    bench.store.close().await;
    let opened = Store::open(&bench.place).await.map(drop);
    assert!(matches!(opened, Err(Error::Corrupt { .. })), "{opened:?}");
    // Nor can it be begun anew while anything is there.
    Intruder::at(&bench.place)
        .await
        .run("UPDATE head SET n = 0, key_id = NULL, sealed = NULL")
        .await
        .unwrap();
    let opened = Store::open(&bench.place).await.map(drop);
    assert!(matches!(opened, Err(Error::Corrupt { .. })), "{opened:?}");
}

/// Who knows the format can make a row that fits the one before it. Then the end doesn't fit the head.
async fn last_forged(bench: Bench) {
    six(&bench.store).await;
    let mut intruder = Intruder::at(&bench.place).await;
    intruder.unlock_journal().await;
    let prev = intruder.bytes("SELECT prev FROM journal WHERE n = 6").await;
    let mut hash = Sha256::new();
    hash.update(b"needlewise journal 1");
    let mut field = |bytes: &[u8]| {
        hash.update([1]);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(&prev);
    for number in [6_i64, 0, 0] {
        field(&number.to_be_bytes());
    }
    for text in ["system", "removed", "consent", "x"] {
        field(text.as_bytes());
    }
    hash.update([0, 0, 0]);
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let literal = match intruder {
        Intruder::Sqlite(_) => format!("x'{hash}'"),
        Intruder::Pg(_) => format!("'\\x{hash}'"),
    };
    let sql = format!(
        "UPDATE journal SET at = 0, who = 'system', what = 'removed', tbl = 'consent', entry = 'x', \
         person = NULL, version = 0, before = NULL, after = NULL, hash = {literal} WHERE n = 6"
    );
    assert_eq!(intruder.run(&sql).await.unwrap(), 1);
    let found = bench.store.verify_journal().await.unwrap_err();
    assert!(matches!(found, Broken::Ends { found: 6, expected: 6 }), "{found:?}");
}

async fn while_writing(Bench { store, .. }: Bench) {
    let ada = six(&store).await;
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        for n in 0..100 {
            writer.add(by(n), ada, new_id(), &missed("rain")).await.unwrap();
        }
    });
    let mut last = 6;
    while last < 106 {
        let rows = store.verify_journal().await.unwrap();
        assert!(rows >= last);
        last = rows;
    }
    writing.await.unwrap();
}

async fn past_of_the_erased(Bench { store, place }: Bench) {
    let ada = six(&store).await;
    store.erase_person(by(7), ada).await.unwrap();
    assert_eq!(store.verify_journal().await.unwrap(), 7);
    let told = store.journal(ada).await.unwrap();
    assert_eq!((told.len(), told[0].what, told[0].id), (7, What::Erased, ada.any()));
    let mut intruder = Intruder::at(&place).await;
    for table in ["person", "session"] {
        assert_eq!(intruder.count(table).await, 0);
    }
}
