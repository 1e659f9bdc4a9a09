//! What is wrong with a record is found: an older copy, a journal that was changed, entries that don't open, damage.

use std::fs;

use store::doctor::{Ill, examine, sweep};
use store::{Broken, KINDS, Photo, Place, Store};

use crate::backup::pair;
use crate::port::full_person;
use teststore::full::{at, by, missed, new_id};
use teststore::{Bench, both, on_sqlite};

use crate::support::{Intruder, folder};

both!(a_changed_journal_is_found, an_entry_that_was_swapped_is_found, what_waits_is_counted);

async fn a_changed_journal_is_found(Bench { store, place }: Bench) {
    full_person(&store, "Ada").await;
    let mut intruder = Intruder::at(&place).await;
    intruder.unlock_journal().await;
    intruder.run("UPDATE journal SET at = at + 1 WHERE n = 3").await.unwrap();
    let ills = examine(&store, at(0)).await.unwrap().ills;
    assert!(
        matches!(&ills[..], [Ill::Journal(broken), Ill::NoBackup] if broken.to_string().contains('3')),
        "{ills:?}"
    );
}

async fn an_entry_that_was_swapped_is_found(Bench { store, place }: Bench) {
    let ada = full_person(&store, "Ada").await;
    store.add(by(30), ada, new_id(), &missed("other")).await.unwrap();
    let mut intruder = Intruder::at(&place).await;
    let swap =
        "UPDATE session SET sealed = (SELECT sealed FROM session ORDER BY created DESC LIMIT 1)";
    intruder.run(swap).await.unwrap();
    let found = examine(&store, at(0)).await.unwrap();
    assert!(matches!(found.ills[..], [Ill::Entries(_), Ill::NoBackup]), "{:?}", found.ills);
}

async fn what_waits_is_counted(Bench { store, place }: Bench) {
    full_person(&store, "Ada").await;
    let mut intruder = Intruder::at(&place).await;
    intruder
        .run("INSERT INTO job (object, kind, created) VALUES ('x', 'delete', 1)")
        .await
        .unwrap();
    let found = examine(&store, at(0)).await.unwrap();
    assert!(matches!(found.ills[..], [Ill::Waiting(1), Ill::NoBackup]), "{:?}", found.ills);
    let mut entries = 0;
    for table in KINDS {
        entries += intruder.rows(table).await;
    }
    let lies_there = (1, entries, intruder.rows("journal").await);
    assert_eq!((found.people, found.entries, found.journal), lies_there);
    assert!(found.free.is_some_and(|free| free > 0));
}

/// The key and the chain are right, and yet something is missing: only a mark kept elsewhere shows it, and it does so
/// however many rows are written afterwards.
#[tokio::test]
async fn an_older_copy_is_found_by_the_note_of_the_last_backup() {
    on_sqlite(|Bench { store, place }| async move {
        full_person(&store, "Ada").await;
        let room = folder();
        let copy = room.join("copy");
        fs::create_dir_all(&copy).unwrap();
        let mut intruder = Intruder::at(&place).await;
        let file = copy.join("needlewise.db");
        intruder.run(&format!("VACUUM INTO '{}'", file.display())).await.unwrap();
        let (ada, copied) = (store.people().await.unwrap()[0], intruder.rows("journal").await);
        store.add(by(40), ada, new_id(), &missed("later")).await.unwrap();
        let plan = store::backup::Plan {
            file: room.join("a.age"),
            lock: pair().0,
            made: at(50),
            key: place.key.clone(),
            with_key: false,
        };
        store::backup::save(&store, plan).await.unwrap();
        let note = "last-backup.json";
        fs::copy(place.folder.join(note), copy.join(note)).unwrap();
        let older = Place { folder: copy, ..place.clone() };
        let older = Store::open(&older).await.unwrap();
        let found = |ills: &[Ill], now| {
            let told = (now, copied + 1);
            let older = |ill: &Ill| matches!(ill, Ill::Journal(Broken::Older { rows, then }) if (*rows, *then) == told);
            ills.iter().any(older)
        };
        let ills = examine(&older, at(60)).await.unwrap().ills;
        assert!(found(&ills, copied), "{ills:?}");
        for n in 0..20 {
            older.add(by(70 + n), ada, new_id(), &missed("since")).await.unwrap();
        }
        let ills = examine(&older, at(60)).await.unwrap().ills;
        assert!(found(&ills, copied + 20), "{ills:?}");
        // Where it belongs the chain goes on through the note.
        store.add(by(99), ada, new_id(), &missed("since")).await.unwrap();
        store.verify_journal().await.unwrap();
        older.close().await;
        fs::remove_dir_all(room).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_damaged_database_is_found() {
    on_sqlite(|Bench { store, place }| async move {
        full_person(&store, "Ada").await;
        let mut intruder = Intruder::at(&place).await;
        intruder.run("PRAGMA foreign_keys = OFF").await.unwrap();
        intruder.run("DELETE FROM session").await.unwrap();
        let ills = examine(&store, at(0)).await.unwrap().ills;
        let Ill::Database(faults) = &ills[0] else { panic!("{ills:?}") };
        let words = "a row of checkin points to nothing in session".to_owned();
        assert!(faults.contains(&words), "{faults:?}");
    })
    .await;
}

/// Fault 21: what a power cut brought back, or a folder that was copied, is named and can be removed; nothing else is.
#[tokio::test]
async fn pictures_of_nobody_are_removed_by_sweeping_and_no_others() {
    on_sqlite(|Bench { store, place }| async move {
        let ada = full_person(&store, "Ada").await;
        let shelf = place.folder.join("photos").join("ab");
        fs::create_dir_all(&shelf).unwrap();
        let stray = shelf.join(format!("ab{}.full", "0".repeat(30)));
        fs::write(&stray, "nobody's").unwrap();
        let ills = examine(&store, at(0)).await.unwrap().ills;
        assert!(matches!(ills[..], [Ill::Orphans(1), Ill::NoBackup]), "{ills:?}");
        assert_eq!(sweep(&store).await.unwrap(), 1);
        assert!(!stray.exists());
        assert_eq!(sweep(&store).await.unwrap(), 0);
        let ills = examine(&store, at(0)).await.unwrap().ills;
        assert!(matches!(ills[..], [Ill::NoBackup]), "{ills:?}");
        assert!(!store.list::<Photo>(ada).await.unwrap().is_empty());
    })
    .await;
}
