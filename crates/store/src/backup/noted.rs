//! When the last backup was verified: a small file in the data folder, so that pages and `doctor` can say it.
//!
//! It also keeps how many rows the journal had: a record with fewer was put back to an older copy since.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Fault, Report};
use crate::error::Error;
use crate::open::Store;

const FILE: &str = "last-backup.json";

/// A backup that was put back in a temporary folder and found whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// When it was begun.
    pub made: Timestamp,
    /// How many rows the journal had.
    pub journal: u64,
}

/// The last backup of this record that was verified, if there was one.
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

/// Notes a backup that was verified just now.
pub(super) fn note(folder: &Path, report: &Report) -> Result<(), Fault> {
    let verified = Verified { made: report.made, journal: report.journal };
    let json = serde_json::to_vec(&verified).map_err(|_| Fault::damaged("the note"))?;
    // Complete or not at all; the draft is for its owner only from the beginning.
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(&json)?;
    draft.as_file().sync_all()?;
    draft.persist(folder.join(FILE)).map_err(|error| error.error)?;
    Ok(fs::File::open(folder)?.sync_all()?)
}
