//! A disk that really is full: a small one in memory, which only root can mount.

use std::path::PathBuf;
use std::process::Command;

use store::{Database, Entry, Error, MasterKey, PersonId, Photo, Place, Session, Size, Store};

use crate::photos::files;
use teststore::full::{by, missed, new_id, photo, somebody};

use crate::support::folder;

/// A file system of 2 MiB, gone when dropped.
struct Small(PathBuf);

impl Small {
    fn mount() -> Self {
        let folder = folder();
        std::fs::create_dir_all(&folder).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs"])
            .arg(&folder)
            .status();
        assert!(mounted.is_ok_and(|status| status.success()), "only root can mount a small disk");
        Self(folder)
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
