//! A person who has answered everything and has a plan, and the forms they send on the day of a session.

use jiff::SignedDuration;
use store::records::{Profile, Screening, Session};
use store::{Entry, PersonId};
use teststore::plain::{keep, owner, programme, screening};

use crate::{Answer, Home};

/// A home with a person and a programme whose first session is on a day.
pub async fn with_a_plan(person: Profile, first: &str) -> (Home, PersonId) {
    in_home(Home::locked().await, person, first).await
}

/// The same in a home with settings of its own.
pub async fn in_home(mut home: Home, person: Profile, first: &str) -> (Home, PersonId) {
    let (store, yesterday) = (home.app.store(), home.now() - SignedDuration::from_hours(24));
    let (setting, answers) = (person.setting, person.answers.clone());
    let person = store.add_person(owner(yesterday), &person).await.unwrap().id;
    let screening = Screening { setting, answers, ..screening("2026-12-01".parse().unwrap()) };
    let screening = keep(store, person, yesterday, &screening).await;
    let programme = programme(first.parse().unwrap(), screening);
    keep(store, person, home.now(), &programme).await;
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
pub async fn sessions(home: &Home, person: PersonId) -> Vec<Entry<Session>> {
    home.app.store().list(person).await.unwrap()
}
