//! Lives for samples: from somebody who has said nothing to somebody with years on record.
//!
//! Each is kept in a real record by the builders of `teststore` and read again as the application reads it.

use std::sync::LazyLock;

use care::Protocol;
use care::words::{Area, DeviceKind, Flag, Setting, Sign};
use chart::Chart;
use chart::album::Album;
use chart::log::History;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::records::{
    Clearance, Device, Done, KeptDay, Outcome, Part, Profile, Programme, Region, Said, Score,
    Scores, Session, Wishes, ZoneRolled,
};
use store::{Id, JournalRow, Note, PersonId, PhotoId, ProgrammeId, SessionId, Store};
use teststore::plain::{
    answered, check_in, clearance, done, keep, owner, photo, profile, programme, screening,
};
use teststore::{Engine, Room};
use tokio::sync::OnceCell;

use super::at;
use super::pictured::{early, followed, photographed, unanswered};

/// The moment of every life: 5 December 2026, 10:00 in Paris.
pub(super) const NOW: &str = "2026-12-05T09:00:00Z";

/// Somebody's record at a moment.
pub(crate) struct Life {
    /// What is special about it.
    pub name: &'static str,
    /// Now.
    pub now: Timestamp,
    /// Everything on record.
    pub album: Album,
    /// The same as the log tells it.
    pub history: History,
    /// Who changed what.
    pub journal: Vec<JournalRow>,
}

impl Life {
    /// What is decided on.
    pub(crate) fn chart(&self) -> &Chart {
        &self.album.chart
    }
}

/// All of them, from nothing to years.
pub(crate) const LIVES: &[&str] = &[
    "nothing said",
    "nothing against it",
    "refused",
    "not known",
    "waits for a clinician",
    "waits for a day",
    "forbidden by a clinician",
    "planned",
    "planned for today",
    "under way",
    "rolled",
    "left behind",
    "barred",
    "healing",
    "healed",
    "a warning sign",
    "an emergency",
    "ended, with much set aside",
    "years",
    "photographed",
    "too early",
    "followed",
    "needled unanswered",
];

/// The life of a name; made once, however many tests look at it.
pub(crate) async fn life(name: &str) -> &'static Life {
    static MADE: LazyLock<Vec<(&str, OnceCell<Life>)>> =
        LazyLock::new(|| LIVES.iter().map(|name| (*name, OnceCell::new())).collect());
    let known = MADE.iter().find(|(known, _)| *known == name);
    let (name, cell) = known.unwrap_or_else(|| panic!("there is no life {name}"));
    cell.get_or_init(|| made(name)).await
}

async fn made(name: &'static str) -> Life {
    let cold_sores = || says("cold_sores", json!("past"));
    let writer = match name {
        "nothing said" => Writer::new(profile()).await,
        "nothing against it" => Writer::new(answered()).await,
        "refused" => Writer::new(says("keloid", json!("yes"))).await.plans("2026-12-08").await,
        "not known" => Writer::new(says("keloid", json!("unknown"))).await,
        "waits for a clinician" => Writer::new(cold_sores()).await,
        "waits for a day" => {
            let stopped = json!({"stopped": "2026-10-20", "form": "oral"});
            Writer::new(says("retinoid", stopped)).await.plans("2026-12-08").await
        }
        "forbidden by a clinician" => forbidden().await,
        "planned" => Writer::new(answered()).await.plans("2026-12-08").await,
        "planned for today" => {
            Writer::new(answered()).await.plans("2026-12-05").await.keeps().await
        }
        "under way" => under_way(in_clinic(), ago(-1), &[]).await,
        "rolled" => under_way(answered(), ago(-1), &[("cheek-left", 4), ("cheek-right", 0)]).await,
        "left behind" => under_way(answered(), ago(-30), &[("cheek-left", 4)]).await,
        "barred" => under_way(says("infection", json!("yes")), ago(-1), &[]).await,
        "healing" => healing(&[(Sign::Redness, 2), (Sign::Flaking, 1)], &[]).await,
        "healed" => healed().await,
        "a warning sign" => healing(&[(Sign::Redness, 3)], &[Flag::Pus]).await,
        "an emergency" => healing(&[], &[Flag::SwollenFace]).await,
        "ended, with much set aside" => set_aside().await,
        "photographed" => photographed().await,
        "too early" => early().await,
        "followed" => followed().await,
        "needled unanswered" => unanswered().await,
        _ => years().await,
    };
    writer.life(name).await
}

fn says(question: &str, answer: Value) -> Profile {
    let mut person = answered();
    person.answers.insert(question.into(), answer);
    person
}

/// Somebody who is needled in a clinic, with needles that ask for the cream.
fn in_clinic() -> Profile {
    let pen = Device { kind: DeviceKind::Pen, length_mm: Some(1.0), ..teststore::plain::roller() };
    Profile { setting: Setting::Clinic, sensitive: Some(true), device: Some(pen), ..answered() }
}

/// A session that was begun at a moment and is not recorded yet, the cream on for half an hour.
async fn under_way(person: Profile, at: Timestamp, rolled: &[(&str, u16)]) -> Writer {
    let writer = Writer::new(person).await.plans("2026-12-04").await;
    let zone = |(zone, passes): &(&str, u16)| ZoneRolled { zone: (*zone).into(), passes: *passes };
    let begun = Session::Begun {
        at,
        screening: Id::new(at),
        programme: None,
        cream_at: Some(at + SignedDuration::from_mins(30)),
        zones: rolled.iter().map(zone).collect(),
        before: Scores::new(),
    };
    keep(&writer.store, writer.person, at, &begun).await;
    writer
}

/// A clinician said to wait about an answer that asks for one, and no about what nobody answered.
async fn forbidden() -> Writer {
    let writer = Writer::new(says("cold_sores", json!("past"))).await.plans("2026-12-08").await;
    let wait = Said::WaitUntil("2027-02-01".parse().unwrap());
    let told = |about: &str, said: Said| Clearance {
        said,
        by: Some("Ash".into()),
        until: Some("2027-06-01".parse().unwrap()),
        ..clearance(ago(-48), about)
    };
    for said in [told("cold_sores", wait), told("keloid", Said::No)] {
        keep(&writer.store, writer.person, ago(-48), &said).await;
    }
    writer
}

/// Three weeks after a session, the skin calm.
async fn healed() -> Writer {
    let writer = Writer::new(answered()).await.plans("2026-11-14").await;
    let session = writer.needled(-24 * 21).await;
    writer.seen(session, -24 * 3, &[], &[]).await;
    writer
}

/// A programme that ended, sessions left out and missed, and a session and a check-in of days still to come.
async fn set_aside() -> Writer {
    let writer = Writer::new(answered()).await;
    let (store, person, first) = (&writer.store, writer.person, "2026-10-01".parse().unwrap());
    let screened = keep(store, person, ago(-24 * 65), &screening(first)).await;
    let ended = Some("2026-11-20".parse().unwrap());
    let over = Programme { ended, ..programme(first, screened) };
    let over = Some(keep(store, person, ago(-24 * 65), &over).await);
    let (missed, skipped) = ("2026-10-08".parse().unwrap(), "2026-10-15".parse().unwrap());
    let reason = "cold".parse::<Note>().ok();
    let missed = Session::Missed { on: missed, reason: reason.clone(), programme: over };
    keep(store, person, ago(-24 * 58), &missed).await;
    let skipped = Session::Skipped { on: skipped, reason, programme: over };
    keep(store, person, ago(-24 * 51), &skipped).await;
    let session = writer.needled(-24 * 60).await;
    writer.seen(session, -24 * 59, &[], &[]).await;
    let ahead = writer.needled(24 * 3).await;
    writer.seen(ahead, 24 * 4, &[(Sign::Swelling, 2)], &[]).await;
    writer
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
    writer.keeps().await
}

/// Writes somebody's record.
pub(super) struct Writer {
    pub(super) store: Store,
    pub(super) person: PersonId,
    /// The programme under way.
    programme: Option<ProgrammeId>,
    _room: Room,
}

impl Writer {
    pub(super) async fn new(person: Profile) -> Self {
        let room = Room::new(Engine::Sqlite).await;
        let store = room.open().await;
        let begun = at(NOW) - SignedDuration::from_hours(24 * 550);
        let person = store.add_person(owner(begun), &person).await.unwrap().id;
        Self { store, person, programme: None, _room: room }
    }
    async fn life(self, name: &'static str) -> Life {
        let album = Album::load(&self.store, self.person).await.unwrap();
        let (now, protocol) = (at(NOW).to_zoned(album.chart.zone()), Protocol::built_in().unwrap());
        let history = History::load(&self.store, self.person, &protocol, &now).await.unwrap();
        let journal = self.store.journal(self.person).await.unwrap();
        Life { name, now: at(NOW), album, history, journal }
    }
    async fn plans(mut self, first: &str) -> Self {
        let first = first.parse().unwrap();
        let screened = keep(&self.store, self.person, at(NOW), &screening(first)).await;
        let begun = programme(first, screened);
        self.programme = Some(keep(&self.store, self.person, at(NOW), &begun).await);
        self
    }
    /// A day of one's own is kept free.
    async fn keeps(self) -> Self {
        let on = "2026-12-20".parse().unwrap();
        let day = KeptDay { name: Some("wedding".into()), on, days_before: None };
        keep(&self.store, self.person, at(NOW), &day).await;
        self
    }
    pub(super) async fn needled(&self, hours: i64) -> SessionId {
        let at = ago(hours);
        let areas = vec![Area::Cheeks, Area::Forehead];
        let done = Done { areas, length_mm: 0.3, programme: self.programme, ..done(at) };
        keep(&self.store, self.person, at, &Session::Done(done)).await
    }
    pub(super) async fn seen(
        &self,
        session: SessionId,
        hours: i64,
        signs: &[(Sign, u8)],
        flags: &[Flag],
    ) {
        let mut seen = check_in(session, ago(hours));
        seen.signs.extend(signs.iter().copied());
        seen.flags = flags.to_vec();
        keep(&self.store, self.person, ago(hours), &seen).await;
    }
    pub(super) async fn pictured(&self, view: &str, hours: i64) -> PhotoId {
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
    }
}

pub(super) fn ago(hours: i64) -> Timestamp {
    at(NOW) + SignedDuration::from_hours(hours)
}
