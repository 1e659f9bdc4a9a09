//! A temporary folder for a backup that is tried out: for its owner only, and not left behind by a kill.
//!
//! Whoever works in a room holds the lock in it. A room whose lock nobody holds was left by a program that is dead,
//! and is swept by the next. A folder without such a lock, or of another user, is none of ours, whatever its name.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::Fault;
use crate::open::Store;

const PREFIX: &str = "needlewise-verify-";
const LOCK: &str = "in-use";
/// The same until it is locked.
const DRAFT: &str = "draft";

/// A folder that goes with its last holder.
pub struct Room {
    // First, so that it is removed under the lock.
    folder: TempDir,
    _lock: fs::File,
}

impl Room {
    /// One in the data folder of a record, where the next start finds it after a kill.
    ///
    /// # Errors
    /// [`Fault::File`], [`crate::Error::Full`].
    pub fn beside(store: &Store) -> Result<Self, Fault> {
        Ok(Self::make(&store.0.folder)?)
    }

    /// One in the system's temporary folder, for who has no record.
    pub(super) fn apart() -> io::Result<Self> {
        Self::make(&std::env::temp_dir())
    }

    fn make(parent: &Path) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
        // Locked before it has its name: nobody ever sees it free while we live.
        let draft = folder.path().join(DRAFT);
        let lock = fs::OpenOptions::new().write(true).create_new(true).open(&draft)?;
        lock.lock()?;
        fs::rename(draft, folder.path().join(LOCK))?;
        sweep(parent, folder.path());
        Ok(Self { folder, _lock: lock })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Removes it, and says if that fails.
    pub(super) fn close(self) -> io::Result<()> {
        self.folder.close()
    }
}

/// Removes the rooms of dead programs of this user's, who is told by a folder of theirs. What can't be removed stays.
pub(crate) fn sweep(parent: &Path, theirs: &Path) {
    let Ok(files) = fs::read_dir(parent) else { return };
    for file in files.flatten() {
        let name = file.file_name();
        let ours = name.to_string_lossy().starts_with(PREFIX) && same_owner(&file, theirs);
        if ours && let Some(_lock) = abandoned(&file.path()) {
            tracing::info!("what a killed program left of a backup that was tried out is removed");
            fs::remove_dir_all(file.path()).ok();
        }
    }
}

/// The lock of a room whose holder is dead.
fn abandoned(room: &Path) -> Option<fs::File> {
    let open = |name| fs::OpenOptions::new().write(true).open(room.join(name)).ok();
    // One that died before its lock had its name left the draft of it.
    let lock = open(LOCK).or_else(|| open(DRAFT))?;
    lock.try_lock().ok()?;
    Some(lock)
}

/// Whether it is a folder, no link, of whoever owns the other.
#[cfg(unix)]
fn same_owner(file: &fs::DirEntry, theirs: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(one), Ok(other)) = (file.metadata(), fs::metadata(theirs)) else { return false };
    one.is_dir() && one.uid() == other.uid()
}

#[cfg(not(unix))]
fn same_owner(file: &fs::DirEntry, _: &Path) -> bool {
    file.metadata().is_ok_and(|file| file.is_dir())
}
