//! The mark of a restore under way: without it, a folder in which one was cut off would look like an empty record.
//!
//! It is made under the lock before anything else, and removed when the record is whole. Who opens a folder with a
//! mark has the lock too, so nobody restores there any more: it was cut off before its rows were kept, and there is no
//! record, or just after, and the record is whole.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::db::Db;
use crate::disk::{new_file, sync_folder};
use crate::error::Error;
use crate::open::{Database, FILE as RECORD, Place};
use crate::sql;

/// Its file in the data folder.
pub(super) const FILE: &str = "restore-under-way";
const WORDS: &str =
    "A backup is being put back here. If that was cut off, run needlewise restore again.\n";

/// Whether a backup is being put back in the folder, or was until that was cut off.
#[must_use]
pub fn under_way(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

/// Makes the mark, on disk before anything it is about.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut file = new_file().open(folder.join(FILE))?;
    file.write_all(WORDS.as_bytes())?;
    file.sync_all()?;
    sync_folder(folder)
}

/// Removes the mark: the record is whole.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    fs::remove_file(folder.join(FILE))?;
    sync_folder(folder)
}

/// For whoever opens the record and has the lock.
///
/// # Errors
/// [`Error::HalfRestored`]
pub(crate) async fn settle(place: &Place) -> Result<(), Error> {
    if !under_way(&place.folder) {
        return Ok(());
    }
    if is_empty(place).await? {
        return Err(Error::HalfRestored);
    }
    match remove(&place.folder) {
        // Somebody else who opened it at the same time was faster.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => Ok(removed?),
    }
}

/// Whether nothing was ever kept in the database of a place. Makes no file.
pub(super) async fn is_empty(place: &Place) -> Result<bool, Error> {
    let file = place.folder.join(RECORD);
    let nothing = fs::metadata(file).map_or(true, |file| file.len() == 0);
    if nothing && matches!(place.database, Database::Sqlite) {
        return Ok(true);
    }
    let db = match Db::of(place).await {
        // Cut off while it was made.
        Err(Error::Corrupt { .. }) => return Ok(true),
        db => db?,
    };
    let empty = nobody(&db).await;
    db.close().await;
    empty
}

async fn nobody(db: &Db) -> Result<bool, Error> {
    let mut moment = db.snapshot().await?;
    let end = moment.fetch(sql::HEAD_READ, vec![]).await?;
    let rows = end.first().map_or(Ok(0), |row| row.get::<i64>(0))?;
    let anybody = moment.fetch(sql::ANYBODY, vec![]).await?;
    moment.rollback().await?;
    Ok(rows == 0 && anybody.is_empty())
}
