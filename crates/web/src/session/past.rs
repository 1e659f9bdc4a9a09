//! A session that is over: what was done, what to do with the roller now, and taking the record back.
//!
//! What was removed can be brought back for a while, from the journal, where it lies sealed.

use axum::extract::Query;
use axum::response::Response;
use chart::session::begun::Begun;
use chart::session::removed::{Gone, remove_session};
use chart::story::Story;
use maud::{Markup, html};
use serde::Deserialize;
use store::records::Session;
use store::{Entry, SessionId};

use super::begun;
use crate::caller::Opened;
use crate::dose;
use crate::frame::Reader;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// What the address may add.
#[derive(Deserialize)]
pub(crate) struct After {
    saved: Option<String>,
}

/// `GET /session/{id}`
pub(crate) async fn show(
    opened: Opened,
    Path(id): Path<SessionId>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let found = opened.app.store().find::<Session>(opened.person.id, id).await?;
    let Some(entry) = found else {
        gone(&opened, id).await?.ok_or(Problem::NotFound)?;
        return Ok(removed(&opened, id));
    };
    if let Some(begun) = Begun::of(entry.clone()) {
        return Ok(begun::to(&opened.to(begun::step(&begun))));
    }
    let story = opened.chart_left().await?.story;
    let dose = match &entry.record {
        Session::Done(done) => dose::session_card(&opened, id, done).await?,
        _ => html! {},
    };
    Ok(page(&opened, &story, &entry, after.saved.is_some(), &dose))
}

/// The page of a session that is over, with the card of its dose.
pub(super) fn page(
    reader: &Reader,
    story: &Story,
    entry: &Entry<Session>,
    saved: bool,
    dose: &Markup,
) -> Response {
    let body = super::page::past::page(reader, story, entry, saved, dose);
    whole(reader, Tab::None, &reader.say.text("session-past-title"), &body)
}

/// The page of one that was removed and can come back.
pub(super) fn removed(reader: &Reader, id: SessionId) -> Response {
    let body = super::page::past::removed(reader, id);
    whole(reader, Tab::None, &reader.say.text("session-past-title"), &body)
}

/// `POST /session/{id}/remove`: with the check-ins that followed it; photographs are never removed along the way.
pub(crate) async fn remove(opened: Opened, Path(id): Path<SessionId>) -> Result<Response, Problem> {
    let entry = begun::find(&opened, id).await?;
    remove_session(opened.app.store(), opened.by(), &entry).await?;
    Ok(begun::to(&opened.to(To::Session(id))))
}

/// `POST /session/{id}/restore`
pub(crate) async fn restore(
    opened: Opened,
    Path(id): Path<SessionId>,
) -> Result<Response, Problem> {
    match gone(&opened, id).await? {
        Some(gone) => gone.restore(opened.app.store(), opened.by(), opened.person.id).await?,
        // Nothing to bring back: it is there, or it never was.
        None => _ = begun::find(&opened, id).await?,
    }
    Ok(begun::to(&opened.to(To::Session(id))))
}

async fn gone(opened: &Opened, id: SessionId) -> Result<Option<Gone>, Problem> {
    let (store, ids) = (opened.app.store(), (opened.person.id, id));
    Ok(Gone::find(store, ids, opened.at()).await?)
}
