//! `needlewise.json`: what an export says, and whether its parts fit together.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::entry::{Entry, Id};
use crate::records::{
    CheckIn, Consent, Outcome, Photo, Profile, Programme, Region, Screening, Session,
};

/// Its name in the zip.
pub(super) const NAME: &str = "needlewise.json";
const FORMAT: &str = "needlewise person";
/// One more when a program before this one could not read it.
const VERSION: u32 = 1;

/// What every version begins with.
#[derive(Deserialize)]
struct Label {
    format: String,
    version: u32,
}

/// Everything of one person.
#[derive(Serialize, Deserialize)]
pub(super) struct File {
    format: String,
    version: u32,
    pub profile: Item<Profile>,
    pub screenings: Vec<Item<Screening>>,
    pub programmes: Vec<Item<Programme>>,
    pub sessions: Vec<Item<Session>>,
    pub check_ins: Vec<Item<CheckIn>>,
    pub consents: Vec<Item<Consent>>,
    pub photos: Vec<Shot>,
    #[serde(default)]
    pub regions: Vec<Item<Region>>,
    #[serde(default)]
    pub outcomes: Vec<Item<Outcome>>,
}

/// An entry; whose it is goes without saying.
#[derive(Serialize, Deserialize)]
pub(super) struct Item<R> {
    pub id: Id,
    pub created: Timestamp,
    pub changed: Timestamp,
    pub version: i64,
    pub record: R,
}

/// A photograph and where its pixels are.
#[derive(Serialize, Deserialize)]
pub(super) struct Shot {
    pub entry: Item<Photo>,
    pub picture: Pixels,
    pub small: Pixels,
}

/// A file of the zip.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Pixels {
    pub file: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
}

impl<R> Item<R> {
    pub(super) fn of(entry: Entry<R>) -> Self {
        let Entry { id, created, changed, version, record, .. } = entry;
        Self { id, created, changed, version, record }
    }

    /// The entry of a person, its times in whole microseconds as the database keeps them.
    pub(super) fn entry(self, person: Id) -> Result<Entry<R>, Refusal> {
        let Self { id, created, changed, version, record } = self;
        let whole = |at: Timestamp| Timestamp::from_microsecond(at.as_microsecond());
        match (whole(created), whole(changed)) {
            (Ok(created), Ok(changed)) if version >= 1 => {
                Ok(Entry { id, person, created, changed, version, record })
            }
            _ => Err(Refusal::damaged(format!("the entry {id}"))),
        }
    }
}

impl File {
    pub(super) fn of(profile: Entry<Profile>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            profile: Item::of(profile),
            screenings: Vec::new(),
            programmes: Vec::new(),
            sessions: Vec::new(),
            check_ins: Vec::new(),
            consents: Vec::new(),
            photos: Vec::new(),
            regions: Vec::new(),
            outcomes: Vec::new(),
        }
    }

    pub(super) fn write(&self) -> Result<Vec<u8>, Refusal> {
        let mut json = serde_json::to_vec_pretty(self).map_err(|_| Refusal::damaged("an entry"))?;
        json.push(b'\n');
        Ok(json)
    }

    /// Reads it, if it is ours and its parts fit together.
    pub(super) fn read(json: &[u8]) -> Result<Self, Refusal> {
        let label: Label = serde_json::from_slice(json)
            .map_err(|_| Refusal::NotOurs { why: "its needlewise.json can't be read" })?;
        if label.format != FORMAT {
            return Err(Refusal::NotOurs { why: "it is something else" });
        }
        if label.version > VERSION {
            return Err(Refusal::Newer { version: label.version });
        }
        // The message of the parser could quote what it read; where it stopped is safe to say.
        let file: Self = serde_json::from_slice(json).map_err(|error| {
            Refusal::damaged(format!("line {} of needlewise.json", error.line()))
        })?;
        file.hangs_together()?;
        Ok(file)
    }

    /// Check-ins and photographs follow sessions of the same file, and no id is there twice.
    fn hangs_together(&self) -> Result<(), Refusal> {
        let sessions: BTreeSet<Id> = self.sessions.iter().map(|item| item.id).collect();
        let checks = self.check_ins.iter().map(|item| (item.id, Some(item.record.session)));
        let photos = self.photos.iter().map(|shot| (shot.entry.id, shot.entry.record.session));
        for (id, session) in checks.chain(photos) {
            if session.is_some_and(|session| !sessions.contains(&session)) {
                return Err(Refusal::damaged(format!("the session of the entry {id}")));
            }
        }
        let mut seen = BTreeSet::new();
        match self.ids().find(|entry| !seen.insert(*entry)) {
            Some((_, id)) => {
                Err(Refusal::damaged(format!("the entry {id}, which is there twice,")))
            }
            None => Ok(()),
        }
    }

    /// Table by table: ids are unique in their table.
    fn ids(&self) -> impl Iterator<Item = (u8, Id)> {
        let screenings = self.screenings.iter().map(|item| (0, item.id));
        let programmes = self.programmes.iter().map(|item| (1, item.id));
        let sessions = self.sessions.iter().map(|item| (2, item.id));
        let check_ins = self.check_ins.iter().map(|item| (3, item.id));
        let consents = self.consents.iter().map(|item| (4, item.id));
        let photos = self.photos.iter().map(|shot| (5, shot.entry.id));
        let regions = self.regions.iter().map(|item| (6, item.id));
        let outcomes = self.outcomes.iter().map(|item| (7, item.id));
        let told = screenings.chain(programmes).chain(sessions).chain(check_ins).chain(consents);
        told.chain(photos).chain(regions).chain(outcomes)
    }
}
