//! `needlewise.json`: what an export says, and whether its parts fit together.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::entry::Entry;
use crate::held::Damaged;
use crate::id::{AnyId, Id};
use crate::kinds::{SessionId, kinds};
use crate::records::*;
use crate::table::Kept;

/// Its name in the zip.
pub(super) const NAME: &str = "needlewise.json";
const FORMAT: &str = "needlewise person";
/// One more when a program before this one could not read it, or would leave out what it doesn't know.
const VERSION: u32 = 2;

/// What every version begins with.
#[derive(Deserialize)]
struct Label {
    format: String,
    version: u32,
}

macro_rules! file {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Everything of one person.
        #[derive(Serialize, Deserialize)]
        pub(super) struct File {
            format: String,
            version: u32,
            pub profile: Item<Profile>,
            $($(#[serde($default)])? pub $list: Vec<Item<$kind>>,)*
            pub photos: Vec<Shot>,
            /// What could not be read when this was written.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub missing: Vec<Missing>,
        }

        impl File {
            pub(super) fn of(profile: Entry<Profile>) -> Self {
                let (format, profile) = (FORMAT.to_owned(), Item::of(profile));
                Self { format, version: VERSION, profile, $($list: Vec::new(),)* photos: Vec::new(), missing: Vec::new() }
            }

            /// Every entry but the profile.
            fn told(&self) -> Vec<Told> {
                let photos = self.photos.iter().map(|shot| shot.entry.told());
                let mut all: Vec<Told> = photos.collect();
                $(all.extend(self.$list.iter().map(Item::told));)*
                all
            }
        }
    };
}
kinds!(file);

/// What an entry says of how it hangs together with others.
struct Told {
    table: &'static str,
    id: AnyId,
    /// The session it follows.
    session: Option<SessionId>,
}

/// Something that could not be read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Missing {
    kind: String,
    id: String,
    why: String,
}

impl Missing {
    pub(super) fn of(gap: &Damaged) -> Self {
        let (kind, why) = (gap.table.to_owned(), gap.why.word().to_owned());
        Self { kind, id: gap.id.clone(), why }
    }
}

/// Kinds of which none is missed by anything else once it isn't there.
const APART: [&str; 2] = ["photo", "consent"];

/// An entry; whose it is goes without saying.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Item<R> {
    pub id: Id<R>,
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

impl<R: Kept> Item<R> {
    fn told(&self) -> Told {
        Told { table: R::TABLE.name, id: self.id.any(), session: self.record.parent() }
    }

    pub(super) fn of(entry: Entry<R>) -> Self {
        let Entry { id, created, changed, version, record, .. } = entry;
        Self { id, created, changed, version, record }
    }

    /// The entry of a person, its times in whole microseconds as the database keeps them.
    pub(super) fn entry(self, person: Id<R::Owner>) -> Result<Entry<R>, Refusal> {
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
        file.misses_nothing()?;
        file.hangs_together()?;
        Ok(file)
    }

    /// A record that was brought in has a journal that knows of no gap: nothing that decides may be missing by then.
    fn misses_nothing(&self) -> Result<(), Refusal> {
        let all = self.missing.iter().filter(|gap| !APART.contains(&gap.kind.as_str()));
        match all.count() {
            0 => Ok(()),
            missing => Err(Refusal::Gaps { missing }),
        }
    }

    /// What follows a session follows one of the same file, and no id is twice in a table.
    fn hangs_together(&self) -> Result<(), Refusal> {
        let sessions: BTreeSet<SessionId> = self.sessions.iter().map(|item| item.id).collect();
        let mut seen = BTreeSet::new();
        for Told { table, id, session } in self.told() {
            if session.is_some_and(|session| !sessions.contains(&session)) {
                return Err(Refusal::damaged(format!("the session of the entry {id}")));
            }
            if !seen.insert((table, id)) {
                return Err(Refusal::damaged(format!("the entry {id}, which is there twice,")));
            }
        }
        Ok(())
    }
}
