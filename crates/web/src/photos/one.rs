//! `GET` and `POST /photos/{id}`: one photograph, and what is said about it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use care::words::Word;
use chart::album::Album;
use chart::album::session_before;
use chart::album::view::View;
use jiff::Timestamp;
use jiff::civil::DateTime;
use store::records::Photo;
use store::{Entry, Id};

use super::one_page::{self, Edit};
use crate::album::{find, taken};
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// `GET /photos/{id}`
pub(crate) async fn show(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let photo = find(&owner, id).await?;
    let album = owner.album().await?;
    Ok(one_page::page(&owner, &album, &photo, &Edit::of(&owner, &photo)))
}

/// `POST /photos/{id}`: another note, view or moment.
pub(crate) async fn change(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let photo = find(&owner, id).await?;
    if fields.text("version") != Some(photo.version.to_string().as_str()) {
        let album = owner.album().await?;
        let edit = Edit::again(&fields, photo.version, "problem-stale-what");
        let page = one_page::page(&owner, &album, &photo, &edit);
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    let album = owner.album().await?;
    match changed(&owner, &album, &photo, &fields) {
        Ok(record) if record == photo.record => {}
        Ok(record) => {
            owner.app.store().change(owner.by(), &photo, record).await?;
        }
        Err(problem) => {
            let edit = Edit::again(&fields, photo.version, problem);
            let page = one_page::page(&owner, &album, &photo, &edit);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    }
    Ok(Redirect::to(&owner.to(To::Photo(id))).into_response())
}

/// The record as the form wants it, or the key of what is wrong with the moment.
fn changed(
    owner: &Owner,
    album: &Album,
    photo: &Entry<Photo>,
    fields: &Fields,
) -> Result<Photo, &'static str> {
    let mut record = photo.record.clone();
    record.note = fields.text("note").map(str::to_owned);
    if let Ok(Some(view)) = fields.word::<View>("view") {
        record.view = view.word().into();
    }
    let typed: Option<DateTime> = fields.parsed("taken").map_err(|_| "photos-taken-unreadable")?;
    let before = minute(taken(owner, &photo.record).datetime());
    if let Some(typed) = typed.map(minute).filter(|typed| *typed != before) {
        record.taken = at(owner, typed)?;
        let session = session_before(&album.chart.story.done(), record.session, record.taken);
        record.session = session.map(|session| session.id).filter(|id| Some(*id) == record.session);
    }
    Ok(record)
}

fn at(owner: &Owner, typed: DateTime) -> Result<Timestamp, &'static str> {
    let there = typed.to_zoned(owner.now.time_zone().clone());
    let at = there.map_err(|_| "photos-taken-unreadable")?.timestamp();
    if at > owner.app.now() { Err("photos-taken-ahead") } else { Ok(at) }
}

/// The field shows no seconds, so they are no change.
fn minute(time: DateTime) -> DateTime {
    time.with().second(0).subsec_nanosecond(0).build().unwrap_or(time)
}
