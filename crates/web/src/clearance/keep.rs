//! `POST /clearance` and `/clearance/{id}`: what a clinician said is kept, shown, corrected and taken back.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use care::story::About;
use chart::clearance::{Refused, correct, keep_clearance};
use serde::Deserialize;
use store::records::Clearance;
use store::{Entry, Id};

use super::back::Back;
use super::form::{self, Sheet, Wrong};
use super::page;
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::visit::Owner;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct From {
    back: Option<String>,
}

/// `POST /clearance`
pub(crate) async fn add(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let (about, back) = (about(&owner, &fields)?.to_owned(), back(&fields));
    // The id came with the form, so sending it twice keeps one.
    let id = fields.parsed::<Id>("id").ok().flatten().unwrap_or(Id::new(owner.app.now()));
    let wrong = match form::read(&owner, &about, &fields) {
        Err(wrong) => wrong,
        Ok(said) => {
            let (store, person, protocol) = (owner.app.store(), &owner.person, &owner.protocol);
            match keep_clearance(store, owner.by(), protocol, person, (id, said)).await {
                Ok(_) => return Ok(to(&owner, back)),
                Err(refused) => beside(&owner, refused)?,
            }
        }
    };
    let sheet = Sheet { about: &about, kept: None, fields: &fields, wrong: &wrong, back };
    Ok(page::shown(&owner, &sheet, None, true))
}

/// `GET /clearance/{id}`
pub(crate) async fn show(
    owner: Owner,
    Path(id): Path<Id>,
    Query(from): Query<From>,
) -> Result<Response, Problem> {
    let kept = find(&owner, id).await?;
    let back = Back::find(from.back.as_deref().unwrap_or("log"));
    let (fields, wrong) = (form::filled(&kept.record), Wrong::default());
    let about = &kept.record.about;
    let sheet = Sheet { about, kept: Some(id), fields: &fields, wrong: &wrong, back };
    Ok(page::shown(&owner, &sheet, Some(&kept), false))
}

/// `POST /clearance/{id}`
pub(crate) async fn change(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let (kept, back) = (find(&owner, id).await?, back(&fields));
    let about = &kept.record.about;
    let wrong = match form::read(&owner, about, &fields) {
        Err(wrong) => wrong,
        Ok(said) => {
            let (store, person, protocol) = (owner.app.store(), &owner.person, &owner.protocol);
            match correct(store, owner.by(), protocol, person, (&kept, said)).await {
                Ok(_) => return Ok(to(&owner, back)),
                Err(refused) => beside(&owner, refused)?,
            }
        }
    };
    let sheet = Sheet { about, kept: Some(id), fields: &fields, wrong: &wrong, back };
    Ok(page::shown(&owner, &sheet, Some(&kept), true))
}

/// `POST /clearance/{id}/remove`
pub(crate) async fn remove(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let kept = find(&owner, id).await?;
    owner.app.store().remove(owner.by(), &kept).await?;
    Ok(to(&owner, back(&fields)))
}

async fn find(owner: &Owner, id: Id) -> Result<Entry<Clearance>, Problem> {
    let found = owner.app.store().find::<Clearance>(owner.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// What it is about: something that is asked or reported.
fn about<'f>(owner: &Owner, fields: &'f Fields) -> Result<&'f str, Problem> {
    let about = fields.text("about").unwrap_or_default();
    let known = About::find(&owner.protocol, about).is_some();
    known.then_some(about).ok_or_else(|| unknown(about))
}

fn unknown(about: &str) -> Problem {
    Problem::Unreadable { expected: "clearance-expected", typed: about.to_owned() }
}

/// What was refused, beside its field.
fn beside(owner: &Owner, refused: Refused) -> Result<Wrong, Problem> {
    match (Wrong::of(&refused, &owner.say), refused) {
        (Some(wrong), _) => Ok(wrong),
        (None, Refused::Record(error)) => Err(error.into()),
        (None, _) => Err(unknown("")),
    }
}

fn back(fields: &Fields) -> Back {
    Back::find(fields.text("back").unwrap_or_default())
}

fn to(owner: &Owner, back: Back) -> Response {
    owner.to(back.to()).go().into_response()
}
