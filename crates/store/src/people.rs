//! People: their profile, and the key that seals everything of theirs.

use std::sync::Arc;

use crate::batch::Batch;
use crate::clinic::CLINIC;
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::journal::id;
use crate::kinds::PersonId;
use crate::logins;
use crate::open::{Inner, Store};
use crate::owner::OwnerId;
use crate::passphrases;
use crate::records::Profile;
use crate::seal::Secret;
use crate::sql;
use crate::step::Draft;
use crate::value::Value;
use crate::who::{Actor, By};
use crate::write::{Writing, detached};

impl Store {
    /// A new person, with a key of their own. `entry.person` is `entry.id`.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add_person(&self, by: By, profile: &Profile) -> Result<Entry<Profile>, Error> {
        self.add_person_as(by, PersonId::new(by.at), profile).await
    }

    /// A person with a given id, for bringing an export back in; the same id again gives back who is there.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add_person_as(
        &self,
        by: By,
        person: PersonId,
        profile: &Profile,
    ) -> Result<Entry<Profile>, Error> {
        let (inner, profile) = (Arc::clone(&self.0), profile.clone());
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            if let Some(found) = entries::find_in(&inner, &mut writing.tx, person, person).await? {
                writing.forget().await?;
                return Ok(found);
            }
            let entry = entries::new_entry(by, person, person, profile);
            insert(&inner, &mut writing, &entry).await?;
            writing.commit().await?;
            Ok(entry)
        })
        .await
    }

    /// Somebody starts a record of their own in a browser, which acts as them from now on. The id comes with the form, so
    /// pressing twice makes one. No other browser becomes theirs.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the login was closed, [`Error::Full`], [`Error::Unavailable`].
    pub async fn start_person(
        &self,
        by: By,
        (token, person): (&[u8; 32], PersonId),
        profile: &Profile,
    ) -> Result<Entry<Profile>, Error> {
        let (inner, token, profile) = (Arc::clone(&self.0), *token, profile.clone());
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            if let Some(found) = entries::find_in(&inner, &mut writing.tx, person, person).await? {
                writing.forget().await?;
                return Ok(found);
            }
            let entry = entries::new_entry(by, person, person, profile);
            insert(&inner, &mut writing, &entry).await?;
            match logins::act_as(&inner, &mut writing, &token, Actor::Person(person)).await {
                Ok(()) => writing.commit().await?,
                Err(error) => return Err(writing.refuse(error).await),
            }
            Ok(entry)
        })
        .await
    }

    /// Everybody, oldest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn people(&self) -> Result<Vec<PersonId>, Error> {
        let rows = self.db().fetch(sql::PEOPLE, vec![]).await?;
        rows.iter().map(|row| id(&row.get::<String>(0)?)).collect()
    }

    /// A person.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find_person(&self, person: PersonId) -> Result<Option<Entry<Profile>>, Error> {
        entries::find(&self.0, person, person).await
    }

    /// A new version of a person's profile.
    ///
    /// # Errors
    /// [`Error::Stale`] if somebody else was faster, [`Error::NotFound`], [`Error::Full`], [`Error::Unavailable`].
    pub async fn change_person(
        &self,
        by: By,
        before: &Entry<Profile>,
        profile: Profile,
    ) -> Result<Entry<Profile>, Error> {
        let mut batch = Batch::new(by, before.id);
        let entry = batch.change(before, profile);
        self.commit(batch).await?;
        Ok(entry)
    }
}

/// Inserts with a new key, and writes the journal. The first of all takes the house's passphrase over, also if an import
/// brings them; no browser becomes theirs by that.
pub(crate) async fn insert(
    inner: &Inner,
    writing: &mut Writing<'_>,
    entry: &Entry<Profile>,
) -> Result<(), Error> {
    let first = writing.tx.fetch(sql::ANYBODY, vec![]).await?.is_empty();
    let key = Secret::random()?;
    let wrapped = OwnerId::Person(entry.id).wrap(inner, &key)?;
    let draft = Draft::of(entry)?;
    let sealed = draft.seal(&key, &[])?;
    let values: Vec<Value> = vec![
        entry.id.into(),
        entry.version.into(),
        entry.created.into(),
        entry.changed.into(),
        sealed.clone().into(),
        CLINIC.into(),
        inner.key_id.as_str().into(),
        wrapped.into(),
    ];
    writing.execute(sql::PERSON.insert, values).await?;
    writing.journal(draft.told(None, sealed)).await?;
    if first {
        passphrases::take_over(inner, writing, entry.id).await?;
    }
    Ok(())
}
