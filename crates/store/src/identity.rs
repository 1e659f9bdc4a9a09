//! Which record a data folder and a database belong to: an id that both hold. Pictures are in the folder and their rows in
//! the database, so with another folder a server's record would miss its pictures, and leave those of the erased.
//!
//! The id is made at the first opening and says nothing. The folder's is written first: if only that was done, the
//! database takes it over at the next opening. Which key a record has stands beside the end of its journal (`open.rs`).

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::db::Db;
use crate::disk::{new_file, sync_folder};
use crate::error::Error;
use crate::plain_file::read_text;
use crate::seal::fill;
use crate::sql;

/// Its file in the data folder.
const FILE: &str = "record";
/// Far more than it has.
const MOST_BYTES: u64 = 4096;

/// Whether both belong to the same record; what has no id yet gets it.
///
/// # Errors
/// [`Error::Elsewhere`] if they don't.
pub(crate) async fn agree(db: &Db, folder: &Path) -> Result<(), Error> {
    let ours = read(folder)?;
    let rows = db.fetch(sql::RECORD_READ, vec![]).await?;
    let theirs = rows.first().map_or(Ok(None), |row| row.get::<Option<String>>(0))?;
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours == theirs => Ok(()),
        // A file lies in its folder, whoever put it there.
        (None, Some(theirs)) if db.is_file() => Ok(write(folder, &theirs)?),
        (_, Some(_)) => Err(Error::Elsewhere),
        (_, None) if !db.is_writable() => Ok(()),
        (ours, None) => begin(db, folder, ours).await,
    }
}

/// Makes this the folder of the record in a database: the one before is lost.
///
/// # Errors
/// [`Error::Full`], [`Error::Unavailable`].
pub(crate) async fn adopt(db: &Db, folder: &Path) -> Result<(), Error> {
    let rows = db.fetch(sql::RECORD_READ, vec![]).await?;
    match rows.first().map_or(Ok(None), |row| row.get::<Option<String>>(0))? {
        Some(theirs) if read(folder)?.is_none() => Ok(write(folder, &theirs)?),
        _ => Ok(()),
    }
}

async fn begin(db: &Db, folder: &Path, ours: Option<String>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let rows = tx.fetch(sql::RECORD_TAKE, vec![]).await?;
    let theirs = rows.first().map_or(Ok(None), |row| row.get::<Option<String>>(0))?;
    if theirs.is_some() {
        // Somebody else was faster, perhaps in another folder.
        tx.rollback().await?;
        return if theirs == read(folder)? { Ok(()) } else { Err(Error::Elsewhere) };
    }
    let id = match ours {
        Some(ours) => ours,
        None => {
            let mut bytes = [0; 16];
            fill(&mut bytes)?;
            let id = bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
            write(folder, &id)?;
            id
        }
    };
    tx.execute(sql::RECORD_NAME, vec![id.as_str().into()]).await?;
    tx.commit().await
}

fn read(folder: &Path) -> Result<Option<String>, Error> {
    match read_text(&folder.join(FILE), MOST_BYTES) {
        Ok(text) if text.trim().is_empty() => Ok(None),
        Ok(text) => Ok(Some(text.trim().to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Complete and on disk: an empty one, which a killed program left, is none.
fn write(folder: &Path, id: &str) -> io::Result<()> {
    let file = folder.join(FILE);
    if fs::metadata(&file).is_ok_and(|file| file.len() == 0) {
        fs::remove_file(&file)?;
    }
    let mut open = match new_file().open(&file) {
        // Somebody else is at it, with the id of the same database.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        open => open?,
    };
    // One write, so that it is there or not.
    open.write_all(format!("{id}\n").as_bytes())?;
    open.sync_all()?;
    sync_folder(folder)
}
