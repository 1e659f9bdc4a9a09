//! What can go wrong with the record: what, why, and what to do next. No answer, name or note is ever in a message.

use std::io;

/// Why the record can't do what was asked. Unless it says otherwise, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else changed the entry since it was read.
    #[error(
        "the entry was changed meanwhile, perhaps in another window; read it again and repeat the change"
    )]
    Stale,
    /// There is no such entry, or person, or session to hang it on; or it is somebody else's.
    #[error("there is no such entry; it may have been removed")]
    NotFound,
    /// The id belongs to an entry of another person.
    #[error("this id is taken by another entry; make a new one")]
    Taken,
    /// Check-ins or photographs belong to the session.
    #[error("check-ins or photographs belong to this entry; remove those first")]
    Held,
    /// The disk is full.
    #[error(
        "the disk is full, so nothing was saved; make room and try again, no restart is needed"
    )]
    Full,
    /// The database or the folder can't be reached right now. A change may or may not have been saved: repeating it
    /// with the same id is safe.
    #[error(
        "the record can't be reached right now ({why}); try again in a moment, and if it stays so look at the data folder and the database"
    )]
    Unavailable {
        /// What the layer below said.
        why: String,
    },
    /// The master key is missing, unreadable, or not the one of this record.
    #[error("{0}")]
    Key(#[from] KeyFault),
    /// The disk can be read but not written.
    #[error(
        "the disk of the record can only be read now: it is full, read-only or damaged; what is there can still be read, exported and backed up elsewhere, but nothing can be saved; make room or look after the disk, and start again"
    )]
    ReadOnly,
    /// The database was taken away from under the program.
    #[error(
        "the file of the database was removed or replaced while it was open, perhaps by a program that keeps folders in step, so nothing is saved; end Needlewise, put the file back, and start it again"
    )]
    Moved,
    /// Folder and database are of different records.
    #[error(
        "this data folder doesn't belong to the record in the database, whose pictures are elsewhere; name its folder with --data DIR, and if that folder is lost begin a new one with needlewise keys restore"
    )]
    Elsewhere,
    /// A backup is being put back in the folder, or was until that was cut off.
    #[error(
        "a backup was begun to be put back in this folder and isn't complete, so there is no record yet; if needlewise restore still runs, wait for it, and if it was cut off run it again: it begins anew"
    )]
    HalfRestored,
    /// A newer program wrote it.
    #[error("the record was written by Needlewise {}, which is newer than this one", needs.as_deref().unwrap_or("of a later version"))]
    Newer {
        /// The version that wrote it last, if the record says so.
        needs: Option<String>,
    },
    /// Something was changed from outside, or damaged.
    #[error(
        "{what} is damaged or was changed from outside; restore a backup, and keep this copy to look into it"
    )]
    Corrupt {
        /// What is damaged.
        what: String,
    },
}

/// What is wrong with a master key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// The text is no key.
    #[error(
        "this is not a master key: expected 14 groups of 4 characters as `needlewise keys show` prints them"
    )]
    NoKey,
    /// The text has a typing error.
    #[error(
        "the master key has a typing error: its last group, which checks the others, doesn't fit; compare it with the paper"
    )]
    Typo,
    /// The file can't be used.
    #[error("the key file {file} can't be used ({why}); restore it from the paper key")]
    File {
        /// Which file.
        file: String,
        /// What the system said.
        why: String,
    },
    /// It is the key of another record.
    #[error(
        "this record was sealed with key {theirs}, but the key given is {ours}; give the right key"
    )]
    Other {
        /// The id of the key in the database.
        theirs: String,
        /// The id of the key given.
        ours: String,
    },
    /// The database has a record already, whose key is not in the folder.
    #[error(
        "the record in this database was sealed with key {theirs}, which is not in this folder; name its folder with --data DIR, and if that folder is lost keep the key from paper in a new one: needlewise keys restore"
    )]
    Missing {
        /// The id of the key in the database.
        theirs: String,
    },
    /// The system gives no random numbers.
    #[error("the system gives no random numbers, so no key can be made; try again later")]
    NoRandom,
}

impl Error {
    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }

    /// The same error of a statement that puts something in: then it is what the row points to that isn't there.
    pub(crate) fn of_insert(self) -> Self {
        match self {
            Self::Held => Self::NotFound,
            other => other,
        }
    }

    pub(crate) fn unavailable(why: &(impl ToString + ?Sized)) -> Self {
        Self::Unavailable { why: why.to_string() }
    }
}

/// Whether the disk or the quota is full, somewhere down the causes of an error.
pub(crate) fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<io::Error>()
            && matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
        {
            return true;
        }
        next = error.source();
    }
    false
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            _ if is_full(&error) => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::unavailable(&error),
        }
    }
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        if is_full(&error) {
            return Self::Full;
        }
        // The message would name a path: the innermost cause says enough.
        let mut cause: &(dyn std::error::Error + 'static) = &error;
        while let Some(next) = cause.source() {
            cause = next;
        }
        Self::unavailable(cause)
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if is_full(&error) {
            return Self::Full;
        }
        match &error {
            sqlx::Error::Database(cause) => match cause.code().as_deref() {
                // SQLITE_FULL, SQLITE_IOERR_SHMSIZE (no room for the index of the log); PostgreSQL's disk_full.
                Some("13" | "4874" | "53100") => Self::Full,
                // SQLITE_READONLY and its kinds: recovery, a lock, rollback, a log without room, a folder.
                Some("8" | "264" | "520" | "776" | "1288" | "1544") => Self::ReadOnly,
                // SQLITE_CORRUPT, SQLITE_NOTADB; PostgreSQL's data_corrupted, index_corrupted.
                Some("11" | "26" | "XX001" | "XX002") => Self::corrupt("the database"),
                _ if cause.is_foreign_key_violation() => Self::Held,
                _ => Self::unavailable(cause),
            },
            sqlx::Error::ColumnDecode { index, .. } => Self::corrupt(format!("column {index}")),
            _ => Self::unavailable(&error),
        }
    }
}
