//! The people of a household, each with a record of their own: who is there, and starting somebody's record.
//!
//! A record is made when somebody presses start, never by reading. How the pages look is in [`page`].

mod page;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use care::words::Setting;
use store::records::{Profile, Wishes};
use store::{By, Entry, Id};

use crate::fields::Fields;
use crate::gate;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::{Login, Visit};

pub(crate) use page::start;

/// The longest name that is kept, in letters.
pub(crate) const LONGEST_NAME: usize = 80;

/// `GET /people`
pub(crate) async fn show(visit: Visit, login: Login) -> Result<Response, Problem> {
    Ok(page::show(&visit, &all(&visit, &login).await?, "", None))
}

/// `POST /people`: a record of their own for somebody. The id comes with the form, so pressing twice makes one.
pub(crate) async fn add(visit: Visit, login: Login, fields: Fields) -> Result<Response, Problem> {
    let name = fields.text("name").unwrap_or_default();
    if name.chars().count() > LONGEST_NAME {
        let page = page::show(&visit, &all(&visit, &login).await?, name, Some("more-wrong-name"));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let id = fields.parsed::<Id>("id").ok().flatten();
    let id = id.unwrap_or_else(|| Id::new(visit.app.now()));
    let (store, profile) = (visit.app.store(), begun(&visit, name));
    let by = By { actor: login.actor, at: visit.app.now() };
    let person = store.start_person(by, (&login.token, id), &profile).await?;
    let base = &visit.app.settings().base;
    Ok(base.of(person.id, To::Screening).go().into_response())
}

async fn all(visit: &Visit, login: &Login) -> Result<Vec<Entry<Profile>>, Problem> {
    let mut all = Vec::new();
    for id in gate::people(&visit.app, login).await? {
        all.extend(visit.app.store().find_person(id).await?);
    }
    Ok(all)
}

/// Somebody at home, in the machine's zone until they say otherwise.
fn begun(visit: &Visit, name: &str) -> Profile {
    Profile {
        name: Some(name.to_owned()).filter(|name| !name.is_empty()),
        zone: visit.app.settings().zone.clone(),
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
