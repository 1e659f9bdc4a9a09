//! A look at everything that can be wrong with a record: rights, database, journal, pictures, room, backups.
//!
//! It finds. Of what it finds, entries that the journal or a backup still holds can be put back ([`mend()`], [`backup::mend`]),
//! and pictures that belong to nobody removed ([`sweep`]). The words for a person are with the command.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::backup::{self, Verified};
use crate::error::Error;
use crate::held::Damaged;
use crate::key;
use crate::mend::{self, Mended};
use crate::objects::Size;
use crate::open::{FILE, Store};
use crate::photos::Flaw;
use crate::verify::Broken;
use crate::{jobs, sql};

/// Less than this is little room: some hundred photographs and a database that can still clean up.
const LITTLE_ROOM: u64 = 1 << 30;
/// Tables whose missing rows could say of a picture to whom it belongs.
const KEEPS_PICTURES: [&str; 2] = ["person", "photo"];
/// A backup older than this is old.
const OLD: SignedDuration = SignedDuration::from_hours(48);

/// What is wrong.
#[derive(Debug)]
pub enum Ill {
    /// Others on this machine may look into the data folder, or at the key in it.
    Open {
        /// The file's name in the folder; empty for the folder itself.
        file: &'static str,
        /// Its rights, for example 0o755.
        mode: u32,
    },
    /// The database finds its own files damaged; its words.
    Database(Vec<String>),
    /// The database doesn't understand a statement: its tables aren't what this program expects.
    Statements(Error),
    /// The journal doesn't add up.
    Journal(Broken),
    /// Entries are not what was kept, or are missing.
    Entries(Vec<Damaged>),
    /// Pictures are missing or aren't what was stored.
    Photos(Vec<Flaw>),
    /// So many objects belong to nobody.
    Orphans(usize),
    /// So many objects wait to be removed.
    Waiting(usize),
    /// So many people were erased whose key may still be in the files of the database.
    Erasing(usize),
    /// The disk can't be written, so nothing can be saved.
    ReadOnly,
    /// So many bytes are free.
    LittleRoom(u64),
    /// There is no verified backup.
    NoBackup,
    /// The last verified backup is old.
    OldBackup(Verified),
}

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
pub struct Findings {
    /// How many people.
    pub people: u64,
    /// How many entries are what was kept.
    pub entries: u64,
    /// How many rows of the journal add up.
    pub journal: u64,
    /// Free bytes where the data folder is, if the system says.
    pub free: Option<u64>,
    /// The last verified backup.
    pub backup: Option<Verified>,
    /// What is wrong; empty if all is well.
    pub ills: Vec<Ill>,
}

/// Looks at everything. Takes as long as reading the whole record does.
///
/// # Errors
/// [`Error::Unavailable`] if the record can't be read at all.
pub async fn examine(store: &Store, now: Timestamp) -> Result<Findings, Error> {
    let mut found = Findings::default();
    found.rights(&store.0.folder);
    found.database(store).await?;
    found.photos(store).await?;
    found.backups(store, now).await?;
    found.room(&store.0.folder);
    if store.is_read_only() {
        found.ills.push(Ill::ReadOnly);
    }
    Ok(found)
}

impl Findings {
    fn rights(&mut self, folder: &Path) {
        for file in ["", key::FILE] {
            if let Some(mode) = mode(&folder.join(file)).filter(|mode| mode & 0o077 != 0) {
                self.ills.push(Ill::Open { file, mode });
            }
        }
    }

    async fn database(&mut self, store: &Store) -> Result<(), Error> {
        let faults = store.db().examine().await?;
        if !faults.is_empty() {
            self.ills.push(Ill::Database(faults));
        }
        if let Err(error) = store.check_statements().await {
            self.ills.push(Ill::Statements(error));
        }
        match store.verify().await {
            Ok(whole) => {
                self.journal = whole.rows;
                (self.people, self.entries) = (whole.people, whole.entries);
                if !whole.damaged.is_empty() {
                    self.ills.push(Ill::Entries(whole.damaged));
                }
            }
            Err(broken) => self.ills.push(Ill::Journal(broken)),
        }
        Ok(())
    }

    async fn photos(&mut self, store: &Store) -> Result<(), Error> {
        let flaws = store.check_photos().await?;
        if !flaws.is_empty() {
            self.ills.push(Ill::Photos(flaws));
        }
        let orphans = orphans(store).await?.len();
        if orphans > 0 {
            self.ills.push(Ill::Orphans(orphans));
        }
        let left = jobs::left(&store.0).await?;
        if left.objects > 0 {
            self.ills.push(Ill::Waiting(left.objects));
        }
        if left.erasures > 0 {
            self.ills.push(Ill::Erasing(left.erasures));
        }
        Ok(())
    }

    async fn backups(&mut self, store: &Store, now: Timestamp) -> Result<(), Error> {
        self.backup = match backup::last_verified(store).await {
            Ok(last) => last,
            // The journal was held against it, and said so.
            Err(Error::Corrupt { .. }) => return Ok(()),
            Err(error) => return Err(error),
        };
        let Some(last) = self.backup else {
            self.ills.push(Ill::NoBackup);
            return Ok(());
        };
        if now.duration_since(last.made) > OLD {
            self.ills.push(Ill::OldBackup(last));
        }
        Ok(())
    }

    fn room(&mut self, folder: &Path) {
        self.free = free(folder);
        if let Some(free) = self.free.filter(|free| *free < LITTLE_ROOM) {
            self.ills.push(Ill::LittleRoom(free));
        }
    }
}

/// Puts back entries that aren't what the journal says, as far as it still holds them. With a backup more can be: see
/// [`backup::mend`].
///
/// # Errors
/// Where the journal doesn't add up; then nothing was changed.
pub async fn mend(store: &Store) -> Result<Mended, Broken> {
    mend::mend(store, None).await
}

/// Removes the pictures that belong to nobody, and says how many they were. None while the row of a photograph may be
/// missing: they could be its own.
///
/// # Errors
/// [`Error::Elsewhere`] if they may belong to a file beside a server's record; [`Error::Unavailable`].
pub async fn sweep(store: &Store) -> Result<usize, Error> {
    let whole = store.verify().await;
    if !whole
        .is_ok_and(|whole| whole.damaged.iter().all(|gap| !KEEPS_PICTURES.contains(&gap.table)))
    {
        return Ok(0);
    }
    if !store.db().is_file() && store.0.folder.join(FILE).exists() {
        return Err(Error::Elsewhere);
    }
    let orphans = orphans(store).await?;
    for object in &orphans {
        store.0.objects.delete(object).await?;
    }
    Ok(orphans.len())
}

/// Objects without a row and without a note of something to be done about them.
async fn orphans(store: &Store) -> Result<Vec<String>, Error> {
    // Before the rows: whatever is uploaded meanwhile has its note or its row by then.
    let mut objects = store.0.objects.list().await?;
    let mut moment = store.db().snapshot().await?;
    let mut known = BTreeSet::new();
    for row in moment.fetch(sql::PHOTO_CHECK, vec![]).await? {
        known.insert(row.get::<String>(2)?);
    }
    for row in moment.fetch(sql::JOB_LIST, vec![]).await? {
        known.insert(row.get::<String>(0)?);
    }
    moment.rollback().await?;
    objects.retain(|object| !known.contains(object));
    let mut orphans = Vec::new();
    for object in objects {
        // It may have been removed since.
        let full = store.0.objects.get(&object, Size::Full).await?;
        if full.is_some() || store.0.objects.get(&object, Size::Thumbnail).await?.is_some() {
            orphans.push(object);
        }
    }
    Ok(orphans)
}

#[cfg(unix)]
fn mode(file: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(std::fs::metadata(file).ok()?.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn mode(_: &Path) -> Option<u32> {
    None
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}
