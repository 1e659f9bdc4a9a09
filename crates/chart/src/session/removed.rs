//! Taking a session back, with the check-ins that followed it, and bringing it back for a while.
//!
//! Photographs are never removed along the way. What was removed lies sealed in the journal.

use jiff::{SignedDuration, Timestamp};
use store::records::{CheckIn, Photo, Session};
use store::{Batch, By, Entry, Error, PersonId, Removed, SessionId, Store};

/// How long a removed session can be brought back.
pub const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);

/// Why a session is not removed.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Photographs hang on it.
    #[error("photographs belong to the session")]
    Held,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// Removes a session with its check-ins.
///
/// # Errors
/// Why it stays.
pub async fn remove_session(store: &Store, by: By, entry: &Entry<Session>) -> Result<(), Refused> {
    let (person, id) = (entry.person, entry.id);
    let photos = store.list::<Photo>(person).await?;
    if photos.iter().any(|photo| photo.record.session == Some(id)) {
        return Err(Refused::Held);
    }
    // Those written down for it, wherever they count: only they hang on it.
    let mut checkins: Vec<Entry<CheckIn>> = store.list(person).await?;
    checkins.retain(|checkin| checkin.record.session == id);
    let mut batch = Batch::new(by, person);
    for checkin in &checkins {
        batch.remove(checkin);
    }
    batch.remove(entry);
    Ok(store.commit(batch).await?)
}

/// A session removed not long ago, with the check-ins that went with it.
#[derive(Clone, Debug)]
pub struct Gone {
    id: SessionId,
    record: Session,
    checkins: Vec<Removed<CheckIn>>,
}

impl Gone {
    /// The session of an id, if it can be brought back now.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn find(
        store: &Store,
        (person, id): (PersonId, SessionId),
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let since = now - BACK_FOR;
        let sessions = store.removed::<Session>(person, since).await?;
        let Some(session) = sessions.into_iter().find(|session| session.id == id) else {
            return Ok(None);
        };
        let mut checkins = store.removed::<CheckIn>(person, since).await?;
        // What was taken back by itself, before or after, stays away.
        checkins.retain(|one| one.record.session == id && one.at == session.at);
        Ok(Some(Self { id, record: session.record, checkins }))
    }
    /// Brings it back, with all of them or not at all.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn restore(self, store: &Store, by: By, person: PersonId) -> Result<(), Error> {
        let mut batch = Batch::new(by, person);
        batch.add(self.id, self.record);
        for checkin in self.checkins {
            batch.add(checkin.id, checkin.record);
        }
        store.commit(batch).await
    }
}

#[cfg(test)]
mod tests;
