//! A person who has answered everything and has a plan, and the forms they send on the day of a session.

use care::Protocol;
use care::words::DeviceKind;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::records::{Device, Profile, Programme, ProtocolName, Screening, Session};
use store::{Actor, By, Entry, Id};

use crate::home::{Answer, Home};
use crate::record::{by, profile};

/// Somebody with a roller of 0.3 mm, to whom nothing speaks against it.
pub fn answered() -> Profile {
    let protocol = Protocol::built_in().unwrap();
    let first = |question: &care::protocol::rows::Question| -> Value {
        question.answers.first().map_or_else(|| json!([]), |word| json!(word))
    };
    let answers =
        protocol.questions().iter().map(|question| (question.id.clone(), first(question)));
    let device = Device {
        kind: DeviceKind::Roller,
        needles: Some(192),
        length_mm: Some(0.3),
        since: Some("2026-12-01".parse().unwrap()),
    };
    Profile { answers: answers.collect(), device: Some(device), ..profile() }
}

/// A home with a person and a programme whose first session is on a day.
pub async fn with_a_plan(person: Profile, first: &str) -> (Home, Id) {
    in_home(Home::locked().await, person, first).await
}

/// The same in a home with settings of its own.
pub async fn in_home(mut home: Home, person: Profile, first: &str) -> (Home, Id) {
    let store = home.app.store();
    let owner = By { actor: Actor::Owner, at: home.now() - SignedDuration::from_hours(24) };
    let (setting, answers) = (person.setting, person.answers.clone());
    let person = store.add_person(owner, &person).await.unwrap().id;
    let protocol = ProtocolName { name: "needlewise".into(), version: "1".into(), variant: None };
    let screening = Screening {
        asked_again: false,
        on: "2026-12-01".parse().unwrap(),
        setting,
        answers,
        about: None,
        verdict: care::verdict::VerdictKind::Proceed,
        until: None,
        findings: Vec::new(),
        protocol: protocol.clone(),
    };
    let screening = store.add(owner, person, Id::new(owner.at), &screening).await.unwrap().id;
    let programme = Programme {
        first: first.parse().unwrap(),
        minute: 600,
        screening,
        protocol,
        ended: None,
        moves: Vec::new(),
        rhythm: None,
    };
    store.add(by(&home), person, Id::new(home.now()), &programme).await.unwrap();
    home.enters().await;
    (home, person)
}

/// The day's questions as the page puts them, sent as they stand but for what is told here.
pub async fn day(home: &Home, go: &str, own: &[(&str, &str)]) -> Answer {
    let fields = home.opens("/session/begin").await.is(200).fields();
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| !own.iter().any(|(own, _)| own == name));
    fields.extend(own);
    fields.push(("go", go));
    home.posts("/session/begin", &fields).await
}

/// A session begun today with unchanged answers.
pub async fn begins(home: &Home) -> String {
    let path = day(home, "same", &[]).await.redirect().unwrap();
    path.strip_suffix("/prepare").unwrap_or_else(|| panic!("not begun: {path}")).to_owned()
}

/// The sessions on record.
pub async fn sessions(home: &Home, person: Id) -> Vec<Entry<Session>> {
    home.app.store().list(person).await.unwrap()
}
