//! What belongs to the clinic: sealed by its own key.

use std::fs;
use std::io::Cursor;

use store::backup::restore;
use store::doctor::{Ill, examine};
use store::{Actor, Batch, Database, Error, Place, Staff, StaffRole, Store};

use crate::backup::{backed_up, into};
use crate::canary::holds;
use teststore::full::{at, by, new_id, somebody, staff};
use teststore::{Bench, both};

use crate::support::{Intruder, folder};

both!(life, all_or_nothing, sealed, forged_columns, outlives_everybody, comes_back_from_a_backup);

async fn kim(store: &Store) -> store::Entry<Staff> {
    store.add_to_clinic(by(1), new_id(), &staff("Kim", true)).await.unwrap()
}

async fn life(Bench { store, .. }: Bench) {
    assert_eq!(store.list_of_clinic::<Staff>().await.unwrap(), []);
    let first = kim(&store).await;
    assert_eq!(store.find_of_clinic(first.id).await.unwrap(), Some(first.clone()));
    let again = store.add_to_clinic(by(2), first.id, &staff("Kim", true)).await.unwrap();
    assert_eq!((again.version, again.created), (1, at(1)));
    let second = store.add_to_clinic(by(3), new_id(), &staff("Lee", false)).await.unwrap();
    let mut manager = second.record.clone();
    (manager.role, manager.works) = (StaffRole::Manager, true);
    let second = store.change(by(4), &second, manager).await.unwrap();
    assert_eq!(store.list_of_clinic::<Staff>().await.unwrap(), [first.clone(), second]);
    let stale = store.change(by(5), &again, staff("Kim", false)).await.unwrap();
    let refused = store.change(by(6), &first, staff("Kim", true)).await;
    assert!(matches!(refused, Err(Error::Stale)), "{refused:?}");
    store.remove(by(7), &stale).await.unwrap();
    assert_eq!(store.list_of_clinic::<Staff>().await.unwrap().len(), 1);
    let told = store.clinic_journal().await.unwrap();
    let tables: Vec<&str> = told.iter().map(|row| row.table.as_str()).collect();
    assert_eq!(tables, ["staff", "staff", "staff", "staff", "staff", "clinic"]);
    assert_eq!(told[0].actor, Actor::Owner);
    store.verify_journal().await.unwrap();
}

async fn all_or_nothing(Bench { store, .. }: Bench) {
    let first = kim(&store).await;
    let rows = store.verify_journal().await.unwrap();
    let mut batch = Batch::of_clinic(by(2));
    batch.add(new_id(), staff("Lee", true));
    batch.change(&store::Entry { version: 9, ..first.clone() }, staff("Kim", false));
    let refused = store.commit(batch).await;
    assert!(matches!(refused, Err(Error::Stale)), "{refused:?}");
    assert_eq!(store.list_of_clinic::<Staff>().await.unwrap(), [first]);
    assert_eq!(store.verify_journal().await.unwrap(), rows);
}

/// The disk tells neither name nor number; another key opens nothing.
async fn sealed(Bench { store, place }: Bench) {
    kim(&store).await;
    if matches!(place.database, Database::Sqlite) {
        store.close().await;
        assert!(!holds(&place.folder, b"Kim of the clinic"), "a name in clear");
        assert!(!holds(&place.folder, b"GB-7301234"), "a number in clear");
        assert!(holds(&place.folder, b"practitioner"), "which is told in docs/intended-use.md");
    }
}

/// Who changes what stands in clear makes nobody a manager: the entry is refused.
async fn forged_columns(Bench { store, place }: Bench) {
    let first = kim(&store).await;
    let mut intruder = Intruder::at(&place).await;
    intruder.run("UPDATE staff SET role = 'manager'").await.unwrap();
    let found = store.find_of_clinic::<Staff>(first.id).await;
    assert!(matches!(found, Err(Error::Corrupt { .. })), "{found:?}");
    let ills = examine(&store, at(9)).await.unwrap().ills;
    assert!(ills.iter().any(|ill| matches!(ill, Ill::Entries(_))), "{ills:?}");
}

async fn outlives_everybody(Bench { store, .. }: Bench) {
    let first = kim(&store).await;
    let ada = somebody(&store).await.id;
    store.erase_person(by(2), ada).await.unwrap();
    assert_eq!(store.list_of_clinic::<Staff>().await.unwrap(), [first]);
}

async fn comes_back_from_a_backup(Bench { store, place }: Bench) {
    let first = kim(&store).await;
    store.set_passphrase(by(2), Actor::Staff(first.id), Some("$argon2id$kim")).await.unwrap();
    let (bytes, unlock, report) = backed_up(&store, None).await;
    assert_eq!(report.entries, 1);
    let folder = folder();
    let target = into(&folder, Database::Sqlite, Some(&place.key));
    assert_eq!(restore(Cursor::new(bytes), unlock, target).await.unwrap(), report);
    let back = Place { folder: folder.clone(), database: Database::Sqlite, key: place.key };
    let back = Store::open(&back).await.unwrap();
    assert_eq!(back.list_of_clinic::<Staff>().await.unwrap(), std::slice::from_ref(&first));
    let hers = back.passphrase(Actor::Staff(first.id)).await.unwrap();
    assert_eq!(hers.unwrap().phc(), Some("$argon2id$kim"));
    back.close().await;
    fs::remove_dir_all(folder).unwrap();
}
