//! What holding entries against the journal costs. It prints figures and holds nobody to them; a small record of each kind is
//! read whenever the tests run, a large one by whoever asks:
//!
//! ```text
//! NEEDLEWISE_ROWS=1000000 cargo test --release --workspace --test it -- --nocapture is_timed
//! ```

use std::time::{Duration, Instant};

use store::{Batch, CheckIn, KeptDay, PersonId, Session, Store};
use teststore::full::{by, check_in, kept_day, missed, new_id, somebody};
use teststore::{Bench, on_sqlite};

use crate::support::Intruder;

/// Rows of the journal for which the whole record is verified.
fn rows() -> usize {
    let said = std::env::var("NEEDLEWISE_ROWS").ok();
    said.map_or(1_000, |rows| rows.parse().unwrap())
}
const SESSIONS: usize = 70;
/// Of one person, at most.
fn check_ins() -> usize {
    rows().clamp(500, 6_000) / 500 * 500
}

async fn much(store: &Store) -> PersonId {
    let ada = somebody(store).await.id;
    let mut last = None;
    for n in 0..SESSIONS {
        last = Some(store.add(by(n as i64), ada, new_id(), &missed("rain")).await.unwrap().id);
    }
    for _ in 0..check_ins() / 500 {
        let mut batch = Batch::new(by(1_000), ada);
        for _ in 0..500 {
            batch.add(new_id(), check_in(last.unwrap(), "well"));
        }
        store.commit(batch).await.unwrap();
    }
    ada
}

/// The shortest of several times.
async fn timed<F: Future>(mut work: impl FnMut() -> F) -> Duration {
    let mut shortest = Duration::MAX;
    for _ in 0..7 {
        let begun = Instant::now();
        work().await;
        shortest = shortest.min(begun.elapsed());
    }
    shortest
}

#[tokio::test]
async fn reading_is_timed() {
    on_sqlite(|Bench { store, place }| async move {
        let ada = much(&store).await;
        let read = timed(async || {
            let sessions = store.list::<Session>(ada).await.unwrap().len();
            let found = store.list::<CheckIn>(ada).await.unwrap().len();
            assert_eq!((sessions, found), (SESSIONS, check_ins()));
        });
        println!("a person of {SESSIONS} sessions and {} check-ins: {:?}", check_ins(), read.await);
        let gaps = timed(async || assert_eq!(store.gaps(ada).await.unwrap(), []));
        println!("everything of that person, as before each page: {:?}", gaps.await);
        let begun = Instant::now();
        let whole = store.verify().await.unwrap();
        println!("all {} entries and {} rows of the journal: {:?}", whole.entries, whole.rows, begun.elapsed());
        // The rows alone, as they were read before.
        let mut intruder = Intruder::at(&place).await;
        let begun = Instant::now();
        intruder.run("SELECT r.id, r.version, r.created, r.changed, r.sealed, p.wrapped FROM checkin r JOIN person p ON p.id = r.person ORDER BY r.created, r.id").await.unwrap();
        println!("the rows of check-ins without the journal: {:?}", begun.elapsed());
        let begun = Instant::now();
        intruder.run("SELECT r.id, r.version, r.created, r.changed, r.sealed, p.wrapped, j.what, j.after = r.sealed FROM checkin r JOIN person p ON p.id = r.person LEFT JOIN journal j ON j.n = (SELECT max(l.n) FROM journal l WHERE l.person = r.person AND l.tbl = 'checkin' AND l.entry = r.id AND l.what <> 'read') ORDER BY r.created, r.id").await.unwrap();
        println!("with it: {:?}", begun.elapsed());
    })
    .await;
}

/// A person of 2 years: 40 sessions and 210 check-ins.
async fn usual(store: &Store) -> PersonId {
    let ada = somebody(store).await.id;
    let mut batch = Batch::new(by(1_000), ada);
    for n in 0..250 {
        match n < 40 {
            true => batch.add::<Session>(new_id(), missed("rain")),
            false => batch.add::<KeptDay>(new_id(), kept_day("A wedding")),
        }
    }
    store.commit(batch).await.unwrap();
    ada
}

#[tokio::test]
async fn the_whole_record_is_timed() {
    on_sqlite(|Bench { store, .. }| async move {
        let ada = usual(&store).await;
        let gaps = timed(async || assert_eq!(store.gaps(ada).await.unwrap(), []));
        println!("250 entries of a person, as before each page: {:?}", gaps.await);
        for _ in 0..rows() / 251 {
            usual(&store).await;
        }
        let whole = timed(async || store.verify_journal().await.unwrap()).await;
        println!("the chain of the journal: {whole:?}");
        let begun = Instant::now();
        let whole = store.verify().await.unwrap();
        let (rows, entries, people) = (whole.rows, whole.entries, whole.people);
        println!("{rows} rows, {entries} entries of {people} people: {:?}", begun.elapsed());
        assert_eq!(whole.damaged, []);
    })
    .await;
}
