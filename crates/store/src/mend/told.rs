//! What the journal says of an entry, and the row that it tells of. What is done with it is in [`super`].

use super::Mending;
use crate::error::Error;
use crate::held::{self, Beside};
use crate::id::{AnyId, Id};
use crate::journal::What;
use crate::owner::{Owner, OwnerId};
use crate::seal::Secret;
use crate::sql;
use crate::table::Kept;
use crate::value::Value;

/// What the journal says of an entry.
pub(super) struct Told<R: Kept> {
    pub owner: Id<R::Owner>,
    pub id: Id<R>,
    pub version: i64,
    pub sealed: Vec<u8>,
}

impl Mending<'_> {
    /// What the journal says of an entry, if it says that it is there; whose it is, it says too.
    pub(super) async fn told<R: Kept>(&self, id: Id<R>) -> Result<Option<Told<R>>, Error> {
        for owner in &self.owners {
            // A clinic's entry is nobody else's, and the other way.
            if R::Owner::of(owner.id().of()) != *owner {
                continue;
            }
            if let Some((version, sealed)) = self.said(*owner, R::TABLE.name, id.any()).await? {
                return Ok(Some(Told { owner: owner.id().of(), id, version, sealed }));
            }
        }
        Ok(None)
    }

    /// Version and ciphertext of an entry, as the last row of somebody's journal about it left it.
    async fn said(
        &self,
        owner: OwnerId,
        table: &'static str,
        id: AnyId,
    ) -> Result<Option<(i64, Vec<u8>)>, Error> {
        let (sql, mut asked) = match owner {
            OwnerId::Person(person) => (sql::SAID, vec![person.into()]),
            OwnerId::Clinic => (sql::SAID_OF_CLINIC, Vec::new()),
        };
        asked.extend([table.into(), id.into()]);
        let rows = self.store.db().fetch(sql, asked).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let what: String = row.get(0)?;
        let is_there = [What::Added, What::Changed].iter().any(|there| there.word() == what);
        let said = row.get::<Option<i64>>(1)?.zip(row.get::<Option<Vec<u8>>>(2)?);
        Ok(said.filter(|_| is_there))
    }
}

impl<R: Kept> Told<R> {
    /// What it says, and what stands beside its seal, if that is bound.
    pub(super) fn open(&self, key: &Secret) -> Option<(Beside, R)> {
        let bound = crate::entries::bound::<R>(self.id, self.owner, self.version);
        let opened = held::open(key, &bound, &self.sealed).ok()?;
        Some((opened.beside()?, serde_json::from_slice(opened.json()).ok()?))
    }

    /// As a new row is told.
    pub(super) fn row(&self, beside: &Beside, record: &R, more: Vec<Value>) -> Vec<Value> {
        let mut values: Vec<Value> = vec![
            self.owner.into(),
            self.id.into(),
            self.version.into(),
            beside.created.into(),
            beside.changed.into(),
            self.sealed.clone().into(),
        ];
        if R::TABLE.parent {
            values.push(Value::Text(beside.parent.map(|parent| parent.to_string())));
        }
        values.extend(record.cells().into_iter().chain(more));
        values
    }
}
