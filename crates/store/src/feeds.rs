//! Calendar feeds: secret addresses under which a calendar reads dates; known only by the hash of their token.

use std::sync::Arc;

use jiff::Timestamp;

use crate::db::Row;
use crate::error::Error;
use crate::id::{AnyId, Id};
use crate::journal::{What, id, time};
use crate::kinds::PersonId;
use crate::logins::noted;
use crate::open::Store;
use crate::sql;
use crate::who::By;
use crate::write::{Writing, detached};

/// An address that gives a person's dates to whoever knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Whose dates.
    pub person: PersonId,
    /// Whether titles say what it is; otherwise they are neutral.
    pub plain_titles: bool,
    /// Since when.
    pub created: Timestamp,
}

/// What becomes of the feeds that there are when one is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Stay,
    Close,
}

impl Store {
    /// Opens a feed; `token` is the SHA-256 of what the address holds. The same token again changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person, [`Error::Full`], [`Error::Unavailable`].
    pub async fn open_feed(
        &self,
        by: By,
        person: PersonId,
        token: &[u8; 32],
        plain_titles: bool,
    ) -> Result<(), Error> {
        self.add_feed(by, person, (*token, plain_titles), Before::Stay).await
    }

    /// Opens a feed in place of all before it: there is no moment without one, and none with two.
    ///
    /// # Errors
    /// As [`Store::open_feed`].
    pub async fn replace_feeds(
        &self,
        by: By,
        person: PersonId,
        token: &[u8; 32],
        plain_titles: bool,
    ) -> Result<(), Error> {
        self.add_feed(by, person, (*token, plain_titles), Before::Close).await
    }

    async fn add_feed(
        &self,
        by: By,
        person: PersonId,
        feed: ([u8; 32], bool),
        before: Before,
    ) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            if before == Before::Close {
                close(&mut writing, person).await?;
            }
            match open(&mut writing, by, person, feed).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }

    /// A feed by its token.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn find_feed(&self, token: &[u8; 32]) -> Result<Option<Feed>, Error> {
        let rows = self.db().fetch(sql::FEED_FIND, vec![token[..].into()]).await?;
        rows.first().map(feed).transpose()
    }

    /// A person's feeds, oldest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn feeds(&self, person: PersonId) -> Result<Vec<Feed>, Error> {
        let rows = self.db().fetch(sql::FEED_LIST, vec![person.into()]).await?;
        rows.iter().map(feed).collect()
    }

    /// Closes a person's feeds: their addresses give nothing any more.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_feeds(&self, by: By, person: PersonId) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            close(&mut writing, person).await?;
            writing.end().await
        })
        .await
    }
}

async fn open(
    writing: &mut Writing<'_>,
    by: By,
    person: PersonId,
    (token, plain_titles): ([u8; 32], bool),
) -> Result<(), Error> {
    let (id, plain) = (Id::<Feed>::new(by.at), i64::from(plain_titles));
    let values = vec![token[..].into(), id.into(), person.into(), plain.into(), by.at.into()];
    if writing.insert(sql::FEED_ADD, values).await? > 0 {
        writing.journal(noted(What::Added, "feed", id, Some(person))).await?;
    }
    Ok(())
}

async fn close(writing: &mut Writing<'_>, person: PersonId) -> Result<(), Error> {
    if writing.execute(sql::FEED_CLOSE, vec![person.into()]).await? > 0 {
        writing.journal(noted(What::Removed, "feed", AnyId::NIL, Some(person))).await?;
    }
    Ok(())
}

fn feed(row: &Row) -> Result<Feed, Error> {
    Ok(Feed {
        person: id(&row.get::<String>(0)?)?,
        plain_titles: row.get::<i64>(1)? != 0,
        created: time(row.get(2)?)?,
    })
}
