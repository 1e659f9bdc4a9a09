//! The lock on the data folder: everybody shares it, and who finds nobody else may sweep, or put a backup back.
//!
//! A lock is on a file, not on its name. Whoever waited may find that the name was removed or given to another file
//! meanwhile, and would hold a lock that nobody else looks at: then they take it anew.

use std::fs;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::key::make_folder;

/// Its file in the data folder.
pub(crate) const FILE: &str = "lock";

/// The lock, held until it is dropped.
pub(crate) struct Lock {
    pub file: fs::File,
    /// Whether nobody else held it.
    pub alone: bool,
    /// Whether its file wasn't there before.
    pub made: bool,
}

impl Lock {
    /// Waits until it can be had: alone if nobody else has it, else shared.
    pub(crate) fn take(folder: &Path) -> Result<Self, Error> {
        loop {
            make_folder(folder)?;
            let mut lock = Self::open(folder)?;
            lock.alone = lock.file.try_lock().is_ok();
            if !lock.alone {
                lock.file.lock_shared()?;
            }
            if lock.is_named(folder) {
                return Ok(lock);
            }
        }
    }

    /// Only if nobody else has it.
    pub(crate) fn take_alone(folder: &Path) -> io::Result<Option<Self>> {
        let mut lock = Self::open(folder)?;
        lock.alone = lock.file.try_lock().is_ok();
        Ok((lock.alone && lock.is_named(folder)).then_some(lock))
    }

    fn open(folder: &Path) -> io::Result<Self> {
        let name = folder.join(FILE);
        let mut options = fs::OpenOptions::new();
        options.read(true).write(true).truncate(false);
        match options.clone().create_new(true).open(&name) {
            Ok(file) => Ok(Self { file, alone: false, made: true }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let file = options.create(true).open(&name)?;
                Ok(Self { file, alone: false, made: false })
            }
            Err(error) => Err(error),
        }
    }

    fn is_named(&self, folder: &Path) -> bool {
        same(&self.file, &folder.join(FILE)).unwrap_or(false)
    }
}

#[cfg(unix)]
fn same(file: &fs::File, name: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (ours, theirs) = (file.metadata()?, fs::metadata(name)?);
    Ok((ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino()))
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
fn same(_: &fs::File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
