//! What a backup is locked with: who opens it and who doesn't, that damage is found, that nothing lies open inside.

use std::fs;
use std::io::{Cursor, Read};

use proptest::prelude::*;
use store::backup::{Contents, Fault, Lock, Unlock, restore, verify, write};
use store::{Database, MasterKey, NewPassphrase, Place, Session, Store};

use crate::backup::{backed_up, into, pair};
use crate::port::{full_person, jpeg};
use teststore::full::{at, by, missed, new_id, photo, profile};
use teststore::{Bench, on_sqlite};

use crate::support::folder;

#[test]
fn one_flipped_bit_is_found_wherever_it_is() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(on_sqlite(|Bench { store, place }| async move {
        store.add_person(by(1), &profile("Ada")).await.unwrap();
        let (bytes, unlock, _) = backed_up(&store, None).await;
        let key = &place.key;
        let check = |bytes: Vec<u8>| {
            let (unlock, key) = (unlock.clone(), key.clone());
            async move { verify(Cursor::new(bytes), unlock, Some(key)).await }
        };
        check(bytes.clone()).await.unwrap();
        tokio::task::block_in_place(|| {
            let here = tokio::runtime::Handle::current();
            // The beginning is where a flip is least like another.
            let anywhere = prop_oneof![0..bytes.len(), 0..400_usize];
            proptest!(ProptestConfig::with_cases(96), |(place in anywhere, bit in 0..8_u8, cut in any::<bool>())| {
                let mut bytes = bytes.clone();
                if cut && place > 400 {
                    bytes.truncate(place);
                } else {
                    bytes[place] ^= 1 << bit;
                }
                prop_assert!(here.block_on(check(bytes)).is_err());
            });
        });
        let mut longer = bytes.clone();
        longer.push(0);
        check(longer).await.unwrap_err();
    }));
}

#[tokio::test]
async fn without_the_key_a_backup_says_which_it_needs() {
    on_sqlite(|Bench { store, place }| async move {
        let ada = full_person(&store, "Ada").await;
        let (bytes, unlock, _) = backed_up(&store, None).await;
        let there = folder();
        let none = into(&there, Database::Sqlite, None);
        let fault = restore(Cursor::new(bytes.clone()), unlock.clone(), none).await.unwrap_err();
        assert!(fault.to_string().contains(place.key.id()), "{fault}");
        assert!(!there.exists());
        let other = MasterKey::load_or_make(&there).unwrap();
        let wrong = into(&there, Database::Sqlite, Some(&other));
        restore(Cursor::new(bytes.clone()), unlock.clone(), wrong).await.unwrap_err();
        let stays: Vec<_> = fs::read_dir(&there).unwrap().map(|f| f.unwrap().file_name()).collect();
        assert_eq!(stays, ["master.key"]);
        fs::remove_dir_all(&there).unwrap();

        let (bytes, unlock, report) = backed_up(&store, Some(place.key.clone())).await;
        assert!(report.with_key);
        let none = into(&there, Database::Sqlite, None);
        restore(Cursor::new(bytes.clone()), unlock.clone(), none).await.unwrap();
        let key = MasterKey::load_or_make(&there).unwrap();
        assert_eq!(key.id(), place.key.id());
        let back = Place { folder: there.clone(), database: Database::Sqlite, key };
        let back = Store::open(&back).await.unwrap();
        assert_eq!(back.people().await.unwrap(), [ada]);
        back.close().await;
        // Never over a record.
        let again = into(&there, Database::Sqlite, None);
        let fault = restore(Cursor::new(bytes), unlock, again).await.unwrap_err();
        assert!(matches!(fault, Fault::NotEmpty { .. }), "{fault}");
        fs::remove_dir_all(&there).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_passphrase_opens_it_and_another_does_not() {
    on_sqlite(|Bench { store, place }| async move {
        full_person(&store, "Ada").await;
        let chosen = NewPassphrase::new("correct horse battery", []).unwrap();
        let lock = Lock::passphrase(&chosen);
        let contents = Contents { made: at(500), key: None };
        let (bytes, _) = write(&store, Vec::new(), lock, contents).await.unwrap();
        assert_eq!(Unlock::wants_passphrase(&bytes[..64]), Some(true));
        let key = || Some(place.key.clone());
        let right = Unlock::passphrase("correct horse battery".into());
        verify(Cursor::new(bytes.clone()), right, key()).await.unwrap();
        for unlock in [Unlock::passphrase("correct horse batterz".into()), pair().1] {
            let fault = verify(Cursor::new(bytes.clone()), unlock, key()).await.unwrap_err();
            assert!(matches!(fault, Fault::Locked), "{fault}");
        }
        let fault = verify(Cursor::new(b"hello".to_vec()), pair().1, key()).await.unwrap_err();
        assert!(matches!(fault, Fault::NotOurs | Fault::Damaged { .. }), "{fault}");
    })
    .await;
}

const CANARIES: [&str; 3] = ["Canary-Name", "canary-note", "canary-answer"];
const PIXELS: &[u8] = b"CANARY-PIXELS";

/// Even with the lock off, what was sealed is sealed.
#[tokio::test]
async fn nothing_in_a_backup_is_in_clear() {
    on_sqlite(|Bench { store, .. }| async move {
        let mut ada = profile(CANARIES[0]);
        ada.answers.insert("notes".into(), CANARIES[2].into());
        let ada = store.add_person(by(1), &ada).await.unwrap();
        store.add(by(2), ada.id, new_id(), &missed(CANARIES[1])).await.unwrap();
        let pixels = jpeg(&PIXELS.repeat(500));
        let record = photo(None);
        store.add_photo(by(3), ada.id, new_id(), &record, pixels.clone(), pixels).await.unwrap();
        let (bytes, unlock, _) = backed_up(&store, None).await;
        let Unlock::Identities(identities) = &unlock else { panic!("a pair has identities") };
        let mut tar = Vec::new();
        let opened = age::Decryptor::new(Cursor::new(&bytes)).unwrap();
        let identity = &identities[0] as &dyn age::Identity;
        opened.decrypt(std::iter::once(identity)).unwrap().read_to_end(&mut tar).unwrap();
        assert!(holds(&tar, b"manifest.json") && holds(&tar, ada.id.to_string().as_bytes()));
        for canary in CANARIES.iter().map(|canary| canary.as_bytes()).chain([PIXELS]) {
            assert!(!holds(&tar, canary) && !holds(&bytes, canary));
        }
        // Anybody can look into it without us.
        let mut names: Vec<String> = tar::Archive::new(Cursor::new(tar))
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().display().to_string())
            .collect();
        assert_eq!(
            (names.remove(0), names.pop().unwrap()),
            ("backup.json".into(), "manifest.json".into())
        );
        assert!(names.contains(&"record/person-000001.jsonl".into()), "{names:?}");
        assert_eq!(store.list::<Session>(ada.id).await.unwrap().len(), 1);
    })
    .await;
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
