//! A record put together by hand, for tests of pages that only show it.

use std::collections::BTreeMap;

use care::words::{Area, Flag, Goal, Setting, Sign, Word as _};
use jiff::{SignedDuration, Timestamp};
use store::records::{CheckIn, Done, Profile, Session};
use store::{Actor, By, Id, Store};

use crate::home::Home;

/// Somebody at home who has answered the first questions.
pub fn profile() -> Profile {
    Profile {
        name: None,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        born: Some("1990-04-02".parse().unwrap()),
        skin_type: Some(2),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: None,
        free_days: Vec::new(),
        answers: BTreeMap::new(),
        steps_done: Vec::new(),
        wishes: store::Wishes::default(),
    }
}

/// A home with a person, let in.
pub async fn lived_in() -> (Home, Id) {
    let mut home = Home::locked().await;
    let person = home.app.store().add_person(by(&home), &profile()).await.unwrap().id;
    home.enters().await;
    (home, person)
}

/// The owner, now.
pub fn by(home: &Home) -> By {
    By { actor: Actor::Owner, at: home.now() }
}

/// Hours from now; negative are past.
pub fn hours(home: &Home, hours: i64) -> Timestamp {
    home.now() + SignedDuration::from_hours(hours)
}

/// A session that was done at a moment.
pub async fn session(home: &Home, person: Id, at: Timestamp) -> Id {
    let done = Done {
        at,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        areas: vec![Area::Cheeks, Area::Forehead],
        skin_type: Some(2),
        length_mm: 0.5,
        passes: Some(4),
        directions: Some(4),
        anaesthetic: Some(false),
        device: None,
        zones: Vec::new(),
        programme: None,
        screening: None,
        before: store::records::Scores::new(),
        note: None,
    };
    let store: &Store = home.app.store();
    let by = By { actor: Actor::Owner, at };
    store.add(by, person, Id::new(at), &Session::Done(done)).await.unwrap().id
}

/// A check-in after a session.
pub async fn checkin(
    home: &Home,
    person: Id,
    session: Id,
    at: Timestamp,
    signs: &[(Sign, u8)],
    flags: &[Flag],
    note: Option<&str>,
) -> Id {
    let checkin = CheckIn {
        session,
        at,
        signs: Sign::ALL.iter().map(|sign| (*sign, 0)).chain(signs.iter().copied()).collect(),
        flags: flags.to_vec(),
        note: note.map(|note| note.parse().unwrap()),
        corrected: None,
    };
    let by = By { actor: Actor::Owner, at };
    home.app.store().add(by, person, Id::new(at), &checkin).await.unwrap().id
}
