//! What belongs to the clinic and to no person: sealed by a key of its own, which the master key wraps and which outlives
//! everybody who is erased. It is made with the first entry; a home that never has one has no such key.
//!
//! Entries are found, listed and changed as a person's are. What a list needs to know of many at once stands in clear
//! columns beside the seal, chosen one by one in `kinds.rs` and told in docs/intended-use.md; an entry whose columns
//! don't say what is under its seal is refused as damaged.

use crate::batch::Batch;
use crate::doors::noted;
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::id::{AnyId, Id};
use crate::journal::{JournalRow, What, journal_row};
use crate::open::{Inner, Store};
use crate::owner::OwnerId;
use crate::seal::Secret;
use crate::sql;
use crate::table::OfClinic;
use crate::who::By;
use crate::write::Writing;

/// The clinic of a record: there is one, at home too.
pub const CLINIC: Id<Clinic> = AnyId::NIL.of();

/// What an id of a clinic names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clinic {}

impl Store {
    /// An entry of the clinic.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find_of_clinic<R: OfClinic>(&self, id: Id<R>) -> Result<Option<Entry<R>>, Error> {
        entries::find(&self.0, CLINIC, id).await
    }

    /// All of the clinic's, in the order they were made.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn list_of_clinic<R: OfClinic>(&self) -> Result<Vec<Entry<R>>, Error> {
        entries::list(&self.0, CLINIC).await
    }

    /// A new entry of the clinic. The same id again changes nothing, so a form sent twice is harmless.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add_to_clinic<R: OfClinic>(
        &self,
        by: By,
        id: Id<R>,
        record: &R,
    ) -> Result<Entry<R>, Error> {
        let mut batch = Batch::of_clinic(by);
        batch.add(id, record.clone());
        self.commit(batch).await?;
        self.find_of_clinic(id).await?.ok_or(Error::NotFound)
    }

    /// What was done to what belongs to the clinic or to nobody, newest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn clinic_journal(&self) -> Result<Vec<JournalRow>, Error> {
        let rows = self.db().fetch(sql::JOURNAL_CLINIC, vec![]).await?;
        rows.iter().map(journal_row).collect()
    }
}

/// Makes the key, if there is none yet.
pub(crate) async fn ensure_key(inner: &Inner, writing: &mut Writing<'_>) -> Result<(), Error> {
    let rows = writing.tx.fetch(sql::CLINIC_KEY, vec![CLINIC.into()]).await?;
    let row = rows.first().ok_or_else(|| Error::corrupt("the clinic"))?;
    if row.get::<Option<Vec<u8>>>(0)?.is_some() {
        return Ok(());
    }
    let wrapped = OwnerId::Clinic.wrap(inner, &Secret::random()?)?;
    let values = vec![CLINIC.into(), inner.key_id.as_str().into(), wrapped.into()];
    writing.execute(sql::CLINIC_KEY_SET, values).await?;
    writing.journal(noted(What::Changed, "clinic", CLINIC, None, None)).await
}
