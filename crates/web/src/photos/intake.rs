//! `POST /photos`: pictures come in, from the camera or as files, one or several of the same view.
//!
//! Few are handled at a time, since a picture being read takes memory and one being decoded takes a core. What is
//! refused is said by name, what is good is kept all the same; where it is not known when one was taken, that is asked next. Sending a form twice keeps one picture: the id of each
//! follows from the form's and from what the picture contains ([`chart::album::intake`]).

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chart::album::Album;
use chart::album::intake::{self, keep_photo};
use chart::album::view::View;
use photo::intake::{Clean, Limits, Refusal};
use serde_json::json;
use store::records::Photo;
use store::{Entry, Id, PhotoId};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::multipart::{self, Picture, Sent};
use super::taking::{self, Refused};
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::problem::Problem;
use crate::to::To;

/// Megabytes of forms being read at a time; each counts as what it says it has, and at least as [`LEAST_READ`].
static READING: Semaphore = Semaphore::const_new(READ as usize);
const READ: u32 = 32;
const LEAST_READ: u32 = 8;
/// Megabytes of memory for pictures being decoded at a time. One that needs more waits until it is alone.
static ROOM: Semaphore = Semaphore::const_new(ROOM_MB as usize);
const ROOM_MB: u32 = 200;
/// Pictures being decoded at a time.
pub(crate) static DECODING: Semaphore = Semaphore::const_new(2);
/// Forms that may be under way or wait for their turn; they hold no bytes while they wait.
static WAITING: Semaphore = Semaphore::const_new(64);

/// What became of a form.
struct Outcome {
    kept: Vec<PhotoId>,
    /// The first of which it is not known when it was taken: that is asked next.
    undated: Option<PhotoId>,
    refused: Vec<Refused>,
}

/// `POST /photos`
pub(crate) async fn take(
    opened: Opened,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let form = form.map_err(|_| Problem::NotAForm)?;
    let _place = WAITING.try_acquire().map_err(|_| Problem::Busy)?;
    let _turn = READING.acquire_many(weight(&headers)).await.map_err(|_| Problem::Busy)?;
    let sent = multipart::read(form).await?;
    let album = opened.album_left().await?;
    let outcome = keep_all(&opened, &album, &sent).await?;
    if wants_json(&headers) {
        return as_json(&opened, &outcome);
    }
    if let (Some(id), true) = (outcome.undated, outcome.refused.is_empty()) {
        return Ok(opened.to(To::Photo(id)).go().into_response());
    }
    if outcome.refused.is_empty() {
        return Ok(taking::again(&opened, &sent.fields, outcome.kept.len()).go().into_response());
    }
    let album = opened.album_left().await?;
    let most = opened.app.settings().limits.photo_mb;
    let mut form = Form::new(sent.fields);
    form.note(outcome.refused.iter().map(|refused| refused.fault(&opened.say, most)));
    Ok(taking::page(&opened, &album, &form, outcome.kept.len()))
}

/// What a form counts as while it is read: one that does not say how long it is could be as long as it may.
fn weight(headers: &HeaderMap) -> u32 {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    let length = length.and_then(|length| length.parse::<u64>().ok());
    length.map_or(READ, |length| megabytes(length).clamp(LEAST_READ, READ))
}

fn megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1 << 20)).unwrap_or(u32::MAX)
}

async fn turn(gate: &'static Semaphore) -> Result<SemaphorePermit<'static>, Problem> {
    gate.acquire().await.map_err(|_| Problem::Busy)
}

async fn keep_all(opened: &Opened, album: &Album, sent: &Sent) -> Result<Outcome, Problem> {
    let mut outcome = Outcome { kept: Vec::new(), undated: None, refused: Vec::new() };
    let Ok(Some(view)) = sent.fields.word::<View>("shot") else {
        outcome.refused.push(Refused { file: String::new(), id: "view" });
        return Ok(outcome);
    };
    if sent.pictures.is_empty() {
        outcome.refused.push(Refused { file: String::new(), id: "none" });
    }
    let told = intake::Sent {
        form: sent.fields.parsed("id").ok().flatten().unwrap_or_else(|| Id::new(opened.at())),
        view,
        session: sent.fields.parsed("session").ok().flatten(),
        camera: sent.fields.text("camera").map(str::to_owned),
    };
    for picture in &sent.pictures {
        match keep(opened, album, &told, picture).await? {
            // One that is there twice in the form.
            Ok(photo) if outcome.kept.contains(&photo.id) => outcome.refuse(picture, "twice"),
            Ok(photo) => outcome.keep(&photo),
            Err(why) => outcome.refuse(picture, why),
        }
    }
    if let Some(file) = sent.read_up_to.clone() {
        outcome.refused.push(Refused { file, id: "together" });
    }
    Ok(outcome)
}

impl Outcome {
    fn keep(&mut self, photo: &Entry<Photo>) {
        self.kept.push(photo.id);
        if !photo.record.is_dated() {
            self.undated.get_or_insert(photo.id);
        }
    }
    fn refuse(&mut self, picture: &Picture, id: &'static str) {
        self.refused.push(Refused { file: picture.name.clone(), id });
    }
}

/// Off the threads that answer requests. The turn goes along: a browser that hangs up frees no core that is in use.
async fn decode(opened: &Opened, picture: &Picture) -> Result<Result<Clean, Refusal>, Problem> {
    let bytes = picture.bytes.clone();
    let limits = Limits { bytes: opened.app.settings().limits.photo_bytes(), ..Limits::default() };
    let needs = megabytes(photo::intake::needs(&bytes, &limits)).clamp(1, ROOM_MB);
    let room = ROOM.acquire_many(needs).await.map_err(|_| Problem::Busy)?;
    let turn = turn(&DECODING).await?;
    let work = move || {
        let taken_in = photo::intake::take_in(&bytes, &limits);
        drop((turn, room));
        taken_in
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)
}

/// Keeps one picture, or says by the word of the texts why not.
async fn keep(
    opened: &Opened,
    album: &Album,
    sent: &intake::Sent,
    picture: &Picture,
) -> Result<Result<Entry<Photo>, &'static str>, Problem> {
    if album.has_otherwise(sent, &picture.bytes) {
        return Ok(Err("twice"));
    }
    let clean = match decode(opened, picture).await? {
        Ok(clean) => clean,
        Err(refusal) => return Ok(Err(refusal.id())),
    };
    let (store, zone, file) =
        (opened.app.store(), opened.now.time_zone(), (&*picture.bytes, clean));
    Ok(Ok(keep_photo(store, opened.by(), &album.chart, zone, sent, file).await?))
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// For the camera's script, which sends one picture at a time.
fn as_json(reader: &Reader, outcome: &Outcome) -> Result<Response, Problem> {
    if let Some(refused) = outcome.refused.first() {
        return Err(Problem::Photo(refused.id));
    }
    let id = *outcome.kept.first().ok_or(Problem::Ours)?;
    let (href, picture) = (reader.to(To::Photo(id)), reader.to(To::Picture(id)));
    Ok((StatusCode::CREATED, axum::Json(json!({ "id": id, "href": *href, "picture": *picture })))
        .into_response())
}
