//! One-time keys that let a browser in. Of each only the hash is kept, with whom it lets in and since when, under a code
//! (`doors.rs`): a row that was written without the master key lets nobody in, and one that was put back opens nothing to
//! whoever doesn't hold the key itself.
//!
//! They are in the record, so that any program on it can give one out and any can take it: a command for a service that
//! nobody sees, or another node. They are no part of a backup and have no row in the journal; the login that follows has.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::doors::Code;
use crate::error::Error;
use crate::journal::time;
use crate::open::{Inner, Store};
use crate::sql;
use crate::who::Actor;
use crate::write::detached;

/// A key lets in for so long after it was made.
pub const ENTRY_KEY_LASTS: SignedDuration = SignedDuration::from_mins(15);

impl Store {
    /// Notes a key by the SHA-256 of what its holder has. Those that have ended are forgotten.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::ReadOnly`], [`Error::Unavailable`].
    pub async fn give_entry_key(
        &self,
        token: &[u8; 32],
        lets_in: Actor,
        at: Timestamp,
    ) -> Result<(), Error> {
        let (inner, token) = (Arc::clone(&self.0), *token);
        detached(async move {
            let code = code(&inner, &token, lets_in, at)?;
            let values = vec![token[..].into(), lets_in.into(), at.into(), code.bytes().into()];
            let mut tx = inner.db.begin().await?;
            let ended = vec![(at - ENTRY_KEY_LASTS).into(), (at + ENTRY_KEY_LASTS).into()];
            tx.execute(sql::ENTRY_KEYS_END, ended).await?;
            tx.execute(sql::ENTRY_KEY_ADD, values).await?;
            tx.commit().await
        })
        .await
    }

    /// Uses a key up, and says whom it lets in. A clock that was set back by more than a key lasts ends it too.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::ReadOnly`], [`Error::Unavailable`]; the key stays then.
    pub async fn take_entry_key(
        &self,
        token: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<Actor>, Error> {
        let (inner, token) = (Arc::clone(&self.0), *token);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            let rows = tx.fetch(sql::ENTRY_KEY_TAKE, vec![token[..].into()]).await?;
            tx.commit().await?;
            let Some(row) = rows.first() else { return Ok(None) };
            let (Ok(actor), at) = (row.get::<String>(0)?.parse(), time(row.get(1)?)?) else {
                return Ok(None);
            };
            let right =
                code(&inner, &token, actor, at)?.is(row.get::<Option<Vec<u8>>>(2)?.as_deref());
            let lasts = now.duration_since(at).abs() <= ENTRY_KEY_LASTS;
            Ok((right && lasts).then_some(actor))
        })
        .await
    }

    /// Nobody comes in as them by a key any more that was made before.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::ReadOnly`], [`Error::Unavailable`].
    pub async fn forget_entry_keys(&self, lets_in: Actor) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            tx.execute(sql::ENTRY_KEYS_FORGET, vec![lets_in.into()]).await?;
            tx.commit().await
        })
        .await
    }
}

fn code(inner: &Inner, token: &[u8; 32], lets_in: Actor, at: Timestamp) -> Result<Code, Error> {
    Code::of(&inner.doors, "entry key", &[token[..].into(), lets_in.into(), at.into()])
}
