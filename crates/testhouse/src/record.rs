//! A record put together by hand, for tests of pages that only show it.

use care::words::{Area, Flag, Sign};
use jiff::{SignedDuration, Timestamp};
use store::records::{CheckIn, Done, Session};
use store::{By, CheckInId, PersonId, SessionId};
use teststore::plain::{check_in, done, keep, owner, profile};

use crate::Home;

/// A home with a person, let in.
pub async fn lived_in() -> (Home, PersonId) {
    let mut home = Home::locked().await;
    let person = home.app.store().add_person(by(&home), &profile()).await.unwrap().id;
    home.enters().await;
    (home, person)
}

/// The owner, now.
pub fn by(home: &Home) -> By {
    owner(home.now())
}

/// Hours from now; negative are past.
pub fn hours(home: &Home, hours: i64) -> Timestamp {
    home.now() + SignedDuration::from_hours(hours)
}

/// A session that was done at a moment.
pub async fn session(home: &Home, person: PersonId, at: Timestamp) -> SessionId {
    let done = Done { areas: vec![Area::Cheeks, Area::Forehead], ..done(at) };
    keep(home.app.store(), person, at, &Session::Done(done)).await
}

/// A check-in after a session; what is not named is not there.
pub async fn checkin(
    home: &Home,
    person: PersonId,
    session: SessionId,
    at: Timestamp,
    signs: &[(Sign, u8)],
    flags: &[Flag],
    note: Option<&str>,
) -> CheckInId {
    let (flags, note) = (flags.to_vec(), note.map(|note| note.parse().unwrap()));
    let mut checkin = CheckIn { flags, note, ..check_in(session, at) };
    checkin.signs.extend(signs.iter().copied());
    keep(home.app.store(), person, at, &checkin).await
}
