//! What the record does to its folder and what others may do to it: rights, files taken away, another folder, what killed
//! programs left.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use store::{Error, MasterKey, Place, Session, Store};
use teststore::full::{by, missed, new_id, photo, somebody};
use teststore::{Bench, on_postgres, on_sqlite};

use crate::support::folder;

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn set_mode(file: &Path, mode: u32) {
    fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
}

/// Fault 17: what others could read they can't any more, whoever made the folder.
#[tokio::test]
async fn files_that_others_could_read_are_the_owners_only_after_the_next_start() {
    on_sqlite(|Bench { store, place }| async move {
        let names = ["needlewise.db", "master.key", "lock", "record"];
        for name in names {
            assert_eq!(mode(&place.folder.join(name)), 0o600, "{name}");
            set_mode(&place.folder.join(name), 0o644);
        }
        let key = MasterKey::load_or_make(&place.folder).unwrap();
        let again = Store::open(&Place { key, ..place.clone() }).await.unwrap();
        for name in names {
            assert_eq!(mode(&place.folder.join(name)), 0o600, "{name}");
        }
        again.close().await;
        store.ready().await.unwrap();
    })
    .await;
}

/// Fault 15: what would be lost with the last program is not acknowledged.
#[tokio::test]
async fn nothing_is_acknowledged_once_the_database_was_taken_away() {
    on_sqlite(|Bench { store, place }| async move {
        let ada = somebody(&store).await.id;
        for name in ["needlewise.db", "needlewise.db-wal"] {
            let (file, aside) = (place.folder.join(name), place.folder.join("aside"));
            fs::rename(&file, &aside).unwrap();
            for replaced in [false, true] {
                if replaced {
                    fs::copy(&aside, &file).unwrap();
                }
                let added = store.add(by(1), ada, new_id(), &missed("rain")).await;
                assert!(matches!(added, Err(Error::Moved)), "{name} {replaced} {added:?}");
                let ready = store.ready().await;
                assert!(matches!(ready, Err(Error::Moved)), "{name} {replaced} {ready:?}");
            }
            fs::rename(&aside, &file).unwrap();
            store.ready().await.unwrap();
            store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
        }
        assert_eq!(store.list::<Session>(ada).await.unwrap().len(), 2);
        store.verify_journal().await.unwrap();
    })
    .await;
}

/// Fault 21: what killed programs began to write goes, and nothing else.
#[tokio::test]
async fn drafts_of_dead_programs_are_swept_and_nothing_else() {
    on_sqlite(|Bench { store, place }| async move {
        store.close().await;
        let drafts = ["master.key.0123456789abcdef", "last-backup.json#a1B2c3"];
        let others = ["master.key.old", "last-backup.json.bak", "notes.txt"];
        for name in drafts.iter().chain(&others) {
            fs::write(place.folder.join(name), "x").unwrap();
        }
        Store::open(&place).await.unwrap().close().await;
        assert!(drafts.iter().all(|name| !place.folder.join(name).exists()));
        assert!(others.iter().all(|name| place.folder.join(name).exists()));
    })
    .await;
}

/// Fault 12: pictures are in the folder, their rows in the database: one doesn't do for the other's.
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
async fn another_folder_is_refused_on_the_database_of_a_record() {
    on_postgres(|Bench { store, place }| async move {
        let ada = somebody(&store).await.id;
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
        assert_eq!(place.database.key_id().await.unwrap().as_deref(), Some(place.key.id()));
        let there = Place { folder: folder(), ..place.clone() };
        let refused = Store::open(&there).await;
        assert!(matches!(refused.err(), Some(Error::Elsewhere)));
        // The same folder again, and one that somebody says is to be the folder from now on.
        Store::open(&place).await.unwrap().ready().await.unwrap();
        Store::adopt(&there).await.unwrap();
        let adopted = Store::open(&there).await.unwrap();
        assert_eq!(adopted.people().await.unwrap(), [ada]);
        let other = MasterKey::load_or_make(&folder()).unwrap();
        let other = Place { folder: folder(), key: other, ..place };
        assert!(matches!(Store::adopt(&other).await, Err(Error::Key(_))));
        fs::remove_dir_all(there.folder).unwrap();
    })
    .await;
}

/// Fault 12: a file lies in its folder, so a copy of it belongs to the folder of the copy.
#[tokio::test]
async fn a_database_in_a_copied_folder_opens() {
    on_sqlite(|Bench { store, place }| async move {
        let ada = somebody(&store).await.id;
        store.close().await;
        let there = Place { folder: folder(), ..place.clone() };
        fs::create_dir_all(&there.folder).unwrap();
        fs::copy(place.folder.join("needlewise.db"), there.folder.join("needlewise.db")).unwrap();
        for _ in 0..2 {
            let copy = Store::open(&there).await.unwrap();
            assert_eq!(copy.people().await.unwrap(), [ada]);
            copy.close().await;
        }
        let id = |place: &Place| fs::read_to_string(place.folder.join("record")).unwrap();
        assert_eq!(id(&there), id(&place));
        fs::write(there.folder.join("record"), "0123456789abcdef0123456789abcdef\n").unwrap();
        assert!(matches!(Store::open(&there).await.err(), Some(Error::Elsewhere)));
        fs::remove_dir_all(there.folder).unwrap();
    })
    .await;
}
