//! A session that is over: what was done, what to do with the roller now, and taking the record back.
//!
//! What was removed can be brought back for a while, from the journal, where it lies sealed.

use axum::extract::Query;
use axum::response::Response;
use chart::session::begun::Begun;
use chart::session::removed::{Gone, remove_session};
use maud::html;
use serde::Deserialize;
use store::Id;
use store::records::Session;

use super::{begun, page};
use crate::dose;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct After {
    saved: Option<String>,
}

/// `GET /session/{id}`
pub(crate) async fn show(
    owner: Owner,
    Path(id): Path<Id>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let found = owner.app.store().find::<Session>(owner.person.id, id).await?;
    let title = owner.say.text("session-past-title");
    let Some(entry) = found else {
        gone(&owner, id).await?.ok_or(Problem::NotFound)?;
        let body = page::past::removed(&owner, id);
        return Ok(whole(&owner, Tab::None, &title, &body));
    };
    if let Some(begun) = Begun::of(entry.clone()) {
        return Ok(begun::to(&owner.to(begun::step(&begun))));
    }
    let story = owner.chart().await?.story;
    let dose = match &entry.record {
        Session::Done(done) => dose::session_card(&owner, id, done).await?,
        _ => html! {},
    };
    let body = page::past::page(&owner, &story, &entry, after.saved.is_some(), &dose);
    Ok(whole(&owner, Tab::None, &title, &body))
}

/// `POST /session/{id}/remove`: with the check-ins that followed it; photographs are never removed along the way.
pub(crate) async fn remove(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let entry = begun::find(&owner, id).await?;
    remove_session(owner.app.store(), owner.by(), &entry).await?;
    Ok(begun::to(&owner.to(To::Session(id))))
}

/// `POST /session/{id}/restore`
pub(crate) async fn restore(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    match gone(&owner, id).await? {
        Some(gone) => gone.restore(owner.app.store(), owner.by(), owner.person.id).await?,
        // Nothing to bring back: it is there, or it never was.
        None => _ = begun::find(&owner, id).await?,
    }
    Ok(begun::to(&owner.to(To::Session(id))))
}

async fn gone(owner: &Owner, id: Id) -> Result<Option<Gone>, Problem> {
    let (store, ids) = (owner.app.store(), (owner.person.id, id));
    Ok(Gone::find(store, ids, owner.app.now()).await?)
}
