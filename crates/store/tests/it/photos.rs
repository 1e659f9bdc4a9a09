//! Photographs and their pixels.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Error, Photo, Size, Store};
use teststore::full::{by, missed, new_id, photo, somebody};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(kept, removed, same_id_again, damaged, swapped, swept, erased, refused, held);

fn pixels(length: usize, seed: usize) -> Vec<u8> {
    (0..length).map(|n| u8::try_from((n * 31 + n / 7 + seed) % 251).unwrap()).collect()
}

/// Every file with pixels.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for shelf in fs::read_dir(folder.join("photos")).unwrap() {
        for file in fs::read_dir(shelf.unwrap().path()).unwrap() {
            found.push(file.unwrap().path());
        }
    }
    found.sort();
    found
}

async fn kept(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let session = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let (full, thumb) = (pixels(length, 1), pixels(length / 10, 2));
        let record = photo(Some(session.id));
        let entry = store
            .add_photo(by(2), ada, new_id(), &record, full.clone(), thumb.clone())
            .await
            .unwrap();
        assert_eq!(entry.record, record);
        assert_eq!(store.picture(&entry, Size::Full).await.unwrap(), full);
        assert_eq!(store.picture(&entry, Size::Thumbnail).await.unwrap(), thumb);
    }
    assert_eq!(store.list::<Photo>(ada).await.unwrap().len(), 6);
    assert_eq!(store.check_photos().await.unwrap(), []);
    assert_eq!(files(&place.folder).len(), 12);
    assert_eq!(Intruder::at(&place).await.count("job").await, 0);
}

async fn removed(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let entry =
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
    let mut noted = entry.record.clone();
    noted.note = Some("left cheek".parse().unwrap());
    let entry = store.change(by(2), &entry, noted).await.unwrap();
    store.remove(by(3), &entry).await.unwrap();
    assert_eq!(store.find::<Photo>(ada, entry.id).await.unwrap(), None);
    let gone = store.picture(&entry, Size::Full).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    let mut intruder = Intruder::at(&place).await;
    for _ in 0..500 {
        if intruder.count("job").await == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(files(&place.folder), [] as [PathBuf; 0]);
}

async fn same_id_again(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let id = new_id();
    let first = store.add_photo(by(1), ada, id, &photo(None), vec![1], vec![2]).await.unwrap();
    let again = store.add_photo(by(2), ada, id, &photo(None), vec![3], vec![4]).await.unwrap();
    assert_eq!(first, again);
    assert_eq!(store.picture(&again, Size::Full).await.unwrap(), [1]);
    // Both at once: one wins, the other's objects go.
    let id = new_id();
    let record = photo(None);
    let (a, b) = tokio::join!(
        store.add_photo(by(3), ada, id, &record, vec![5], vec![5]),
        store.add_photo(by(3), ada, id, &record, vec![6], vec![6]),
    );
    assert_eq!(a.unwrap(), b.unwrap());
    assert_eq!(files(&place.folder).len(), 4);
}

async fn damaged(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let entry = store
        .add_photo(by(1), ada, new_id(), &photo(None), pixels(100_000, 1), pixels(10, 2))
        .await
        .unwrap();
    let file = files(&place.folder).remove(0);
    let whole = fs::read(&file).unwrap();
    for cut in [0, 10, 24, 60, whole.len() - 1] {
        fs::write(&file, &whole[..cut]).unwrap();
        let read = store.picture(&entry, Size::Full).await;
        assert!(matches!(read, Err(Error::Corrupt { .. })), "{cut}: {read:?}");
    }
    let mut flipped = whole.clone();
    flipped[70_000] ^= 4;
    fs::write(&file, flipped).unwrap();
    let read = store.picture(&entry, Size::Full).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
    let flaws = store.check_photos().await.unwrap();
    assert_eq!(flaws.len(), 1);
    assert_eq!((flaws[0].photo, flaws[0].size, flaws[0].missing), (entry.id, Size::Full, false));
    fs::remove_file(&file).unwrap();
    assert!(store.check_photos().await.unwrap()[0].missing);
    let read = store.picture(&entry, Size::Full).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
    fs::write(&file, whole).unwrap();
    assert_eq!(store.picture(&entry, Size::Full).await.unwrap(), pixels(100_000, 1));
}

async fn swapped(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let entry =
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1; 9], vec![2; 9]).await.unwrap();
    let files = files(&place.folder);
    fs::copy(&files[1], &files[0]).unwrap();
    let read = store.picture(&entry, Size::Full).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
    // Nor can a row's key and object be given to another photograph.
    let other =
        store.add_photo(by(2), ada, new_id(), &photo(None), vec![3; 9], vec![4; 9]).await.unwrap();
    let mut intruder = Intruder::at(&place).await;
    let sql = format!(
        "UPDATE photo SET wrapped = (SELECT wrapped FROM photo WHERE id = '{}') WHERE id = '{}'",
        entry.id, other.id
    );
    assert_eq!(intruder.run(&sql).await.unwrap(), 1);
    let read = store.picture(&other, Size::Full).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
}

/// What a killed program leaves: a noted upload, its first object, and a file that wasn't complete.
async fn swept(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
    let mut intruder = Intruder::at(&place).await;
    intruder.run("INSERT INTO job VALUES ('abcd', 'upload', 0)").await.unwrap();
    let shelf = place.folder.join("photos/ab");
    fs::create_dir_all(&shelf).unwrap();
    for name in ["abcd.full", "abcd.thumb#1"] {
        fs::write(shelf.join(name), "half").unwrap();
    }
    // Another program must not sweep what is ours.
    let other = Store::open(&place).await.unwrap();
    assert_eq!(files(&place.folder).len(), 4);
    other.close().await;
    drop((other, store.close().await, store));
    let alone = Store::open(&place).await.unwrap();
    assert_eq!(files(&place.folder).len(), 2);
    assert_eq!(intruder.count("job").await, 0);
    assert_eq!(alone.check_photos().await.unwrap(), []);
    alone.close().await;
}

async fn erased(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    for _ in 0..3 {
        store.add_photo(by(1), ada, new_id(), &photo(None), vec![1], vec![2]).await.unwrap();
    }
    store.erase_person(by(2), ada).await.unwrap();
    assert_eq!(files(&place.folder), [] as [PathBuf; 0]);
    assert_eq!(Intruder::at(&place).await.count("job").await, 0);
}

async fn held(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let session = store.add(by(1), ada, new_id(), &missed("rain")).await.unwrap();
    let record = photo(Some(session.id));
    let entry = store.add_photo(by(2), ada, new_id(), &record, vec![1], vec![2]).await.unwrap();
    let removed = store.remove(by(3), &session).await;
    assert!(matches!(removed, Err(Error::Held)), "{removed:?}");
    store.remove(by(4), &entry).await.unwrap();
    store.remove(by(5), &session).await.unwrap();
}

/// Refused when the pixels are written already: they don't stay.
async fn refused(Bench { store, place }: Bench) {
    let ada = somebody(&store).await.id;
    let lost = photo(Some(new_id()));
    let added = store.add_photo(by(1), ada, new_id(), &lost, vec![1], vec![2]).await;
    assert!(matches!(added, Err(Error::NotFound)), "{added:?}");
    let added = store.add_photo(by(1), new_id(), new_id(), &photo(None), vec![1], vec![2]).await;
    assert!(matches!(added, Err(Error::NotFound)), "{added:?}");
    assert_eq!(files(&place.folder), [] as [PathBuf; 0]);
    assert_eq!(Intruder::at(&place).await.count("job").await, 0);
}
