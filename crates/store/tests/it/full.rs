//! A disk that really is full: a small one in memory, which only root can mount.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use store::doctor;
use store::{Database, Entry, Error, MasterKey, PersonId, Photo, Place, Session, Size, Store};

use crate::photos::files;
use teststore::full::{at, by, missed, new_id, photo, somebody};

use crate::support::folder;

/// A file system of 3 MiB, gone when dropped.
struct Small(PathBuf);

impl Small {
    fn mount() -> Self {
        let folder = folder();
        std::fs::create_dir_all(&folder).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs"])
            .arg(&folder)
            .status();
        assert!(mounted.is_ok_and(|status| status.success()), "only root can mount a small disk");
        Self(folder)
    }
}

impl Small {
    /// As a system does with a disk that fails.
    fn only_to_be_read(&self, only: bool) {
        let how = if only { "remount,ro" } else { "remount,rw" };
        let mounted = Command::new("mount").args(["-o", how]).arg(&self.0).status();
        assert!(mounted.is_ok_and(|status| status.success()), "it can't be mounted anew");
    }

    /// Fills it to the last byte.
    fn fill(&self) -> PathBuf {
        let ballast = self.0.join("ballast");
        let mut file = std::fs::File::create(&ballast).unwrap();
        while file.write_all(&[7; 512]).is_ok() {}
        ballast
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(&self.0).output().unwrap();
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

#[tokio::test]
#[ignore = "needs root, who alone can mount a small disk: tests/postgres run cargo test"]
async fn full_disk_loses_nothing_and_is_overcome_without_restart() {
    let small = Small::mount();
    let key = MasterKey::load_or_make(&small.0).unwrap();
    let place = Place { folder: small.0.clone(), database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let ada = somebody(&store).await.id;
    let first =
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();

    let ballast = small.0.join("ballast");
    let fill = std::fs::write(&ballast, vec![0; 4 << 20]).unwrap_err();
    assert_eq!(fill.kind(), std::io::ErrorKind::StorageFull);
    let big = store.add_photo(by(2), ada, new_id(), &photo(None), vec![3; 900_000], vec![4]).await;
    assert!(matches!(big, Err(Error::Full)), "{big:?}");
    let (mut told, mut full) = (0, 0);
    for n in 0..20 {
        match store.add(by(n), ada, new_id(), &missed(&"long ".repeat(800))).await {
            Ok(_) => told += 1,
            Err(Error::Full) => full += 1,
            Err(error) => panic!("{error:?}"),
        }
    }
    assert!(full > 0, "{told} were written to a full disk");
    assert!(matches!(store.ready().await, Ok(()) | Err(Error::Full)));
    assert_eq!(store.list::<Session>(ada).await.unwrap().len(), told);

    std::fs::remove_file(ballast).unwrap();
    goes_on(&store, ada, &first, told).await;
    assert_eq!(files(&small.0).len(), 4, "the upload that failed left something");
    store.close().await;
}

/// There is room again: what was told is there, and more can be written.
async fn goes_on(store: &Store, ada: PersonId, first: &Entry<Photo>, told: usize) {
    store.ready().await.unwrap();
    store.add(by(30), ada, new_id(), &missed("rain")).await.unwrap();
    let big = store
        .add_photo(by(31), ada, new_id(), &photo(None), vec![3; 300_000], vec![4])
        .await
        .unwrap();
    assert_eq!(store.picture(&big, Size::Full).await.unwrap().len(), 300_000);
    assert_eq!(store.picture(first, Size::Full).await.unwrap(), [1]);
    assert_eq!(store.list::<Session>(ada).await.unwrap().len(), told + 1);
    assert_eq!(store.list::<Photo>(ada).await.unwrap().len(), 2);
    assert_eq!(store.check_photos().await.unwrap(), []);
    store.verify_journal().await.unwrap();
}

/// Fault 11: what is on a full disk can be read after a start, and a removal makes room.
#[tokio::test]
#[ignore = "needs root, who alone can mount a small disk: tests/postgres run cargo test"]
async fn a_full_disk_opens_and_something_can_be_removed() {
    let small = Small::mount();
    let key = MasterKey::load_or_make(&small.0).unwrap();
    let place = Place { folder: small.0.clone(), database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let ada = somebody(&store).await.id;
    let first = store
        .add_photo(by(1), ada, new_id(), &photo(None), vec![1; 300_000], vec![2])
        .await
        .unwrap();
    store.close().await;
    let ballast = small.fill();

    let store = Store::open(&place).await.unwrap();
    assert_eq!(store.picture(&first, Size::Full).await.unwrap().len(), 300_000);
    doctor::examine(&store, at(0)).await.unwrap();
    small.fill();
    store.remove(by(2), &first).await.unwrap();
    assert_eq!(store.list::<Photo>(ada).await.unwrap(), []);
    std::fs::remove_file(ballast).unwrap();
    store.add(by(3), ada, new_id(), &missed("rain")).await.unwrap();
    store.close().await;

    // Even without the room that is kept for it.
    let ballast = small.fill();
    std::fs::remove_file(small.0.join("reserve")).ok();
    small.fill();
    let store = Store::open(&place).await.unwrap();
    assert_eq!(store.list::<Session>(ada).await.unwrap().len(), 1);
    store.close().await;
    std::fs::remove_file(ballast).unwrap();
    let store = Store::open(&place).await.unwrap();
    store.add(by(4), ada, new_id(), &missed("rain")).await.unwrap();
    store.close().await;
}

/// Fault 11: so can what is on a disk that the system lets be read only, with what stands in the log of a program that was
/// killed; nothing new is kept, and that is said.
#[tokio::test]
#[ignore = "needs root, who alone can mount a small disk: tests/postgres run cargo test"]
async fn a_disk_that_can_only_be_read_opens_to_be_read() {
    let small = Small::mount();
    let key = MasterKey::load_or_make(&small.0).unwrap();
    let place = Place { folder: small.0.clone(), database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let ada = somebody(&store).await.id;
    let first =
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
    let killed = folder();
    std::fs::create_dir_all(&killed).unwrap();
    for end in ["", "-wal", "-shm"] {
        let name = format!("needlewise.db{end}");
        std::fs::copy(small.0.join(&name), killed.join(&name)).unwrap();
    }
    store.close().await;
    drop(store);
    for log in [false, true] {
        if log {
            for end in ["", "-wal", "-shm"] {
                let name = format!("needlewise.db{end}");
                std::fs::copy(killed.join(&name), small.0.join(&name)).unwrap();
            }
        }
        small.only_to_be_read(true);
        let store = Store::open(&place).await.unwrap();
        assert!(store.is_read_only());
        assert_eq!(store.picture(&first, Size::Full).await.unwrap(), [1]);
        let ills = doctor::examine(&store, at(0)).await.unwrap().ills;
        assert!(ills.iter().any(|ill| matches!(ill, doctor::Ill::ReadOnly)), "{ills:?}");
        store::port::export(&store, ada, vec![]).await.unwrap();
        let added = store.add(by(2), ada, new_id(), &missed("rain")).await;
        assert!(matches!(added, Err(Error::ReadOnly)), "{added:?}");
        assert!(matches!(store.ready().await, Err(Error::ReadOnly)));
        store.close().await;
        small.only_to_be_read(false);
    }
    let store = Store::open(&place).await.unwrap();
    assert!(!store.is_read_only());
    store.add(by(3), ada, new_id(), &missed("rain")).await.unwrap();
    store.close().await;
    std::fs::remove_dir_all(killed).unwrap();
}
