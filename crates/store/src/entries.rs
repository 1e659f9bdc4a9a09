//! Every record goes through here: found, listed, added, changed, removed; sealed on the way in, opened on the way out.

use std::sync::Arc;

use jiff::Timestamp;

use crate::db::{Row, Tx};
use crate::entry::{By, Entry, Id};
use crate::error::Error;
use crate::jobs;
use crate::journal::{What, id, time};
use crate::open::{Inner, Store};
use crate::people::person_key;
use crate::seal::{self, Bound, Secret};
use crate::sql::{self, Table};
use crate::table::{Kept, Plain, Record};
use crate::value::Value;
use crate::write::{Change, Writing, detached};

impl Store {
    /// An entry of a person; an id of another person gives `None`, like one that doesn't exist.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find<R: Record>(&self, person: Id, id: Id) -> Result<Option<Entry<R>>, Error> {
        find(&self.0, person, id).await
    }

    /// All of a person's, in the order they were made.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn list<R: Record>(&self, person: Id) -> Result<Vec<Entry<R>>, Error> {
        let rows = self.db().fetch(R::TABLE.list, vec![person.into()]).await?;
        open_all(&self.0, person, &rows)
    }

    /// A new entry. The same id again changes nothing and gives back what is there, so a form sent twice is harmless.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person or session, [`Error::Taken`] if the id is somebody else's,
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add<R: Plain>(
        &self,
        by: By,
        person: Id,
        id: Id,
        record: &R,
    ) -> Result<Entry<R>, Error> {
        let (inner, record) = (Arc::clone(&self.0), record.clone());
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            if let Some(found) = find_in::<R>(&inner, &mut writing.tx, person, id).await? {
                writing.forget().await?;
                return Ok(found);
            }
            let entry = new_entry(by, person, id, record)?;
            insert(&inner, &mut writing, &entry, Vec::new()).await?;
            writing.commit().await?;
            Ok(entry)
        })
        .await
    }

    /// A new version of an entry.
    ///
    /// # Errors
    /// [`Error::Stale`] if somebody else was faster, [`Error::NotFound`], [`Error::Full`], [`Error::Unavailable`].
    pub async fn change<R: Record>(
        &self,
        by: By,
        before: &Entry<R>,
        record: R,
    ) -> Result<Entry<R>, Error> {
        change(Arc::clone(&self.0), by, before.clone(), record).await
    }

    /// Removes an entry; of a photograph the pixels too.
    ///
    /// # Errors
    /// [`Error::Stale`] if it was changed meanwhile, [`Error::NotFound`], [`Error::Held`] if check-ins or photographs
    /// hang on it, [`Error::Full`], [`Error::Unavailable`].
    pub async fn remove<R: Record>(&self, by: By, entry: &Entry<R>) -> Result<(), Error> {
        self.remove_with(by, entry, &[] as &[Entry<R>]).await
    }

    /// Removes an entry with what hangs on it, all or nothing, and all at the moment that `by` says.
    ///
    /// # Errors
    /// As [`Store::remove`], of each.
    pub async fn remove_with<R: Record, C: Record>(
        &self,
        by: By,
        entry: &Entry<R>,
        hanging: &[Entry<C>],
    ) -> Result<(), Error> {
        let (inner, entry, hanging) = (Arc::clone(&self.0), entry.clone(), hanging.to_vec());
        let objects = detached(async move { remove(&inner, by, &entry, &hanging).await }).await?;
        for object in objects {
            let inner = Arc::clone(&self.0);
            // The removal is done; if this fails, the next start does it.
            tokio::spawn(async move {
                if let Err(error) = jobs::delete(&inner, &object).await {
                    tracing::warn!(%error, "an object couldn't be deleted yet");
                }
            });
        }
        Ok(())
    }
}

/// Finds and opens.
pub(crate) async fn find<R: Kept>(
    inner: &Inner,
    person: Id,
    id: Id,
) -> Result<Option<Entry<R>>, Error> {
    let rows = inner.db.fetch(R::TABLE.find, vec![person.into(), id.into()]).await?;
    rows.first().map(|row| open_row(inner, person, row)).transpose()
}

/// The same within a transaction.
pub(crate) async fn find_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id,
    id: Id,
) -> Result<Option<Entry<R>>, Error> {
    let rows = tx.fetch(R::TABLE.find, vec![person.into(), id.into()]).await?;
    rows.first().map(|row| open_row(inner, person, row)).transpose()
}

/// All of a person's within a transaction.
pub(crate) async fn list_in<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    person: Id,
) -> Result<Vec<Entry<R>>, Error> {
    let rows = tx.fetch(R::TABLE.list, vec![person.into()]).await?;
    open_all(inner, person, &rows)
}

fn open_all<R: Kept>(inner: &Inner, person: Id, rows: &[Row]) -> Result<Vec<Entry<R>>, Error> {
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let key = person_key(inner, person, &first.get::<Vec<u8>>(5)?)?;
    rows.iter().map(|row| Stored::from_row(row)?.open(&key, person)).collect()
}

fn open_row<R: Kept>(inner: &Inner, person: Id, row: &Row) -> Result<Entry<R>, Error> {
    let key = person_key(inner, person, &row.get::<Vec<u8>>(5)?)?;
    Stored::from_row(row)?.open(&key, person)
}

/// Inserts with the columns that only this table has, and writes the journal.
pub(crate) async fn insert<R: Kept>(
    inner: &Inner,
    writing: &mut Writing<'_>,
    entry: &Entry<R>,
    more: Vec<Value>,
) -> Result<(), Error> {
    let rows = writing.tx.fetch(sql::PERSON_KEY, vec![entry.person.into()]).await?;
    let wrapped: Vec<u8> = rows.first().ok_or(Error::NotFound)?.get(0)?;
    let sealed = seal(&person_key(inner, entry.person, &wrapped)?, entry)?;
    let mut values: Vec<Value> = vec![
        entry.person.into(),
        entry.id.into(),
        entry.version.into(),
        entry.created.into(),
        entry.changed.into(),
        sealed.clone().into(),
    ];
    if R::TABLE.parent {
        values.push(entry.record.parent().into());
    }
    values.extend(more);
    if writing.insert(R::TABLE.insert, values).await? == 0 {
        return Err(Error::Taken);
    }
    writing.journal(said(What::Added, entry, None, Some(sealed))).await
}

/// Writes a new version, if nobody else did.
pub(crate) async fn change<R: Kept>(
    inner: Arc<Inner>,
    by: By,
    before: Entry<R>,
    record: R,
) -> Result<Entry<R>, Error> {
    detached(async move {
        let mut writing = Writing::begin(&inner, by).await?;
        let (stored, key) = match current(&inner, &mut writing.tx, &before).await {
            Ok(current) => current,
            Err(error) => {
                writing.forget().await?;
                return Err(error);
            }
        };
        let entry = Entry { version: before.version + 1, changed: whole(by.at)?, record, ..before };
        let sealed = seal(&key, &entry)?;
        let mut values: Vec<Value> = vec![
            entry.person.into(),
            entry.id.into(),
            entry.version.into(),
            entry.changed.into(),
            sealed.clone().into(),
        ];
        if R::TABLE.parent {
            values.push(entry.record.parent().into());
        }
        writing.insert(R::TABLE.update, values).await?;
        writing.journal(said(What::Changed, &entry, Some(stored.sealed), Some(sealed))).await?;
        writing.commit().await?;
        Ok(entry)
    })
    .await
}

/// Removes, and says which objects are to be deleted.
async fn remove<R: Kept, C: Kept>(
    inner: &Inner,
    by: By,
    entry: &Entry<R>,
    hanging: &[Entry<C>],
) -> Result<Vec<String>, Error> {
    let mut writing = Writing::begin(inner, by).await?;
    match remove_all(inner, &mut writing, by, entry, hanging).await {
        Ok(objects) => writing.commit().await.map(|()| objects),
        Err(error @ (Error::Stale | Error::NotFound)) => writing.forget().await.and(Err(error)),
        Err(error) => Err(error),
    }
}

async fn remove_all<R: Kept, C: Kept>(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    entry: &Entry<R>,
    hanging: &[Entry<C>],
) -> Result<Vec<String>, Error> {
    let mut objects = Vec::new();
    for one in hanging {
        objects.extend(remove_one(inner, writing, by, one).await?);
    }
    objects.extend(remove_one(inner, writing, by, entry).await?);
    Ok(objects)
}

async fn remove_one<R: Kept>(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    entry: &Entry<R>,
) -> Result<Option<String>, Error> {
    let (stored, _) = current(inner, &mut writing.tx, entry).await?;
    let object = note_object(writing, by, R::TABLE, entry.person, entry.id).await?;
    writing.execute(R::TABLE.delete, vec![entry.person.into(), entry.id.into()]).await?;
    writing.journal(said(What::Removed, entry, Some(stored.sealed), None)).await?;
    Ok(object)
}

async fn note_object(
    writing: &mut Writing<'_>,
    by: By,
    table: &Table,
    person: Id,
    id: Id,
) -> Result<Option<String>, Error> {
    if !table.objects {
        return Ok(None);
    }
    let rows = writing.tx.fetch(sql::PHOTO_OBJECT, vec![person.into(), id.into()]).await?;
    let object: String = rows.first().ok_or(Error::NotFound)?.get(0)?;
    jobs::note_deletion(&mut writing.tx, &object, by.at.as_microsecond()).await?;
    Ok(Some(object))
}

/// What is stored, if it is still what was read.
async fn current<R: Kept>(
    inner: &Inner,
    tx: &mut Tx,
    read: &Entry<R>,
) -> Result<(Stored, Secret), Error> {
    let rows = tx.fetch(R::TABLE.find, vec![read.person.into(), read.id.into()]).await?;
    let row = rows.first().ok_or(Error::NotFound)?;
    let stored = Stored::from_row(row)?;
    if stored.version != read.version {
        return Err(Error::Stale);
    }
    Ok((stored, person_key(inner, read.person, &row.get::<Vec<u8>>(5)?)?))
}

fn said<R: Kept>(
    what: What,
    entry: &Entry<R>,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
) -> Change<'static> {
    let (table, person) = (R::TABLE.name, Some(entry.person));
    Change { what, table, entry: entry.id, person, version: entry.version, before, after }
}

/// Version 1, made and changed now.
pub(crate) fn new_entry<R>(by: By, person: Id, id: Id, record: R) -> Result<Entry<R>, Error> {
    let at = whole(by.at)?;
    Ok(Entry { id, person, created: at, changed: at, version: 1, record })
}

/// What the database keeps: whole microseconds.
fn whole(at: Timestamp) -> Result<Timestamp, Error> {
    time(at.as_microsecond())
}

/// A row that wasn't opened yet.
struct Stored {
    id: Id,
    version: i64,
    created: Timestamp,
    changed: Timestamp,
    sealed: Vec<u8>,
}

impl Stored {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: id(&row.get::<String>(0)?)?,
            version: row.get(1)?,
            created: time(row.get(2)?)?,
            changed: time(row.get(3)?)?,
            sealed: row.get(4)?,
        })
    }

    fn open<R: Kept>(self, key: &Secret, person: Id) -> Result<Entry<R>, Error> {
        let Self { id, version, created, changed, sealed } = self;
        let plain = seal::open(key, &bound::<R>(id, person, version), &sealed)?;
        // The message of the parser could quote what it read.
        let record = serde_json::from_slice(&plain)
            .map_err(|_| Error::corrupt(format!("entry {id} in table {}", R::TABLE.name)))?;
        Ok(Entry { id, person, created, changed, version, record })
    }
}

/// The ciphertext of an entry.
pub(crate) fn seal<R: Kept>(key: &Secret, entry: &Entry<R>) -> Result<Vec<u8>, Error> {
    let plain = zeroize::Zeroizing::new(
        serde_json::to_vec(&entry.record).map_err(|_| Error::corrupt("a record without JSON"))?,
    );
    seal::seal(key, &bound::<R>(entry.id, entry.person, entry.version), &plain)
}

pub(crate) fn bound<R: Kept>(id: Id, person: Id, version: i64) -> Bound<'static> {
    Bound { table: R::TABLE.name, id, person, version }
}
