//! Every record goes through here: found and listed, opened on the way out; added, changed and removed one by one.
//!
//! Nothing is given that isn't what the journal says: `held.rs`. What belongs together is changed together: `batch.rs`. How a row is written and sealed is in `step.rs`.

use std::sync::Arc;

use derive_where::derive_where;
use jiff::Timestamp;

use crate::batch::Batch;
use crate::db::{Row, Tx};
use crate::entry::Entry;
use crate::error::Error;
use crate::held::{Damaged, Seen, Times, Why};
use crate::id::{AnyId, Id};
use crate::journal::id;
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::owner::Owner;
use crate::seal::{Bound, Secret};
use crate::sql;
use crate::step::{self, Draft};
use crate::table::{Kept, Plain, Record, Removable};
use crate::value::Value;
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

/// Where to read: the record as it is now, or a transaction.
pub(crate) enum From<'t> {
    Now,
    Tx(&'t mut Tx),
}

impl From<'_> {
    async fn fetch(
        &mut self,
        inner: &Inner,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, Error> {
        match self {
            Self::Now => inner.db.fetch(sql, values).await,
            Self::Tx(tx) => tx.fetch(sql, values).await,
        }
    }
}

/// Entries of one kind and owner: those that are what was kept, and what is to be said of the others.
#[derive_where(Clone, Debug; R, Entry<R>)]
pub struct Listed<R: Kept> {
    /// What was kept, in the order it was made.
    pub whole: Vec<Entry<R>>,
    /// What is not what was kept, or is missing.
    pub damaged: Vec<Damaged>,
}

impl<R: Kept> Listed<R> {
    /// Whether there is nothing, not even something that can't be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.damaged.is_empty()
    }

    /// All of them, if nothing is wrong with any.
    pub(crate) fn all(self) -> Result<Vec<Entry<R>>, Error> {
        match self.damaged.into_iter().next() {
            None => Ok(self.whole),
            Some(damaged) => Err(damaged.into()),
        }
    }
}

/// Finds and opens.
pub(crate) async fn find<R: Kept>(
    inner: &Inner,
    person: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<Entry<R>>, Error> {
    find_from(inner, From::Now, person, id).await
}

/// Lists and opens.
pub(crate) async fn list<R: Kept>(
    inner: &Inner,
    owner: Id<R::Owner>,
) -> Result<Vec<Entry<R>>, Error> {
    listed(inner, From::Now, owner).await?.all()
}

/// The same within a transaction.
pub(crate) async fn find_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<Entry<R>>, Error> {
    find_from(inner, From::Tx(tx), person, id).await
}

/// All of a person's within a transaction.
pub(crate) async fn list_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id<R::Owner>,
) -> Result<Vec<Entry<R>>, Error> {
    listed(inner, From::Tx(tx), person).await?.all()
}

/// What can be read of a kind within a transaction, and what of it can't. Where not even its rows can be read, as in a
/// damaged file, it is the kind as a whole, under the id of its owner.
pub(crate) async fn readable_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    owner: Id<R::Owner>,
) -> Result<Listed<R>, Error> {
    match listed(inner, From::Tx(tx), owner).await {
        Err(Error::Corrupt { .. }) => {
            let (id, why) = (owner.to_string(), Why::Unreadable);
            let damaged = vec![Damaged { table: R::TABLE.name, id, why }];
            Ok(Listed { whole: Vec::new(), damaged })
        }
        read => read,
    }
}

async fn find_from<R: Kept>(
    inner: &Inner,
    mut from: From<'_>,
    person: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<Entry<R>>, Error> {
    let asked: Vec<Value> = vec![person.into(), id.into()];
    let rows = from.fetch(inner, R::TABLE.find, asked.clone()).await?;
    if rows.is_empty() {
        return match from.fetch(inner, R::TABLE.lost, asked).await?.first() {
            None => Ok(None),
            Some(row) => Err(missing::<R>(row)?.into()),
        };
    }
    open_all(inner, from, person, &rows).await?.all().map(|mut all| all.pop())
}

/// Every entry of an owner held against the journal.
pub(crate) async fn listed<R: Kept>(
    inner: &Inner,
    mut from: From<'_>,
    owner: Id<R::Owner>,
) -> Result<Listed<R>, Error> {
    // What is removed between the two is in the first and not missed by the second.
    let rows = from.fetch(inner, R::TABLE.list, vec![owner.into()]).await?;
    let lost = from.fetch(inner, R::TABLE.missing, vec![owner.into()]).await?;
    let mut listed = open_all(inner, from, owner, &rows).await?;
    for row in &lost {
        listed.damaged.push(missing::<R>(row)?);
    }
    Ok(listed)
}

fn missing<R: Kept>(row: &Row) -> Result<Damaged, Error> {
    Ok(Damaged { table: R::TABLE.name, id: row.get(0)?, why: Why::Missing })
}

async fn open_all<R: Kept>(
    inner: &Inner,
    from: From<'_>,
    owner: Id<R::Owner>,
    rows: &[Row],
) -> Result<Listed<R>, Error> {
    let mut listed = Listed { whole: Vec::with_capacity(rows.len()), damaged: Vec::new() };
    let seen: Vec<Seen<'_>> = rows.iter().map(|row| Seen::of(row, R::TABLE)).collect();
    let Some(first) = seen.first() else { return Ok(listed) };
    let key = R::Owner::of(owner).key(inner, &first.wrapped()?)?;
    let bare = seen.iter().any(Seen::is_bare);
    let times = if bare { times::<R>(inner, from, owner).await? } else { Times::default() };
    for seen in &seen {
        match open_with(&key, owner, seen, &times) {
            Ok(entry) => listed.whole.push(entry),
            Err(why) => listed.damaged.push(seen.damaged(why)),
        }
    }
    Ok(listed)
}

async fn times<R: Kept>(
    inner: &Inner,
    mut from: From<'_>,
    owner: Id<R::Owner>,
) -> Result<Times, Error> {
    let added = from.fetch(inner, R::TABLE.added, vec![owner.into()]).await?;
    Times::of(&added, &from.fetch(inner, sql::PERSON.added, vec![owner.into()]).await?)
}

/// The row of an entry, if it is what was kept: how it is put elsewhere.
pub(crate) async fn row_of<R: Kept>(
    inner: &Inner,
    owner: Id<R::Owner>,
    id: Id<R>,
) -> Result<Option<(Row, Entry<R>)>, Error> {
    let rows = inner.db.fetch(R::TABLE.find, vec![owner.into(), id.into()]).await?;
    let found = open_all::<R>(inner, From::Now, owner, &rows).await?.whole.pop();
    Ok(rows.into_iter().next().zip(found))
}

/// Opens a row that is what the journal says, and whose clear columns say what is under its seal.
fn open_with<R: Kept>(
    key: &Secret,
    owner: Id<R::Owner>,
    seen: &Seen<'_>,
    times: &Times,
) -> Result<Entry<R>, Why> {
    let (id, version) = (id(&seen.id())?, seen.version()?);
    let opened = seen.open(key, &bound::<R>(id, owner, version), times)?;
    // The message of the parser could quote what it read.
    let record: R = serde_json::from_slice(opened.json()).map_err(|_| Why::Unreadable)?;
    seen.hangs_on(record.parent().map(AnyId::from))?;
    for (place, cell) in record.cells().iter().enumerate() {
        if !seen.says(place, cell)? {
            return Err(Why::Edited);
        }
    }
    let (created, changed) = seen.times()?;
    Ok(Entry { id, person: owner, created, changed, version, record })
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

pub(crate) fn bound<R: Kept>(id: Id<R>, person: Id<R::Owner>, version: i64) -> Bound<'static> {
    Bound { table: R::TABLE.name, id: id.any(), person: person.any(), version }
}
