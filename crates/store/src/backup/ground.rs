//! The folder in which a backup is put back: locked first, looked at under the lock, and at the end either whole or as
//! it was found.
//!
//! What is removed after a failure is only what was made here. Nobody else can have made anything beside it, since
//! whoever opens a record waits for the lock; and what can't be made because it is there already is not ours.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Fault, mark};
use crate::disk::{make_folder, make_new_folder, new_file};
use crate::key;
use crate::lock::{self, Lock};
use crate::open::{Database, FILE as RECORD, Place};

const PHOTOS: &str = "photos";
/// The last while the engine begins the file.
const DATABASE: [&str; 4] =
    [RECORD, "needlewise.db-wal", "needlewise.db-shm", "needlewise.db-journal"];

/// A folder that is ours alone.
pub(super) struct Ground {
    folder: PathBuf,
    lock: Lock,
    /// What was made here, in this order.
    made: Vec<Made>,
    /// Whether a restore was cut off here before.
    half: bool,
}

#[derive(Clone)]
enum Made {
    /// Goes only if nothing is in it.
    Folder(PathBuf),
    File(PathBuf),
    /// Goes with all that is in it, since all of that was made here.
    Tree(PathBuf),
}

impl Ground {
    /// Takes the lock, and then looks whether the folder is empty but for a key.
    pub(super) fn take(folder: &Path) -> Result<Self, Fault> {
        let fresh = make_one(folder)?;
        let Some(lock) = Lock::take_alone(folder)? else { return Err(not_empty(folder)) };
        let folder = folder.to_owned();
        let mut ground = Self { folder, lock, made: Vec::new(), half: false };
        if fresh {
            ground.made.push(Made::Folder(ground.folder.clone()));
        }
        if ground.lock.made {
            ground.made.push(Made::File(ground.folder.join(lock::FILE)));
        }
        match ground.look() {
            Ok(()) => Ok(ground),
            Err(fault) => Err(ground.clear_for(fault)),
        }
    }

    fn look(&mut self) -> Result<(), Fault> {
        self.half = mark::under_way(&self.folder);
        let mut known = vec![key::FILE, lock::FILE];
        if self.half {
            known.extend(DATABASE);
            known.extend([PHOTOS, mark::FILE]);
        }
        for file in fs::read_dir(&self.folder)? {
            let name = file?.file_name();
            // A program that was cut off while it kept the key leaves a draft, which goes when the record is opened.
            let draft = key::is_draft_of_key(&name.to_string_lossy());
            if !draft && !known.iter().any(|known| name == *known) {
                return Err(not_empty(&self.folder));
            }
        }
        Ok(())
    }

    /// Makes what a record needs: mark, database, a folder for pictures.
    pub(super) async fn prepare(&mut self, place: &Place) -> Result<(), Fault> {
        if !mark::is_empty(place).await? {
            return Err(not_empty(&self.folder));
        }
        if self.half {
            self.take_over()?;
            self.made.push(Made::File(self.folder.join(mark::FILE)));
        } else {
            let made = mark::make(&self.folder);
            self.ours(made, &[Made::File(self.folder.join(mark::FILE))])?;
        }
        if matches!(place.database, Database::Sqlite) {
            // The others are made by the engine, and belong to it.
            let made = new_file().open(self.folder.join(RECORD)).map(drop);
            self.ours(made, &DATABASE.map(|name| Made::File(self.folder.join(name))))?;
        }
        let made = make_new_folder(&self.folder.join(PHOTOS));
        self.ours(made, &[Made::Tree(self.folder.join(PHOTOS))])
    }

    /// What a restore made that was cut off goes: nobody could open it, and its mark stays in force for ours.
    fn take_over(&self) -> io::Result<()> {
        for name in DATABASE {
            unless_missing(fs::remove_file(self.folder.join(name)))?;
        }
        unless_missing(fs::remove_dir_all(self.folder.join(PHOTOS)))
    }

    /// What was there already is somebody else's. Everything else is ours, also where it was made and then could not be
    /// kept on disk.
    fn ours(&mut self, made: io::Result<()>, what: &[Made]) -> Result<(), Fault> {
        match made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(not_empty(&self.folder))
            }
            made => {
                self.made.extend_from_slice(what);
                Ok(made?)
            }
        }
    }

    /// The record is whole. Should its mark stay, whoever opens it removes it.
    pub(super) fn done(self) {
        mark::remove(&self.folder).ok();
    }

    /// Removes what was made, the last first, still under the lock. A key that was kept stays: somebody may have read
    /// it already. The database has to be closed: an engine that closes removes its files by name.
    pub(super) fn clear_for(mut self, fault: Fault) -> Fault {
        while let Some(made) = self.made.pop() {
            let removed = match &made {
                Made::Folder(folder) => fs::remove_dir(folder),
                Made::File(file) => fs::remove_file(file),
                Made::Tree(folder) => fs::remove_dir_all(folder),
            };
            removed.ok();
        }
        fault
    }
}

fn not_empty(folder: &Path) -> Fault {
    Fault::NotEmpty { place: folder.display().to_string() }
}

fn unless_missing(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Makes the folder with those above it, and says whether it wasn't there.
fn make_one(folder: &Path) -> io::Result<bool> {
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match make_new_folder(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}
