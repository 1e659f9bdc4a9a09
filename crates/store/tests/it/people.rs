//! People.

use store::{Actor, CheckIn, Error, Reader, Session};
use teststore::full::{by, check_in, missed, new_id, profile, somebody};
use teststore::{Bench, both};

both!(kept, oldest_first, stale, gone, erased, nobody_elses, same_id_again);

async fn kept(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await;
    assert_eq!((ada.person, ada.version), (ada.id, 1));
    assert_eq!(store.find_person(ada.id).await.unwrap(), Some(ada.clone()));
    let grown = store.change_person(by(5), &ada, profile("Ada L.")).await.unwrap();
    assert_eq!((grown.version, grown.created, grown.changed), (2, ada.created, by(5).at));
    assert_eq!(store.find_person(ada.id).await.unwrap(), Some(grown));
}

async fn oldest_first(Bench { store, .. }: Bench) {
    let second = store.add_person(by(9), &profile("B")).await.unwrap();
    let first = store.add_person(by(2), &profile("A")).await.unwrap();
    assert_eq!(store.people().await.unwrap(), [first.id, second.id]);
}

async fn stale(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await;
    store.change_person(by(1), &ada, profile("one window")).await.unwrap();
    let late = store.change_person(by(2), &ada, profile("another window")).await;
    assert!(matches!(late, Err(Error::Stale)), "{late:?}");
    let kept = store.find_person(ada.id).await.unwrap().unwrap();
    assert_eq!(kept.record.name.as_deref(), Some("one window"));
}

async fn gone(Bench { store, .. }: Bench) {
    assert_eq!(store.find_person(new_id()).await.unwrap(), None);
    let erased = store.erase_person(by(1), new_id()).await;
    assert!(matches!(erased, Err(Error::NotFound)), "{erased:?}");
    let mut nobody = somebody(&store).await;
    nobody.id = new_id();
    nobody.person = nobody.id;
    let changed = store.change_person(by(1), &nobody, profile("x")).await;
    assert!(matches!(changed, Err(Error::NotFound)), "{changed:?}");
    store.ready().await.unwrap();
}

async fn erased(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await, somebody(&store).await);
    let session = store.add(by(1), ada.id, new_id(), &missed("rain")).await.unwrap();
    store.add(by(2), ada.id, new_id(), &check_in(session.id, "sore")).await.unwrap();
    let hers = Actor::Person(ada.id);
    store.open_login(by(3), &[1; 32], hers, &Reader::default()).await.unwrap();
    store.open_feed(by(3), ada.id, &[2; 32], false).await.unwrap();
    store.erase_person(by(4), ada.id).await.unwrap();
    assert_eq!(store.people().await.unwrap(), [bea.id]);
    assert_eq!(store.find_person(ada.id).await.unwrap(), None);
    assert_eq!(store.list::<Session>(ada.id).await.unwrap(), []);
    assert_eq!(store.list::<CheckIn>(ada.id).await.unwrap(), []);
    assert_eq!(store.find_login(&[1; 32]).await.unwrap(), None);
    assert_eq!(store.find_feed(&[2; 32]).await.unwrap(), None);
    assert!(store.verify_journal().await.unwrap() >= 6);
    let late = store.add(by(5), ada.id, new_id(), &missed("rain")).await;
    assert!(matches!(late, Err(Error::NotFound)), "{late:?}");
}

async fn nobody_elses(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await, somebody(&store).await);
    let hers = store.add(by(1), ada.id, new_id(), &missed("rain")).await.unwrap();
    assert_eq!(store.find::<Session>(bea.id, hers.id).await.unwrap(), None);
    assert_eq!(store.list::<Session>(bea.id).await.unwrap(), []);
    let taken = store.add(by(2), bea.id, hers.id, &missed("snow")).await;
    assert!(matches!(taken, Err(Error::Taken)), "{taken:?}");
    let mut posing = hers.clone();
    posing.person = bea.id;
    let changed = store.change(by(3), &posing, missed("snow")).await;
    assert!(matches!(changed, Err(Error::NotFound)), "{changed:?}");
    let removed = store.remove(by(3), &posing).await;
    assert!(matches!(removed, Err(Error::NotFound)), "{removed:?}");
    let strange = store.add(by(4), bea.id, new_id(), &check_in(hers.id, "mine?")).await;
    assert!(matches!(strange, Err(Error::NotFound)), "{strange:?}");
    assert_eq!(store.find(ada.id, hers.id).await.unwrap(), Some(hers));
}

async fn same_id_again(Bench { store, .. }: Bench) {
    let id = new_id();
    let first = store.add_person_as(by(1), id, &profile("first")).await.unwrap();
    let again = store.add_person_as(by(2), id, &profile("again")).await.unwrap();
    assert_eq!(first, again);
}
