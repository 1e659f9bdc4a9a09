//! Lives for samples: from somebody who has said nothing to somebody with years on record.
//!
//! Each is kept in a real record by the builders of `teststore` and read again as the application reads it.

use care::words::{Area, Flag, Sign};
use chart::album::Album;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::records::{Done, KeptDay, Outcome, Part, Profile, Region, Score, Session, Wishes};
use store::{Id, PersonId, PhotoId, SessionId, Store};
use teststore::plain::{
    answered, check_in, clearance, done, keep, owner, photo, profile, programme, screening,
};
use teststore::{Engine, Room};

use super::at;

/// The moment of every life: 5 December 2026, 10:00 in Paris.
const NOW: &str = "2026-12-05T09:00:00Z";

/// Somebody's record at a moment.
pub(crate) struct Life {
    /// What is special about it.
    pub name: &'static str,
    /// Now.
    pub now: Timestamp,
    /// Everything on record.
    pub album: Album,
}

/// All of them.
pub(crate) async fn lives() -> Vec<Life> {
    vec![
        Writer::new(profile()).await.life("nothing said").await,
        Writer::new(answered()).await.life("nothing against it").await,
        Writer::new(says("keloid", "yes")).await.life("refused").await,
        Writer::new(says("keloid", "unknown")).await.life("not known").await,
        Writer::new(answered()).await.plans("2026-12-08").await.life("planned").await,
        healing(&[(Sign::Redness, 2), (Sign::Flaking, 1)], &[]).await.life("healing").await,
        healing(&[(Sign::Redness, 3)], &[Flag::Pus]).await.life("a warning sign").await,
        healing(&[], &[Flag::SwollenFace]).await.life("an emergency").await,
        years().await.life("years").await,
    ]
}

fn says(question: &str, answer: &str) -> Profile {
    let mut person = answered();
    person.answers.insert(question.into(), json!(answer));
    person
}

/// A session two days ago, and how the skin was yesterday.
async fn healing(signs: &[(Sign, u8)], flags: &[Flag]) -> Writer {
    let writer = Writer::new(answered()).await.plans("2026-12-03").await;
    let session = writer.needled(-44).await;
    writer.seen(session, -20, signs, flags).await;
    writer
}

/// Something of every kind, over a year and a half.
async fn years() -> Writer {
    let wishes = Wishes { dark: Some(true), ..Wishes::default() };
    let writer = Writer::new(Profile { name: Some("Ana".into()), wishes, ..answered() }).await;
    let writer = writer.plans("2025-06-01").await;
    for week in 1..=24 {
        let session = writer.needled(-24 * 7 * week - 2).await;
        writer.seen(session, -24 * 7 * week + 20, &[(Sign::Redness, 1)], &[]).await;
    }
    let first = writer.pictured("front", -24 * 500).await;
    let later = writer.pictured("front", -24 * 3).await;
    writer.pictured("left", -24 * 3).await;
    writer.follows(first, later).await;
    writer
}

/// Writes somebody's record.
struct Writer {
    store: Store,
    person: PersonId,
    _room: Room,
}

impl Writer {
    async fn new(person: Profile) -> Self {
        let room = Room::new(Engine::Sqlite).await;
        let store = room.open().await;
        let begun = at(NOW) - SignedDuration::from_hours(24 * 550);
        let person = store.add_person(owner(begun), &person).await.unwrap().id;
        Self { store, person, _room: room }
    }
    async fn life(self, name: &'static str) -> Life {
        let album = Album::load(&self.store, self.person).await.unwrap();
        Life { name, now: at(NOW), album }
    }
    async fn plans(self, first: &str) -> Self {
        let first = first.parse().unwrap();
        let screened = keep(&self.store, self.person, at(NOW), &screening(first)).await;
        keep(&self.store, self.person, at(NOW), &programme(first, screened)).await;
        self
    }
    async fn needled(&self, hours: i64) -> SessionId {
        let at = ago(hours);
        let areas = vec![Area::Cheeks, Area::Forehead];
        let done = Done { areas, length_mm: 0.3, ..done(at) };
        keep(&self.store, self.person, at, &Session::Done(done)).await
    }
    async fn seen(&self, session: SessionId, hours: i64, signs: &[(Sign, u8)], flags: &[Flag]) {
        let mut seen = check_in(session, ago(hours));
        seen.signs.extend(signs.iter().copied());
        seen.flags = flags.to_vec();
        keep(&self.store, self.person, ago(hours), &seen).await;
    }
    async fn pictured(&self, view: &str, hours: i64) -> PhotoId {
        let (taken, nothing) = (ago(hours), vec![0; 4]);
        let (by, id, photo) = (owner(taken), Id::new(taken), photo(taken, view));
        let kept =
            self.store.add_photo(by, self.person, id, &photo, nothing.clone(), nothing).await;
        kept.unwrap().id
    }
    /// A place of skin, what was seen and scored of it, what a clinician said, a day of one's own.
    async fn follows(&self, first: PhotoId, later: PhotoId) {
        let (store, person, now) = (&self.store, self.person, at(NOW));
        let part = |x: f64| Part { x, y: 0.25, width: 0.25, height: 0.25 };
        let region = Region {
            photo: first,
            name: Some("left cheek".into()),
            place: part(0.1),
            reference: Some(part(0.6)),
            control: None,
        };
        let region = keep(store, person, now, &region).await;
        keep(store, person, now, &teststore::full::measured(region, later)).await;
        keep(store, person, now, &teststore::full::seen(first, later)).await;
        for (on, value) in [("2025-06-01", 8.0), ("2026-11-20", 3.0)] {
            let on = on.parse().unwrap();
            let score = Score { scale: "self".into(), on, value, note: None };
            keep(store, person, now, &Outcome::Scored(score)).await;
        }
        keep(store, person, now, &clearance(now, "pus")).await;
        let day = KeptDay {
            name: Some("wedding".into()),
            on: "2026-12-20".parse().unwrap(),
            days_before: None,
        };
        keep(store, person, now, &day).await;
    }
}

fn ago(hours: i64) -> Timestamp {
    at(NOW) + SignedDuration::from_hours(hours)
}
