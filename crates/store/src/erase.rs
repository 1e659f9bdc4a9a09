//! Erasing a person: their key, rows, visits, feeds and objects. What stays are rows of the journal with pseudonymous
//! ids and ciphertexts that nobody can open any more; the chain still adds up.
//!
//! On SQLite deleted bytes are overwritten, the log is emptied and free pages are given back. PostgreSQL keeps deleted
//! rows until it cleans up (asked to at once) and in its own log until that is recycled; backups keep the wrapped
//! key as long as they are kept.

use std::sync::Arc;

use crate::entry::{By, Id};
use crate::error::Error;
use crate::journal::What;
use crate::open::{Inner, Store};
use crate::table::TABLES;
use crate::write::{Change, Writing, detached};
use crate::{jobs, sql};

impl Store {
    /// Erases a person for good. When this returns, their key and rows are gone; objects too, unless the disk refused,
    /// in which case the next start removes them (nobody can open them any more).
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Full`], [`Error::Unavailable`].
    pub async fn erase_person(&self, by: By, person: Id) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            for object in erase(&inner, by, person).await? {
                if let Err(error) = jobs::delete(&inner, &object).await {
                    tracing::warn!(%error, "an object of an erased person couldn't be deleted yet");
                }
            }
            if let Err(error) = inner.db.scrub().await {
                tracing::warn!(%error, "the database couldn't be cleaned up after an erasure yet");
            }
            Ok(())
        })
        .await
    }
}

async fn erase(inner: &Inner, by: By, person: Id) -> Result<Vec<String>, Error> {
    let mut writing = Writing::begin(inner, by).await?;
    let mut objects = Vec::new();
    for row in writing.tx.fetch(sql::PHOTO_OBJECTS, vec![person.into()]).await? {
        let object: String = row.get(0)?;
        jobs::note_deletion(&mut writing.tx, &object, by.at.as_microsecond()).await?;
        objects.push(object);
    }
    writing.execute(sql::VISIT_ERASE, vec![person.into()]).await?;
    writing.execute(sql::FEED_CLOSE, vec![person.into()]).await?;
    let mut erased = 0;
    for table in TABLES.iter().rev() {
        erased = writing.execute(table.erase, vec![person.into()]).await?;
    }
    // The last one is that of people.
    if erased == 0 {
        writing.forget().await?;
        return Err(Error::NotFound);
    }
    let (what, table) = (What::Erased, sql::PERSON.name);
    let (entry, before, after) = (person, None, None);
    writing
        .journal(Change { what, table, entry, person: Some(person), version: 0, before, after })
        .await?;
    writing.commit().await?;
    Ok(objects)
}
