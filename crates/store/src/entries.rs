//! Every record goes through here: found and listed, opened on the way out; added, changed and removed one by one.
//!
//! What belongs together is changed together: `batch.rs`. How a row is written and sealed is in `step.rs`.

use std::sync::Arc;

use jiff::Timestamp;

use crate::batch::Batch;
use crate::db::{Row, Tx};
use crate::entry::Entry;
use crate::error::Error;
use crate::id::Id;
use crate::journal::{id, time};
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::owner::Owner;
use crate::seal::{self, Bound, Secret};
use crate::step::{self, Draft};
use crate::table::{Kept, Plain, Record, Removable};
use crate::who::By;
use crate::write::{Writing, detached};

impl Store {
    /// An entry of a person; an id of another person gives `None`, like one that doesn't exist.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find<R: Record>(
        &self,
        person: PersonId,
        id: Id<R>,
    ) -> Result<Option<Entry<R>>, Error> {
        find(&self.0, person, id).await
    }

    /// All of a person's, in the order they were made.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn list<R: Record>(&self, person: PersonId) -> Result<Vec<Entry<R>>, Error> {
        list(&self.0, person).await
    }

    /// A new entry. The same id again changes nothing and gives back what is there, so a form sent twice is harmless.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person or session, [`Error::Taken`] if the id is somebody else's,
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add<R: Plain>(
        &self,
        by: By,
        person: PersonId,
        id: Id<R>,
        record: &R,
    ) -> Result<Entry<R>, Error> {
        let (inner, record) = (Arc::clone(&self.0), record.clone());
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            if let Some(found) = find_in::<R>(&inner, &mut writing.tx, person, id).await? {
                writing.forget().await?;
                return Ok(found);
            }
            let entry = new_entry(by, person, id, record);
            step::insert(&inner, &mut writing, &Draft::of(&entry)?, Vec::new()).await?;
            writing.commit().await?;
            Ok(entry)
        })
        .await
    }

    /// A new version of an entry.
    ///
    /// # Errors
    /// [`Error::Stale`] if somebody else was faster, [`Error::NotFound`], [`Error::Full`], [`Error::Unavailable`].
    pub async fn change<R: Kept>(
        &self,
        by: By,
        before: &Entry<R>,
        record: R,
    ) -> Result<Entry<R>, Error> {
        let mut batch = Batch::of(by, before.person);
        let entry = batch.change(before, record);
        self.commit(batch).await?;
        Ok(entry)
    }

    /// Removes an entry; of a photograph the pixels too.
    ///
    /// # Errors
    /// [`Error::Stale`] if it was changed meanwhile, [`Error::NotFound`], [`Error::Held`] if check-ins or photographs
    /// hang on it, [`Error::Full`], [`Error::Unavailable`].
    pub async fn remove<R: Removable>(&self, by: By, entry: &Entry<R>) -> Result<(), Error> {
        let mut batch = Batch::of(by, entry.person);
        batch.remove(entry);
        self.commit(batch).await
    }
}

/// Finds and opens.
pub(crate) async fn find<R: Kept>(
    inner: &Inner,
    person: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<Entry<R>>, Error> {
    let rows = inner.db.fetch(R::TABLE.find, vec![person.into(), id.into()]).await?;
    rows.first().map(|row| open_row(inner, person, row)).transpose()
}

/// Lists and opens.
pub(crate) async fn list<R: Kept>(
    inner: &Inner,
    owner: Id<R::Owner>,
) -> Result<Vec<Entry<R>>, Error> {
    let rows = inner.db.fetch(R::TABLE.list, vec![owner.into()]).await?;
    open_all(inner, owner, &rows)
}

/// The same within a transaction.
pub(crate) async fn find_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<Entry<R>>, Error> {
    let rows = tx.fetch(R::TABLE.find, vec![person.into(), id.into()]).await?;
    rows.first().map(|row| open_row(inner, person, row)).transpose()
}

/// All of a person's within a transaction.
pub(crate) async fn list_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id<R::Owner>,
) -> Result<Vec<Entry<R>>, Error> {
    let rows = tx.fetch(R::TABLE.list, vec![person.into()]).await?;
    open_all(inner, person, &rows)
}

fn open_all<R: Kept>(
    inner: &Inner,
    owner: Id<R::Owner>,
    rows: &[Row],
) -> Result<Vec<Entry<R>>, Error> {
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let key = R::Owner::of(owner).key(inner, &first.get::<Vec<u8>>(5)?)?;
    rows.iter().map(|row| open_with(&key, owner, row)).collect()
}

fn open_row<R: Kept>(inner: &Inner, owner: Id<R::Owner>, row: &Row) -> Result<Entry<R>, Error> {
    let key = R::Owner::of(owner).key(inner, &row.get::<Vec<u8>>(5)?)?;
    open_with(&key, owner, row)
}

/// Opens a row, whose clear columns have to say what is under its seal.
fn open_with<R: Kept>(key: &Secret, owner: Id<R::Owner>, row: &Row) -> Result<Entry<R>, Error> {
    let entry = Stored::<R>::from_row(row)?.open(key, owner)?;
    for (place, cell) in entry.record.cells().iter().enumerate() {
        // Behind the six columns that every table has.
        if !cell.is_at(row, 6 + place)? {
            let Entry { id, .. } = entry;
            return Err(Error::corrupt(format!("entry {id} in table {}", R::TABLE.name)));
        }
    }
    Ok(entry)
}

/// Version 1, made and changed now.
pub(crate) fn new_entry<R: Kept>(by: By, person: Id<R::Owner>, id: Id<R>, record: R) -> Entry<R> {
    let at = whole(by.at);
    Entry { id, person, created: at, changed: at, version: 1, record }
}

/// What the database keeps: whole microseconds.
pub(crate) fn whole(at: Timestamp) -> Timestamp {
    // What is left out is less than a microsecond, so there is such a moment.
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

/// A row that wasn't opened yet.
struct Stored<R> {
    id: Id<R>,
    version: i64,
    created: Timestamp,
    changed: Timestamp,
    sealed: Vec<u8>,
}

impl<R: Kept> Stored<R> {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: id(&row.get::<String>(0)?)?,
            version: row.get(1)?,
            created: time(row.get(2)?)?,
            changed: time(row.get(3)?)?,
            sealed: row.get(4)?,
        })
    }

    fn open(self, key: &Secret, person: Id<R::Owner>) -> Result<Entry<R>, Error> {
        let Self { id, version, created, changed, sealed } = self;
        let plain = seal::open(key, &bound(id, person, version), &sealed)?;
        // The message of the parser could quote what it read.
        let record = serde_json::from_slice(&plain)
            .map_err(|_| Error::corrupt(format!("entry {id} in table {}", R::TABLE.name)))?;
        Ok(Entry { id, person, created, changed, version, record })
    }
}

pub(crate) fn bound<R: Kept>(id: Id<R>, person: Id<R::Owner>, version: i64) -> Bound<'static> {
    Bound { table: R::TABLE.name, id: id.any(), person: person.any(), version }
}
