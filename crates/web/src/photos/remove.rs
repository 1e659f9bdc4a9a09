//! Removing a photograph: asked once, since its pixels are gone for good. Places that were drawn on it go along, and whatever
//! was measured in it.

use axum::response::{Redirect, Response};
use chart::album::{Album, remove_photo};
use maud::html;
use store::records::Photo;
use store::{Entry, PhotoId};

use crate::album::{alt, find, view_word};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look};

/// `GET /photos/{id}/remove`
pub(crate) async fn ask(opened: Opened, Path(id): Path<PhotoId>) -> Result<Response, Problem> {
    let photo = find(&opened, id).await?;
    Ok(page(&opened, &opened.album_left().await?, &photo))
}

pub(super) fn page(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> Response {
    let say = &reader.say;
    let (title, back) = (say.text("photos-remove-title"), reader.to(To::Photo(photo.id)));
    let body = html! {
        (ui::page_header(&title, Some((&back, &view_word(say, &photo.record.view))), None))
        p { (say.text("photos-remove-why")) }
        @let regions = album.drawn_on(photo.id).len();
        @if regions > 0 { p { (say.with("region-remove-with-photo", &[("n", regions.into())])) } }
        ul class="photos" { li {
            img src=(reader.to(To::Thumbnail(photo.id))) alt=(alt(reader, album, &photo.record));
        } }
        form method="post" action=(reader.to(To::PhotoRemove(photo.id))) {
            (ui::actions(&[
                ui::button(Look::Danger, Some(Icon::Remove), &say.text("photos-remove-do")),
                ui::link_button(Look::Quiet, None, &say.text("photos-remove-not"), &back),
            ]))
        }
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

/// `POST /photos/{id}/remove`
pub(crate) async fn remove(opened: Opened, Path(id): Path<PhotoId>) -> Result<Redirect, Problem> {
    let photo = find(&opened, id).await?;
    remove_photo(opened.app.store(), opened.by(), &opened.album_left().await?, &photo).await?;
    Ok(Redirect::to(&opened.to(To::Photos)))
}
