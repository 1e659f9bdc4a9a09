//! The sheet for the doctor: a page to read first, and the same as PDF to hand over, with the photographs that were ticked and no
//! other. What is on it is told in [`chart::handover`].

mod page;
#[cfg(test)]
mod samples;

use axum::extract::RawQuery;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::album::Album;
use chart::handover::{self, Picture};
use store::records::Photo;
use store::{Entry, PhotoId, Size};

use crate::album::alt;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::{Form, Wrong};
use crate::frame::Reader;
use crate::problem::Problem;
#[cfg(test)]
pub(crate) use samples::samples;

/// So many photographs can be added: a sheet with more is nothing that anybody leafs through.
const MOST: usize = 4;
/// The field of a photograph that is added.
const PHOTO: &str = "photo";

/// `GET /handover`, with `photo` for each photograph to add.
pub(crate) async fn show(opened: Opened, query: RawQuery) -> Result<Response, Problem> {
    let album = opened.album_left().await?;
    let form = asked(query);
    Ok(page::page(&opened, &album, &form))
}

/// `GET /handover.pdf`: the same on paper.
pub(crate) async fn sheet(opened: Opened, query: RawQuery) -> Result<Response, Problem> {
    let album = opened.album_left().await?;
    let form = asked(query);
    let mut pictures = Vec::new();
    for photo in chosen(&album, &form) {
        pictures.push(picture(&opened, &album, photo).await?);
    }
    let sheet = handover::sheet(&opened.protocol, &opened.say, &album.chart, &opened.now);
    let sheet = handover::with_pictures(sheet, &opened.say, pictures);
    let drawn = tokio::task::spawn_blocking(move || chart::sheet::draw(&sheet)).await;
    let pdf = drawn.map_err(|_| Problem::Ours)?.map_err(|error| {
        tracing::error!(cause = %error, "the sheet for the doctor could not be drawn");
        Problem::Ours
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"for-the-doctor.pdf\""),
    ];
    Ok((headers, pdf).into_response())
}

/// What the address asks for; more photographs than there is room for are told.
fn asked(query: RawQuery) -> Form {
    let mut form = Form::new(Fields::parse(query.0.unwrap_or_default().as_bytes()));
    if form.fields().all(PHOTO).count() > MOST {
        form.refuse(PHOTO, Wrong::new("handover-too-many").with("most", MOST));
    }
    form
}

/// The photographs that were ticked and are there, in the order of the album; none while there are too many.
fn chosen<'a>(album: &'a Album, form: &Form) -> Vec<&'a Entry<Photo>> {
    if form.is_refused() {
        return Vec::new();
    }
    let ids: Vec<PhotoId> = form.fields().all(PHOTO).filter_map(|id| id.parse().ok()).collect();
    album.photos.iter().filter(|photo| ids.contains(&photo.id)).collect()
}

/// A photograph for paper. What paper can't hold goes on it as the small picture that was made here.
async fn picture(opened: &Opened, album: &Album, photo: &Entry<Photo>) -> Result<Picture, Problem> {
    let size = match photo.record.media.as_str() {
        "image/jpeg" | "image/png" => Size::Full,
        _ => Size::Thumbnail,
    };
    let bytes = opened.app.store().picture(photo, size).await?;
    Ok(Picture { bytes, caption: told(opened, album, photo) })
}

/// What a photograph shows, and when it was taken.
fn told(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> String {
    alt(reader, album, &photo.record)
}
