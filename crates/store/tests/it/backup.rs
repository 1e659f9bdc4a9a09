//! Backups: everything comes back on either database, damage is found, nothing is overwritten, nothing is in clear.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use age::x25519;
use store::backup::{
    Contents, Fault, Lock, Plan, Report, Target, Unlock, last_verified, make, restore, save,
    verify, write,
};
use store::doctor::{self, Ill};
use store::port::export;
use store::{Actor, Database, Error, MasterKey, PersonId, Place, Reader, Size, Store};

use crate::port::{full_person, jpeg};
use teststore::full::{at, by, missed, new_id, photo, profile};
use teststore::{Bench, both, on_postgres, on_sqlite};

use crate::support::folder;

both!(
    everything_comes_back_in_sqlite,
    a_backup_of_a_record_in_use_is_of_one_moment,
    a_file_with_its_name_is_a_verified_backup,
    pictures_damaged_before_are_named,
);

/// A key pair for files that are read at once: a passphrase is slow on purpose.
pub fn pair() -> (Lock, Unlock) {
    let identity = x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    (Lock::recipients([recipient.as_str()]).unwrap(), Unlock::Identities(vec![identity]))
}

/// The file, what opens it, what it holds.
pub async fn backed_up(store: &Store, key: Option<MasterKey>) -> (Vec<u8>, Unlock, Report) {
    let (lock, unlock) = pair();
    let contents = Contents { made: at(500), key };
    let (bytes, report) = write(store, Vec::new(), lock, contents).await.unwrap();
    (bytes, unlock, report)
}

pub fn into(folder: &Path, database: Database, key: Option<&MasterKey>) -> Target {
    Target { folder: folder.to_owned(), database, key: key.cloned() }
}

/// A record with all there can be: two people, one erased, a removed photograph, passphrase, feed and login.
async fn full(store: &Store) -> [PersonId; 2] {
    let ada = full_person(store, "Ada").await;
    let bea = full_person(store, "Bea").await;
    let gone = full_person(store, "Cyd").await;
    store.erase_person(by(20), gone).await.unwrap();
    let entry = store.list::<store::Photo>(bea).await.unwrap().remove(0);
    store.remove(by(21), &entry).await.unwrap();
    store.set_passphrase(by(22), Actor::Owner, Some("$argon2id$…")).await.unwrap();
    store.open_feed(by(23), ada, &[1; 32], true).await.unwrap();
    store.open_login(by(24), &[2; 32], Actor::Person(ada), &Reader::default()).await.unwrap();
    [ada, bea]
}

async fn same(store: &Store, back: &Store, people: [PersonId; 2]) {
    assert_eq!(back.people().await.unwrap(), people);
    for person in people {
        let (was, is) = (
            export(store, person, vec![]).await.unwrap(),
            export(back, person, vec![]).await.unwrap(),
        );
        assert_eq!(was, is);
        assert_eq!(store.journal(person).await.unwrap(), back.journal(person).await.unwrap());
        assert_eq!(store.feeds(person).await.unwrap(), back.feeds(person).await.unwrap());
    }
    assert_eq!(back.passphrase(Actor::Owner).await.unwrap().unwrap().phc(), Some("$argon2id$…"));
    assert_eq!(back.verify_journal().await.unwrap(), store.verify_journal().await.unwrap());
    assert_eq!(back.find_login(&[2; 32]).await.unwrap(), None, "nobody is let in by a restore");
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
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
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
            let added =
                writing.add_photo(by(n), ada, new_id(), &record, jpeg(&[1; 9000]), jpeg(b"s"));
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

/// Verified is not yet in somebody's hands: a download may break off.
#[tokio::test]
async fn a_backup_that_nobody_took_is_not_noted() {
    on_sqlite(|Bench { store, place }| async move {
        full(&store).await;
        let room = folder();
        fs::create_dir(&room).unwrap();
        let plan = |name: &str| Plan {
            file: room.join(name),
            lock: pair().0,
            made: at(500),
            key: place.key.clone(),
            with_key: false,
        };
        drop(make(&store, plan("broken-off")).await.unwrap());
        assert_eq!(last_verified(&store).await.unwrap(), None);
        make(&store, plan("taken")).await.unwrap().delivered().await.unwrap();
        assert_eq!(last_verified(&store).await.unwrap().unwrap().made, at(500));
        fs::remove_dir_all(room).unwrap();
    })
    .await;
}

/// What a killed backup left makes way for the next of that name; what isn't ours, or is being written, doesn't.
#[tokio::test]
async fn the_part_of_a_killed_backup_makes_way_and_nothing_else_does() {
    on_sqlite(|Bench { store, place }| async move {
        let room = folder();
        fs::create_dir(&room).unwrap();
        let plan = || Plan {
            file: room.join("a"),
            lock: pair().0,
            made: at(500),
            key: place.key.clone(),
            with_key: false,
        };
        let part = room.join("a.part");
        fs::write(&part, "something else").unwrap();
        let fault = save(&store, plan()).await.unwrap_err();
        assert!(matches!(fault, Fault::Exists { .. }), "{fault}");
        assert_eq!(fs::read(&part).unwrap(), b"something else");

        fs::write(&part, "age-encryption.org/v1\n-> X25519").unwrap();
        let held = fs::File::open(&part).unwrap();
        held.lock().unwrap();
        let fault = save(&store, plan()).await.unwrap_err();
        assert!(matches!(fault, Fault::Exists { .. }), "{fault}");
        drop(held);
        save(&store, plan()).await.unwrap();
        assert!(!part.exists());
        fs::remove_dir_all(room).unwrap();
    })
    .await;
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
    assert!(
        matches!(&ills[..], [Ill::Photos(flaws), Ill::NoBackup] if flaws[0].missing),
        "{ills:?}"
    );
    let gone = store.picture(&entry, Size::Full).await.unwrap_err();
    assert!(matches!(gone, Error::Corrupt { .. }), "{gone}");
}
