//! What is there afterwards: is it whole, is everything acknowledged in it, is anything left lying about?

use std::path::Path;

use store::doctor::{self, Ill};
use store::{CheckIn, CheckInId, Error, PersonId, Photo, PhotoId, Session, SessionId, Size, Store};

use super::base::{Base, Bases};
use super::scenario::Scenario;
use crate::people;

/// What is wrong.
#[derive(Debug)]
pub enum Wrong {
    /// Something that was acknowledged, or was there before, is not there.
    Lost(String),
    /// Something is half there, or doctor says it isn't well.
    Corrupt(String),
    /// A file that nobody needs.
    Left(String),
}

/// What was acknowledged by the program, and so has to be there.
#[derive(Debug, Default)]
pub struct Acknowledged {
    /// Check-ins.
    pub checkins: Vec<CheckInId>,
    /// Photographs.
    pub photos: Vec<PhotoId>,
    /// Sessions.
    pub sessions: Vec<SessionId>,
    /// A photograph that was removed.
    pub removed: Option<PhotoId>,
    /// The command was done.
    pub done: bool,
    /// A record was begun.
    pub begun: bool,
}

/// Opens the record as the next start would, and looks at everything.
pub async fn at(
    scenario: Scenario,
    bases: &Bases,
    base: &Base,
    told: &Acknowledged,
) -> Result<(), Wrong> {
    // Opening a server's empty database would begin a record in it.
    let nothing = match base.database {
        None => !base.folder.join("needlewise.db").exists(),
        Some(_) => !base.folder.join("record").exists() && !store::backup::under_way(&base.folder),
    };
    let restoring = scenario == Scenario::Restore && !told.done;
    if nothing && !told.begun && (scenario == Scenario::FirstStart || restoring) {
        return Ok(());
    }
    let opened = match base.place() {
        Ok(place) => Store::open(&place).await,
        Err(error) => Err(error),
    };
    let store = match opened {
        Ok(store) => store,
        // It can be begun again.
        Err(Error::HalfRestored) if restoring => return Ok(()),
        Err(error) => return Err(Wrong::Corrupt(format!("it doesn't open: {error}"))),
    };
    let looked = inside(scenario, bases, &store, told).await;
    store.close().await;
    looked?;
    lying_about(&base.folder)
}

async fn inside(
    scenario: Scenario,
    bases: &Bases,
    store: &Store,
    told: &Acknowledged,
) -> Result<(), Wrong> {
    let found = doctor::examine(store, people::now()).await;
    let found = found.map_err(|error| Wrong::Corrupt(format!("doctor: {error}")))?;
    let usual = |ill: &Ill| {
        matches!(ill, Ill::NoBackup | Ill::OldBackup(_) | Ill::LittleRoom(_) | Ill::Open { .. })
    };
    if let Some(ill) = found.ills.iter().find(|ill| !usual(ill)) {
        return Err(Wrong::Corrupt(format!("doctor: {ill:?}")));
    }
    let there = store.people().await.map_err(|error| unread(&error))?;
    let ada = bases.somebody.person;
    let expected = match (scenario, told.done) {
        (Scenario::FirstStart, _) => return Ok(()),
        // Nobody was erased or brought in by halves: the doctor has looked at those who are there.
        (Scenario::Import, false) => there.len() == 1 || there.contains(&ada),
        (Scenario::Import, true) => there.len() == 2 && there.contains(&ada),
        (Scenario::Erase, false) => there.is_empty() || there == [ada],
        (Scenario::Erase, true) => there.is_empty(),
        (Scenario::Restore, false) => there.is_empty() || there == [ada],
        (Scenario::Migration, _) => there.len() == 1,
        _ => there == [ada],
    };
    if !expected {
        return Err(Wrong::Lost(format!("there are {} people", there.len())));
    }
    if there.contains(&ada) { whole(store, ada, told).await } else { Ok(()) }
}

/// Everything of the person who lived here: what was there at the beginning, and what was acknowledged since.
async fn whole(store: &Store, ada: PersonId, told: &Acknowledged) -> Result<(), Wrong> {
    let lost = |what: &str| Err(Wrong::Lost(what.to_owned()));
    let sessions = store.list::<Session>(ada).await.map_err(|error| unread(&error))?;
    let checkins = store.list::<CheckIn>(ada).await.map_err(|error| unread(&error))?;
    let photos = store.list::<Photo>(ada).await.map_err(|error| unread(&error))?;
    if sessions.len() < 4 || checkins.len() < 12 || photos.is_empty() {
        return lost("what was there before");
    }
    if told.checkins.iter().any(|id| checkins.iter().filter(|one| one.id == *id).count() != 1) {
        return lost("a check-in");
    }
    if told.sessions.iter().any(|id| sessions.iter().filter(|one| one.id == *id).count() != 1) {
        return lost("a session");
    }
    if told.photos.iter().any(|id| photos.iter().filter(|one| one.id == *id).count() != 1) {
        return lost("a photograph");
    }
    if told.removed.is_some_and(|id| photos.iter().any(|one| one.id == id)) {
        return Err(Wrong::Corrupt("a photograph that was removed is there".into()));
    }
    for photo in &photos {
        for size in [Size::Full, Size::Thumbnail] {
            store.picture(photo, size).await.map_err(|error| unread(&error))?;
        }
    }
    Ok(())
}

fn unread(error: &Error) -> Wrong {
    Wrong::Corrupt(error.to_string())
}

/// Nothing lies in the folder but what a record is made of.
fn lying_about(folder: &Path) -> Result<(), Wrong> {
    const KNOWN: [&str; 8] = [
        "lock",
        "master.key",
        "needlewise.db",
        "needlewise.db-wal",
        "needlewise.db-shm",
        "last-backup.json",
        "record",
        "reserve",
    ];
    for file in files(folder) {
        let known = KNOWN.contains(&file.as_str());
        let picture = file.strip_prefix("photos/").is_some_and(|rest| {
            rest.len() > 32 + 3
                && !rest.contains('#')
                && (rest.ends_with(".full") || rest.ends_with(".thumb"))
        });
        // The file of before an update stays, whole.
        let before = file.starts_with("needlewise.db.schema-") && !file.ends_with(".part");
        if !known && !picture && !before {
            return Err(Wrong::Left(file));
        }
    }
    Ok(())
}

/// The names of all files below a folder.
pub fn files(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for file in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            if file.path().is_dir() {
                waiting.push(file.path());
            } else if let Ok(name) = file.path().strip_prefix(folder) {
                all.push(name.display().to_string());
            }
        }
    }
    all
}
