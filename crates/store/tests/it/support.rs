//! A record to test with: on SQLite, and on a PostgreSQL database of its own that is dropped at the end.

use std::collections::BTreeMap;
use std::future::Future;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use store::{
    Actor, Answers, Better, By, Camera, CheckIn, Clearance, Consent, Database, Entry, Id, KeptDay,
    MasterKey, Move, Outcome, Part, Photo, Place, Profile, Programme, ProtocolName, Region,
    Registration, Said, Score, Screening, Seen, Session, Staff, StaffRole, Store, Wishes,
};

/// Where the throw-away cluster is.
pub const POSTGRES: &str = "NEEDLEWISE_TEST_POSTGRES";

/// A record of one test.
pub struct Bench {
    pub place: Place,
    pub store: Store,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Runs a test on SQLite.
pub async fn on_sqlite<F: Future>(test: impl FnOnce(Bench) -> F) {
    run(Database::Sqlite, test).await;
}

/// Runs a test on PostgreSQL, if there is one.
pub async fn on_postgres<F: Future>(test: impl FnOnce(Bench) -> F) {
    with_postgres(async |url| run(Database::Postgres(url), test).await).await;
}

/// Runs a test with the address of an empty database of PostgreSQL, if there is one.
pub async fn with_postgres(test: impl AsyncFnOnce(String)) {
    let Ok(base) = std::env::var(POSTGRES) else {
        static SAY: std::sync::Once = std::sync::Once::new();
        // Past the harness, which keeps what passing tests print.
        SAY.call_once(|| {
            let text =
                format!("not run: PostgreSQL ({POSTGRES} is not set; use tests/postgres run …)\n");
            std::io::stderr().write_all(text.as_bytes()).unwrap();
        });
        return;
    };
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut admin = PgConnection::connect(&base).await.unwrap();
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    test(format!("{}/{name}", base.rsplit_once('/').unwrap().0)).await;
    admin.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
}

async fn run<F: Future>(database: Database, test: impl FnOnce(Bench) -> F) {
    let folder = folder();
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder: folder.clone(), database, key };
    let store = Store::open(&place).await.unwrap();
    test(Bench { place, store: store.clone() }).await;
    store.close().await;
    std::fs::remove_dir_all(folder).unwrap();
}

/// A new folder under target/.
pub fn folder() -> PathBuf {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("store-{}-{number}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// Somebody with a connection past the record.
pub enum Intruder {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

impl Intruder {
    pub async fn at(place: &Place) -> Self {
        match &place.database {
            Database::Sqlite => {
                let file = format!("sqlite:{}/needlewise.db", place.folder.display());
                Self::Sqlite(SqliteConnection::connect(&file).await.unwrap())
            }
            Database::Postgres(url) => Self::Pg(PgConnection::connect(url).await.unwrap()),
        }
    }

    /// How many rows were changed, or why not.
    pub async fn run(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        Ok(match self {
            Self::Sqlite(c) => c.execute(sql).await?.rows_affected(),
            Self::Pg(c) => c.execute(sql).await?.rows_affected(),
        })
    }

    pub async fn count(&mut self, table: &str) -> i64 {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
            Self::Pg(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
        }
    }

    /// The bytes of one column of one row.
    pub async fn bytes(&mut self, sql: &str) -> Vec<u8> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
            Self::Pg(c) => sqlx::query_scalar(sql).fetch_one(c).await.unwrap(),
        }
    }

    /// Takes away what keeps the journal from being changed.
    pub async fn unlock_journal(&mut self) {
        let triggers: &[&str] = match self {
            Self::Sqlite(_) => &["journal_no_update", "journal_no_delete"],
            Self::Pg(_) => &["journal_no_change", "journal_no_truncate"],
        };
        for trigger in triggers {
            let on = if matches!(self, Self::Pg(_)) { " ON journal" } else { "" };
            self.run(&format!("DROP TRIGGER {trigger}{on}")).await.unwrap();
        }
    }
}

/// A test for both databases.
#[macro_export]
macro_rules! both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite { $(#[tokio::test] async fn $name() { $crate::support::on_sqlite(super::$name).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { $crate::support::on_postgres(super::$name).await; })+ }
    };
}

/// A moment, some microseconds later each time it is asked for a greater number.
pub fn at(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(1_795_000_000_000_000 + micros).unwrap()
}

pub fn by(micros: i64) -> By {
    By { actor: Actor::Owner, at: at(micros) }
}

pub fn new_id() -> Id {
    Id::new(at(0))
}

pub fn profile(name: &str) -> Profile {
    let mut answers = Answers::new();
    answers.insert("retinoids".into(), serde_json::json!({"stopped": "2026-09-01"}));
    Profile {
        name: Some(name.into()),
        zone: "Europe/Paris".into(),
        setting: care::words::Setting::Home,
        born: Some("1990-02-03".parse().unwrap()),
        skin_type: Some(3),
        sensitive: None,
        goals: vec![care::words::Goal::Texture],
        areas: vec![care::words::Area::Cheeks],
        device: None,
        free_days: vec![],
        answers,
        steps_done: vec!["about".into()],
        wishes: Wishes::default(),
    }
}

fn protocol() -> ProtocolName {
    ProtocolName { name: "home".into(), version: "1".into(), variant: None }
}

pub fn screening() -> Screening {
    Screening {
        asked_again: false,
        on: "2026-11-23".parse().unwrap(),
        setting: care::words::Setting::Home,
        answers: Answers::new(),
        about: Some((&profile("Ada")).into()),
        verdict: care::verdict::VerdictKind::Proceed,
        until: None,
        findings: vec![],
        protocol: protocol(),
    }
}

pub fn programme() -> Programme {
    Programme {
        first: "2026-12-05".parse().unwrap(),
        minute: 1140,
        screening: new_id(),
        protocol: protocol(),
        ended: None,
        moves: vec![Move { from: date("2026-12-12"), to: date("2026-12-14"), at: at(6) }],
        rhythm: Some(care::words::RhythmChoice::Daily),
    }
}

pub fn missed(reason: &str) -> Session {
    let programme = Some(new_id());
    Session::Missed { on: date("2026-12-05"), reason: Some(reason.into()), programme }
}

pub fn skipped(reason: &str) -> Session {
    let programme = Some(new_id());
    Session::Skipped { on: date("2026-12-12"), reason: Some(reason.into()), programme }
}

/// A clinician's word; of what they said every kind is taken in turn.
pub fn clearance(about: &str, by: &str) -> Clearance {
    let said = [Said::Yes, Said::No, Said::WaitUntil(date("2027-01-31"))][about.len() % 3];
    let (on, until) = (date("2026-11-20"), Some(date("2027-06-30")));
    Clearance { on, about: about.into(), said, by: Some(by.into()), until, at: at(11) }
}

pub fn kept_day(name: &str) -> KeptDay {
    KeptDay { on: date("2027-05-01"), days_before: Some(7), name: Some(name.into()) }
}

/// Somebody who works, or worked, in the clinic.
pub fn staff(name: &str, works: bool) -> Staff {
    let registration = Registration { body: "GB".into(), number: "GB-7301234".into() };
    let (name, role) = (format!("{name} of the clinic"), StaffRole::Practitioner);
    Staff { name, role, registration: Some(registration), works }
}

fn date(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

pub fn check_in(session: Id, note: &str) -> CheckIn {
    let signs = BTreeMap::from([(care::words::Sign::Redness, 4)]);
    let (note, corrected) = (Some(note.into()), Some("Looked again".into()));
    CheckIn { session, at: at(7), signs, flags: vec![], note, corrected }
}

pub fn photo(session: Option<Id>) -> Photo {
    Photo {
        taken: at(3),
        view: "front".into(),
        session,
        width: 640,
        height: 480,
        media: "image/jpeg".into(),
        camera: Some(Camera {
            model: Some("Phone 7".into()),
            focal_mm: Some(4.2),
            flash: Some(false),
        }),
        colours_unsure: false,
        note: None,
    }
}

pub fn consent() -> Consent {
    Consent { to: "photos".into(), words: "I agree.".into(), at: at(1), withdrawn: None }
}

pub fn region(photo: Id) -> Region {
    let place = Part { x: 1.1 / 100.0, y: 0.5, width: 0.125, height: 0.0625 };
    Region { photo, name: Some("Left cheek".into()), place, reference: Some(place), control: None }
}

pub fn seen(earlier: Id, later: Id) -> Outcome {
    Outcome::Seen(Seen { at: at(9), earlier, later, better: Better::Later })
}

/// A measurement with figures that take every digit of a number, some of which a careless reader gets wrong by a hair.
pub fn measured(region: Id, photo: Id) -> Outcome {
    let json = serde_json::json!({
        "kind": "measured", "region": region, "version": 3, "before": [photo], "after": [photo],
        "result": "decrease-beyond-noise", "why_not": [{"id": "blur", "figure": 2.5}],
        "control": null, "repeats": true, "tone": "tan", "inliers": 70, "method": 1,
    });
    let Ok(Outcome::Measured(mut measured)) = serde_json::from_value(json) else {
        panic!("not a measurement")
    };
    measured.delta_ei = Some(-1.1 / 100.0);
    measured.sdc = Some(2.2 / 100.0);
    measured.red_area = Some((1.3 / 100.0, 1.4 / 100.0));
    measured.movement = Some([1.0, 2.6 / 100.0, -3.5, 0.0, 1.0, 0.1 + 0.2, 1e-7, 0.0]);
    Outcome::Measured(measured)
}

pub fn scored() -> Outcome {
    let on = "2026-11-20".parse().unwrap();
    Outcome::Scored(Score { scale: "self".into(), on, value: 6.0, note: Some("tired".into()) })
}

/// Somebody.
pub async fn somebody(store: &Store) -> Entry<Profile> {
    store.add_person(by(0), &profile("Ada")).await.unwrap()
}
