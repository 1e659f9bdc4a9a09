//! `POST /clearance` and `/clearance/{id}`: what a clinician said is kept, shown, corrected and taken back.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use care::story::About;
use chart::clearance::{Refused, correct, keep_clearance};
use serde::Deserialize;
use store::records::Clearance;
use store::{ClearanceId, Entry};

use super::back::Back;
use super::form::{self, Sheet};
use super::page;
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct From {
    back: Option<String>,
}

/// `POST /clearance`
pub(crate) async fn add(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let (about, back) = (about(&opened, &form)?, back(&form));
    let id = form.id(opened.at());
    if let Some(said) = form::read(&opened, &about, &mut form) {
        let (store, person, protocol) = (opened.app.store(), &opened.person, &opened.protocol);
        match keep_clearance(store, opened.by(), protocol, person, (id, said)).await {
            Ok(_) => return Ok(to(&opened, back)),
            Err(refused) => beside(&mut form, refused)?,
        }
    }
    let sheet = Sheet { about: &about, kept: None, form: &form, back };
    Ok(page::shown(&opened, &sheet))
}

/// `GET /clearance/{id}`
pub(crate) async fn show(
    opened: Opened,
    Path(id): Path<ClearanceId>,
    Query(from): Query<From>,
) -> Result<Response, Problem> {
    let kept = find(&opened, id).await?;
    let back = Back::find(from.back.as_deref().unwrap_or("log"));
    let form = Form::new(form::filled(&kept.record));
    let sheet = Sheet { about: &kept.record.about, kept: Some(&kept), form: &form, back };
    Ok(page::shown(&opened, &sheet))
}

/// `POST /clearance/{id}`
pub(crate) async fn change(
    opened: Opened,
    Path(id): Path<ClearanceId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (kept, back) = (find(&opened, id).await?, back(&form));
    let about = &kept.record.about;
    if let Some(said) = form::read(&opened, about, &mut form)
        && !overtaken(&kept, &mut form)
    {
        let (store, person, protocol) = (opened.app.store(), &opened.person, &opened.protocol);
        match correct(store, opened.by(), protocol, person, (&kept, said)).await {
            Ok(_) => return Ok(to(&opened, back)),
            Err(refused) => beside(&mut form, refused)?,
        }
    }
    let sheet = Sheet { about, kept: Some(&kept), form: &form, back };
    Ok(page::shown(&opened, &sheet))
}

/// `POST /clearance/{id}/remove`
pub(crate) async fn remove(
    opened: Opened,
    Path(id): Path<ClearanceId>,
    form: Form,
) -> Result<Response, Problem> {
    let kept = find(&opened, id).await?;
    opened.app.store().remove(opened.by(), &kept).await?;
    Ok(to(&opened, back(&form)))
}

/// Whether somebody else said something of it since; who says the same again has overtaken nobody.
fn overtaken(kept: &Entry<Clearance>, form: &mut Form) -> bool {
    let filled = form::filled(&kept.record);
    let same =
        form::NAMES.iter().all(|name| form.text(name) == filled.text(name).unwrap_or_default());
    !same && form.is_overtaken(&filled.print())
}

async fn find(opened: &Opened, id: ClearanceId) -> Result<Entry<Clearance>, Problem> {
    let found = opened.app.store().find::<Clearance>(opened.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// What it is about: something that is asked or reported.
fn about(reader: &Reader, form: &Form) -> Result<String, Problem> {
    let about = form.text("about");
    let known = About::find(&reader.protocol, about).is_some();
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

fn to(reader: &Reader, back: Back) -> Response {
    reader.to(back.to()).go().into_response()
}
