//! Ten thousand requests whose browser went away: no stale transaction stays, and nothing acknowledged is lost.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::pin;

use futures_util::poll;
use store::{PersonId, Session, SessionId, Store};
use teststore::full::{by, missed, new_id, somebody};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(dropped_mid_flight, goes_on_without_us);

const REQUESTS: usize = 10_000;
const AT_ONCE: usize = 100;

/// Goes on for some polls and is then dropped; what it said if it was done by then.
async fn for_a_while<T>(work: impl Future<Output = T>, polls: usize) -> Option<T> {
    let mut work = pin!(work);
    for _ in 0..polls {
        if let std::task::Poll::Ready(done) = poll!(&mut work) {
            return Some(done);
        }
        tokio::task::yield_now().await;
    }
    None
}

/// One request; the id of what it added, if it was told so.
async fn request(store: Store, person: PersonId, n: usize) -> Option<SessionId> {
    // Some are dropped at once, most within a few polls, some after their end.
    let polls = match n % 10 {
        0 => 1,
        1..=7 => (n * 7919) % 60,
        _ => (n * 7919) % 3000,
    };
    match n % 4 {
        0 => {
            for_a_while(store.list::<Session>(new_id()), polls).await;
            None
        }
        1 => {
            for_a_while(store.find_person(person), polls).await;
            None
        }
        _ => {
            let id = new_id();
            let record = missed("rain");
            let added = for_a_while(store.add(by(1), person, id, &record), polls).await?;
            Some(added.unwrap().id)
        }
    }
}

async fn dropped_mid_flight(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let mut told = BTreeSet::new();
    for batch in 0..REQUESTS / AT_ONCE {
        let requests = (0..AT_ONCE)
            .map(|n| tokio::spawn(request(store.clone(), ada, batch * AT_ONCE + n)))
            .collect::<Vec<_>>();
        for request in requests {
            told.extend(request.await.unwrap());
        }
        // Waits for its turn, behind what goes on without anybody waiting for it.
        store.ready().await.unwrap();
    }
    let kept: BTreeSet<SessionId> = settled(&store, ada).await;
    assert!(!told.is_empty() && told.len() < REQUESTS / 2, "{} were told", told.len());
    assert!(told.is_subset(&kept), "{} were told, {} kept", told.len(), kept.len());
    assert_eq!(store.verify_journal().await.unwrap(), kept.len() as u64 + 1);
    let mut intruder = Intruder::at(&place).await;
    if matches!(intruder, Intruder::Pg(_)) {
        let stale = "pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
        assert_eq!(intruder.count(stale).await, 0);
    }
    // Nobody holds a lock: others can write at once, and so can we.
    intruder.run("UPDATE head SET n = n").await.unwrap();
    store.add(by(2), ada, new_id(), &missed("late")).await.unwrap();
    assert_eq!(store.list::<Session>(ada).await.unwrap().len(), kept.len() + 1);
}

/// What was sent is saved, even if the browser went away before it heard so.
async fn goes_on_without_us(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    for _ in 0..20 {
        let (id, record) = (new_id(), missed("rain"));
        let told = for_a_while(store.add(by(1), ada, id, &record), 1).await;
        assert!(told.is_none());
        let kept = settled(&store, ada).await;
        assert!(kept.contains(&id));
    }
}

/// What is kept once nothing changes any more.
async fn settled(store: &Store, person: PersonId) -> BTreeSet<SessionId> {
    let mut last = 0;
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        let kept = store.list::<Session>(person).await.unwrap();
        if kept.len() == last {
            return kept.into_iter().map(|entry| entry.id).collect();
        }
        last = kept.len();
    }
}
