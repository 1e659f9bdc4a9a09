//! A session that is over: what was done, what to do with the roller now, and taking the record back.
//!
//! What was removed can be brought back for a while; until then it is kept in memory only.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use axum::extract::{Path, Query};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::records::{CheckIn, Photo, Session};
use store::{Entry, Id};

use super::begun::{self, Begun};
use super::page;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::story::Story;
use crate::visit::Owner;

/// How long a removed session can be brought back.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);
/// The most removed sessions that are remembered.
const MOST_REMOVED: usize = 64;

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
        removed(owner.person.id, id, owner.app.now()).ok_or(Problem::NotFound)?;
        let body = page::past::removed(&owner, id);
        return Ok(whole(&owner, Tab::None, &title, &body));
    };
    if let Some(begun) = Begun::of(entry.clone()) {
        let step = if begun.zones.is_empty() { "prepare" } else { "roll" };
        return Ok(begun::to_session(id, step));
    }
    let story = Story::load(&owner).await?;
    let body = page::past::page(&owner, &story, &entry, after.saved.is_some());
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
    let story = Story::load(&owner).await?;
    let checkins: Vec<Entry<CheckIn>> = story.checkins_of(id).into_iter().cloned().collect();
    let at = owner.app.now();
    remember(Removed { person, id, at, record: entry.record.clone(), checkins: checkins.clone() });
    for checkin in &checkins {
        store.remove(owner.by(), checkin).await?;
    }
    store.remove(owner.by(), &entry).await?;
    Ok(begun::to_session(id, ""))
}

/// `POST /session/{id}/restore`
pub(crate) async fn restore(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let Some((record, checkins)) = removed(person, id, owner.app.now()) else {
        // Nothing to bring back: it is there, or it never was.
        return Ok(begun::to_session(begun::find(&owner, id).await?.id, ""));
    };
    store.add(owner.by(), person, id, &record).await?;
    for checkin in checkins {
        store.add(owner.by(), person, checkin.id, &checkin.record).await?;
    }
    Ok(begun::to_session(id, ""))
}

struct Removed {
    person: Id,
    id: Id,
    at: Timestamp,
    record: Session,
    checkins: Vec<Entry<CheckIn>>,
}

static REMOVED: Mutex<VecDeque<Removed>> = Mutex::new(VecDeque::new());

fn remember(gone: Removed) {
    let mut all = REMOVED.lock().unwrap_or_else(PoisonError::into_inner);
    all.push_back(gone);
    while all.len() > MOST_REMOVED {
        all.pop_front();
    }
}

/// A session removed not long ago. What can no longer be brought back is forgotten.
fn removed(person: Id, id: Id, now: Timestamp) -> Option<(Session, Vec<Entry<CheckIn>>)> {
    let mut all = REMOVED.lock().unwrap_or_else(PoisonError::into_inner);
    all.retain(|gone| gone.at > now - BACK_FOR);
    let found = all.iter().rev().find(|gone| gone.person == person && gone.id == id);
    found.map(|gone| (gone.record.clone(), gone.checkins.clone()))
}
