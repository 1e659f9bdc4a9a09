//! Visits: browser sessions, known only by the hash of their token; and the passphrase, known only by its hash.

use std::sync::Arc;

use jiff::Timestamp;

use crate::entry::{By, Id};
use crate::error::Error;
use crate::journal::{What, id, time};
use crate::open::Store;
use crate::sql;
use crate::write::{Change, Writing, detached};

/// A browser that was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Whose record it looks at, once chosen.
    pub person: Option<Id>,
    /// When it was let in.
    pub created: Timestamp,
    /// When it was last noted to be there.
    pub seen: Timestamp,
}

impl Store {
    /// Lets a browser in; `token` is the SHA-256 of what its cookie holds.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person, [`Error::Full`], [`Error::Unavailable`].
    pub async fn open_visit(
        &self,
        by: By,
        token: &[u8; 32],
        person: Option<Id>,
    ) -> Result<(), Error> {
        let (inner, token, id) = (Arc::clone(&self.0), *token, Id::new(by.at));
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            let values = vec![token[..].into(), id.into(), person.into(), by.at.into()];
            if writing.insert(sql::VISIT_ADD, values).await? == 0 {
                return writing.forget().await;
            }
            writing.journal(noted(What::Added, "visit", id, person)).await?;
            writing.commit().await
        })
        .await
    }

    /// A visit by its token.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn find_visit(&self, token: &[u8; 32]) -> Result<Option<Visit>, Error> {
        let rows = self.db().fetch(sql::VISIT_FIND, vec![token[..].into()]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let person = row.get::<Option<String>>(0)?.as_deref().map(id).transpose()?;
        Ok(Some(Visit { person, created: time(row.get(1)?)?, seen: time(row.get(2)?)? }))
    }

    /// Notes whom a visit looks at and that it is still there. Not journalled: it changes nobody's record.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it was closed or there is no such person, [`Error::Full`],
    /// [`Error::Unavailable`].
    pub async fn bind_visit(
        &self,
        token: &[u8; 32],
        person: Option<Id>,
        seen: Timestamp,
    ) -> Result<(), Error> {
        let values = vec![token[..].into(), person.into(), seen.into()];
        if self.execute(sql::VISIT_BIND, values).await? == 0 {
            Err(Error::NotFound)
        } else {
            Ok(())
        }
    }

    /// Shows a browser out.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_visit(&self, token: &[u8; 32]) -> Result<(), Error> {
        self.execute(sql::VISIT_CLOSE, vec![token[..].into()]).await.map(drop)
    }

    /// Shows every browser out but the one with this token, which stays as it is.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_other_visits(&self, token: &[u8; 32]) -> Result<(), Error> {
        self.execute(sql::VISIT_CLOSE_OTHERS, vec![token[..].into()]).await.map(drop)
    }

    /// The passphrase as a PHC string, if one is set.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn passphrase(&self) -> Result<Option<String>, Error> {
        let rows = self.db().fetch(sql::PASSPHRASE, vec![]).await?;
        rows.first().map(|row| row.get(0)).transpose()
    }

    /// Sets the passphrase by its PHC string, or takes it away.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn set_passphrase(&self, by: By, phc: Option<&str>) -> Result<(), Error> {
        let (inner, phc) = (Arc::clone(&self.0), phc.map(str::to_owned));
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            let (what, sql, values) = match phc {
                Some(phc) => {
                    (What::Changed, sql::PASSPHRASE_SET, vec![by.at.into(), phc.as_str().into()])
                }
                None => (What::Removed, sql::PASSPHRASE_UNSET, vec![]),
            };
            writing.execute(sql, values).await?;
            writing.journal(noted(what, "credential", Id::NIL, None)).await?;
            writing.commit().await
        })
        .await
    }

    /// One statement that isn't journalled.
    async fn execute(
        &self,
        sql: &'static str,
        values: Vec<crate::value::Value>,
    ) -> Result<u64, Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            let rows = tx.execute(sql, values).await.map_err(Error::of_insert)?;
            tx.commit().await?;
            Ok(rows)
        })
        .await
    }
}

/// A change of something that holds nothing of a person, so there is no before and after.
pub(crate) fn noted(
    what: What,
    table: &'static str,
    entry: Id,
    person: Option<Id>,
) -> Change<'static> {
    Change { what, table, entry, person, version: 0, before: None, after: None }
}
