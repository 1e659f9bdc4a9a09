//! A change: one transaction that takes its turn at the head of the journal, changes rows, appends to the journal
//! and moves the head.
//!
//! The head is one row that holds how many rows the journal has and, under seal, its last hash. Taking it first makes
//! writers take turns on PostgreSQL as they do on SQLite, so a change sees everything before it and nothing beside
//! it. A head that doesn't open was changed from outside; then nothing is written, or the forgery would be continued
//! and could not be found later.

use std::future::Future;

use crate::db::{Row, Tx};
use crate::error::Error;
use crate::id::AnyId;
use crate::journal::{Link, What, time};
use crate::kinds::PersonId;
use crate::open::Inner;
use crate::seal::{self, Bound, Secret};
use crate::sql;
use crate::value::Value;
use crate::who::{Actor, By};

/// Where the journal ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// How many rows.
    pub n: i64,
    /// The hash of the last; zeros before the first.
    pub hash: [u8; 32],
}

impl Head {
    pub(crate) const START: Self = Self { n: 0, hash: [0; 32] };

    fn bound(n: i64) -> Bound<'static> {
        Self::bound_as("head with doors", n)
    }

    /// As it was sealed before doors had codes.
    fn bound_before(n: i64) -> Bound<'static> {
        Self::bound_as("head", n)
    }

    fn bound_as(table: &'static str, n: i64) -> Bound<'static> {
        Bound { table, id: AnyId::NIL, person: AnyId::NIL, version: n }
    }

    pub(crate) fn seal(&self, inner: &Inner) -> Result<Vec<u8>, Error> {
        self.seal_with(&inner.guarding)
    }

    /// The same with a key at hand.
    pub(crate) fn seal_with(&self, guarding: &Secret) -> Result<Vec<u8>, Error> {
        seal::seal(guarding, &Self::bound(self.n), &self.hash)
    }

    /// From n, key id and sealed.
    pub(crate) fn read(inner: &Inner, row: &Row) -> Result<Self, Error> {
        Self::read_bound(&inner.guarding, row, Self::bound)
    }

    /// The same with a key at hand, also as it was sealed before doors had codes.
    pub(crate) fn read_any(guarding: &Secret, row: &Row) -> Result<(Self, Doors), Error> {
        match Self::read_bound(guarding, row, Self::bound) {
            Ok(head) => Ok((head, Doors::Coded)),
            Err(_) => Ok((Self::read_bound(guarding, row, Self::bound_before)?, Doors::Before)),
        }
    }

    fn read_bound(
        guarding: &Secret,
        row: &Row,
        bound: fn(i64) -> Bound<'static>,
    ) -> Result<Self, Error> {
        let (n, sealed) = (row.get(0)?, row.get::<Option<Vec<u8>>>(2)?);
        let forged = |_| Error::corrupt("the end of the journal");
        let sealed = sealed.ok_or(()).map_err(forged)?;
        let hash = seal::open(guarding, &bound(n), &sealed).map_err(|_| forged(()))?;
        Ok(Self { n, hash: hash.as_slice().try_into().map_err(|_| forged(()))? })
    }
}

/// Whether doors have codes: see `doors.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doors {
    Coded,
    Before,
}

/// What is said of one change in the journal.
pub(crate) struct Change<'a> {
    pub what: What,
    pub table: &'a str,
    pub entry: AnyId,
    pub person: Option<PersonId>,
    pub version: i64,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
}

/// A transaction that changes something.
pub(crate) struct Writing<'a> {
    inner: &'a Inner,
    by: By,
    head: Head,
    /// How many rows the journal had before.
    began: i64,
    pub tx: Tx,
}

impl<'a> Writing<'a> {
    /// Begins, when it is our turn.
    pub(crate) async fn begin(inner: &'a Inner, by: By) -> Result<Self, Error> {
        let mut tx = inner.db.begin().await?;
        let rows = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
        let row = rows.first().ok_or_else(|| Error::corrupt("the end of the journal"))?;
        let head = Head::read(inner, row)?;
        let began = head.n;
        Ok(Self { inner, by, head, began, tx })
    }

    /// In a turn that was taken already, to give doors their codes: by the program, at the time of the last change.
    pub(crate) async fn anew(inner: &'a Inner, mut tx: Tx, head: Head) -> Result<Self, Error> {
        let last = tx.fetch(sql::JOURNAL_AT, vec![head.n.into()]).await?;
        let at = last.first().map_or(Ok(0), |row| row.get(0))?;
        let by = By { actor: Actor::Program, at: time(at)? };
        let began = head.n;
        Ok(Self { inner, by, head, began, tx })
    }

    /// Who changes something, and when.
    pub(crate) const fn by(&self) -> By {
        self.by
    }

    /// Changes rows, and says how many.
    pub(crate) async fn execute(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, Error> {
        self.tx.execute(sql, values).await
    }

    /// Puts a row in, and says how many: none if its id is taken.
    pub(crate) async fn insert(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, Error> {
        self.tx.execute(sql, values).await.map_err(Error::of_insert)
    }

    /// Appends to the journal.
    pub(crate) async fn journal(&mut self, change: Change<'_>) -> Result<(), Error> {
        let link = Link {
            n: self.head.n + 1,
            at: self.by.at.as_microsecond(),
            who: self.by.actor.to_string(),
            what: change.what.word().to_owned(),
            table: change.table.to_owned(),
            entry: change.entry.to_string(),
            person: change.person.map(|person| person.to_string()),
            version: change.version,
            before: change.before,
            after: change.after,
        };
        let hash = link.hash(&self.head.hash);
        let prev = self.head.hash.to_vec();
        self.head = Head { n: link.n, hash };
        self.tx.execute(sql::JOURNAL_ADD, link.values(prev, hash)).await?;
        Ok(())
    }

    /// Moves the head and commits. Only after this may anybody be told that it is done.
    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        let sealed = self.head.seal(self.inner)?;
        let key_id = self.inner.key_id.as_str();
        self.tx
            .execute(sql::HEAD_MOVE, vec![self.head.n.into(), key_id.into(), sealed.into()])
            .await?;
        self.tx.commit().await
    }

    /// Commits, unless nothing was changed.
    pub(crate) async fn end(self) -> Result<(), Error> {
        if self.head.n == self.began { self.forget().await } else { self.commit().await }
    }

    /// Changes nothing, for this reason.
    pub(crate) async fn refuse(self, error: Error) -> Error {
        // What the record itself refuses leaves the connection in order; otherwise dropping it closes it.
        if matches!(error, Error::Stale | Error::NotFound | Error::Taken | Error::Held) {
            self.forget().await.ok();
        }
        error
    }

    /// Changes nothing after all.
    pub(crate) async fn forget(self) -> Result<(), Error> {
        self.tx.rollback().await
    }
}

impl Link {
    fn values(self, prev: Vec<u8>, hash: [u8; 32]) -> Vec<Value> {
        vec![
            self.n.into(),
            self.at.into(),
            self.who.as_str().into(),
            self.what.as_str().into(),
            self.table.as_str().into(),
            self.entry.as_str().into(),
            Value::Text(self.person),
            self.version.into(),
            self.before.into(),
            self.after.into(),
            prev.into(),
            hash.to_vec().into(),
        ]
    }
}

/// Runs to its end even if whoever waits for it goes away, so that a dropped request never cuts a transaction.
pub(crate) async fn detached<T: Send + 'static>(
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    tokio::spawn(work).await.map_err(|_| Error::unavailable("the program is being stopped"))?
}

/// Off the threads that answer requests.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Error::unavailable("the program is being stopped"))?
}
