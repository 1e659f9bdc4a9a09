//! The people of a household, each with a record of their own: who is there, opening a record that has a passphrase, and
//! starting somebody's record.
//!
//! A record is made when somebody presses start, never by reading. What a passphrase locks is decided in
//! [`crate::gate`]; how the pages look is in [`page`].

mod page;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use care::words::Setting;
use serde::Deserialize;
use store::records::{Profile, Wishes};
use store::{Actor, By, Entry, PersonId};

use crate::caller::Caller;
use crate::form::Form;
use crate::form::read::line;
use crate::guard::entry;
use crate::guard::tries::Who;
use crate::login::Login;
use crate::problem::Problem;
use crate::to::{House, To};
use crate::{gate, home};

pub(crate) use page::{name, start};
#[cfg(test)]
pub(crate) use samples::samples;

/// The longest name that is kept, in letters.
pub(crate) const LONGEST_NAME: usize = 80;

/// Whose passphrase is to be asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    open: Option<String>,
}

/// `GET /people`
pub(crate) async fn show(
    caller: Caller,
    login: Login,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let asks = asked.open.and_then(|open| open.parse().ok());
    Ok(page::show(&caller, &all(&caller, &login).await?, asks, &Form::default()))
}

/// `POST /open`: with the passphrase of a person this browser becomes theirs, and is let in anew.
pub(crate) async fn open(
    caller: Caller,
    login: Login,
    mut form: Form,
) -> Result<Response, Problem> {
    let store = caller.app.store();
    let person =
        form.fields().parsed::<PersonId>("person").ok().flatten().ok_or(Problem::NotFound)?;
    store.find_person(person).await?.ok_or(Problem::NotFound)?;
    let actor = Actor::Person(person);
    if let Some(known) = store.passphrase(actor).await? {
        let known = vec![(actor, known)];
        let typed = form.fields().exact("passphrase");
        let who = Who::Known(login.token);
        if entry::fitting(&caller.app, who, typed, known).await?.is_none() {
            form.refuse("passphrase", "enter-wrong");
            return Ok(page::show(&caller, &all(&caller, &login).await?, Some(person), &form));
        }
        let place = home::place(&caller.app, person).await?;
        return entry::let_in(&caller.app, actor, Some(login), &place).await;
    }
    Ok(home::place(&caller.app, person).await?.go().into_response())
}

/// `POST /lock`: this browser is nobody's any more, and whoever has a passphrase is asked for it again.
pub(crate) async fn lock(caller: Caller, login: Login) -> Result<Response, Problem> {
    let by = By { actor: login.actor, at: caller.at() };
    caller.app.store().act_as(by, &login.token, Actor::Owner).await?;
    Ok(([(entry::CLEAR, "\"cache\"")], caller.house(House::People).go()).into_response())
}

/// `POST /people`: a record of their own for somebody. The id comes with the form, so pressing twice makes one.
pub(crate) async fn add(caller: Caller, login: Login, mut form: Form) -> Result<Response, Problem> {
    let Some(name) = form.read("name", line(LONGEST_NAME, "more-wrong-name")) else {
        return Ok(page::show(&caller, &all(&caller, &login).await?, None, &form));
    };
    let id = form.id(caller.at());
    let (store, profile) = (caller.app.store(), begun(&caller, name));
    let by = By { actor: login.actor, at: caller.at() };
    let person = store.start_person(by, (&login.token, id), &profile).await?;
    let base = &caller.base;
    Ok(base.of(person.id, To::Screening).go().into_response())
}

/// Somebody on the list.
enum Listed {
    /// With how their record opens.
    Known(Box<Entry<Profile>>, Door),
    /// Somebody whose profile is damaged or missing, and with it the key to all that is theirs.
    Damaged(PersonId),
}

/// How their record opens here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    /// At once.
    Open,
    /// At once, since their passphrase was typed here.
    Unlocked,
    /// With their passphrase.
    Locked,
}

async fn all(caller: &Caller, login: &Login) -> Result<Vec<Listed>, Problem> {
    let store = caller.app.store();
    let mut all = Vec::new();
    for (id, is_open) in gate::household(&caller.app, login).await? {
        let door = match is_open {
            false => Door::Locked,
            true if store.passphrase(Actor::Person(id)).await?.is_some() => Door::Unlocked,
            true => Door::Open,
        };
        match store.find_person(id).await {
            Err(store::Error::Corrupt { .. }) => all.push(Listed::Damaged(id)),
            found => all.extend(found?.map(|person| Listed::Known(person.into(), door))),
        }
    }
    all.extend(store.people_missing().await?.into_iter().map(Listed::Damaged));
    Ok(all)
}

/// Somebody at home, in the machine's zone until they say otherwise.
fn begun(caller: &Caller, name: Option<String>) -> Profile {
    Profile {
        name,
        zone: caller.app.settings().zone.clone(),
        setting: Setting::Home,
        born: None,
        skin_type: None,
        sensitive: None,
        goals: Vec::new(),
        areas: Vec::new(),
        device: None,
        free_days: Vec::new(),
        answers: BTreeMap::new(),
        steps_done: Vec::new(),
        wishes: Wishes::default(),
    }
}
