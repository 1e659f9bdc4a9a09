//! One step of a change: a row put in, replaced or taken out, each with its row of the journal.
//!
//! A step knows its table but not its type: what it says is JSON already, so steps of several kinds stand in one list
//! (`batch.rs`). It is sealed only here, in the transaction, where the version it is bound to is certain.

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::db::{Row, Tx};
use crate::entry::Entry;
use crate::error::Error;
use crate::held::{Beside, Seen, hash_of};
use crate::id::AnyId;
use crate::journal::What;
use crate::kinds::SessionId;
use crate::open::Inner;
use crate::owner::{Owner as _, OwnerId};
use crate::records::Staff;
use crate::seal::{self, Bound, Format, Secret};
use crate::sql::{self, Table};
use crate::table::Kept;
use crate::value::Value;
use crate::write::{Change, Writing};
use crate::{clinic, jobs, logins};

/// An entry on its way into its table.
pub(crate) struct Draft {
    pub table: &'static Table,
    pub owner: OwnerId,
    pub id: AnyId,
    version: i64,
    created: Timestamp,
    changed: Timestamp,
    parent: Option<SessionId>,
    cells: Vec<Value>,
    json: Zeroizing<Vec<u8>>,
}

impl Draft {
    pub(crate) fn of<R: Kept>(entry: &Entry<R>) -> Result<Self, Error> {
        let json = serde_json::to_vec(&entry.record)
            .map_err(|_| Error::corrupt("a record without JSON"))?;
        Ok(Self {
            table: R::TABLE,
            owner: R::Owner::of(entry.person),
            id: entry.id.any(),
            version: entry.version,
            created: entry.created,
            changed: entry.changed,
            parent: entry.record.parent(),
            cells: entry.record.cells(),
            json: Zeroizing::new(json),
        })
    }

    /// Seals it with what its row says beside it; `more` are the columns that only its table has.
    pub(crate) fn seal(&self, key: &Secret, more: &[Value]) -> Result<Vec<u8>, Error> {
        let Self { table, owner, id, version, .. } = *self;
        let bound = Bound { table: table.name, id, person: owner.id(), version };
        let beside = Beside {
            created: self.created.as_microsecond(),
            changed: self.changed.as_microsecond(),
            parent: self.parent.map(AnyId::from),
            more: hash_of(more),
        };
        let told = Zeroizing::new([&beside.bytes()[..], &self.json[..]].concat());
        seal::seal_as(Format::Told, key, &bound, &told)
    }

    /// The change that this is, for the journal.
    pub(crate) fn told(&self, before: Option<Vec<u8>>, after: Vec<u8>) -> Change<'static> {
        let what = if before.is_some() { What::Changed } else { What::Added };
        let Self { table, owner, id, version, .. } = *self;
        let (table, entry, person) = (table.name, id, owner.person());
        Change { what, table, entry, person, version, before, after: Some(after) }
    }
}

/// An entry on its way out of its table.
pub(crate) struct Leaving {
    pub table: &'static Table,
    pub owner: OwnerId,
    pub id: AnyId,
    pub version: i64,
}

impl Leaving {
    pub(crate) fn of<R: Kept>(entry: &Entry<R>) -> Self {
        let (table, version) = (R::TABLE, entry.version);
        Self { table, owner: R::Owner::of(entry.person), id: entry.id.any(), version }
    }
}

/// Puts a new entry in, with the columns that only its table has.
pub(crate) async fn insert(
    inner: &Inner,
    writing: &mut Writing<'_>,
    draft: &Draft,
    more: Vec<Value>,
) -> Result<(), Error> {
    let key = key_of(inner, writing, draft.owner).await?;
    let sealed = draft.seal(&key, &more)?;
    let mut values: Vec<Value> = vec![
        draft.owner.id().into(),
        draft.id.into(),
        draft.version.into(),
        draft.created.into(),
        draft.changed.into(),
        sealed.clone().into(),
    ];
    if draft.table.parent {
        values.push(draft.parent.into());
    }
    values.extend(draft.cells.iter().cloned().chain(more));
    if writing.insert(draft.table.insert, values).await? == 0 {
        return Err(Error::Taken);
    }
    writing.journal(draft.told(None, sealed)).await
}

/// The key of whoever something new is of; the clinic's is made with its first entry.
async fn key_of(inner: &Inner, writing: &mut Writing<'_>, owner: OwnerId) -> Result<Secret, Error> {
    let sql = match owner {
        OwnerId::Person(_) => sql::PERSON_KEY,
        OwnerId::Clinic => {
            clinic::ensure_key(inner, writing).await?;
            sql::CLINIC_KEY
        }
    };
    let rows = writing.tx.fetch(sql, vec![owner.id().into()]).await?;
    let wrapped: Vec<u8> = rows.first().ok_or(Error::NotFound)?.get(0)?;
    owner.key(inner, &wrapped)
}

/// Replaces an entry by its next version, if what is there is the one before.
pub(crate) async fn update(
    inner: &Inner,
    writing: &mut Writing<'_>,
    draft: &Draft,
) -> Result<(), Error> {
    let Draft { table, owner, id, version, .. } = *draft;
    let row = current(&mut writing.tx, table, (owner, id), version - 1).await?;
    let seen = Seen::of(&row, table);
    let before = seen.sealed()?;
    let sealed = draft.seal(&owner.key(inner, &seen.wrapped()?)?, &seen.more()?)?;
    let mut values: Vec<Value> = vec![
        owner.id().into(),
        id.into(),
        version.into(),
        draft.changed.into(),
        sealed.clone().into(),
    ];
    if table.parent {
        values.push(draft.parent.into());
    }
    values.extend(draft.cells.iter().cloned());
    writing.insert(table.update, values).await?;
    writing.journal(draft.told(Some(before), sealed)).await?;
    follow(inner, writing, table, id).await
}

/// Takes an entry out, if it is what was read; gives back the object that has to go with it.
pub(crate) async fn delete(
    inner: &Inner,
    writing: &mut Writing<'_>,
    leaving: &Leaving,
    at: Timestamp,
) -> Result<Option<String>, Error> {
    let Leaving { table, owner, id, version } = *leaving;
    let row = current(&mut writing.tx, table, (owner, id), version).await?;
    let before = Some(row.get::<Vec<u8>>(4)?);
    let object = note_object(&mut writing.tx, leaving, at).await?;
    writing.execute(table.delete, vec![owner.id().into(), id.into()]).await?;
    let (what, entry, person) = (What::Removed, id, owner.person());
    let change = Change { what, table: table.name, entry, person, version, before, after: None };
    writing.journal(change).await?;
    follow(inner, writing, table, id).await?;
    Ok(object)
}

/// What is let in follows what is kept of whoever was let in.
async fn follow(
    inner: &Inner,
    writing: &mut Writing<'_>,
    table: &Table,
    id: AnyId,
) -> Result<(), Error> {
    if table.name == <Staff as Kept>::TABLE.name {
        logins::follow_staff(inner, writing, id.of()).await?;
    }
    Ok(())
}

/// The row of an entry, if it is still what was read. One that isn't what the journal says is not written over: the journal
/// would say of it from then on that it is right.
async fn current(
    tx: &mut Tx,
    table: &'static Table,
    (owner, id): (OwnerId, AnyId),
    version: i64,
) -> Result<Row, Error> {
    let mut rows = tx.fetch(table.find, vec![owner.id().into(), id.into()]).await?;
    let row = rows.pop().ok_or(Error::NotFound)?;
    let seen = Seen::of(&row, table);
    seen.held().map_err(|why| seen.damaged(why))?;
    if seen.version()? == version { Ok(row) } else { Err(Error::Stale) }
}

async fn note_object(
    tx: &mut Tx,
    leaving: &Leaving,
    at: Timestamp,
) -> Result<Option<String>, Error> {
    if !leaving.table.objects {
        return Ok(None);
    }
    let asked = vec![leaving.owner.id().into(), leaving.id.into()];
    let rows = tx.fetch(sql::PHOTO_OBJECT, asked).await?;
    let object: String = rows.first().ok_or(Error::NotFound)?.get(0)?;
    jobs::note_deletion(tx, &object, at.as_microsecond()).await?;
    Ok(Some(object))
}
