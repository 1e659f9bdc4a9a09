//! The lock on the data folder: everybody shares it, and who finds nobody else may sweep, or put a backup back.
//!
//! A lock is on a file, not on its name. Whoever waited may find that the name was removed or given to another file
//! meanwhile, and would hold a lock that nobody else looks at: then they take it anew.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::disk::{make_folder, new_file};
use crate::error::Error;

/// Its file in the data folder.
pub(crate) const FILE: &str = "lock";

/// How often it is looked whether the lock is free, and after how many looks somebody is told.
const LOOK: Duration = Duration::from_millis(20);
const SAID: usize = 100;

/// The lock, held until it is dropped.
pub(crate) struct Lock {
    pub file: fs::File,
    /// Whether nobody else held it.
    pub alone: bool,
    /// Whether its file wasn't there before.
    pub made: bool,
    /// Whether something can be written in the folder.
    pub writable: bool,
    /// What is locked: the file, or where none can be made the folder.
    name: PathBuf,
}

impl Lock {
    /// Waits until it can be had: alone if nobody else has it, else shared.
    pub(crate) fn take(folder: &Path) -> Result<Self, Error> {
        loop {
            make_folder(folder)?;
            let mut lock = Self::open(folder)?;
            lock.alone = lock.file.try_lock().is_ok();
            if !lock.alone {
                lock.wait()?;
            }
            if lock.is_named() {
                return Ok(lock);
            }
        }
    }

    /// Only if nobody else has it.
    pub(crate) fn take_alone(folder: &Path) -> io::Result<Option<Self>> {
        let mut lock = Self::open(folder)?;
        lock.alone = lock.file.try_lock().is_ok();
        Ok((lock.alone && lock.is_named()).then_some(lock))
    }

    fn open(folder: &Path) -> io::Result<Self> {
        let name = folder.join(FILE);
        let of = |file, made, writable, name| Self { file, alone: false, made, writable, name };
        match new_file().read(true).open(&name) {
            Ok(file) => return Ok(of(file, true, true, name)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) if cannot_write(&error) => {
                return Ok(of(fs::File::open(folder)?, false, false, folder.to_owned()));
            }
            Err(error) => return Err(error),
        }
        match fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&name)
        {
            Ok(file) => Ok(of(file, false, true, name)),
            Err(error) if cannot_write(&error) => {
                Ok(of(fs::File::open(&name)?, false, false, name))
            }
            Err(error) => Err(error),
        }
    }

    /// Shares it, as soon as nobody has it alone; whom it waits for is told after a moment.
    fn wait(&self) -> io::Result<()> {
        for look in 0_usize.. {
            match self.file.try_lock_shared() {
                Ok(()) => return Ok(()),
                Err(fs::TryLockError::WouldBlock) => {}
                Err(fs::TryLockError::Error(error)) => return Err(error),
            }
            if look == SAID {
                let whom = holder(&self.file).unwrap_or_else(|| "another program".to_owned());
                let name = self.name.display();
                tracing::warn!(
                    "waiting for {whom}, which holds the lock {name}; end it if it shouldn't"
                );
            }
            thread::sleep(LOOK);
        }
        Ok(())
    }

    fn is_named(&self) -> bool {
        same(&self.file, &self.name).unwrap_or(false)
    }
}

/// A disk that is read-only, or a folder of somebody else's.
fn cannot_write(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied)
}

/// Who holds a lock on a file, as Linux tells it: `needlewise (4711)`.
#[cfg(target_os = "linux")]
fn holder(file: &fs::File) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let inode = format!(":{}", file.metadata().ok()?.ino());
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let fields = locks.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let mut held = fields.filter(|line| line.get(1) == Some(&"FLOCK"));
    let held = held.find(|line| line.get(5).is_some_and(|place| place.ends_with(&inode)))?;
    let process = held.get(4)?;
    let name = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
    Some(format!("{} ({process})", name.trim()))
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &fs::File) -> Option<String> {
    None
}

/// Whether an open file still has this name.
#[cfg(unix)]
pub(crate) fn same(file: &fs::File, name: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (ours, theirs) = (file.metadata()?, fs::metadata(name)?);
    Ok((ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino()))
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
pub(crate) fn same(_: &fs::File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
