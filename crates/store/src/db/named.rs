//! Whether the files of SQLite still have their names. What is committed to a file that was removed or replaced, as
//! programs that keep folders in step do, is lost when the last program closes it; so it is not acknowledged.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Error;

/// The database and its log, as the connection that writes opened them.
#[derive(Clone)]
pub(crate) struct Named {
    names: [PathBuf; 2],
    opened: Arc<Mutex<[Option<Which>; 2]>>,
}

/// A file whatever its name.
type Which = (u64, u64);

impl Named {
    pub(super) fn new(file: &Path) -> Self {
        let mut log = OsString::from(file);
        log.push("-wal");
        Self { names: [file.to_owned(), log.into()], opened: Arc::default() }
    }

    /// A connection has opened them just now.
    pub(super) fn note(&self) {
        let [file, log] = self.now();
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        // The engine may make its log anew, and never the file.
        let [first, _] = *opened;
        *opened = [first.or(file), log];
    }

    /// # Errors
    /// [`Error::Moved`]
    pub(super) fn check(&self) -> Result<(), Error> {
        let opened = *self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let moved = |(then, now): (&Option<Which>, &Option<Which>)| then.is_some() && then != now;
        if opened.iter().zip(&self.now()).any(moved) { Err(Error::Moved) } else { Ok(()) }
    }

    fn now(&self) -> [Option<Which>; 2] {
        self.names.each_ref().map(|name| which(name))
    }
}

#[cfg(unix)]
fn which(file: &Path) -> Option<Which> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(file).ok().map(|file| (file.dev(), file.ino()))
}

/// Elsewhere a file that is open can be neither removed nor replaced.
#[cfg(not(unix))]
fn which(_: &Path) -> Option<Which> {
    None
}
