//! Browsers that were let in, and as whom.

use store::{Actor, Batch, Error, Login, Reader, Role, StaffRole, Store};
use teststore::full::{at, by, new_id, profile, somebody, staff};
use teststore::{Bench, both};

both!(
    life,
    nobody_is_let_in_as_nobody,
    others_closed,
    who_erases_stays_let_in,
    a_browser_becomes_only_theirs_who_start_in_it,
    staff_come_and_go
);

async fn opened(store: &Store, token: u8, actor: Actor) {
    store.open_login(by(1), &[token; 32], actor, &Reader::default()).await.unwrap();
}

async fn actor(store: &Store, token: u8) -> Option<Actor> {
    store.find_login(&[token; 32]).await.unwrap().map(|login| login.actor)
}

async fn life(Bench { store, .. }: Bench) {
    let ada = Actor::Person(somebody(&store).await.id);
    let (ours, strange) = ([1; 32], [2; 32]);
    assert_eq!(store.find_login(&ours).await.unwrap(), None);
    let reader = Reader { language: Some("de".into()), zone: None };
    store.open_login(by(1), &ours, Actor::Owner, &reader).await.unwrap();
    store.open_login(by(9), &ours, ada, &Reader::default()).await.unwrap();
    let login = store.find_login(&ours).await.unwrap().unwrap();
    let first = Login {
        id: login.id,
        actor: Actor::Owner,
        role: Role::Home,
        language: Some("de".into()),
        zone: None,
        created: at(1),
        seen: at(1),
    };
    assert_eq!(login, first);
    store.act_as(by(5), &ours, ada).await.unwrap();
    store.act_as(by(6), &ours, ada).await.unwrap();
    store.note_seen(&ours, at(7)).await.unwrap();
    let reader = Reader { language: None, zone: Some("Europe/Vienna".into()) };
    store.change_reader(&ours, &reader).await.unwrap();
    let then = Login {
        actor: ada,
        language: None,
        zone: Some("Europe/Vienna".into()),
        seen: at(7),
        ..first
    };
    assert_eq!(store.find_login(&ours).await.unwrap(), Some(then));
    let gone = |done: Result<(), Error>| assert!(matches!(done, Err(Error::NotFound)), "{done:?}");
    gone(store.note_seen(&strange, at(8)).await);
    gone(store.change_reader(&strange, &Reader::default()).await);
    gone(store.act_as(by(8), &strange, ada).await);
    store.close_login(by(8), &ours).await.unwrap();
    store.close_login(by(8), &ours).await.unwrap();
    assert_eq!(store.find_login(&ours).await.unwrap(), None);
    assert_eq!(store.verify_journal().await.unwrap(), 4, "person, login, who acts in it, its end");
}

async fn nobody_is_let_in_as_nobody(Bench { store, .. }: Bench) {
    let left = store.add_to_clinic(by(1), new_id(), &staff("Left", false)).await.unwrap();
    let nobodies = [
        Actor::Person(new_id()),
        Actor::Staff(new_id()),
        Actor::Staff(left.id),
        Actor::Command,
        Actor::Program,
    ];
    opened(&store, 1, Actor::Owner).await;
    for nobody in nobodies {
        let refused = store.open_login(by(2), &[9; 32], nobody, &Reader::default()).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{nobody}: {refused:?}");
        let refused = store.act_as(by(2), &[1; 32], nobody).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{nobody}: {refused:?}");
        let refused = store.set_passphrase(by(2), nobody, Some("$argon2id$")).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{nobody}: {refused:?}");
    }
    assert_eq!((actor(&store, 9).await, actor(&store, 1).await), (None, Some(Actor::Owner)));
}

async fn others_closed(Bench { store, .. }: Bench) {
    let ada = Actor::Person(somebody(&store).await.id);
    for (token, who) in [(0, ada), (1, ada), (2, Actor::Owner)] {
        opened(&store, token, who).await;
    }
    store.close_other_logins_of(by(2), ada, &[1; 32]).await.unwrap();
    assert_eq!(actor(&store, 0).await, None);
    assert_eq!((actor(&store, 1).await, actor(&store, 2).await), (Some(ada), Some(Actor::Owner)));
}

/// The browser in which somebody erased themselves goes on as nobody's; their others are shown out.
async fn who_erases_stays_let_in(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    for (token, who) in [(0, ada), (1, ada), (2, bea)] {
        opened(&store, token, Actor::Person(who)).await;
    }
    store.erase_person_and_stay(by(2), ada, &[0; 32]).await.unwrap();
    assert_eq!(actor(&store, 0).await, Some(Actor::Owner));
    assert_eq!((actor(&store, 1).await, actor(&store, 2).await), (None, Some(Actor::Person(bea))));
    let again = store.erase_person_and_stay(by(3), ada, &[0; 32]).await;
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
}

async fn a_browser_becomes_only_theirs_who_start_in_it(Bench { store, .. }: Bench) {
    opened(&store, 0, Actor::Owner).await;
    opened(&store, 1, Actor::Owner).await;
    let start = async |token: u8, name: &str| {
        let started = store.start_person(by(2), (&[token; 32], new_id()), &profile(name)).await;
        Some(Actor::Person(started.unwrap().id))
    };
    let ada = start(0, "Ada").await;
    assert_eq!((actor(&store, 0).await, actor(&store, 1).await), (ada, Some(Actor::Owner)));
    let bea = start(1, "Bea").await;
    assert_eq!((actor(&store, 0).await, actor(&store, 1).await), (ada, bea));
}

async fn staff_come_and_go(Bench { store, .. }: Bench) {
    let entry = store.add_to_clinic(by(1), new_id(), &staff("Kim", true)).await.unwrap();
    let kim = Actor::Staff(entry.id);
    opened(&store, 0, kim).await;
    store.set_passphrase(by(2), kim, Some("$argon2id$kim")).await.unwrap();
    let role = async || store.find_login(&[0; 32]).await.unwrap().map(|login| login.role);
    assert_eq!(role().await, Some(Role::Staff(StaffRole::Practitioner)));
    let mut promoted = entry.record.clone();
    promoted.role = StaffRole::Manager;
    let mut batch = Batch::of_clinic(by(3));
    let entry = batch.change(&entry, promoted);
    store.commit(batch).await.unwrap();
    assert_eq!(role().await, Some(Role::Staff(StaffRole::Manager)));
    let left = store::Staff { works: false, ..entry.record.clone() };
    store.change(by(4), &entry, left).await.unwrap();
    assert_eq!((role().await, store.passphrase(kim).await.unwrap()), (None, None));
}
