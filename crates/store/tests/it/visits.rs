//! Visits and the passphrase.

use store::{Error, Visit};

use crate::both;
use crate::support::{Bench, at, by, new_id, somebody};

both!(life, others_closed, who_erases_stays_let_in, passphrase);

async fn life(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    let (ours, strange) = ([1; 32], [2; 32]);
    assert_eq!(store.find_visit(&ours).await.unwrap(), None);
    store.open_visit(by(1), &ours, None).await.unwrap();
    store.open_visit(by(9), &ours, None).await.unwrap();
    let visit = store.find_visit(&ours).await.unwrap();
    assert_eq!(visit, Some(Visit { person: None, created: at(1), seen: at(1) }));
    store.bind_visit(&ours, Some(ada), at(5)).await.unwrap();
    let visit = store.find_visit(&ours).await.unwrap();
    assert_eq!(visit, Some(Visit { person: Some(ada), created: at(1), seen: at(5) }));
    assert_eq!(store.find_visit(&strange).await.unwrap(), None);
    let unknown = store.bind_visit(&strange, None, at(6)).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    let nobody = store.bind_visit(&ours, Some(new_id()), at(6)).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    let nobody = store.open_visit(by(7), &strange, Some(new_id())).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    store.close_visit(&ours).await.unwrap();
    store.close_visit(&ours).await.unwrap();
    assert_eq!(store.find_visit(&ours).await.unwrap(), None);
}

async fn others_closed(Bench { store, .. }: Bench) {
    for n in 0..3 {
        store.open_visit(by(1), &[n; 32], None).await.unwrap();
    }
    let ours = store.find_visit(&[1; 32]).await.unwrap();
    store.close_other_visits(&[1; 32]).await.unwrap();
    assert_eq!(store.find_visit(&[0; 32]).await.unwrap(), None);
    assert_eq!(store.find_visit(&[1; 32]).await.unwrap(), ours);
    assert_eq!(store.find_visit(&[2; 32]).await.unwrap(), None);
}

/// The browser in which somebody erased themselves goes on as nobody's; their others are shown out.
async fn who_erases_stays_let_in(Bench { store, .. }: Bench) {
    let ada = somebody(&store).await.id;
    for n in 0..2 {
        store.open_visit(by(1), &[n; 32], Some(ada)).await.unwrap();
    }
    store.erase_person_and_stay(by(2), ada, &[0; 32]).await.unwrap();
    let visit = store.find_visit(&[0; 32]).await.unwrap();
    assert_eq!(visit, Some(Visit { person: None, created: at(1), seen: at(1) }));
    assert_eq!(store.find_visit(&[1; 32]).await.unwrap(), None);
    let again = store.erase_person_and_stay(by(3), ada, &[0; 32]).await;
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
}

async fn passphrase(Bench { store, .. }: Bench) {
    assert_eq!(store.passphrase().await.unwrap(), None);
    store.set_passphrase(by(1), Some("$argon2id$one")).await.unwrap();
    store.set_passphrase(by(2), Some("$argon2id$two")).await.unwrap();
    assert_eq!(store.passphrase().await.unwrap().as_deref(), Some("$argon2id$two"));
    store.set_passphrase(by(3), None).await.unwrap();
    assert_eq!(store.passphrase().await.unwrap(), None);
    assert_eq!(store.verify_journal().await.unwrap(), 3);
}
