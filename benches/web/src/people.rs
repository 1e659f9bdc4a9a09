//! Ten thousand people in the record, each with a programme, four sessions and their check-ins, and a browser let in.

use std::path::Path;

use care::words::Sign;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::records::{CheckIn, Device, Done, Profile, Programme, Screening, Session};
use store::{
    Actor, By, Database, Id, MasterKey, PersonId, Place, ProgrammeId, Reader, ScreeningId,
    SessionId, Store,
};
use teststore::plain::{self, answered, roller};

const WRITERS: usize = 16;

/// The record in a folder.
pub async fn open(folder: &Path) -> Store {
    let key = MasterKey::load_or_make(folder).expect("a key");
    let place = Place { folder: folder.to_owned(), database: Database::Sqlite, key };
    Store::open(&place).await.expect("a record")
}

/// Somebody at a browser.
#[derive(Clone)]
pub struct Somebody {
    /// What their cookie holds.
    pub token: String,
    /// Whose pages they ask for.
    pub person: PersonId,
}

impl Somebody {
    /// The address of a page of theirs.
    pub fn at(&self, origin: &str, page: &str) -> String {
        format!("{origin}/people/{}{page}", self.person)
    }
}

/// Fills a new record; gives it back with everybody in it.
pub async fn seed(folder: &Path, people: usize) -> (Store, Vec<Somebody>) {
    let store = open(folder).await;
    let all = fill(&store, people).await;
    (store, all)
}

/// Puts people into a record, and gives them back.
pub async fn fill(store: &Store, people: usize) -> Vec<Somebody> {
    let mut writers = Vec::new();
    for part in 0..WRITERS {
        let (store, mine) = (store.clone(), (people + part) / WRITERS);
        writers.push(tokio::spawn(async move {
            let mut all = Vec::new();
            for _ in 0..mine {
                all.push(somebody(&store).await.expect("written"));
            }
            all
        }));
    }
    let mut all = Vec::new();
    for writer in writers {
        all.extend(writer.await.expect("a writer"));
    }
    all
}

async fn somebody(store: &Store) -> Result<Somebody, store::Error> {
    let now = now();
    let by = By { actor: Actor::Program, at: now };
    let person = store.add_person(by, &profile()).await?.id;
    let screening = store.add(by, person, Id::new(now), &screening()).await?.id;
    let programme = programme(now, screening);
    let programme = store.add(by, person, Id::new(now), &programme).await?.id;
    for week in 0..4 {
        let at = now - SignedDuration::from_hours(24 * 7 * (3 - week) + 30);
        let session = Session::Done(done(at, programme));
        let session = store.add(by, person, Id::new(at), &session).await?.id;
        for hours in [2, 14, 26] {
            let checkin = checkin(session, at + SignedDuration::from_hours(hours));
            store.add(by, person, Id::new(checkin.at), &checkin).await?;
        }
    }
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).expect("random numbers");
    let (hash, actor) = (Sha256::digest(secret).into(), Actor::Person(person));
    store.open_login(by, &hash, actor, &Reader::default()).await?;
    let token = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Somebody { token, person })
}

/// Now.
#[expect(clippy::disallowed_methods, reason = "a measurement happens now")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

fn profile() -> Profile {
    let (born, device) = (Some(date(1988, 4, 2)), Some(device()));
    Profile { name: Some("Somebody".into()), born, skin_type: Some(3), device, ..answered() }
}

fn device() -> Device {
    Device { since: None, ..roller() }
}

fn screening() -> Screening {
    Screening { about: Some((&profile()).into()), ..plain::screening(date(2026, 10, 1)) }
}

fn programme(now: Timestamp, screening: ScreeningId) -> Programme {
    let first = now - SignedDuration::from_hours(24 * 22);
    plain::programme(first.to_zoned(jiff::tz::TimeZone::UTC).date(), screening)
}

fn done(at: Timestamp, programme: ProgrammeId) -> Done {
    Done {
        skin_type: Some(3),
        length_mm: 0.3,
        passes: Some(8),
        device: Some(device()),
        programme: Some(programme),
        ..plain::done(at)
    }
}

fn checkin(session: SessionId, at: Timestamp) -> CheckIn {
    let signs = [(Sign::Redness, 3), (Sign::Tenderness, 2)].into();
    CheckIn { signs, ..plain::check_in(session, at) }
}
