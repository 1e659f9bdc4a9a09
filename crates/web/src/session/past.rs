//! A session that is over: what was done, what to do with the roller now, and taking the record back.
//!
//! What was removed can be brought back for a while, from the journal, where it lies sealed.

use axum::extract::{Path, Query};
use axum::response::Response;
use chart::session::begun::Begun;
use jiff::SignedDuration;
use maud::html;
use serde::Deserialize;
use store::records::{CheckIn, Photo, Session};
use store::{Entry, Id, Removed};

use super::{begun, page};
use crate::dose;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::visit::Owner;

/// How long a removed session can be brought back.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);

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
        Gone::find(&owner, id).await?.ok_or(Problem::NotFound)?;
        let body = page::past::removed(&owner, id);
        return Ok(whole(&owner, Tab::None, &title, &body));
    };
    if let Some(begun) = Begun::of(entry.clone()) {
        let step = if begun.zones.is_empty() { "prepare" } else { "roll" };
        return Ok(begun::to_session(id, step));
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
    let (store, person) = (owner.app.store(), owner.person.id);
    let photos = store.list::<Photo>(person).await?;
    if photos.iter().any(|photo| photo.record.session == Some(id)) {
        return Err(Problem::NotNow("session-held"));
    }
    // Those written down for it, wherever they count: only they hang on it.
    let mut checkins: Vec<Entry<CheckIn>> = store.list(person).await?;
    checkins.retain(|checkin| checkin.record.session == id);
    store.remove_with(owner.by(), &entry, &checkins).await?;
    Ok(begun::to_session(id, ""))
}

/// `POST /session/{id}/restore`
pub(crate) async fn restore(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let Some(gone) = Gone::find(&owner, id).await? else {
        // Nothing to bring back: it is there, or it never was.
        return Ok(begun::to_session(begun::find(&owner, id).await?.id, ""));
    };
    store.add(owner.by(), person, id, &gone.record).await?;
    for checkin in gone.checkins {
        store.add(owner.by(), person, checkin.id, &checkin.record).await?;
    }
    Ok(begun::to_session(id, ""))
}

/// A session removed not long ago, with the check-ins that went with it.
struct Gone {
    record: Session,
    checkins: Vec<Removed<CheckIn>>,
}

impl Gone {
    async fn find(owner: &Owner, id: Id) -> Result<Option<Self>, Problem> {
        let (store, person) = (owner.app.store(), owner.person.id);
        let since = owner.app.now() - BACK_FOR;
        let sessions = store.removed::<Session>(person, since).await?;
        let Some(session) = sessions.into_iter().find(|session| session.id == id) else {
            return Ok(None);
        };
        let mut checkins = store.removed::<CheckIn>(person, since).await?;
        // What was taken back by itself, before or after, stays away.
        checkins.retain(|one| one.record.session == id && one.at == session.at);
        Ok(Some(Self { record: session.record, checkins }))
    }
}
