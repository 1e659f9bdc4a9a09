//! Backups: everything comes back on either database, damage is found, nothing is overwritten, nothing is in clear.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use age::x25519;
use proptest::prelude::*;
use store::backup::{
    Contents, Fault, Lock, Plan, Report, Target, Unlock, last_verified, restore, save, verify,
    write,
};
use store::doctor::{self, Ill};
use store::port::export;
use store::{Database, Error, Id, MasterKey, Place, Session, Size, Store};

use crate::both;
use crate::port::{full_person, jpeg};
use crate::support::{
    Bench, at, by, folder, missed, new_id, on_postgres, on_sqlite, photo, profile,
};

both!(
    everything_comes_back_in_sqlite,
    a_backup_of_a_record_in_use_is_of_one_moment,
    a_file_with_its_name_is_a_verified_backup,
    pictures_damaged_before_are_named,
);

/// A key pair for files that are read at once: a passphrase is slow on purpose.
fn pair() -> (Lock, Unlock) {
    let identity = x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    (Lock::recipients([recipient.as_str()]).unwrap(), Unlock::Identities(vec![identity]))
}

async fn backed_up(store: &Store, key: Option<MasterKey>) -> (Vec<u8>, Unlock, Report) {
    let (lock, unlock) = pair();
    let contents = Contents { made: at(500), key };
    let (bytes, report) = write(store, Vec::new(), lock, contents).await.unwrap();
    (bytes, unlock, report)
}

fn into(folder: &Path, database: Database, key: Option<&MasterKey>) -> Target {
    Target { folder: folder.to_owned(), database, key: key.cloned() }
}

/// A record with all there can be: two people, one erased, a removed photograph, passphrase, feed and visit.
async fn full(store: &Store) -> [Id; 2] {
    let ada = full_person(store, "Ada").await;
    let bea = full_person(store, "Bea").await;
    let gone = full_person(store, "Cyd").await;
    store.erase_person(by(20), gone).await.unwrap();
    let entry = store.list::<store::Photo>(bea).await.unwrap().remove(0);
    store.remove(by(21), &entry).await.unwrap();
    store.set_passphrase(by(22), Some("$argon2id$…")).await.unwrap();
    store.open_feed(by(23), ada, &[1; 32], true).await.unwrap();
    store.open_visit(by(24), &[2; 32], Some(ada)).await.unwrap();
    [ada, bea]
}

async fn same(store: &Store, back: &Store, people: [Id; 2]) {
    assert_eq!(back.people().await.unwrap(), people);
    for person in people {
        let (was, is) =
            (export(store, person, vec![]).await.unwrap(), export(back, person, vec![]).await.unwrap());
        assert_eq!(was, is);
        assert_eq!(store.journal(person).await.unwrap(), back.journal(person).await.unwrap());
        assert_eq!(store.feeds(person).await.unwrap(), back.feeds(person).await.unwrap());
    }
    assert_eq!(back.passphrase().await.unwrap().as_deref(), Some("$argon2id$…"));
    assert_eq!(back.verify_journal().await.unwrap(), store.verify_journal().await.unwrap());
    assert_eq!(back.find_visit(&[2; 32]).await.unwrap(), None, "nobody is let in by a restore");
    // It goes on from there.
    back.add(by(600), people[0], new_id(), &missed("after")).await.unwrap();
    back.verify_journal().await.unwrap();
}

async fn everything_comes_back_in_sqlite(Bench { store, place }: Bench) {
    let people = full(&store).await;
    let (bytes, unlock, report) = backed_up(&store, None).await;
    assert_eq!((report.people, report.photos, report.flawed.len()), (2, 1, 0));
    let found = verify(Cursor::new(bytes.clone()), unlock.clone(), Some(place.key.clone())).await;
    assert_eq!(found.unwrap(), report);
    let folder = folder();
    let target = into(&folder, Database::Sqlite, Some(&place.key));
    assert_eq!(restore(Cursor::new(bytes), unlock, target).await.unwrap(), report);
    let there =
        Place { folder: folder.clone(), database: Database::Sqlite, key: place.key.clone() };
    let back = Store::open(&there).await.unwrap();
    same(&store, &back, people).await;
    let ills = doctor::examine(&back, at(700)).await.unwrap().ills;
    assert!(matches!(ills[..], [Ill::NoBackup]), "{ills:?}");
    back.close().await;
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_backup_of_sqlite_comes_back_in_postgres() {
    on_sqlite(|Bench { store, place }| async move {
        on_postgres(|there| async move {
            let people = full(&store).await;
            let (bytes, unlock, _) = backed_up(&store, None).await;
            let folder = folder();
            let target = into(&folder, there.place.database.clone(), Some(&place.key));
            restore(Cursor::new(bytes.clone()), unlock.clone(), target).await.unwrap();
            let back = Place {
                folder: folder.clone(),
                database: there.place.database.clone(),
                key: place.key.clone(),
            };
            let back = Store::open(&back).await.unwrap();
            same(&store, &back, people).await;
            back.close().await;
            fs::remove_dir_all(&folder).unwrap();
            // A second time it is not empty.
            let again = into(&folder, there.place.database.clone(), Some(&place.key));
            let fault = restore(Cursor::new(bytes), unlock, again).await.unwrap_err();
            assert!(matches!(fault, Fault::NotEmpty { .. }), "{fault}");
            assert!(!folder.exists());
        })
        .await;
    })
    .await;
}

/// Somebody adds, changes and removes as fast as they can; each session has its photograph a moment later, and is
/// never without it for the one before.
async fn a_backup_of_a_record_in_use_is_of_one_moment(Bench { store, place }: Bench) {
    let ada = store.add_person(by(1), &profile("Ada")).await.unwrap().id;
    let writing = store.clone();
    let writer = tokio::spawn(async move {
        for n in 0.. {
            let session = writing.add(by(n), ada, new_id(), &missed("x")).await.unwrap();
            let record = photo(Some(session.id));
            let added = writing.add_photo(by(n), ada, new_id(), &record, jpeg(&[1; 9000]), jpeg(b"s"));
            let added = added.await.unwrap();
            if n % 3 == 0 {
                writing.remove(by(n), &added).await.unwrap();
            }
        }
    });
    for _ in 0..3 {
        let (bytes, unlock, report) = backed_up(&store, None).await;
        assert_eq!(report.flawed, [] as [String; 0]);
        let found = verify(Cursor::new(bytes), unlock, Some(place.key.clone())).await.unwrap();
        assert_eq!(found, report);
        // Two entries a round, a third of the photographs gone, and one round under way.
        let (sessions, photos) = (report.entries - report.photos, report.photos);
        assert!((sessions.saturating_sub(1)..=sessions).contains(&(photos + removed(&report))));
    }
    writer.abort();
    writer.await.unwrap_err();
}

/// The journal says what was removed: person, then sessions, photographs and removals.
fn removed(report: &Report) -> u64 {
    (report.journal - report.people - report.entries) / 2
}

async fn a_file_with_its_name_is_a_verified_backup(Bench { store, place }: Bench) {
    full(&store).await;
    assert_eq!(last_verified(&store).await.unwrap(), None);
    let room = folder();
    fs::create_dir(&room).unwrap();
    let file = room.join("needlewise.age");
    let plan = |file: PathBuf| Plan {
        file,
        lock: pair().0,
        made: at(500),
        key: place.key.clone(),
        with_key: false,
    };
    let report = save(&store, plan(file.clone())).await.unwrap();
    let noted = last_verified(&store).await.unwrap().unwrap();
    assert_eq!((noted.made, noted.journal), (at(500), report.journal));
    let ills = doctor::examine(&store, at(600)).await.unwrap().ills;
    assert!(ills.is_empty(), "{ills:?}");
    let old = doctor::examine(&store, at(49 * 3_600_000_000)).await.unwrap().ills;
    assert!(matches!(old[..], [Ill::OldBackup(_)]), "{old:?}");

    let before = fs::read(&file).unwrap();
    let fault = save(&store, plan(file.clone())).await.unwrap_err();
    assert!(matches!(fault, Fault::Exists { .. }), "{fault}");
    assert_eq!(fs::read(&file).unwrap(), before);
    // What can't be verified gets no name.
    let mut wrong = plan(room.join("wrong"));
    wrong.key = MasterKey::load_or_make(&room.join("other")).unwrap();
    save(&store, wrong).await.unwrap_err();
    let mut names: Vec<_> =
        fs::read_dir(&room).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["needlewise.age", "other"]);
    fs::remove_dir_all(room).unwrap();
}

/// A picture that is gone must not keep anybody from saving the rest, and must not be passed over in silence.
async fn pictures_damaged_before_are_named(Bench { store, place }: Bench) {
    let ada = full_person(&store, "Ada").await;
    let entry = store.list::<store::Photo>(ada).await.unwrap().remove(0);
    let shelf = fs::read_dir(place.folder.join("photos")).unwrap().next().unwrap().unwrap().path();
    let files = || fs::read_dir(&shelf).unwrap().map(|file| file.unwrap().path());
    let full = files().find(|file| file.extension().unwrap() == "full").unwrap();
    let mut bytes = fs::read(&full).unwrap();
    bytes[100] ^= 1;
    fs::write(&full, bytes).unwrap();
    let (file, unlock, report) = backed_up(&store, None).await;
    assert_eq!(report.flawed, [format!("{} full", entry.id)]);
    verify(Cursor::new(file), unlock, Some(place.key.clone())).await.unwrap();
    fs::remove_file(full).unwrap();
    let (file, unlock, report) = backed_up(&store, None).await;
    assert_eq!(report.flawed, [format!("{} full", entry.id)]);
    verify(Cursor::new(file), unlock, Some(place.key.clone())).await.unwrap();
    let ills = doctor::examine(&store, at(600)).await.unwrap().ills;
    assert!(matches!(&ills[..], [Ill::Photos(flaws), Ill::NoBackup] if flaws[0].missing), "{ills:?}");
    let gone = store.picture(&entry, Size::Full).await.unwrap_err();
    assert!(matches!(gone, Error::Corrupt { .. }), "{gone}");
}

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
        assert!(matches!(Lock::passphrase("too short".into()), Err(Fault::BadLock(_))));
        let lock = Lock::passphrase("correct horse battery".into()).unwrap();
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
        assert_eq!((names.remove(0), names.pop().unwrap()), ("backup.json".into(), "manifest.json".into()));
        assert!(names.contains(&"record/person-000001.jsonl".into()), "{names:?}");
        assert_eq!(store.list::<Session>(ada.id).await.unwrap().len(), 1);
    })
    .await;
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
