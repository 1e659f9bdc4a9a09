//! A backup: the whole record of everybody as one file under lock, and back again.
//!
//! The file is `age` (<https://age-encryption.org>) around a `tar`, so it can be opened without us: `age -d FILE | tar x`.
//! In it what was sealed stays sealed. It knows no engine: a backup of SQLite is put back into PostgreSQL and the
//! other way. Parts, in this order:
//!
//! ```text
//! backup.json            format, when, schema, which key it needs
//! master.key             only if asked for
//! photos/ab/NAME.full    objects as stored
//! record/TABLE-NNNNNN.jsonl   500 rows each, bytes in base64, as they were at one moment
//! manifest.json          length and SHA-256 of every part, rows per table, what was damaged or missing before
//! ```
//!
//! [`save()`] writes a file and counts it only when it was put back into a temporary folder and everything was found
//! there. `write.rs` makes one, `restore.rs` puts one back in the folder that `ground.rs` holds, `lock.rs` is all that
//! knows age.

mod check;
mod ground;
mod lock;
mod manifest;
pub(crate) mod mark;
mod noted;
mod pack;
mod restore;
pub(crate) mod room;
mod row;
mod save;
mod target;
mod unpack;
mod write;

pub use lock::{Lock, Unlock};
pub use mark::under_way;
pub(crate) use noted::is_draft_of_note;
pub use noted::{Hash, Verified, last_verified};
pub use restore::{mend, restore, verify};
pub use room::Room;
pub use save::{Made, Plan, make, save};
pub use target::Target;
pub use write::{Contents, write};

use std::io;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::error::{Error, is_full};
use crate::verify::Broken;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// When it was begun.
    pub made: Timestamp,
    /// Which key it needs.
    pub key_id: String,
    /// Whether that key is in it.
    pub with_key: bool,
    /// How many people.
    pub people: u64,
    /// How many entries of theirs, photographs included.
    pub entries: u64,
    /// How many photographs.
    pub photos: u64,
    /// How many rows of the journal.
    pub journal: u64,
    /// Pictures that were missing or damaged in the record already, `photo size` each.
    pub flawed: Vec<String>,
    /// Entries that were not what was kept, or missing, in the record already: `table id` each.
    pub damaged: Vec<String>,
    /// Where the journal of the record didn't add up already.
    pub broken: Option<String>,
}

impl Report {
    /// Whether it holds all that was ever kept: only such a one counts as the last verified backup.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty() && self.broken.is_none()
    }
}

/// Why a backup can't be made, read or put back.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The record can't do it.
    #[error(transparent)]
    Store(#[from] Error),
    /// A file can't be read or written.
    #[error("the file can't be read or written ({0}); choose another place and try again")]
    File(io::Error),
    /// Something is there already.
    #[error("{file} is there already and nothing is overwritten; choose another name")]
    Exists {
        /// What.
        file: PathBuf,
    },
    /// The passphrase or key is too weak or can't be read.
    #[error(transparent)]
    BadLock(#[from] BadLock),
    /// The passphrase or key doesn't open it.
    #[error(
        "the backup doesn't open with this passphrase or key; type it again, and if it stays so the file may be damaged: try another backup"
    )]
    Locked,
    /// Not a backup.
    #[error("this is not a backup of Needlewise; choose the file that needlewise backup wrote")]
    NotOurs,
    /// Made by a program that knows more.
    #[error("this backup was made by Needlewise {}, which is newer than this one", needs.as_deref().unwrap_or("of a later version"))]
    Newer {
        /// The version that made it, if it says so.
        needs: Option<String>,
    },
    /// The file was changed, damaged or cut off.
    #[error(
        "the backup is damaged or was changed ({what}); nothing was restored, use another backup"
    )]
    Damaged {
        /// Which part.
        what: String,
    },
    /// The key isn't in it and wasn't given.
    #[error(
        "the record in this backup is sealed with key {key_id}, which is not in the backup; give it first: needlewise keys restore, from the paper key"
    )]
    NeedsKey {
        /// Its id.
        key_id: String,
    },
    /// A record is there.
    #[error(
        "{place} is not empty, and a backup is never put over a record; choose another data folder with --data DIR or an empty database"
    )]
    NotEmpty {
        /// Where.
        place: String,
    },
    /// The journal of the record that was to be mended doesn't add up, so nothing says what it was.
    #[error(
        "the journal of the record doesn't add up ({0}), so nothing can be mended; restore a backup"
    )]
    Journal(Broken),
    /// What was put back isn't what was backed up.
    #[error("what was put back is not what was backed up ({what}); don't rely on this file")]
    Differs {
        /// What.
        what: String,
    },
}

/// Why nothing can be locked or opened with this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLock {
    /// A recipient that is none.
    #[error(
        "a recipient can't be read: expected age1 and 58 letters and digits, as age-keygen prints it"
    )]
    Recipient,
    /// Nobody to lock it for.
    #[error("no recipient is named; name one with --recipient age1…")]
    NoRecipient,
    /// Keys that don't lock together.
    #[error("the file can't be locked with these keys")]
    Keys,
    /// A secret key that is none.
    #[error(
        "the file of secret keys can't be read: expected lines of AGE-SECRET-KEY-1…, as age-keygen writes them"
    )]
    Identity,
    /// A file of secret keys with none in it.
    #[error("there is no secret key in the file named by --identity")]
    NoIdentity,
}

impl Fault {
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if is_full(&error) { Error::Full.into() } else { Self::File(error) }
    }
}

/// Off the threads that answer requests.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Error::unavailable("the program is being stopped"))?
}
