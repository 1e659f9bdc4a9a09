//! `POST /clearance` and `/clearance/{id}`: what a clinician said is kept, shown, corrected and taken back.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use care::story::About;
use chart::clearance::{Refused, correct, keep_clearance};
use serde::Deserialize;
use store::records::Clearance;
use store::{Entry, Id};

use super::back::Back;
use super::form::{self, Sheet};
use super::page;
use crate::form::Form;
use crate::path::Path;
use crate::problem::Problem;
use crate::visit::Owner;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct From {
    back: Option<String>,
}

/// `POST /clearance`
pub(crate) async fn add(owner: Owner, mut form: Form) -> Result<Response, Problem> {
    let (about, back) = (about(&owner, &form)?, back(&form));
    let id = form.id(owner.app.now());
    if let Some(said) = form::read(&owner, &about, &mut form) {
        let (store, person, protocol) = (owner.app.store(), &owner.person, &owner.protocol);
        match keep_clearance(store, owner.by(), protocol, person, (id, said)).await {
            Ok(_) => return Ok(to(&owner, back)),
            Err(refused) => beside(&mut form, refused)?,
        }
    }
    let sheet = Sheet { about: &about, kept: None, form: &form, back };
    Ok(page::shown(&owner, &sheet, None))
}

/// `GET /clearance/{id}`
pub(crate) async fn show(
    owner: Owner,
    Path(id): Path<Id>,
    Query(from): Query<From>,
) -> Result<Response, Problem> {
    let kept = find(&owner, id).await?;
    let back = Back::find(from.back.as_deref().unwrap_or("log"));
    let form = Form::new(form::filled(&kept.record));
    let sheet = Sheet { about: &kept.record.about, kept: Some(id), form: &form, back };
    Ok(page::shown(&owner, &sheet, Some(&kept)))
}

/// `POST /clearance/{id}`
pub(crate) async fn change(
    owner: Owner,
    Path(id): Path<Id>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (kept, back) = (find(&owner, id).await?, back(&form));
    let about = &kept.record.about;
    if let Some(said) = form::read(&owner, about, &mut form) {
        let (store, person, protocol) = (owner.app.store(), &owner.person, &owner.protocol);
        match correct(store, owner.by(), protocol, person, (&kept, said)).await {
            Ok(_) => return Ok(to(&owner, back)),
            Err(refused) => beside(&mut form, refused)?,
        }
    }
    let sheet = Sheet { about, kept: Some(id), form: &form, back };
    Ok(page::shown(&owner, &sheet, Some(&kept)))
}

/// `POST /clearance/{id}/remove`
pub(crate) async fn remove(
    owner: Owner,
    Path(id): Path<Id>,
    form: Form,
) -> Result<Response, Problem> {
    let kept = find(&owner, id).await?;
    owner.app.store().remove(owner.by(), &kept).await?;
    Ok(to(&owner, back(&form)))
}

async fn find(owner: &Owner, id: Id) -> Result<Entry<Clearance>, Problem> {
    let found = owner.app.store().find::<Clearance>(owner.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// What it is about: something that is asked or reported.
fn about(owner: &Owner, form: &Form) -> Result<String, Problem> {
    let about = form.text("about");
    let known = About::find(&owner.protocol, about).is_some();
    known.then(|| about.to_owned()).ok_or_else(|| unknown(about))
}

fn unknown(about: &str) -> Problem {
    Problem::Unreadable { expected: "clearance-expected", typed: about.to_owned() }
}

/// What was refused, beside its field.
fn beside(form: &mut Form, refused: Refused) -> Result<(), Problem> {
    form::refuse(form, refused).map_err(|refused| match refused {
        Refused::Record(error) => error.into(),
        _ => unknown(""),
    })
}

fn back(form: &Form) -> Back {
    Back::find(form.text("back"))
}

fn to(owner: &Owner, back: Back) -> Response {
    owner.to(back.to()).go().into_response()
}
