//! Nothing of a person is on the disk in clear, and nothing that opens their record after they were erased.

use std::fs;
use std::path::Path;

use store::{Erasure, KINDS, Place, Store};
use teststore::full::{by, keep_one_of_each, missed, new_id, photo, profile, somebody};
use teststore::{Bench, both, on_sqlite};

use crate::support::Intruder;

both!(nothing_in_clear);

/// Of a name, of what was written in an entry of any kind, beside a photograph and in it.
const CANARIES: [&str; 4] = ["Canary-Name", "canary-word", "canary-note", "CANARY-PIXELS"];

/// Whether it is in a file below the folder, or in a name.
pub fn holds(folder: &Path, needle: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().any(|file| {
        let file = file.unwrap();
        if file.file_type().unwrap().is_dir() {
            return holds(&file.path(), needle);
        }
        let name = file.file_name();
        let bytes = fs::read(file.path()).unwrap();
        contains(name.as_encoded_bytes(), needle) || contains(&bytes, needle)
    })
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

async fn sing(store: &Store) -> store::PersonId {
    let ada = store.add_person(by(1), &profile(CANARIES[0])).await.unwrap();
    let session = store.add(by(2), ada.id, new_id(), &missed(CANARIES[1])).await.unwrap();
    keep_one_of_each(store, by(3), (ada.id, session.id), CANARIES[1]).await;
    let mut record = photo(Some(session.id));
    record.note = Some(CANARIES[2].parse().unwrap());
    let pixels = CANARIES[3].as_bytes().repeat(9000);
    store
        .add_photo(by(4), ada.id, new_id(), &record, pixels.clone(), pixels[..100].to_vec())
        .await
        .unwrap();
    ada.id
}

/// On PostgreSQL only what the tables give is looked at; its files are elsewhere.
async fn nothing_in_clear(Bench { store, place }: Bench) {
    somebody(&store).await;
    let ada = sing(&store).await;
    for _ in 0..2 {
        assert!(CANARIES.iter().all(|canary| !holds(&place.folder, canary.as_bytes())));
        assert!(CANARIES.iter().all(|canary| !fs_text(&place).contains(canary)));
        assert!(
            !dump(&place)
                .await
                .iter()
                .any(|bytes| { CANARIES.iter().any(|canary| contains(bytes, canary.as_bytes())) })
        );
        if store.find_person(ada).await.unwrap().is_some() {
            store.erase_person(by(5), ada).await.unwrap();
        }
    }
}

fn fs_text(place: &Place) -> String {
    fs::read_dir(&place.folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

/// Every ciphertext there is.
async fn dump(place: &Place) -> Vec<Vec<u8>> {
    let mut intruder = Intruder::at(place).await;
    let mut all = Vec::new();
    let kinds = KINDS.iter().map(|table| (*table, "sealed"));
    let others = [("person", "sealed"), ("journal", "after"), ("journal", "before")];
    for (table, column) in others.into_iter().chain(kinds) {
        let rows = intruder.count(&format!("{table} WHERE {column} IS NOT NULL")).await;
        for row in 0..rows {
            let sql = format!(
                "SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1 OFFSET {row}"
            );
            all.push(intruder.bytes(&sql).await);
        }
    }
    all
}

/// The key that is needed to read what stays in the journal was on the disk, and isn't any more.
#[tokio::test]
async fn wrapped_key_is_gone_from_every_file() {
    on_sqlite(|Bench { store, place }| async move {
        somebody(&store).await;
        let ada = sing(&store).await;
        let mut intruder = Intruder::at(&place).await;
        let person =
            intruder.bytes(&format!("SELECT wrapped FROM person WHERE id = '{ada}'")).await;
        let photo =
            intruder.bytes(&format!("SELECT wrapped FROM photo WHERE person = '{ada}'")).await;
        let kept = intruder.bytes("SELECT after FROM journal WHERE n = 2").await;
        for needle in [&person, &photo, &kept] {
            assert!(holds(&place.folder, needle));
        }
        assert_eq!(store.erase_person(by(5), ada).await.unwrap(), Erasure::Done);
        assert!(!holds(&place.folder, &person));
        assert!(!holds(&place.folder, &photo));
        assert!(holds(&place.folder, &kept));
        assert_eq!(intruder.count("pragma_freelist_count WHERE freelist_count > 0").await, 0);
    })
    .await;
}
