//! Erasing a person: their key, rows, logins, feeds and objects. What stays are rows of the journal with pseudonymous
//! ids and ciphertexts that nobody can open any more; the chain still adds up.
//!
//! With the rows gone, the bytes of the key are still to be cleaned out of the files of the database (`db/upkeep.rs`).
//! That is noted in the same transaction (`jobs.rs`) and done at once, or as soon as nobody reads any more, by this
//! program or the next that opens the record; until then an erasure is [`Erasure::NotYet`] complete. On SQLite deleted
//! bytes are overwritten, the log is emptied, free pages are given back, and copies of before a migration go (`before.rs`). PostgreSQL writes the table of people anew
//! without the row; blocks that it gives back to the file system and its own log are not overwritten, only reused in
//! time. Backups keep the wrapped key as long as they are kept.

use std::sync::Arc;

use crate::error::Error;
use crate::journal::What;
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::table::TABLES;
use crate::who::{Actor, By};
use crate::write::{Change, Writing, detached};
use crate::{feeds, jobs, logins, passphrases, reserve, sql};

/// How far an erasure got. Either way nobody finds the person any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// Nothing is left.
    Done,
    /// The key is still somewhere in the files of the database, or a picture without its key in the folder.
    NotYet,
}

impl Store {
    /// Erases a person for good. When this returns, their rows are gone, and with [`Erasure::Done`] also their key and
    /// objects from the disk. What is not done yet is tried again, also at every start.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Full`], [`Error::Unavailable`].
    pub async fn erase_person(&self, by: By, person: PersonId) -> Result<Erasure, Error> {
        self.erase(by, person, None).await
    }

    /// The same, asked for by the browser with this token: it stays let in, as nobody's.
    ///
    /// # Errors
    /// As [`Store::erase_person`].
    pub async fn erase_person_and_stay(
        &self,
        by: By,
        person: PersonId,
        token: &[u8; 32],
    ) -> Result<Erasure, Error> {
        self.erase(by, person, Some(*token)).await
    }

    async fn erase(
        &self,
        by: By,
        person: PersonId,
        stays: Option<[u8; 32]>,
    ) -> Result<Erasure, Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            reserve::with(&inner, || once(&inner, by, person, stays)).await?;
            let done = jobs::run_all(&inner, false).await;
            Ok(if jobs::or_keep_trying(&inner, done) { Erasure::Done } else { Erasure::NotYet })
        })
        .await
    }

    /// How many people were erased whose key may still be somewhere in the files of the database.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn unfinished_erasures(&self) -> Result<usize, Error> {
        Ok(jobs::left(&self.0).await?.erasures)
    }
}

async fn once(
    inner: &Inner,
    by: By,
    person: PersonId,
    stays: Option<[u8; 32]>,
) -> Result<(), Error> {
    let mut writing = Writing::begin(inner, by).await?;
    match erase(inner, &mut writing, by, person, stays).await {
        Ok(()) => writing.commit().await,
        Err(error) => Err(writing.refuse(error).await),
    }
}

async fn erase(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    person: PersonId,
    stays: Option<[u8; 32]>,
) -> Result<(), Error> {
    for row in writing.tx.fetch(sql::PHOTO_OBJECTS, vec![person.into()]).await? {
        let object: String = row.get(0)?;
        jobs::note_deletion(&mut writing.tx, &object, by.at.as_microsecond()).await?;
    }
    let gone = Actor::Person(person);
    if let Some(token) = stays {
        logins::leave(inner, writing, &token, gone).await?;
    }
    logins::close_of(writing, gone).await?;
    writing.execute(sql::ENTRY_KEYS_FORGET, vec![gone.into()]).await?;
    feeds::close(writing, person).await?;
    let mut erased = 0;
    for table in TABLES.iter().rev() {
        erased = writing.execute(table.erase, vec![person.into()]).await?;
    }
    // The last one is that of people.
    if erased == 0 {
        return Err(Error::NotFound);
    }
    passphrases::leave(inner, writing, person).await?;
    jobs::note_cleaning(&mut writing.tx, by.at).await?;
    let (what, table) = (What::Erased, sql::PERSON.name);
    let (entry, before, after) = (person.any(), None, None);
    writing
        .journal(Change { what, table, entry, person: Some(person), version: 0, before, after })
        .await
}
