//! Ten thousand people in the record, each with a programme, four sessions and their check-ins, and a browser let in.

use std::collections::BTreeMap;
use std::path::Path;

use care::verdict::VerdictKind;
use care::words::{Area, DeviceKind, Goal, Setting, Sign};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::records::{
    CheckIn, Device, Done, Profile, Programme, ProtocolName, Screening, Session, Wishes,
};
use store::{Actor, By, Database, Id, MasterKey, Place, Reader, Store};

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
    pub person: Id,
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
    (store, all)
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

#[expect(clippy::disallowed_methods, reason = "a measurement happens now")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn device() -> Device {
    Device { kind: DeviceKind::Roller, needles: Some(192), length_mm: Some(0.3), since: None }
}

fn profile() -> Profile {
    let no = "pregnancy active_acne autoimmune infection keloid bleeding_disorder anticoagulant diabetes weak_immunity \
        moles vessels thin_skin blood_infection slow_healing anti_inflammatory light_sensitive koebner dark_marks cream_risk \
        skin_cancer broken_skin recent_scar metal_allergy anaesthetic_allergy tattoo";
    let never = "retinoid cold_sores sunburn filler radiotherapy surgery last_needling";
    let answer = |word: &'static str| move |id: &str| (id.to_owned(), serde_json::json!(word));
    let mut answers: BTreeMap<_, _> = no.split_whitespace().map(answer("no")).collect();
    answers.extend(never.split_whitespace().map(answer("never")));
    answers.insert("skin_condition".into(), serde_json::json!("none"));
    answers.insert("using".into(), serde_json::json!(["sunscreen"]));
    Profile {
        name: Some("Somebody".into()),
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        born: Some(date(1988, 4, 2)),
        skin_type: Some(3),
        sensitive: Some(false),
        goals: vec![Goal::AcneScars],
        areas: vec![Area::Cheeks],
        device: Some(device()),
        free_days: Vec::new(),
        answers,
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    }
}

fn protocol() -> ProtocolName {
    ProtocolName { name: "Needlewise".into(), version: "1.0.0".into(), variant: None }
}

fn screening() -> Screening {
    Screening {
        asked_again: false,
        on: date(2026, 10, 1),
        setting: Setting::Home,
        answers: profile().answers,
        about: Some((&profile()).into()),
        verdict: VerdictKind::Proceed,
        until: None,
        findings: Vec::new(),
        protocol: protocol(),
    }
}

fn programme(now: Timestamp, screening: Id) -> Programme {
    let first = now - SignedDuration::from_hours(24 * 22);
    let first = first.to_zoned(jiff::tz::TimeZone::UTC).date();
    let (minute, protocol) = (600, protocol());
    Programme { first, minute, screening, protocol, ended: None, moves: Vec::new(), rhythm: None }
}

fn done(at: Timestamp, programme: Id) -> Done {
    Done {
        at,
        zone: "Europe/Paris".into(),
        setting: Setting::Home,
        areas: vec![Area::Cheeks],
        skin_type: Some(3),
        length_mm: 0.3,
        passes: Some(8),
        directions: Some(4),
        anaesthetic: Some(false),
        device: Some(device()),
        zones: Vec::new(),
        programme: Some(programme),
        screening: None,
        before: store::records::Scores::new(),
        note: None,
    }
}

fn checkin(session: Id, at: Timestamp) -> CheckIn {
    let signs = BTreeMap::from([(Sign::Redness, 3), (Sign::Tenderness, 2)]);
    CheckIn { session, at, signs, flags: Vec::new(), note: None, corrected: None }
}
