//! Putting a backup back harms nothing that isn't its own: not what was in the folder, not whoever comes meanwhile; and
//! one that was cut off is told from an empty record, and can begin again.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use store::backup::{Fault, Report, Room, Unlock, restore, under_way, verify};
use store::{Database, Error, MasterKey, Place, Store};

use crate::backup::{backed_up, into};
use crate::port::{full_person, jpeg};
use teststore::full::{by, new_id, photo, profile, somebody};
use teststore::{Bench, on_postgres, on_sqlite};

use crate::support::folder;

/// A backup that stops on its way until it is told how to go on: to the end, or into a fault of the disk.
struct Slow {
    bytes: Cursor<Vec<u8>>,
    go_on: Receiver<bool>,
    stopped: bool,
}

impl Slow {
    fn new(bytes: Vec<u8>) -> (Self, Sender<bool>) {
        let (tell, go_on) = channel();
        (Self { bytes: Cursor::new(bytes), go_on, stopped: false }, tell)
    }
}

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (at, all) = (self.bytes.position(), self.bytes.get_ref().len() as u64);
        if !self.stopped && at > all / 4 * 3 {
            self.stopped = true;
            // Whoever restored is gone if nobody tells.
            if !self.go_on.recv().unwrap_or(false) {
                return Err(io::Error::other("the disk is broken"));
            }
        }
        let length = buffer.len().min(1000);
        self.bytes.read(&mut buffer[..length])
    }
}

/// Every file with what is in it.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        if file.is_dir() {
            all.insert(file.clone(), Vec::new());
            all.extend(everything(&file));
        } else if let Ok(bytes) = fs::read(&file) {
            all.insert(file, bytes);
        }
    }
    all
}

/// How many files are below the folder, if it is there.
fn files(folder: &Path) -> usize {
    if folder.exists() {
        everything(folder).values().filter(|file| !file.is_empty()).count()
    } else {
        0
    }
}

async fn until(what: impl Fn() -> bool) {
    for _ in 0..1000 {
        if what() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it didn't come to pass");
}

/// A backup of a record with one person, what opens it, and its key. It is so large that most of it can be read
/// before its end: what is under lock comes in pieces of 64 kB.
async fn of_one(store: &Store, place: &Place) -> (Vec<u8>, Unlock, MasterKey) {
    let ada = full_person(store, "Ada").await;
    let large = jpeg(&vec![7; 500_000]);
    store.add_photo(by(40), ada, new_id(), &photo(None), large.clone(), large).await.unwrap();
    let (bytes, unlock, _) = backed_up(store, None).await;
    (bytes, unlock, place.key.clone())
}

/// A restore into `there` that stopped in the middle of its work: the database is made, a picture was written.
async fn half_way(
    (bytes, unlock, key): &(Vec<u8>, Unlock, MasterKey),
    there: &Path,
) -> (tokio::task::JoinHandle<Result<Report, Fault>>, Sender<bool>) {
    let (slow, tell) = Slow::new(bytes.clone());
    let target = into(there, Database::Sqlite, Some(key));
    let work = tokio::spawn(restore(slow, unlock.clone(), target));
    until(|| files(&there.join("photos")) > 0).await;
    (work, tell)
}

/// Whoever opens the folder meanwhile waits, and then begins a record of their own, of which nothing is taken away.
#[tokio::test]
async fn a_record_begun_while_a_restore_works_is_not_touched_when_that_fails() {
    on_sqlite(|Bench { store, place }| async move {
        let backup = of_one(&store, &place).await;
        for was_there in [true, false] {
            let there = folder();
            if was_there {
                fs::create_dir_all(&there).unwrap();
            }
            let (work, tell) = half_way(&backup, &there).await;
            let key = backup.2.clone();
            let new = Place { folder: there.clone(), database: Database::Sqlite, key };
            let (opening, new_place) = (new.clone(), new.clone());
            let opened = tokio::spawn(async move { Store::open(&opening).await });
            tokio::time::sleep(Duration::from_millis(200)).await;
            assert!(!opened.is_finished(), "two at work in one folder");
            tell.send(false).unwrap();
            work.await.unwrap().unwrap_err();
            let began = opened.await.unwrap().unwrap();
            let ada = somebody(&began).await.id;
            assert_eq!(began.people().await.unwrap(), [ada]);
            began.close().await;
            let again = Store::open(&new_place).await.unwrap();
            assert_eq!(again.people().await.unwrap(), [ada]);
            again.close().await;
            fs::remove_dir_all(there).unwrap();
        }
    })
    .await;
}

/// Whoever waited for a restore that succeeds has its record.
#[tokio::test]
async fn whoever_opens_the_folder_while_a_restore_works_finds_what_was_restored() {
    on_sqlite(|Bench { store, place }| async move {
        let backup = of_one(&store, &place).await;
        let there = folder();
        let (work, tell) = half_way(&backup, &there).await;
        let key = backup.2.clone();
        let new = Place { folder: there.clone(), database: Database::Sqlite, key };
        let opened = tokio::spawn(async move { Store::open(&new).await });
        tell.send(true).unwrap();
        work.await.unwrap().unwrap();
        let back = opened.await.unwrap().unwrap();
        assert_eq!(back.people().await.unwrap(), store.people().await.unwrap());
        back.close().await;
        fs::remove_dir_all(there).unwrap();
    })
    .await;
}

/// A key that somebody made meanwhile stays, and no record is put beside it that it doesn't open.
#[tokio::test]
async fn a_record_is_not_put_beside_another_key() {
    on_sqlite(|Bench { store, place }| async move {
        full_person(&store, "Ada").await;
        let (bytes, unlock, _) = backed_up(&store, Some(place.key.clone())).await;
        let there = folder();
        let other = MasterKey::load_or_make(&there).unwrap();
        let before = everything(&there);
        let target = into(&there, Database::Sqlite, Some(&place.key));
        restore(Cursor::new(bytes), unlock, target).await.unwrap_err();
        assert_eq!(everything(&there), before);
        assert_eq!(MasterKey::load_or_make(&there).unwrap().id(), other.id());
        fs::remove_dir_all(there).unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_open_record_and_a_folder_with_anything_in_it_are_not_touched() {
    on_sqlite(|Bench { store, place }| async move {
        let (bytes, unlock, key) = of_one(&store, &place).await;
        let there = folder();
        let try_it = || {
            let target = into(&there, Database::Sqlite, Some(&key));
            restore(Cursor::new(bytes.clone()), unlock.clone(), target)
        };
        let new = Place { folder: there.clone(), database: Database::Sqlite, key: key.clone() };
        let open = Store::open(&new).await.unwrap();
        let ada = somebody(&open).await.id;
        let before = everything(&there);
        assert!(matches!(try_it().await, Err(Fault::NotEmpty { .. })));
        assert_eq!(everything(&there), before);
        assert_eq!(open.people().await.unwrap(), [ada]);
        open.close().await;
        let before = everything(&there);
        assert!(matches!(try_it().await, Err(Fault::NotEmpty { .. })));
        assert_eq!(everything(&there), before);
        fs::remove_dir_all(&there).unwrap();

        fs::create_dir_all(there.join("photos")).unwrap();
        fs::write(there.join("photos").join("mine.jpg"), "mine").unwrap();
        let before = everything(&there);
        assert!(matches!(try_it().await, Err(Fault::NotEmpty { .. })));
        assert_eq!(everything(&there), before);
        fs::remove_dir_all(there).unwrap();
    })
    .await;
}

/// A restore that is killed in the middle: its program is gone, with all it held.
fn killed(backup: &(Vec<u8>, Unlock, MasterKey), there: &Path) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (_, tell) = runtime.block_on(half_way(backup, there));
    runtime.shutdown_background();
    drop(tell);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_was_cut_off_is_no_record_and_begins_anew() {
    on_sqlite(|Bench { store, place }| async move {
        let backup = of_one(&store, &place).await;
        let there = folder();
        let (to_kill, at) = (backup.clone(), there.clone());
        tokio::task::spawn_blocking(move || killed(&to_kill, &at)).await.unwrap();
        let (bytes, unlock, key) = backup;
        let new = Place { folder: there.clone(), database: Database::Sqlite, key: key.clone() };
        assert!(under_way(&there));
        assert!(matches!(Store::open(&new).await, Err(Error::HalfRestored)));
        assert!(matches!(MasterKey::load_or_make(&there), Err(Error::HalfRestored)));

        // As if it had been cut off while the engine began its file.
        fs::write(there.join("needlewise.db-journal"), "").unwrap();
        let target = || into(&there, Database::Sqlite, Some(&key));
        fs::write(there.join("mine.txt"), "mine").unwrap();
        let fault = restore(Cursor::new(bytes.clone()), unlock.clone(), target()).await;
        assert!(matches!(fault, Err(Fault::NotEmpty { .. })));
        assert!(under_way(&there) && there.join("mine.txt").exists());
        fs::remove_file(there.join("mine.txt")).unwrap();

        restore(Cursor::new(bytes), unlock, target()).await.unwrap();
        assert!(!under_way(&there));
        let back = Store::open(&new).await.unwrap();
        assert_eq!(back.people().await.unwrap(), store.people().await.unwrap());
        assert_eq!(back.check_photos().await.unwrap(), []);
        back.close().await;
        fs::remove_dir_all(there).unwrap();
    })
    .await;
}

/// Killed after the rows were kept and before the mark was removed: the record is whole, and stays.
#[tokio::test]
async fn a_restore_that_was_cut_off_at_its_very_end_is_a_record() {
    on_sqlite(|Bench { store, place }| async move {
        let (bytes, unlock, key) = of_one(&store, &place).await;
        let there = folder();
        let target = || into(&there, Database::Sqlite, Some(&key));
        restore(Cursor::new(bytes.clone()), unlock.clone(), target()).await.unwrap();
        fs::write(there.join("restore-under-way"), "").unwrap();
        let fault = restore(Cursor::new(bytes), unlock, target()).await;
        assert!(matches!(fault, Err(Fault::NotEmpty { .. })));
        let new = Place { folder: there.clone(), database: Database::Sqlite, key };
        let back = Store::open(&new).await.unwrap();
        assert_eq!(back.people().await.unwrap(), store.people().await.unwrap());
        assert!(!under_way(&there));
        back.close().await;
        fs::remove_dir_all(there).unwrap();
    })
    .await;
}

/// The lock is on a folder, a server is open to all: somebody who comes in while objects are copied is kept.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
async fn somebody_who_came_into_the_database_meanwhile_is_kept() {
    on_sqlite(|Bench { store, place }| async move {
        on_postgres(|other| async move {
            let (bytes, unlock, key) = of_one(&store, &place).await;
            let there = folder();
            let (slow, tell) = Slow::new(bytes);
            let target = into(&there, other.place.database.clone(), Some(&key));
            let work = tokio::spawn(restore(slow, unlock, target));
            until(|| files(&there.join("photos")) > 0).await;
            let ada = other.store.add_person(by(1), &profile("Ada")).await.unwrap().id;
            tell.send(true).unwrap();
            let fault = work.await.unwrap().unwrap_err();
            assert!(matches!(fault, Fault::NotEmpty { .. }), "{fault}");
            assert!(!there.exists());
            assert_eq!(other.store.people().await.unwrap(), [ada]);
            other.store.verify_journal().await.unwrap();
        })
        .await;
    })
    .await;
}

fn rooms(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| file.to_string_lossy().contains("needlewise-verify-")).collect()
}

/// What a killed backup leaves is swept at the next start; what somebody still works in, or only looks alike, stays.
#[tokio::test]
async fn the_room_of_a_dead_program_is_swept_and_no_other() {
    on_sqlite(|Bench { store, place }| async move {
        let (bytes, unlock, key) = of_one(&store, &place).await;
        let living = Room::beside(&store).unwrap();
        fs::write(living.path().join("file"), "in use").unwrap();
        let dead = place.folder.join("needlewise-verify-dead");
        fs::create_dir_all(dead.join("record")).unwrap();
        fs::write(dead.join("record").join("needlewise.db"), "keys of people").unwrap();
        fs::write(dead.join("in-use"), "").unwrap();
        let begun = place.folder.join("needlewise-verify-begun");
        fs::create_dir(&begun).unwrap();
        fs::write(begun.join("draft"), "").unwrap();
        let alike = place.folder.join("needlewise-verify-alike");
        fs::create_dir_all(alike.join("record")).unwrap();
        let again = Store::open(&place).await.unwrap();
        assert!(!dead.exists() && !begun.exists());
        assert!(alike.join("record").exists() && living.path().join("file").exists());
        drop(living);
        fs::remove_dir_all(alike).unwrap();
        verify(Cursor::new(bytes), unlock, Some(key)).await.unwrap();
        assert_eq!(rooms(&place.folder), [] as [PathBuf; 0]);
        again.close().await;
    })
    .await;
}
