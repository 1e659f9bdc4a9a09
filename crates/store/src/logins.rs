//! Logins: browsers that were let in, known only by the hash of their token, and as whom.
//!
//! What somebody is let in as follows from who they are: at home one of the household, in a clinic the role of their entry
//! among the staff. Whoever is gone has no login: it goes with the person or the staff member, in the same transaction.

mod coded;

use std::sync::Arc;

use jiff::Timestamp;

pub(crate) use self::coded::checked;
use self::coded::{Known, codes, known, read, written};
use crate::clinic::CLINIC;
use crate::db::Tx;
use crate::doors::{noted, whose};
use crate::entries::{self, whole};
use crate::error::Error;
use crate::journal::{What, id};
use crate::kinds::{LoginId, StaffId};
use crate::open::{Inner, Store};
use crate::value::Value;
use crate::who::{Actor, By, Role};
use crate::write::{Writing, detached};
use crate::{passphrases, sql};

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
            match open(&inner, &mut writing, by, &token, actor, reader).await {
                Ok(()) => writing.end().await,
                Err(error) => Err(writing.refuse(error).await),
            }
        })
        .await
    }

    /// A login by its token. One that was forged or edited past the record is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn find_login(&self, token: &[u8; 32]) -> Result<Option<Login>, Error> {
        let rows = self.db().fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
        let known = rows.first().map(|row| known(&self.0, row)).transpose()?.flatten();
        Ok(known.map(|known| known.login))
    }

    /// Somebody else acts in this browser from now on. Whether they may is settled by whoever calls.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it was closed or nobody could act so, [`Error::Full`], [`Error::Unavailable`].
    pub async fn act_as(&self, by: By, token: &[u8; 32], actor: Actor) -> Result<(), Error> {
        let (inner, token) = (Arc::clone(&self.0), *token);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            match act_as(&inner, &mut writing, &token, actor).await {
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
        self.change_login(*token, move |login| login.seen = seen).await
    }

    /// How whoever acts in this browser wants to be spoken to. Not journalled either.
    ///
    /// # Errors
    /// As [`Store::note_seen`].
    pub async fn change_reader(&self, token: &[u8; 32], reader: &Reader) -> Result<(), Error> {
        let Reader { language, zone } = reader.clone();
        self.change_login(*token, move |login| (login.language, login.zone) = (language, zone))
            .await
    }

    async fn change_login(
        &self,
        token: [u8; 32],
        change: impl FnOnce(&mut Login) + Send + 'static,
    ) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            let rows = tx.fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
            let found = rows.first().map(|row| known(&inner, row)).transpose()?.flatten();
            let Some(Known { mut login, .. }) = found else {
                tx.rollback().await?;
                return Err(Error::NotFound);
            };
            change(&mut login);
            tx.execute(sql::LOGIN_WRITE, written(&inner, &token, &login)?).await?;
            tx.commit().await
        })
        .await
    }

    /// Shows a browser out.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_login(&self, by: By, token: &[u8; 32]) -> Result<(), Error> {
        self.close_logins(by, sql::LOGINS_WITH, vec![token[..].into()]).await
    }

    /// Shows every browser of somebody's out but the one with this token, which stays as it is.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn close_other_logins_of(
        &self,
        by: By,
        actor: Actor,
        token: &[u8; 32],
    ) -> Result<(), Error> {
        self.close_logins(by, sql::LOGINS_OF_WITHOUT, vec![actor.into(), token[..].into()]).await
    }

    async fn close_logins(
        &self,
        by: By,
        which: &'static str,
        values: Vec<Value>,
    ) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut writing = Writing::begin(&inner, by).await?;
            close(&mut writing, which, values).await?;
            writing.end().await
        })
        .await
    }
}

/// Ends the logins that a statement finds.
async fn close(
    writing: &mut Writing<'_>,
    which: &'static str,
    values: Vec<Value>,
) -> Result<(), Error> {
    for row in writing.tx.fetch(which, values).await? {
        let token: Vec<u8> = row.get(0)?;
        writing.execute(sql::LOGIN_CLOSE, vec![token.into()]).await?;
        // Of a row that names nobody the journal says nothing.
        let (Ok(login), Ok(actor)) =
            (id::<LoginId>(&row.get::<String>(1)?), row.get::<String>(2)?.parse())
        else {
            continue;
        };
        writing.journal(noted(What::Removed, "login", login, whose(actor), None)).await?;
    }
    Ok(())
}

/// Ends all logins of an actor.
pub(crate) async fn close_of(writing: &mut Writing<'_>, actor: Actor) -> Result<(), Error> {
    close(writing, sql::LOGINS_OF, vec![actor.into()]).await
}

/// In this browser nobody acts any more, if this one did.
pub(crate) async fn leave(
    inner: &Inner,
    writing: &mut Writing<'_>,
    token: &[u8; 32],
    gone: Actor,
) -> Result<(), Error> {
    let rows = writing.tx.fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
    let known = rows.first().map(|row| known(inner, row)).transpose()?.flatten();
    match known.filter(|known| known.login.actor == gone) {
        Some(known) => change(inner, writing, known, Actor::Owner, Role::Home).await,
        None => Ok(()),
    }
}

async fn change(
    inner: &Inner,
    writing: &mut Writing<'_>,
    Known { token, login }: Known,
    actor: Actor,
    role: Role,
) -> Result<(), Error> {
    let login = Login { actor, role, ..login };
    writing.execute(sql::LOGIN_WRITE, written(inner, &token, &login)?).await?;
    let (code, _) = codes(inner, &token, &login)?;
    writing.journal(noted(What::Changed, "login", login.id, whose(actor), Some(&code))).await
}

/// Codes for the logins of before there were any.
pub(crate) async fn take_over(inner: &Inner, writing: &mut Writing<'_>) -> Result<(), Error> {
    for row in writing.tx.fetch(sql::LOGINS_ALL, vec![Vec::new().into()]).await? {
        let Ok(known) = read(&row) else { continue };
        let (actor, role) = (known.login.actor, known.login.role);
        change(inner, writing, known, actor, role).await?;
    }
    Ok(())
}

async fn open(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    token: &[u8; 32],
    actor: Actor,
    reader: Reader,
) -> Result<(), Error> {
    let role = role_of(inner, &mut writing.tx, actor).await?;
    let (language, zone) = (reader.language, reader.zone);
    let (created, seen) = (whole(by.at), whole(by.at));
    let login = Login { id: LoginId::new(by.at), actor, role, language, zone, created, seen };
    let (code, row) = codes(inner, token, &login)?;
    let values = vec![
        token[..].into(),
        login.id.into(),
        actor.into(),
        role.word().into(),
        Value::Text(login.language),
        Value::Text(login.zone),
        by.at.into(),
        row.bytes().into(),
    ];
    if writing.insert(sql::LOGIN_ADD, values).await? > 0 {
        writing.journal(noted(What::Added, "login", login.id, whose(actor), Some(&code))).await?;
    }
    Ok(())
}

pub(crate) async fn act_as(
    inner: &Inner,
    writing: &mut Writing<'_>,
    token: &[u8; 32],
    actor: Actor,
) -> Result<(), Error> {
    let role = role_of(inner, &mut writing.tx, actor).await?;
    let rows = writing.tx.fetch(sql::LOGIN_FIND, vec![token[..].into()]).await?;
    let known = rows.first().map(|row| known(inner, row)).transpose()?.flatten();
    let known = known.ok_or(Error::NotFound)?;
    if known.login.actor == actor {
        return Ok(());
    }
    change(inner, writing, known, actor, role).await
}

/// As what somebody is let in, if they are there.
pub(crate) async fn role_of(inner: &Inner, tx: &mut Tx, actor: Actor) -> Result<Role, Error> {
    match actor {
        Actor::Owner => Ok(Role::Home),
        Actor::Person(person) => {
            let rows = tx.fetch(sql::PERSON_KEY, vec![person.into()]).await?;
            rows.first().map(|_| Role::Home).ok_or(Error::NotFound)
        }
        Actor::Staff(staff) => {
            let known = entries::find_in(inner, tx, CLINIC, staff).await?;
            let works = known.filter(|entry| entry.record.works).ok_or(Error::NotFound)?;
            Ok(Role::Staff(works.record.role))
        }
        Actor::Command | Actor::Program => Err(Error::NotFound),
    }
}

/// The logins of a staff member have the role that is written now; whoever left has none, and no passphrase.
pub(crate) async fn follow_staff(
    inner: &Inner,
    writing: &mut Writing<'_>,
    staff: StaffId,
) -> Result<(), Error> {
    let actor = Actor::Staff(staff);
    match role_of(inner, &mut writing.tx, actor).await {
        Ok(role) => {
            for row in writing.tx.fetch(sql::LOGINS_KNOWN_OF, vec![actor.into()]).await? {
                if let Some(known) = known(inner, &row)? {
                    change(inner, writing, known, actor, role).await?;
                }
            }
        }
        Err(Error::NotFound) => {
            close_of(writing, actor).await?;
            passphrases::unset(inner, writing, actor).await?;
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
