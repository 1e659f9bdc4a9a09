//! `POST /photos`: pictures come in, from the camera or as files, one or several of the same view.
//!
//! Few are handled at a time, since a picture being read takes memory and one being decoded takes a core. What is
//! refused is said by name, what is good is kept all the same. Sending a form twice keeps one picture: the id of each
//! follows from the form's and from what the picture contains.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use care::words::Word;
use jiff::Timestamp;
use photo::intake::{Camera, Clean, Colour, Limits, Refusal, Taken};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::Id;
use store::records::{self, Photo};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::multipart::{self, Picture, Sent};
use super::shelf::{Shelf, session_before};
use super::taking::{self, Refused};
use super::view::View;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::visit::Owner;

/// Forms being read at a time; each may hold [`multipart::UPLOAD_BYTES`].
static READING: Semaphore = Semaphore::const_new(4);
/// Pictures being decoded at a time.
pub(crate) static DECODING: Semaphore = Semaphore::const_new(2);
/// Forms that may be under way or wait for their turn; they hold no bytes while they wait.
static WAITING: Semaphore = Semaphore::const_new(64);

/// What became of a form.
struct Outcome {
    kept: Vec<Id>,
    refused: Vec<Refused>,
}

/// `POST /photos`
pub(crate) async fn take(
    owner: Owner,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let form = form.map_err(|_| Problem::NotAForm)?;
    let _place = WAITING.try_acquire().map_err(|_| Problem::Busy)?;
    let _turn = turn(&READING).await?;
    let sent = multipart::read(form).await?;
    let shelf = Shelf::load(&owner).await?;
    let outcome = keep_all(&owner, &shelf, &sent).await?;
    if wants_json(&headers) {
        return as_json(&outcome);
    }
    if outcome.refused.is_empty() {
        return Ok(Redirect::to(&taking::again(&sent.fields, outcome.kept.len())).into_response());
    }
    let shelf = Shelf::load(&owner).await?;
    let page = taking::page(&owner, &shelf, &sent.fields, outcome.kept.len(), &outcome.refused);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn turn(gate: &'static Semaphore) -> Result<SemaphorePermit<'static>, Problem> {
    gate.acquire().await.map_err(|_| Problem::Busy)
}

async fn keep_all(owner: &Owner, shelf: &Shelf, sent: &Sent) -> Result<Outcome, Problem> {
    let mut outcome = Outcome { kept: Vec::new(), refused: Vec::new() };
    let Ok(Some(view)) = sent.fields.word::<View>("shot") else {
        outcome.refused.push(Refused { file: String::new(), id: "view" });
        return Ok(outcome);
    };
    if sent.pictures.is_empty() {
        outcome.refused.push(Refused { file: String::new(), id: "none" });
    }
    for picture in &sent.pictures {
        match decode(picture).await? {
            Ok(clean) => outcome.kept.push(keep(owner, shelf, sent, view, picture, clean).await?),
            Err(refusal) => {
                let file = picture.name.clone();
                outcome.refused.push(Refused { file, id: refusal.id() });
            }
        }
    }
    Ok(outcome)
}

/// Off the threads that answer requests. The turn goes along: a browser that hangs up frees no core that is in use.
async fn decode(picture: &Picture) -> Result<Result<Clean, Refusal>, Problem> {
    let turn = turn(&DECODING).await?;
    let bytes = picture.bytes.clone();
    let work = move || {
        let taken_in = photo::intake::take_in(&bytes, &Limits::default());
        drop(turn);
        taken_in
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)
}

async fn keep(
    owner: &Owner,
    shelf: &Shelf,
    sent: &Sent,
    view: View,
    picture: &Picture,
    clean: Clean,
) -> Result<Id, Problem> {
    let taken = moment(owner, clean.taken);
    let wanted = sent.fields.parsed::<Id>("session").ok().flatten();
    // Kept only where it was named: a session that photographs hang on can't be removed.
    let session = session_before(&shelf.story.done(), wanted, taken)
        .filter(|session| Some(session.id) == wanted);
    let record = Photo {
        taken,
        view: view.word().into(),
        session: session.map(|session| session.id),
        width: clean.width,
        height: clean.height,
        media: clean.media.into(),
        camera: camera(&sent.fields, clean.camera),
        colours_unsure: clean.colour == Colour::Kept,
        note: None,
    };
    let form = sent.fields.parsed("id").ok().flatten().unwrap_or_else(|| Id::new(owner.app.now()));
    let id = id_of(form, owner.person.id, view, &picture.bytes);
    let (by, person, store) = (owner.by(), owner.person.id, owner.app.store());
    Ok(store.add_photo(by, person, id, &record, clean.picture, clean.thumbnail).await?.id)
}

/// The most letters of a camera's name that are kept.
const CAMERA_LETTERS: usize = 96;

/// What took a picture: as its file says, or as the page's camera says, whose pictures are files that say nothing.
fn camera(sent: &Fields, read: Option<Camera>) -> Option<records::Camera> {
    if let Some(Camera { model, focal_mm, flash }) = read {
        return Some(records::Camera { model, focal_mm, flash });
    }
    let name: String = sent.text("camera")?.chars().take(CAMERA_LETTERS).collect();
    Some(records::Camera { model: Some(name), focal_mm: None, flash: None })
}

/// When a picture was taken: by the camera's clock, in the person's zone unless the camera names another. A clock that
/// is ahead of ours is not believed.
fn moment(owner: &Owner, taken: Option<Taken>) -> Timestamp {
    let now = owner.app.now();
    let at = taken.and_then(|taken| match taken.offset {
        Some(offset) => offset.to_timestamp(taken.local).ok(),
        None => {
            let there = taken.local.to_zoned(owner.now.time_zone().clone());
            there.ok().map(|there| there.timestamp())
        }
    });
    at.filter(|at| *at <= now).unwrap_or(now)
}

/// The time of the form's id, then a hash of what makes this picture this one: the same form with the same picture
/// gives the same id, so sending it twice keeps one.
pub(super) fn id_of(form: Id, person: Id, view: View, bytes: &[u8]) -> Id {
    let mut hash = Sha256::new();
    for part in [form.to_string().as_bytes(), person.to_string().as_bytes(), view.word().as_bytes()]
    {
        hash.update(part);
    }
    hash.update(bytes);
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let time: String = form.to_string().chars().take(13).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let id = format!("{time}-7{}-8{}-{}", part(0, 3), part(3, 6), part(6, 18));
    id.parse().unwrap_or(form)
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// For the camera's script, which sends one picture at a time.
fn as_json(outcome: &Outcome) -> Result<Response, Problem> {
    if let Some(refused) = outcome.refused.first() {
        return Err(Problem::Photo(refused.id));
    }
    let id = outcome.kept.first().map(Id::to_string).unwrap_or_default();
    let href = format!("/photos/{id}");
    Ok((StatusCode::CREATED, axum::Json(json!({ "id": id, "href": href }))).into_response())
}
