//! Several changes at once: all or nothing, and the same as one by one.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use store::{Batch, CheckIn, Entry, Error, PersonId, Photo, Session, Size, Store};
use teststore::full::{at, by, check_in, missed, new_id, photo, region, scored, skipped, somebody};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(
    done_together,
    a_fault_leaves_nothing,
    a_fault_of_the_database_leaves_nothing,
    equals_its_steps,
    sent_twice,
    chained,
    with_pixels,
    nothing_to_do
);

/// A session with two check-ins.
async fn session_with_check_ins(
    store: &Store,
    ada: PersonId,
) -> (Entry<Session>, [Entry<CheckIn>; 2]) {
    let session = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let sore = store.add(by(2), ada, new_id(), &check_in(session.id, "sore")).await.unwrap();
    let calm = store.add(by(2), ada, new_id(), &check_in(session.id, "calm")).await.unwrap();
    (session, [sore, calm])
}

async fn done_together(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await;
    let (session, checkins) = session_with_check_ins(&store, ada.id).await;
    let rows = store.verify_journal().await.unwrap();
    let mut batch = Batch::new(by(5), ada.id);
    let mut profile = ada.record.clone();
    profile.sensitive = Some(true);
    let changed = batch.change(&ada, profile);
    let (next, score) = (new_id(), new_id());
    batch.add(next, skipped("a feast"));
    batch.add(new_id(), check_in(next, "after it"));
    batch.add(score, scored());
    for checkin in &checkins {
        batch.remove(checkin);
    }
    batch.remove(&session);
    store.commit(batch).await.unwrap();
    assert_eq!(store.find_person(ada.id).await.unwrap(), Some(changed));
    let sessions = store.list::<Session>(ada.id).await.unwrap();
    assert_eq!((sessions.len(), sessions[0].id, sessions[0].created), (1, next, at(5)));
    assert_eq!(store.list::<CheckIn>(ada.id).await.unwrap().len(), 1);
    assert_eq!(store.verify_journal().await.unwrap(), rows + 7);
    let told = store.journal(ada.id).await.unwrap();
    assert!(told.iter().take(7).all(|row| row.at == at(5)));
}

/// What can be wrong with a step.
#[derive(Clone, Copy, Debug)]
enum Wrong {
    Stale,
    Gone,
    Foreign,
    Taken,
    NoSession,
    Held,
}

/// Three changes with a fault before, between or after them: whatever stood before it isn't there.
async fn a_fault_leaves_nothing(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    let (session, [sore, calm]) = session_with_check_ins(&store, ada).await;
    let hers = store.add(by(1), bea, new_id(), &missed("rain")).await.unwrap();
    let gone = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    store.remove(by(2), &gone).await.unwrap();
    let before = everything(&store, ada).await;
    for wrong in
        [Wrong::Stale, Wrong::Gone, Wrong::Foreign, Wrong::Taken, Wrong::NoSession, Wrong::Held]
    {
        for place in 0..=3 {
            let mut batch = Batch::new(by(5), ada);
            for step in 0..=3 {
                if step == place {
                    spoil(&mut batch, wrong, (&session, &hers, &gone, &sore));
                }
                match step {
                    0 => batch.add(new_id(), missed("snow")),
                    1 => batch.remove(&calm),
                    2 => drop(batch.change(&sore, check_in(session.id, "worse"))),
                    _ => {}
                }
            }
            let refused = store.commit(batch).await;
            let as_expected = match wrong {
                Wrong::Stale => matches!(refused, Err(Error::Stale)),
                Wrong::Gone | Wrong::Foreign | Wrong::NoSession => {
                    matches!(refused, Err(Error::NotFound))
                }
                Wrong::Taken => matches!(refused, Err(Error::Taken)),
                Wrong::Held => matches!(refused, Err(Error::Held)),
            };
            assert!(as_expected, "{wrong:?} at {place}: {refused:?}");
            assert_eq!(everything(&store, ada).await, before, "{wrong:?} at {place}");
        }
    }
    store.add(by(9), ada, new_id(), &missed("still writes")).await.unwrap();
}

/// The database itself fails at the second of three, and works again later.
async fn a_fault_of_the_database_leaves_nothing(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let (session, _) = session_with_check_ins(&store, ada).await;
    let before = everything(&store, ada).await;
    let mut intruder = Intruder::at(&place).await;
    let (make, drop): (&[&str], &str) = match intruder {
        Intruder::Sqlite(_) => (
            &[
                "CREATE TRIGGER stop BEFORE INSERT ON checkin BEGIN SELECT RAISE(ABORT, 'stop'); END",
            ],
            "DROP TRIGGER stop",
        ),
        Intruder::Pg(_) => (
            &[
                "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$stop$$; END'",
                "CREATE TRIGGER stop BEFORE INSERT ON checkin FOR EACH ROW EXECUTE FUNCTION stop()",
            ],
            "DROP TRIGGER stop ON checkin",
        ),
    };
    for sql in make {
        intruder.run(sql).await.unwrap();
    }
    let three = || {
        let mut batch = Batch::new(by(5), ada);
        batch.add(new_id(), missed("snow"));
        batch.add(new_id(), check_in(session.id, "worse"));
        batch.change(&session, missed("hail"));
        batch
    };
    let failed = store.commit(three()).await;
    assert!(matches!(failed, Err(Error::Unavailable { .. })), "{failed:?}");
    assert_eq!(everything(&store, ada).await, before);
    intruder.run(drop).await.unwrap();
    store.commit(three()).await.unwrap();
    assert_eq!(store.verify_journal().await.unwrap(), before.2 + 3);
}

type Kept = (Vec<Entry<Session>>, Vec<Entry<CheckIn>>, u64);

async fn everything(store: &Store, person: PersonId) -> Kept {
    let sessions = store.list(person).await.unwrap();
    let checkins = store.list(person).await.unwrap();
    (sessions, checkins, store.verify_journal().await.unwrap())
}

type Others<'a> = (&'a Entry<Session>, &'a Entry<Session>, &'a Entry<Session>, &'a Entry<CheckIn>);

fn spoil(batch: &mut Batch, wrong: Wrong, (session, hers, gone, sore): Others<'_>) {
    match wrong {
        Wrong::Stale => {
            let early = Entry { version: 7, ..session.clone() };
            batch.change(&early, missed("fog"));
        }
        Wrong::Gone => batch.remove(gone),
        Wrong::Foreign => batch.remove(hers),
        Wrong::Taken => batch.add(hers.id, missed("fog")),
        Wrong::NoSession => batch.add(new_id(), check_in(new_id(), "of nothing")),
        // A check-in hangs on it, and goes nowhere in this batch.
        Wrong::Held => {
            assert_eq!(sore.record.session, session.id);
            batch.remove(session);
        }
    }
}

/// One step of a random script, on one of a few sessions; what can't be done to it by then is left out.
#[derive(Clone, Copy, Debug)]
enum Op {
    Add,
    Change(usize),
    Remove(usize),
}

fn script() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        Just(Op::Add),
        (0..3_usize).prop_map(Op::Change),
        (0..3_usize).prop_map(Op::Remove),
    ];
    proptest::collection::vec(op, 1..9)
}

/// What a person's record says, and what the journal says of how it came to be; ids by their place.
type Outcome = (Vec<(i64, Session)>, Vec<(String, store::What)>);

async fn outcome(store: &Store, person: PersonId) -> Outcome {
    let sessions: Vec<Entry<Session>> = store.list(person).await.unwrap();
    let told = store.journal(person).await.unwrap();
    (
        sessions.into_iter().map(|entry| (entry.version, entry.record)).collect(),
        told.into_iter().map(|row| (row.table, row.what)).collect(),
    )
}

async fn three(store: &Store, person: PersonId) -> Vec<Option<Entry<Session>>> {
    let mut entries = Vec::new();
    for n in 0..3 {
        let said = missed(&n.to_string());
        entries.push(Some(store.add(by(n), person, new_id(), &said).await.unwrap()));
    }
    entries
}

/// The same reason for the programme, so that two people's records can be compared.
fn said(reason: usize) -> Session {
    let on = "2026-12-05".parse().unwrap();
    Session::Missed { on, reason: Some(reason.to_string().parse().unwrap()), programme: None }
}

async fn equals_its_steps(Bench { store, .. }: Bench) {
    let mut runner = TestRunner::deterministic();
    for _ in 0..40 {
        let ops = script().new_tree(&mut runner).unwrap().current();
        let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
        let (mut hers, mut theirs) = (three(&store, ada).await, three(&store, bea).await);
        for entry in [&mut hers, &mut theirs].into_iter().flatten().flatten() {
            *entry = store.change(by(4), entry, said(0)).await.unwrap();
        }
        let mut batch = Batch::new(by(9), bea);
        for (step, op) in ops.iter().enumerate() {
            match *op {
                Op::Add => {
                    store.add(by(9), ada, new_id(), &said(step)).await.unwrap();
                    batch.add(new_id(), said(step));
                }
                Op::Change(slot) => {
                    let Some(entry) = hers[slot].take() else { continue };
                    hers[slot] = Some(store.change(by(9), &entry, said(step)).await.unwrap());
                    let entry = theirs[slot].take().unwrap();
                    theirs[slot] = Some(batch.change(&entry, said(step)));
                }
                Op::Remove(slot) => {
                    let Some(entry) = hers[slot].take() else { continue };
                    store.remove(by(9), &entry).await.unwrap();
                    batch.remove(&theirs[slot].take().unwrap());
                }
            }
        }
        store.commit(batch).await.unwrap();
        assert_eq!(outcome(&store, ada).await, outcome(&store, bea).await, "{ops:?}");
        for entry in theirs.into_iter().flatten() {
            assert_eq!(store.find(bea, entry.id).await.unwrap(), Some(entry));
        }
    }
    store.verify_journal().await.unwrap();
}

async fn sent_twice(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let (session, checkin) = (new_id(), new_id());
    let form = |n| {
        let mut batch = Batch::new(by(n), ada);
        batch.add(session, missed("rain"));
        batch.add(checkin, check_in(session, "sore"));
        batch
    };
    store.commit(form(1)).await.unwrap();
    let once = everything(&store, ada).await;
    store.commit(form(2)).await.unwrap();
    assert_eq!(everything(&store, ada).await, once);
}

async fn chained(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let first = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let mut batch = Batch::new(by(2), ada);
    let second = batch.change(&first, missed("snow"));
    let third = batch.change(&second, missed("hail"));
    batch.remove(&third);
    store.commit(batch).await.unwrap();
    assert_eq!(store.find::<Session>(ada, first.id).await.unwrap(), None);
    assert_eq!((third.version, store.journal(ada).await.unwrap().len()), (3, 5));
}

/// Pixels go once the removal of their row is certain, and not before.
async fn with_pixels(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let shot = store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
    let drawn = store.add(by(2), ada, new_id(), &region(shot.id)).await.unwrap();
    let stale = Entry { version: 9, ..drawn.clone() };
    let with = |drawn: &Entry<store::Region>| {
        let mut batch = Batch::new(by(3), ada);
        batch.remove(&shot);
        batch.remove(drawn);
        batch
    };
    let refused = store.commit(with(&stale)).await;
    assert!(matches!(refused, Err(Error::Stale)), "{refused:?}");
    assert_eq!(store.picture(&shot, Size::Full).await.unwrap(), [1]);
    assert_eq!(store.check_photos().await.unwrap(), []);
    store.commit(with(&drawn)).await.unwrap();
    assert_eq!(store.list::<Photo>(ada).await.unwrap(), []);
    let gone = store.picture(&shot, Size::Full).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
}

async fn nothing_to_do(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let batch = Batch::new(by(1), ada);
    assert!(batch.is_empty());
    store.commit(batch).await.unwrap();
    let mut nobody = Batch::new(by(1), new_id());
    nobody.add(new_id(), missed("rain"));
    let refused = store.commit(nobody).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    assert_eq!(store.verify_journal().await.unwrap(), 1);
}
