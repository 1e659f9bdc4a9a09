//! The master key: in its file, on paper, and that only the right one opens a record.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use proptest::prelude::*;
use store::{Database, Error, KeyFault, MasterKey, Place, Store};
use teststore::full::somebody;
use teststore::{Bench, both};

use crate::support::folder;

both!(only_the_right_one);

async fn only_the_right_one(Bench { store, place }: Bench) {
    somebody(&store).await;
    store.close().await;
    let key = MasterKey::from_text(&"0f".repeat(32)).unwrap();
    let (theirs, ours) = (place.key.id().to_owned(), key.id().to_owned());
    let opened = Store::open(&Place { key, ..place.clone() }).await.map(drop);
    let Err(Error::Key(fault)) = opened else { panic!("{opened:?}") };
    assert_eq!(fault, KeyFault::Other { theirs, ours });
    Store::open(&place).await.unwrap().close().await;
}

#[test]
fn file_is_made_once_and_for_its_owner_only() {
    let folder = folder();
    let first = MasterKey::load_or_make(&folder).unwrap();
    let again = MasterKey::load_or_make(&folder).unwrap();
    assert_eq!((first.id(), first.paper()), (again.id(), again.paper()));
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder.clone()), 0o700);
    assert_eq!(mode(folder.join("master.key")), 0o600);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn made_by_many_at_once_it_is_one() {
    let folder = folder();
    let ids = std::thread::scope(|scope| {
        let makers: Vec<_> =
            (0..8).map(|_| scope.spawn(|| MasterKey::load_or_make(&folder).unwrap())).collect();
        makers.into_iter().map(|maker| maker.join().unwrap().id().to_owned()).collect::<Vec<_>>()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn unusable_file_is_said_and_never_replaced() {
    let folder = folder();
    fs::create_dir_all(&folder).unwrap();
    for text in ["", "hello", "0123"] {
        fs::write(folder.join("master.key"), text).unwrap();
        let loaded = MasterKey::load_or_make(&folder);
        assert!(matches!(loaded, Err(Error::Key(KeyFault::File { .. }))), "{loaded:?}");
        assert_eq!(fs::read_to_string(folder.join("master.key")).unwrap(), text);
    }
    let saved = MasterKey::from_text(&"0f".repeat(32)).unwrap().save(&folder);
    assert!(matches!(saved, Err(Error::Key(KeyFault::File { .. }))), "{saved:?}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn restored_from_paper() {
    let (old, new) = (folder(), folder());
    let key = MasterKey::load_or_make(&old).unwrap();
    MasterKey::from_text(&key.paper()).unwrap().save(&new).unwrap();
    assert_eq!(MasterKey::load_or_make(&new).unwrap().id(), key.id());
    fs::remove_dir_all(old).unwrap();
    fs::remove_dir_all(new).unwrap();
}

#[test]
fn nothing_secret_is_printed() {
    let key = MasterKey::from_text(&"0f".repeat(32)).unwrap();
    assert_eq!(format!("{key:?}"), format!("MasterKey({})", key.id()));
    let database = Database::Postgres("postgres://ada:secret@host/db".into());
    let place = Place { folder: "x".into(), database, key };
    assert!(!format!("{place:?}").contains("secret"));
}

proptest! {
    #[test]
    fn paper_reads_back(bytes: [u8; 32], lower: bool, spaces: bool) {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let key = MasterKey::from_text(&hex).unwrap();
        let mut paper = key.paper();
        prop_assert_eq!(paper.split('-').map(str::len).collect::<Vec<_>>(), vec![4; 14]);
        if lower { paper = paper.to_lowercase().replace('0', "o").replace('1', "l"); }
        if spaces { paper = paper.replace('-', "  \n"); }
        prop_assert_eq!(MasterKey::from_text(&paper).unwrap().paper(), key.paper());
    }

    #[test]
    fn typing_error_is_found(bytes: [u8; 32], place in 0_usize..56, step in 1_usize..32) {
        const DIGITS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let paper = MasterKey::from_text(&hex).unwrap().paper().replace('-', "");
        let mut typed = paper.into_bytes();
        let digit = DIGITS.iter().position(|digit| *digit == typed[place]).unwrap();
        typed[place] = DIGITS[(digit + step) % 32];
        let read = MasterKey::from_text(std::str::from_utf8(&typed).unwrap());
        prop_assert_eq!(read.unwrap_err(), KeyFault::Typo);
    }

    #[test]
    fn no_text_stops_it(text in "\\PC{0,80}") {
        if let Ok(key) = MasterKey::from_text(&text) {
            prop_assert!(text.len() >= 56, "{}", key.id());
        }
    }
}
