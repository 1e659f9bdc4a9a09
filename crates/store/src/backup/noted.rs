//! When the last backup was verified and handed over: a small file in the data folder, so that pages and `doctor` can
//! say it.
//!
//! It also keeps where the journal ended, as its number of rows and its last hash: the anchor outside of the database.
//! The chain of a record that was put back to an older copy doesn't pass through it, however many rows follow.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Fault;
use crate::disk::sync_folder;
use crate::error::Error;
use crate::open::Store;
use crate::write::Head as End;

const FILE: &str = "last-backup.json";
/// How its drafts begin; one that a killed program left is swept.
const DRAFT: &str = "last-backup.json#";

/// A backup that was put back in a temporary folder, found whole, and handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// When it was begun.
    pub made: Timestamp,
    /// How many rows the journal had.
    pub journal: u64,
    /// The hash of its last row. Notes of the first version have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<Hash>,
}

/// A hash, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash([u8; 32]);

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.as_bytes().chunks(2).map(std::str::from_utf8);
        let bytes = digits.map(|two| u8::from_str_radix(two.unwrap_or_default(), 16));
        let bytes: Result<Vec<u8>, _> = bytes.collect();
        let bytes = bytes.ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or("expected 64 hexadecimal digits")
    }
}

impl Verified {
    /// A backup begun at this time, with the end of the journal in it.
    pub(super) fn of(made: Timestamp, end: &End) -> Self {
        let journal = u64::try_from(end.n).unwrap_or_default();
        Self { made, journal, hash: Some(Hash(end.hash)) }
    }

    /// Whether a chain that goes through this place goes through the end of the journal as it was then; `None` if
    /// this place lies before or after it.
    pub(crate) fn is_passed_at(&self, place: &End) -> Option<bool> {
        if u64::try_from(place.n) != Ok(self.journal) {
            return None;
        }
        Some(self.hash.is_none_or(|hash| hash.0 == place.hash))
    }
}

/// The last backup of this record that was verified and handed over, if there was one.
///
/// # Errors
/// [`Error::Unavailable`] if the folder can't be read, [`Error::Corrupt`] if the note can't.
pub async fn last_verified(store: &Store) -> Result<Option<Verified>, Error> {
    let file = store.0.folder.join(FILE);
    crate::write::blocking(move || match fs::read(file) {
        Ok(json) => {
            let read = serde_json::from_slice(&json);
            read.map(Some).map_err(|_| Error::corrupt("the note of the last backup"))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    })
    .await
}

/// Whether a file is a note that somebody began to write.
pub(crate) fn is_draft_of_note(name: &str) -> bool {
    name.starts_with(DRAFT)
}

/// Notes a backup that was verified and handed over just now.
pub(super) fn note(folder: &Path, verified: &Verified) -> Result<(), Fault> {
    let json = serde_json::to_vec(verified).map_err(|_| Fault::damaged("the note"))?;
    // Complete or not at all; the draft is for its owner only from the beginning.
    let mut draft = tempfile::Builder::new().prefix(DRAFT).tempfile_in(folder)?;
    draft.write_all(&json)?;
    draft.as_file().sync_all()?;
    draft.persist(folder.join(FILE)).map_err(|error| error.error)?;
    Ok(sync_folder(folder)?)
}

#[cfg(test)]
mod tests {
    use super::Hash;

    #[test]
    fn a_hash_is_written_and_read_back_and_nothing_else_is_one() {
        let hash = Hash(std::array::from_fn(|n| n as u8 * 7));
        assert_eq!(Hash::try_from(String::from(hash)), Ok(hash));
        for other in ["", "00", "ä", &"0g".repeat(32), &"00".repeat(33)] {
            assert!(Hash::try_from(other.to_owned()).is_err(), "{other}");
        }
    }
}
