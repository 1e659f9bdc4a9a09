//! What was removed a while ago, read back from the journal, where its ciphertext stays under the person's key: nothing
//! of it lies about in memory, and an erasure takes it along.

use jiff::Timestamp;

use crate::entries;
use crate::error::Error;
use crate::held;
use crate::journal::{id, time};
use crate::open::Store;
use crate::owner::OwnerId;
use crate::table::Record;
use crate::{Id, PersonId, sql};

/// An entry that was removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed<R: Record> {
    /// Its id.
    pub id: Id<R>,
    /// When it was removed.
    pub at: Timestamp,
    /// What it said.
    pub record: R,
}

impl Store {
    /// What was removed of a person's since a moment, the last removed first; also what is there again by now. Of a
    /// photograph only its record: the pixels are gone. Empty if the person was erased.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn removed<R: Record>(
        &self,
        person: PersonId,
        since: Timestamp,
    ) -> Result<Vec<Removed<R>>, Error> {
        let keys = self.db().fetch(sql::PERSON_KEY, vec![person.into()]).await?;
        let Some(key) = keys.first() else { return Ok(Vec::new()) };
        let key = OwnerId::Person(person).key(&self.0, &key.get::<Vec<u8>>(0)?)?;
        let asked = vec![person.into(), R::TABLE.name.into(), since.into()];
        let rows = self.db().fetch(sql::JOURNAL_REMOVED, asked).await?;
        let open = |row: &crate::db::Row| {
            let entry: Id<R> = id(&row.get::<String>(0)?)?;
            let damaged = || Error::corrupt(format!("entry {entry} in the journal"));
            let sealed = row.get::<Option<Vec<u8>>>(3)?.ok_or_else(damaged)?;
            let opened = held::open(&key, &entries::bound(entry, person, row.get(1)?), &sealed)?;
            let record = serde_json::from_slice(opened.json()).map_err(|_| damaged())?;
            Ok(Removed { id: entry, at: time(row.get(2)?)?, record })
        };
        rows.iter().map(open).collect()
    }
}
