//! The journal: one row per change, each holding the hash of the one before it.
//!
//! A row says who changed what and when, with the ciphertexts of before and after. Hashes are over ciphertexts, so
//! erasing a person's key makes their past unreadable and the chain still adds up. Rows are only ever appended, in
//! the transaction of the change (`write.rs`); `verify.rs` reads the chain.

use std::str::FromStr;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::db::Row;
use crate::error::Error;
use crate::id::{AnyId, NoId};
use crate::kinds::PersonId;
use crate::open::Store;
use crate::{Actor, sql};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Made.
    Added,
    /// Given a new version.
    Changed,
    /// Taken away; its ciphertext stays in the journal.
    Removed,
    /// A person and their key are gone for good.
    Erased,
    /// Read by somebody else, see [`Store::note_reading`].
    Read,
}

impl What {
    const ALL: [Self; 5] = [Self::Added, Self::Changed, Self::Removed, Self::Erased, Self::Read];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Erased => "erased",
            Self::Read => "read",
        }
    }
}

/// A row of the journal, without the ciphertexts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// Its number, counted from 1 over everybody.
    pub n: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What was done.
    pub what: What,
    /// In which table.
    pub table: String,
    /// To which entry.
    pub id: AnyId,
}

impl Store {
    /// What was done to a person's record, newest first; also after they were erased. Who only read it is in
    /// [`Store::readings`].
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn journal(&self, person: PersonId) -> Result<Vec<JournalRow>, Error> {
        let rows = self.db().fetch(sql::JOURNAL_LIST, vec![person.into()]).await?;
        rows.iter().map(journal_row).collect()
    }
}

pub(crate) fn journal_row(row: &Row) -> Result<JournalRow, Error> {
    let n = row.get(0)?;
    let damaged = || Error::corrupt(format!("row {n} of the journal"));
    let what: String = row.get(3)?;
    Ok(JournalRow {
        n,
        at: time(row.get(1)?)?,
        actor: row.get::<String>(2)?.parse().map_err(|_| damaged())?,
        what: What::ALL.into_iter().find(|known| known.word() == what).ok_or_else(damaged)?,
        table: row.get(4)?,
        id: id(&row.get::<String>(5)?)?,
    })
}

/// A row as it is hashed and kept.
pub(crate) struct Link {
    pub n: i64,
    pub at: i64,
    pub who: String,
    pub what: String,
    pub table: String,
    pub entry: String,
    pub person: Option<String>,
    pub version: i64,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
}

impl Link {
    /// SHA-256 over the hash before and every field, each with its length, so that no two rows read the same.
    pub(crate) fn hash(&self, prev: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"needlewise journal 1");
        let mut field = |bytes: Option<&[u8]>| match bytes {
            None => hash.update([0]),
            Some(bytes) => {
                hash.update([1]);
                hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
                hash.update(bytes);
            }
        };
        field(Some(prev));
        for number in [self.n, self.at, self.version] {
            field(Some(&number.to_be_bytes()));
        }
        for text in [&self.who, &self.what, &self.table, &self.entry] {
            field(Some(text.as_bytes()));
        }
        field(self.person.as_deref().map(str::as_bytes));
        field(self.before.as_deref());
        field(self.after.as_deref());
        hash.finalize().into()
    }

    /// A row of [`sql::JOURNAL_PAGE`], with its two hashes.
    pub(crate) fn read(row: &Row) -> Result<(Self, Vec<u8>, Vec<u8>), Error> {
        let link = Self {
            n: row.get(0)?,
            at: row.get(1)?,
            who: row.get(2)?,
            what: row.get(3)?,
            table: row.get(4)?,
            entry: row.get(5)?,
            person: row.get(6)?,
            version: row.get(7)?,
            before: row.get(8)?,
            after: row.get(9)?,
        };
        Ok((link, row.get(10)?, row.get(11)?))
    }
}

/// A time of the database.
pub(crate) fn time(micros: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(micros).map_err(|_| Error::corrupt("a time in the database"))
}

/// An id of the database, of the kind that its column holds.
pub(crate) fn id<T: FromStr<Err = NoId>>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::corrupt("an id in the database"))
}
