//! A login and its codes: what its row says, and whether that is what was written (`doors.rs`).

use super::Login;
use crate::db::Row;
use crate::doors::Code;
use crate::error::Error;
use crate::journal::{id, time};
use crate::open::Inner;
use crate::value::Value;
use crate::who::Role;

/// A login, and the token it is known by.
pub(super) struct Known {
    pub token: Vec<u8>,
    pub login: Login,
}

/// What a row of [`crate::sql::LOGIN_FIND`] says, if it is what was written.
pub(super) fn known(inner: &Inner, row: &Row) -> Result<Option<Known>, Error> {
    let Ok(known) = read(row) else { return Ok(None) };
    let codes = codes(inner, &known.token, &known.login)?;
    let right =
        codes.0.is_held(row, (9, 10))? && codes.1.is(row.get::<Option<Vec<u8>>>(8)?.as_deref());
    if !right {
        tracing::error!(login = %known.login.id, "a login was forged or edited past the record");
    }
    Ok(right.then_some(known))
}

/// The code of who is let in, for the journal, and that of the whole row.
pub(super) fn codes(inner: &Inner, token: &[u8], login: &Login) -> Result<(Code, Code), Error> {
    let Login { id, actor, role, created, seen, .. } = login;
    let (language, zone) = (login.language.clone(), login.zone.clone());
    let who = [token.into(), (*id).into(), (*actor).into(), role.word().into(), (*created).into()];
    let who = Code::of(&inner.doors, "login", &who)?;
    let row = [who.bytes().into(), Value::Text(language), Value::Text(zone), (*seen).into()];
    let row = Code::of(&inner.doors, "login seen", &row)?;
    Ok((who, row))
}

/// A login as its row is written.
pub(super) fn written(inner: &Inner, token: &[u8], login: &Login) -> Result<Vec<Value>, Error> {
    let (_, code) = codes(inner, token, login)?;
    Ok(vec![
        token.into(),
        login.actor.into(),
        login.role.word().into(),
        Value::Text(login.language.clone()),
        Value::Text(login.zone.clone()),
        login.seen.into(),
        code.bytes().into(),
    ])
}

/// A row of [`crate::sql::LOGIN_FIND`].
pub(super) fn read(row: &Row) -> Result<Known, Error> {
    let damaged = || Error::corrupt("a login");
    let login = Login {
        id: id(&row.get::<String>(1)?)?,
        actor: row.get::<String>(2)?.parse().map_err(|_| damaged())?,
        role: Role::find(&row.get::<String>(3)?).ok_or_else(damaged)?,
        language: row.get(4)?,
        zone: row.get(5)?,
        created: time(row.get(6)?)?,
        seen: time(row.get(7)?)?,
    };
    Ok(Known { token: row.get(0)?, login })
}

/// Whether a row of [`crate::sql::LOGINS_ALL`] is what was written, and its id.
pub(crate) fn checked(inner: &Inner, row: &Row) -> Result<(String, bool), Error> {
    Ok((row.get(1)?, known(inner, row)?.is_some()))
}
