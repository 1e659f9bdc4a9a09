//! One moment: what is read in it belongs together, whatever others write meanwhile.

use store::{Error, PersonId, Programme, Session};
use teststore::full::{by, missed, new_id, programme, somebody};
use teststore::{Bench, both};

both!(one_moment, as_the_record_reads, given_back);

async fn one_moment(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await;
    let mut moment = store.snapshot().await.unwrap();
    assert_eq!(moment.list::<Session>(ada.id).await.unwrap(), []);
    store.add(by(1), ada.id, new_id(), &missed("rain")).await.unwrap();
    let plan = store.add(by(1), ada.id, new_id(), &programme()).await.unwrap();
    assert_eq!(moment.list::<Session>(ada.id).await.unwrap(), []);
    assert_eq!(moment.find::<Programme>(ada.id, plan.id).await.unwrap(), None);
    moment.end().await.unwrap();
    let mut after = store.snapshot().await.unwrap();
    assert_eq!(after.list::<Session>(ada.id).await.unwrap().len(), 1);
    after.end().await.unwrap();
}

async fn as_the_record_reads(Bench { store, .. }: Bench) {
    let (ada, ben) = (somebody(&store).await, somebody(&store).await);
    let one = store.add(by(1), ada.id, new_id(), &missed("rain")).await.unwrap();
    let mut moment = store.snapshot().await.unwrap();
    assert_eq!(moment.find_person(ada.id).await.unwrap(), Some(ada.clone()));
    assert_eq!(moment.find_person(new_id()).await.unwrap(), None);
    assert_eq!(moment.find::<Session>(ada.id, one.id).await.unwrap(), Some(one.clone()));
    assert_eq!(moment.find::<Session>(ben.id, one.id).await.unwrap(), None);
    assert_eq!(moment.list::<Session>(ben.id).await.unwrap(), []);
    moment.end().await.unwrap();
}

/// More moments than there are connections, ended or dropped: nobody waits in vain.
async fn given_back(Bench { store, .. }: Bench) {
    let ada: PersonId = somebody(&store).await.id;
    for n in 0..24 {
        let mut moment = store.snapshot().await.unwrap();
        moment.list::<Session>(ada).await.unwrap();
        if n % 2 == 0 {
            moment.end().await.unwrap();
        }
    }
    let changed: Result<_, Error> = store.add(by(1), ada, new_id(), &missed("rain")).await;
    assert!(changed.is_ok(), "{changed:?}");
}
