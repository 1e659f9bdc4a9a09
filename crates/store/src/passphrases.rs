//! Passphrases, known only by their hashes: each belongs to a person or a staff member, or to the house as long as there is
//! nobody. The first person takes the house's over, and the last to be erased leaves theirs to it: a door that was locked
//! stays so.

use std::sync::Arc;

use crate::error::Error;
use crate::id::AnyId;
use crate::journal::What;
use crate::kinds::PersonId;
use crate::logins::{noted, role_of, whose};
use crate::open::Store;
use crate::sql;
use crate::who::{Actor, By};
use crate::write::{Writing, detached};

impl Store {
    /// Somebody's passphrase as a PHC string, if they have one.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn passphrase(&self, actor: Actor) -> Result<Option<String>, Error> {
        let rows = self.db().fetch(sql::PASSPHRASE, vec![actor.into()]).await?;
        rows.first().map(|row| row.get(0)).transpose()
    }

    /// Everybody's, with whose it is.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn passphrases(&self) -> Result<Vec<(Actor, String)>, Error> {
        let rows = self.db().fetch(sql::PASSPHRASES, vec![]).await?;
        let read = |row: &crate::db::Row| {
            let actor = row.get::<String>(0)?.parse();
            Ok((actor.map_err(|_| Error::corrupt("a passphrase"))?, row.get(1)?))
        };
        rows.iter().map(read).collect()
    }

    /// Sets somebody's passphrase by its PHC string, or takes it away.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is nobody who could have one, [`Error::Full`], [`Error::Unavailable`].
    pub async fn set_passphrase(
        &self,
        by: By,
        actor: Actor,
        phc: Option<&str>,
    ) -> Result<(), Error> {
        let (inner, phc) = (Arc::clone(&self.0), phc.map(str::to_owned));
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            match set(&mut writing, by, actor, phc.as_deref()).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }
}

async fn set(
    writing: &mut Writing<'_>,
    by: By,
    actor: Actor,
    phc: Option<&str>,
) -> Result<(), Error> {
    role_of(&mut writing.tx, actor).await?;
    let what = match phc {
        Some(phc) => {
            let values = vec![actor.into(), by.at.into(), phc.into()];
            writing.execute(sql::PASSPHRASE_SET, values).await?;
            What::Changed
        }
        None => {
            writing.execute(sql::PASSPHRASE_UNSET, vec![actor.into()]).await?;
            What::Removed
        }
    };
    let entry = match actor {
        Actor::Person(id) => id.any(),
        Actor::Staff(id) => id.any(),
        Actor::Owner | Actor::Command | Actor::Program => AnyId::NIL,
    };
    writing.journal(noted(what, "passphrase", entry, whose(actor))).await
}

/// The house's passphrase is that of the first person.
pub(crate) async fn take_over(writing: &mut Writing<'_>, person: PersonId) -> Result<(), Error> {
    let pass_on = vec![Actor::Owner.into(), Actor::Person(person).into()];
    writing.execute(sql::PASSPHRASE_BECOME, pass_on).await?;
    Ok(())
}

/// Whoever goes leaves nothing, unless nobody is left.
pub(crate) async fn leave(writing: &mut Writing<'_>, person: PersonId) -> Result<(), Error> {
    let gone = Actor::Person(person);
    if writing.tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
        writing.execute(sql::PASSPHRASE_BECOME, vec![gone.into(), Actor::Owner.into()]).await?;
    }
    writing.execute(sql::PASSPHRASE_UNSET, vec![gone.into()]).await?;
    Ok(())
}
