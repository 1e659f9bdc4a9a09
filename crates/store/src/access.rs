//! Readings: who looked at whose record, and when. They are rows of the journal (`read`), so they stand in its chain, can't
//! be taken out unseen, and outlive an erasure; there is no second table that could say otherwise.
//!
//! Whoever works in a clinic leaves a row each time. At home one a day is enough, and none of one's own record: otherwise
//! looking at a page would write.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::db::Row;
use crate::doors::noted;
use crate::error::Error;
use crate::journal::{JournalRow, What, journal_row, time};
use crate::kinds::PersonId;
use crate::open::Store;
use crate::sql;
use crate::who::{Actor, By};
use crate::write::{Writing, detached};

impl Store {
    /// Notes that somebody reads a person's record, before they see anything of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person, [`Error::Full`], [`Error::Unavailable`].
    pub async fn note_reading(&self, by: By, person: PersonId) -> Result<(), Error> {
        if by.actor == Actor::Person(person) || self.is_noted(by, person).await? {
            return Ok(());
        }
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            // Another browser may have been faster, or have erased them.
            let there = writing.tx.fetch(sql::PERSON_KEY, vec![person.into()]).await?;
            if there.is_empty() {
                return Err(writing.refuse(Error::NotFound).await);
            }
            let last = writing.tx.fetch(sql::READING_LAST, asked(by, person)).await?;
            if !holds(by, last.first())? {
                writing.journal(noted(What::Read, "person", person, Some(person), None)).await?;
            }
            writing.end().await
        })
        .await
    }

    async fn is_noted(&self, by: By, person: PersonId) -> Result<bool, Error> {
        let last = self.db().fetch(sql::READING_LAST, asked(by, person)).await?;
        holds(by, last.first())
    }

    /// Who read a person's record, the last first; also after they were erased.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn readings(&self, person: PersonId) -> Result<Vec<JournalRow>, Error> {
        let rows = self.db().fetch(sql::READINGS, vec![person.into()]).await?;
        rows.iter().map(journal_row).collect()
    }
}

fn asked(by: By, person: PersonId) -> Vec<crate::value::Value> {
    vec![person.into(), by.actor.into()]
}

/// Whether the last reading there is says this one too.
fn holds(by: By, last: Option<&Row>) -> Result<bool, Error> {
    let Some(last) = last.filter(|_| !matches!(by.actor, Actor::Staff(_))) else {
        return Ok(false);
    };
    Ok(day(time(last.get(0)?)?) == day(by.at))
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}
