//! Logins: browsers that were let in, known only by the hash of their token, and as whom.
//!
//! What somebody is let in as follows from who they are: at home one of the household, in a clinic the role of their entry
//! among the staff. Whoever is gone has no login: it goes with the person or the staff member, in the same transaction.

use std::sync::Arc;

use jiff::Timestamp;

use crate::db::{Row, Tx};
use crate::error::Error;
use crate::id::AnyId;
use crate::journal::{What, id, time};
use crate::kinds::{LoginId, PersonId, StaffId};
use crate::open::Store;
use crate::sql;
use crate::value::Value;
use crate::who::{Actor, By, Role, StaffRole};
use crate::write::{Change, Writing, detached};

/// A browser that was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// Its name, which isn't its token.
    pub id: LoginId,
    /// Who acts in it.
    pub actor: Actor,
    /// As what.
    pub role: Role,
    /// The language they read, if they said so here; otherwise as the browser has it.
    pub language: Option<String>,
    /// Where they are: an IANA zone, if they said so here.
    pub zone: Option<String>,
    /// When it was let in.
    pub created: Timestamp,
    /// When it was last noted to be there.
    pub seen: Timestamp,
}

/// How somebody wants to be spoken to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// A language, for example `en`.
    pub language: Option<String>,
    /// An IANA zone.
    pub zone: Option<String>,
}

impl Store {
    /// Lets a browser in; `token` is the SHA-256 of what its cookie holds. The same token again changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is nobody who could act so: no such person, no such staff member or one who left;
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn open_login(
        &self,
        by: By,
        token: &[u8; 32],
        actor: Actor,
        reader: &Reader,
    ) -> Result<(), Error> {
        let (inner, token, reader) = (Arc::clone(&self.0), *token, reader.clone());
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            match open(&mut writing, by, &token, actor, reader).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }

    /// A login by its token.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find_login(&self, token: &[u8; 32]) -> Result<Option<Login>, Error> {
        let rows = self.db().fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
        rows.first().map(login).transpose()
    }

    /// Somebody else acts in this browser from now on. Whether they may is settled by whoever calls.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it was closed or nobody could act so, [`Error::Full`], [`Error::Unavailable`].
    pub async fn act_as(&self, by: By, token: &[u8; 32], actor: Actor) -> Result<(), Error> {
        let (inner, token) = (Arc::clone(&self.0), *token);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            match act_as(&mut writing, &token, actor).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }

    /// Notes that a browser is still there. Not journalled: it changes nobody's record.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it was closed, [`Error::Full`], [`Error::Unavailable`].
    pub async fn note_seen(&self, token: &[u8; 32], seen: Timestamp) -> Result<(), Error> {
        found(self.execute(sql::LOGIN_SEEN, vec![token[..].into(), seen.into()]).await?)
    }

    /// How whoever acts in this browser wants to be spoken to. Not journalled either.
    ///
    /// # Errors
    /// As [`Store::note_seen`].
    pub async fn change_reader(&self, token: &[u8; 32], reader: &Reader) -> Result<(), Error> {
        let Reader { language, zone } = reader.clone();
        let values = vec![token[..].into(), Value::Text(language), Value::Text(zone)];
        found(self.execute(sql::LOGIN_READER, values).await?)
    }

    /// Shows a browser out.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_login(&self, token: &[u8; 32]) -> Result<(), Error> {
        self.execute(sql::LOGIN_CLOSE, vec![token[..].into()]).await.map(drop)
    }

    /// Shows every browser of somebody's out but the one with this token, which stays as it is.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_other_logins_of(&self, actor: Actor, token: &[u8; 32]) -> Result<(), Error> {
        let values = vec![actor.into(), token[..].into()];
        self.execute(sql::LOGIN_CLOSE_OTHERS_OF, values).await.map(drop)
    }

    /// One statement that isn't journalled.
    async fn execute(&self, sql: &'static str, values: Vec<Value>) -> Result<u64, Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            let rows = tx.execute(sql, values).await?;
            tx.commit().await?;
            Ok(rows)
        })
        .await
    }
}

fn found(rows: u64) -> Result<(), Error> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

async fn open(
    writing: &mut Writing<'_>,
    by: By,
    token: &[u8; 32],
    actor: Actor,
    reader: Reader,
) -> Result<(), Error> {
    let role = role_of(&mut writing.tx, actor).await?;
    let login = LoginId::new(by.at);
    let values = vec![
        token[..].into(),
        login.into(),
        actor.into(),
        role.word().into(),
        Value::Text(reader.language),
        Value::Text(reader.zone),
        by.at.into(),
    ];
    if writing.insert(sql::LOGIN_ADD, values).await? > 0 {
        writing.journal(noted(What::Added, "login", login, whose(actor))).await?;
    }
    Ok(())
}

pub(crate) async fn act_as(
    writing: &mut Writing<'_>,
    token: &[u8; 32],
    actor: Actor,
) -> Result<(), Error> {
    let role = role_of(&mut writing.tx, actor).await?;
    let rows = writing.tx.fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
    let before = login(rows.first().ok_or(Error::NotFound)?)?;
    if before.actor != actor {
        let values = vec![token[..].into(), actor.into(), role.word().into()];
        writing.execute(sql::LOGIN_ACTS, values).await?;
        writing.journal(noted(What::Changed, "login", before.id, whose(actor))).await?;
    }
    Ok(())
}

/// As what somebody is let in, if they are there.
pub(crate) async fn role_of(tx: &mut Tx, actor: Actor) -> Result<Role, Error> {
    match actor {
        Actor::Owner => Ok(Role::Home),
        Actor::Person(person) => {
            let rows = tx.fetch(sql::PERSON_KEY, vec![person.into()]).await?;
            rows.first().map(|_| Role::Home).ok_or(Error::NotFound)
        }
        Actor::Staff(staff) => {
            let rows = tx.fetch(sql::STAFF_ROLE, vec![staff.into()]).await?;
            let word: String = rows.first().ok_or(Error::NotFound)?.get(0)?;
            let role = StaffRole::find(&word).ok_or_else(|| Error::corrupt("a role"))?;
            Ok(Role::Staff(role))
        }
        Actor::Command | Actor::Program => Err(Error::NotFound),
    }
}

/// The logins of a staff member have the role that is written now; whoever left has none, and no passphrase.
pub(crate) async fn follow_staff(writing: &mut Writing<'_>, staff: StaffId) -> Result<(), Error> {
    let actor = Actor::Staff(staff);
    match role_of(&mut writing.tx, actor).await {
        Ok(role) => {
            writing.execute(sql::LOGIN_ROLE, vec![actor.into(), role.word().into()]).await?;
        }
        Err(Error::NotFound) => {
            writing.execute(sql::LOGIN_CLOSE_OF, vec![actor.into()]).await?;
            writing.execute(sql::PASSPHRASE_UNSET, vec![actor.into()]).await?;
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

fn login(row: &Row) -> Result<Login, Error> {
    let damaged = || Error::corrupt("a login");
    Ok(Login {
        id: id(&row.get::<String>(0)?)?,
        actor: row.get::<String>(1)?.parse().map_err(|_| damaged())?,
        role: Role::find(&row.get::<String>(2)?).ok_or_else(damaged)?,
        language: row.get(3)?,
        zone: row.get(4)?,
        created: time(row.get(5)?)?,
        seen: time(row.get(6)?)?,
    })
}

/// Whose record the journal's row belongs to.
pub(crate) fn whose(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(person) => Some(person),
        Actor::Owner | Actor::Staff(_) | Actor::Command | Actor::Program => None,
    }
}

/// A change of something that holds nothing of a person, so there is no before and after.
pub(crate) fn noted(
    what: What,
    table: &'static str,
    entry: impl Into<AnyId>,
    person: Option<PersonId>,
) -> Change<'static> {
    let entry = entry.into();
    Change { what, table, entry, person, version: 0, before: None, after: None }
}
