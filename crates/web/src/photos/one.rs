//! `GET` and `POST /photos/{id}`: one photograph, and what is said about it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use care::words::Word;
use chart::album::Album;
use chart::album::session_before;
use chart::album::view::View;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use store::records::Photo;
use store::{Entry, PhotoId};

use super::one_page;
use crate::album::{find, taken};
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::day::{self, Moments};
use crate::form::{Form, Wrong, read};
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// What is said of a moment that can't be.
const MOMENTS: Moments =
    Moments { unreadable: "photos-taken-unreadable", ahead: "photos-taken-ahead" };

/// `GET /photos/{id}`
pub(crate) async fn show(opened: Opened, Path(id): Path<PhotoId>) -> Result<Response, Problem> {
    let photo = find(&opened, id).await?;
    let album = opened.album_left().await?;
    Ok(one_page::page(&opened, &album, &photo, &one_page::kept(&opened, &photo)))
}

/// `POST /photos/{id}`: another note, view or moment.
pub(crate) async fn change(
    opened: Opened,
    Path(id): Path<PhotoId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (photo, album) = (find(&opened, id).await?, opened.album_left().await?);
    if form.text("version") != photo.version.to_string() {
        form.refuse("taken", "problem-stale-what");
        let page = one_page::page(&opened, &album, &photo, &form);
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    let Some(record) = changed(&opened, &album, &photo, &mut form) else {
        return Ok(one_page::page(&opened, &album, &photo, &form));
    };
    let dated = record.is_dated();
    if record != photo.record {
        opened.app.store().change(opened.by(), &photo, record).await?;
    }
    // The next one that nobody knows the date of, as long as there are some.
    let next = album.undated().into_iter().find(|other| other.id != id).map(|other| other.id);
    let next = next.filter(|_| !photo.record.is_dated() && dated);
    Ok(Redirect::to(&opened.to(To::Photo(next.unwrap_or(id)))).into_response())
}

/// The record as the form wants it; `None` if something is wrong with that, which the form then says.
pub(super) fn changed(
    reader: &Reader,
    album: &Album,
    photo: &Entry<Photo>,
    form: &mut Form,
) -> Option<Photo> {
    let note = form.read("note", read::note);
    let view = form.read("view", read::word::<View>);
    let before = taken(reader, &photo.record).datetime();
    let before = photo.record.is_dated().then_some(before);
    let born = album.chart.person.record.born;
    let at = form.read("taken", |fields, field| at(reader, (before, born), fields, field));
    let mut record = Photo { note: note?, ..photo.record.clone() };
    if let Some(view) = view? {
        record.view = view.word().into();
    }
    if let Some(at) = at? {
        record.taken = at;
        record.undated = None;
        let session = session_before(&album.chart.story.done(), record.session, record.taken);
        record.session = session.map(|session| session.id).filter(|id| Some(*id) == record.session);
    }
    Some(record)
}

/// When it was taken, if that is another minute than before; of one without a date any minute is, and so is the present one
/// where they say that it was taken just now.
fn at(
    reader: &Reader,
    (before, born): (Option<DateTime>, Option<Date>),
    fields: &Fields,
    field: &str,
) -> Result<Option<Timestamp>, Wrong> {
    match fields.parsed::<DateTime>(field) {
        Ok(Some(typed)) if before.map(minute) == Some(minute(typed)) => Ok(None),
        _ if before.is_none() && fields.text("when") == Some("now") => Ok(Some(reader.at())),
        Ok(None) if before.is_none() => Err("photos-undated-needed".into()),
        _ => {
            let at = day::moment(reader.now.time_zone(), reader.at(), MOMENTS)(fields, field)?;
            let day = |at: Timestamp| at.to_zoned(reader.now.time_zone().clone()).date();
            at.map(|at| day::of_a_life(day(at), born).map(|_| at)).transpose()
        }
    }
}

/// The field shows no seconds, so they are no change.
fn minute(time: DateTime) -> DateTime {
    time.with().second(0).subsec_nanosecond(0).build().unwrap_or(time)
}
