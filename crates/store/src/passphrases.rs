//! Passphrases, known only by their hashes: each belongs to a person or a staff member, or to the house as long as there is
//! nobody. The first person takes the house's over, and the last to be erased leaves theirs to it: a door that was locked
//! stays so.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::db::Row;
use crate::doors::{Code, noted, whose};
use crate::error::Error;
use crate::id::AnyId;
use crate::journal::{What, id};
use crate::kinds::PersonId;
use crate::logins::role_of;
use crate::open::{Inner, Store};
use crate::sql;
use crate::who::{Actor, By};
use crate::write::{Writing, detached};

/// A passphrase that is set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passphrase {
    /// Its hash, as a PHC string.
    Phc(String),
    /// It was edited or taken away past the record, so nothing fits it until it is set or removed anew.
    Damaged,
}

impl Passphrase {
    /// Its hash; `None` if nothing fits it.
    #[must_use]
    pub fn phc(&self) -> Option<&str> {
        match self {
            Self::Phc(phc) => Some(phc),
            Self::Damaged => None,
        }
    }
}

impl Store {
    /// Somebody's passphrase, if they have one. One that was put in past the record is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn passphrase(&self, actor: Actor) -> Result<Option<Passphrase>, Error> {
        let row = self.db().fetch(sql::PASSPHRASE, vec![actor.into()]).await?;
        let told = self.db().fetch(sql::PASSPHRASE_TOLD, vec![entry_of(actor).into()]).await?;
        known(&self.0, actor, row.first(), told.first())
    }

    /// Everybody's that the journal says is set, with whose it is.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn passphrases(&self) -> Result<Vec<(Actor, Passphrase)>, Error> {
        let mut all = Vec::new();
        for row in self.db().fetch(sql::PASSPHRASES_TOLD, vec!["".into()]).await? {
            let actor = told_of(&row)?;
            all.extend(self.passphrase(actor).await?.map(|known| (actor, known)));
        }
        Ok(all)
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
            match set(&inner, &mut writing, by, actor, phc.as_deref()).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }
}

async fn set(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    actor: Actor,
    phc: Option<&str>,
) -> Result<(), Error> {
    role_of(inner, &mut writing.tx, actor).await?;
    let (what, code) = match phc {
        Some(phc) => {
            let values = vec![actor.into(), by.at.into(), phc.into()];
            writing.execute(sql::PASSPHRASE_SET, values).await?;
            (What::Changed, Some(code(inner, actor, by.at.as_microsecond(), phc)?))
        }
        None => {
            writing.execute(sql::PASSPHRASE_UNSET, vec![actor.into()]).await?;
            (What::Removed, None)
        }
    };
    let entry = entry_of(actor);
    writing.journal(noted(what, "passphrase", entry, whose(actor), code.as_ref())).await
}

/// What the journal calls it by whose it is.
fn entry_of(actor: Actor) -> AnyId {
    match actor {
        Actor::Person(id) => id.any(),
        Actor::Staff(id) => id.any(),
        Actor::Owner | Actor::Command | Actor::Program => AnyId::NIL,
    }
}

/// Whose it is that a row of the journal is about.
fn told_of(row: &Row) -> Result<Actor, Error> {
    let entry: AnyId = id(&row.get::<String>(0)?)?;
    Ok(match row.get::<Option<String>>(1)? {
        Some(_) => Actor::Person(entry.of()),
        None if entry == AnyId::NIL => Actor::Owner,
        None => Actor::Staff(entry.of()),
    })
}

fn code(inner: &Inner, actor: Actor, changed: i64, phc: &str) -> Result<Code, Error> {
    Code::of(&inner.doors, "passphrase", &[actor.into(), changed.into(), phc.into()])
}

/// What a row says, held against what the journal told last.
fn known(
    inner: &Inner,
    actor: Actor,
    row: Option<&Row>,
    told: Option<&Row>,
) -> Result<Option<Passphrase>, Error> {
    let Some(told) = told.filter(|told| is_set(told)) else { return Ok(None) };
    let Some(row) = row else { return Ok(Some(Passphrase::Damaged)) };
    let phc: String = row.get(0)?;
    let right = code(inner, actor, row.get(1)?, &phc)?.is_held(told, (2, 3))?;
    Ok(Some(if right { Passphrase::Phc(phc) } else { Passphrase::Damaged }))
}

fn is_set(told: &Row) -> bool {
    told.get::<String>(2).is_ok_and(|what| what != What::Removed.word())
}

async fn known_in(
    inner: &Inner,
    writing: &mut Writing<'_>,
    actor: Actor,
) -> Result<Option<Passphrase>, Error> {
    let row = writing.tx.fetch(sql::PASSPHRASE, vec![actor.into()]).await?;
    let told = writing.tx.fetch(sql::PASSPHRASE_TOLD, vec![entry_of(actor).into()]).await?;
    known(inner, actor, row.first(), told.first())
}

/// The house's passphrase is that of the first person.
pub(crate) async fn take_over(
    inner: &Inner,
    writing: &mut Writing<'_>,
    person: PersonId,
) -> Result<(), Error> {
    hand_on(inner, writing, Actor::Owner, Actor::Person(person)).await
}

/// Whoever goes leaves nothing, unless nobody is left.
pub(crate) async fn leave(
    inner: &Inner,
    writing: &mut Writing<'_>,
    person: PersonId,
) -> Result<(), Error> {
    let gone = Actor::Person(person);
    if writing.tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
        hand_on(inner, writing, gone, Actor::Owner).await?;
    }
    unset(inner, writing, gone).await
}

/// Hands it on to somebody who has none. One that is damaged can't be: it stays shut where it is.
async fn hand_on(
    inner: &Inner,
    writing: &mut Writing<'_>,
    from: Actor,
    to: Actor,
) -> Result<(), Error> {
    let (ours, theirs) =
        (known_in(inner, writing, from).await?, known_in(inner, writing, to).await?);
    let (Some(Passphrase::Phc(phc)), None) = (ours, theirs) else { return Ok(()) };
    let by = writing.by();
    writing
        .execute(sql::PASSPHRASE_SET, vec![to.into(), by.at.into(), phc.as_str().into()])
        .await?;
    let code = code(inner, to, by.at.as_microsecond(), &phc)?;
    let change = noted(What::Changed, "passphrase", entry_of(to), whose(to), Some(&code));
    writing.journal(change).await?;
    unset(inner, writing, from).await
}

/// Takes somebody's away, if they have one.
pub(crate) async fn unset(
    inner: &Inner,
    writing: &mut Writing<'_>,
    actor: Actor,
) -> Result<(), Error> {
    let known = known_in(inner, writing, actor).await?;
    writing.execute(sql::PASSPHRASE_UNSET, vec![actor.into()]).await?;
    if known.is_none() {
        return Ok(());
    }
    writing.journal(noted(What::Removed, "passphrase", entry_of(actor), whose(actor), None)).await
}

/// Codes for the passphrases of before there were any. The journal did not say then when one was handed on.
pub(crate) async fn take_over_all(inner: &Inner, writing: &mut Writing<'_>) -> Result<(), Error> {
    let mut set = BTreeSet::new();
    for row in writing.tx.fetch(sql::PASSPHRASES, vec![]).await? {
        let Ok(actor) = row.get::<String>(0)?.parse::<Actor>() else { continue };
        let code = code(inner, actor, row.get(2)?, &row.get::<String>(1)?)?;
        let change = noted(What::Changed, "passphrase", entry_of(actor), whose(actor), Some(&code));
        writing.journal(change).await?;
        set.insert(actor);
    }
    for row in writing.tx.fetch(sql::PASSPHRASES_TOLD, vec!["".into()]).await? {
        let actor = told_of(&row)?;
        if !set.contains(&actor) {
            let change = noted(What::Removed, "passphrase", entry_of(actor), whose(actor), None);
            writing.journal(change).await?;
        }
    }
    Ok(())
}
