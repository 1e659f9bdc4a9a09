//! Reading several things as they were at one moment: what one page says belongs together.
//!
//! Nobody waits for a reader, and a reader waits for nobody. What it saw may be old by the time it is used; a change is
//! refused then, since it names the version that was read (`entries.rs`).

use std::sync::Arc;

use crate::db::Tx;
use crate::entries::{Listed, find_in, list_in, readable_in};
use crate::entry::Entry;
use crate::error::Error;
use crate::id::Id;
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::records::Profile;
use crate::table::Record;

/// The record at one moment: that of the first reading. Give it back with [`Snapshot::end`]; dropped, it costs a
/// connection.
pub struct Snapshot {
    inner: Arc<Inner>,
    tx: Tx,
}

impl Store {
    /// The record at one moment. It holds a connection of few: read, end it, then decide.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn snapshot(&self) -> Result<Snapshot, Error> {
        let tx = self.db().snapshot().await?;
        Ok(Snapshot { inner: Arc::clone(&self.0), tx })
    }
}

impl Snapshot {
    /// As [`Store::find`].
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find<R: Record>(
        &mut self,
        person: PersonId,
        id: Id<R>,
    ) -> Result<Option<Entry<R>>, Error> {
        find_in(&self.inner, &mut self.tx, person, id).await
    }

    /// As [`Store::find_person`].
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find_person(&mut self, person: PersonId) -> Result<Option<Entry<Profile>>, Error> {
        find_in(&self.inner, &mut self.tx, person, person).await
    }

    /// As [`Store::list`].
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn list<R: Record>(&mut self, person: PersonId) -> Result<Vec<Entry<R>>, Error> {
        list_in(&self.inner, &mut self.tx, person).await
    }

    /// What can be read of a kind, and what of it can't: one damaged entry takes no other along.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn readable<R: Record>(&mut self, person: PersonId) -> Result<Listed<R>, Error> {
        readable_in(&self.inner, &mut self.tx, person).await
    }

    /// Gives the connection back.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn end(self) -> Result<(), Error> {
        self.tx.rollback().await
    }
}
