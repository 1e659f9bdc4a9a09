//! One person's record as one zip: everything in clear, to take along or to bring into another Needlewise.
//!
//! [`export()`] writes it, [`import()`] reads it back equal: ids, times, versions, pictures. `shape.rs` is the JSON in it,
//! `archive.rs` reads a zip of unknown origin within limits. A backup of everything, under seal, is `backup/`.

mod archive;
mod export;
mod import;
mod shape;
mod steady;

pub use export::{Exported, export, export_into};
pub use import::{import, import_from};

use crate::error::Error;

/// Why an export can't be written or read. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The record can't do it.
    #[error(transparent)]
    Store(#[from] Error),
    /// There is a person with this id.
    #[error(
        "this person is here already, so nothing was changed; erase them first if the file is to replace them, or import into another data folder with --data DIR"
    )]
    Here,
    /// Not a zip, or not one of ours.
    #[error(
        "this is not an export of Needlewise ({why}); choose the zip that needlewise export wrote"
    )]
    NotOurs {
        /// What is missing.
        why: &'static str,
    },
    /// Made by a program that knows more.
    #[error(
        "this export was made by a newer Needlewise (format {version}); import it with that one"
    )]
    Newer {
        /// Its format.
        version: u32,
    },
    /// More than an export can hold: perhaps made to fill the disk.
    #[error(
        "the file holds more than an export can ({what}), so it was not read further; choose the zip that needlewise export wrote"
    )]
    TooMuch {
        /// Which limit.
        what: &'static str,
    },
    /// Parts don't fit together.
    #[error(
        "{what} in the export is missing, damaged or was changed; get the zip anew from where it came from"
    )]
    Damaged {
        /// Which part.
        what: String,
    },
    /// Something that decides was missing when it was written, and would not be missed once it is brought in.
    #[error(
        "{missing} entries were damaged or missing when the export was written; mend that record and export again"
    )]
    Gaps {
        /// How many.
        missing: usize,
    },
    /// The file couldn't be read or written.
    #[error("the export can't be read or written ({0}); make room or choose another place")]
    File(#[from] std::io::Error),
}

impl Refusal {
    fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

/// Off the threads that answer requests.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Error::unavailable("the program is being stopped"))?
}
