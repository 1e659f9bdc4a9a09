//! Calendar feeds: secret addresses under which a calendar reads dates; known only by the hash of their token.

use std::sync::Arc;

use jiff::Timestamp;

use crate::db::Row;
use crate::doors::{Code, noted};
use crate::entries::whole;
use crate::error::Error;
use crate::id::{AnyId, Id};
use crate::journal::{What, id, time};
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
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
            match open(&inner, &mut writing, by, person, feed).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }

    /// A feed by its token. One that was forged or edited past the record is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn find_feed(&self, token: &[u8; 32]) -> Result<Option<Feed>, Error> {
        let rows = self.db().fetch(sql::FEED_FIND, vec![token[..].into()]).await?;
        Ok(rows.first().map(|row| known(&self.0, row)).transpose()?.flatten().map(|(_, feed)| feed))
    }

    /// A person's feeds, oldest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn feeds(&self, person: PersonId) -> Result<Vec<Feed>, Error> {
        let rows = self.db().fetch(sql::FEED_LIST, vec![person.into()]).await?;
        let known = rows.iter().filter_map(|row| known(&self.0, row).transpose());
        known.map(|known| known.map(|(_, feed)| feed)).collect()
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
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    person: PersonId,
    (token, plain_titles): ([u8; 32], bool),
) -> Result<(), Error> {
    let (id, created) = (Id::<Feed>::new(by.at), whole(by.at));
    let code = code(inner, &token, id, &Feed { person, plain_titles, created })?;
    let plain = i64::from(plain_titles);
    let values = vec![token[..].into(), id.into(), person.into(), plain.into(), created.into()];
    if writing.insert(sql::FEED_ADD, values).await? > 0 {
        writing.journal(noted(What::Added, "feed", id, Some(person), Some(&code))).await?;
    }
    Ok(())
}

/// Closes a person's feeds.
pub(crate) async fn close(writing: &mut Writing<'_>, person: PersonId) -> Result<(), Error> {
    let open = writing.tx.fetch(sql::FEED_LIST, vec![person.into()]).await?;
    writing.execute(sql::FEED_CLOSE, vec![person.into()]).await?;
    for row in &open {
        // Of a row that has no name the journal says nothing.
        if let Ok(id) = id::<AnyId>(&row.get::<String>(1)?) {
            writing.journal(noted(What::Removed, "feed", id, Some(person), None)).await?;
        }
    }
    Ok(())
}

/// Codes for the feeds of before there were any.
pub(crate) async fn take_over(inner: &Inner, writing: &mut Writing<'_>) -> Result<(), Error> {
    for row in writing.tx.fetch(sql::FEED_ALL, vec![Vec::new().into()]).await? {
        let Ok((token, id, feed)) = read(&row) else { continue };
        let code = code(inner, &token, id, &feed)?;
        writing.journal(noted(What::Changed, "feed", id, Some(feed.person), Some(&code))).await?;
    }
    Ok(())
}

/// What a row says, if it is what was written.
pub(crate) fn known(inner: &Inner, row: &Row) -> Result<Option<(Id<Feed>, Feed)>, Error> {
    let Ok((token, id, feed)) = read(row) else { return Ok(None) };
    let right = code(inner, &token, id, &feed)?.is_held(row, (5, 6))?;
    if !right {
        tracing::error!(feed = %id, "a feed was forged or edited past the record");
    }
    Ok(right.then_some((id, feed)))
}

fn code(inner: &Inner, token: &[u8], id: Id<Feed>, feed: &Feed) -> Result<Code, Error> {
    let plain = i64::from(feed.plain_titles);
    let values = [token.into(), id.into(), feed.person.into(), plain.into(), feed.created.into()];
    Code::of(&inner.doors, "feed", &values)
}

fn read(row: &Row) -> Result<(Vec<u8>, Id<Feed>, Feed), Error> {
    let feed = Feed {
        person: id(&row.get::<String>(2)?)?,
        plain_titles: row.get::<i64>(3)? != 0,
        created: time(row.get(4)?)?,
    };
    Ok((row.get(0)?, id(&row.get::<String>(1)?)?, feed))
}
