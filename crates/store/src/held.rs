//! An entry held against the journal, which says what must be there: each equals what its last row left, one that was
//! removed is gone, none is missing and none stands beside.
//!
//! The journal knows the ciphertext and the version. What a row says in clear beside its ciphertext (times, parent, where
//! the pixels are) is bound under the seal by [`Beside`]; records of before that are held against the times of the journal.
//! That the journal itself is as it was written is found by following its chain: `verify.rs`.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::db::Row;
use crate::error::Error;
use crate::id::AnyId;
use crate::journal::{What, time};
use crate::seal::{self, Bound, Format, Secret};
use crate::sql::Table;
use crate::value::Value;

/// Why an entry is not what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Its row says something that was never written.
    Edited,
    /// It was put back to an earlier version.
    Older,
    /// The journal says that it is there, and it isn't.
    Missing,
    /// When it was made or changed was changed.
    Redated,
    /// It hangs on another session, or its pixels are said to be elsewhere.
    Moved,
    /// It was put in past the journal, or stands where it was removed.
    Beside,
    /// It doesn't open.
    Unreadable,
}

impl Why {
    /// How it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Older => "older",
            Self::Missing => "missing",
            Self::Redated => "redated",
            Self::Moved => "moved",
            Self::Beside => "beside",
            Self::Unreadable => "unreadable",
        }
    }
}

/// An entry that is not what was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damaged {
    /// Its table.
    pub table: &'static str,
    /// Its id, as the database names it.
    pub id: String,
    /// Why.
    pub why: Why,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} in table {} ({})", self.id, self.table, self.why.word())
    }
}

impl From<Damaged> for Error {
    fn from(damaged: Damaged) -> Self {
        Self::corrupt(damaged.to_string())
    }
}

/// What a row says in clear beside its ciphertext.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    pub created: i64,
    pub changed: i64,
    pub parent: Option<AnyId>,
    /// Of the columns that only its table has; zeros if there are none.
    pub more: [u8; 32],
}

impl Beside {
    const LENGTH: usize = 64;

    /// What stands under a seal.
    fn read(bytes: &[u8; Self::LENGTH]) -> Option<Self> {
        let (created, rest) = bytes.split_first_chunk::<8>()?;
        let (changed, rest) = rest.split_first_chunk::<8>()?;
        let (parent, rest) = rest.split_first_chunk::<16>()?;
        let parent = Some(AnyId::of_bytes(*parent)).filter(|parent| *parent != AnyId::NIL);
        let (created, changed) = (i64::from_be_bytes(*created), i64::from_be_bytes(*changed));
        Some(Self { created, changed, parent, more: rest.try_into().ok()? })
    }

    /// As it stands under the seal, before what the entry says. No session has the id of all zeros.
    pub(crate) fn bytes(&self) -> [u8; Self::LENGTH] {
        let parent = self.parent.unwrap_or(AnyId::NIL).bytes();
        let mut bytes = [0; Self::LENGTH];
        let told = self.created.to_be_bytes().into_iter().chain(self.changed.to_be_bytes());
        for (to, from) in bytes.iter_mut().zip(told.chain(parent).chain(self.more)) {
            *to = from;
        }
        bytes
    }
}

/// One hash over columns, each with its length, so that no two lists read the same.
pub(crate) fn hash_of(columns: &[Value]) -> [u8; 32] {
    if columns.is_empty() {
        return [0; 32];
    }
    let mut hash = Sha256::new();
    for column in columns {
        column.feed(&mut |bytes| hash.update(bytes));
    }
    hash.finalize().into()
}

/// A row of a table, beside the last row of the journal about it: id, version, created, changed, sealed, the owner's wrapped
/// key, parent, what the journal says (what, version, whether the ciphertext is the same, when), and then the columns that
/// only its table has.
pub(crate) struct Seen<'r> {
    row: &'r Row,
    table: &'static Table,
}

/// Where the columns of a table begin that only it has.
pub(crate) const MORE: usize = 11;

/// Nothing is wrong with the database when a column of a row can't be read: it is the row that was changed.
impl From<Error> for Why {
    fn from(_: Error) -> Self {
        Self::Edited
    }
}

impl<'r> Seen<'r> {
    pub(crate) fn of(row: &'r Row, table: &'static Table) -> Self {
        Self { row, table }
    }

    /// Its owner's key, wrapped.
    pub(crate) fn wrapped(&self) -> Result<Vec<u8>, Error> {
        self.row.get(5)
    }

    pub(crate) fn sealed(&self) -> Result<Vec<u8>, Error> {
        self.row.get(4)
    }

    pub(crate) fn version(&self) -> Result<i64, Error> {
        self.row.get(1)
    }

    pub(crate) fn id(&self) -> String {
        self.row.get(0).unwrap_or_default()
    }

    pub(crate) fn damaged(&self, why: Why) -> Damaged {
        Damaged { table: self.table.name, id: self.id(), why }
    }

    /// Whether its seal binds all that stands beside it.
    pub(crate) fn is_bare(&self) -> bool {
        self.sealed().is_ok_and(|sealed| Format::of(&sealed) == Some(Format::Bare))
    }

    /// Whether it is what the journal's last row about it left.
    pub(crate) fn held(&self) -> Result<(), Why> {
        let what: Option<String> = self.row.get(7)?;
        let there = [What::Added, What::Changed].map(What::word);
        if !what.is_some_and(|what| there.contains(&what.as_str())) {
            return Err(Why::Beside);
        }
        let (then, same) = (self.row.get::<Option<i64>>(8)?, self.row.get::<i64>(9)? == 1);
        match (then, self.version()?) {
            (Some(then), now) if same && then == now => Ok(()),
            (Some(then), now) if now < then => Err(Why::Older),
            _ => Err(Why::Edited),
        }
    }

    /// The columns that only its table has.
    pub(crate) fn more(&self) -> Result<Vec<Value>, Error> {
        let kinds = self.table.more.iter().enumerate();
        kinds.map(|(place, kind)| Value::read(self.row, MORE + place, *kind)).collect()
    }

    /// Whether a clear column says this.
    pub(crate) fn says(&self, place: usize, cell: &Value) -> Result<bool, Error> {
        cell.is_at(self.row, MORE + place)
    }

    /// When it was made, and when it was last changed.
    pub(crate) fn times(&self) -> Result<(Timestamp, Timestamp), Error> {
        Ok((time(self.row.get(2)?)?, time(self.row.get(3)?)?))
    }

    fn beside(&self) -> Result<Beside, Why> {
        let parent: Option<String> = self.row.get(6)?;
        Ok(Beside {
            created: self.row.get(2)?,
            changed: self.row.get(3)?,
            parent: parent.map(|id| id.parse()).transpose().map_err(|_| Why::Moved)?,
            more: hash_of(&self.more()?),
        })
    }

    /// What it says, once it is what was written, and so is what stands beside its seal.
    pub(crate) fn open(
        &self,
        key: &Secret,
        bound: &Bound<'_>,
        times: &Times,
    ) -> Result<Opened, Why> {
        self.held()?;
        let opened = open(key, bound, &self.sealed()?).map_err(|_| Why::Unreadable)?;
        let beside = self.beside()?;
        match &opened.beside {
            Some(bound) => differ(bound, &beside.bytes())?,
            None => times.hold(&self.id(), &beside, self.row)?,
        }
        Ok(opened)
    }

    /// Whether a row of before parents were bound hangs where its record says.
    pub(crate) fn hangs_on(&self, parent: Option<AnyId>) -> Result<(), Why> {
        if self.beside()?.parent == parent { Ok(()) } else { Err(Why::Moved) }
    }
}

fn differ(bound: &[u8], found: &[u8]) -> Result<(), Why> {
    match (bound == found, bound.get(..16) == found.get(..16)) {
        (true, _) => Ok(()),
        (false, false) => Err(Why::Redated),
        (false, true) => Err(Why::Moved),
    }
}

/// What was under a seal.
pub(crate) struct Opened {
    /// What has to stand beside it, if the seal binds that.
    beside: Option<[u8; Beside::LENGTH]>,
    plain: Zeroizing<Vec<u8>>,
}

impl Opened {
    /// What stands beside the seal, if that binds it.
    pub(crate) fn beside(&self) -> Option<Beside> {
        self.beside.as_ref().and_then(Beside::read)
    }

    /// What the entry says.
    pub(crate) fn json(&self) -> &[u8] {
        let from = if self.beside.is_some() { Beside::LENGTH } else { 0 };
        self.plain.get(from..).unwrap_or_default()
    }
}

/// Opens a ciphertext of an entry, from its row or from the journal.
pub(crate) fn open(key: &Secret, bound: &Bound<'_>, sealed: &[u8]) -> Result<Opened, Error> {
    let (format, plain) = seal::open_any(key, bound, sealed)?;
    let beside = match format {
        Format::Bare => None,
        Format::Told => {
            let told = plain.first_chunk::<{ Beside::LENGTH }>();
            Some(*told.ok_or_else(|| Error::corrupt(format!("entry {}", bound.id)))?)
        }
    };
    Ok(Opened { beside, plain })
}

/// When entries were added, for those of before the seal bound it: their times are those of the journal. What an import
/// brought has times of its own; it came in the same moment as its person.
#[derive(Default)]
pub(crate) struct Times {
    added: BTreeMap<String, i64>,
    owner: Option<i64>,
}

impl Times {
    pub(crate) fn of(added: &[Row], owner: &[Row]) -> Result<Self, Error> {
        let pair = |row: &Row| Ok((row.get(0)?, row.get(1)?));
        let added = added.iter().map(pair).collect::<Result<_, Error>>()?;
        Ok(Self { added, owner: owner.last().map(|row| row.get(1)).transpose()? })
    }

    fn hold(&self, id: &str, beside: &Beside, row: &Row) -> Result<(), Why> {
        let added = self.added.get(id).copied().ok_or(Why::Beside)?;
        let brought = self.owner == Some(added);
        let was_changed = row.get::<Option<String>>(7)?.as_deref() == Some(What::Changed.word());
        let last: Option<i64> = row.get(10)?;
        let changed = if was_changed {
            Some(beside.changed) == last
        } else {
            brought || beside.changed == added
        };
        if changed && (brought || beside.created == added) { Ok(()) } else { Err(Why::Redated) }
    }
}
