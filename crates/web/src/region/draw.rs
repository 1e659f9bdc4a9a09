//! `/region/new`, `/region/{id}/draw`: a region is drawn on a photograph, or drawn anew.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use care::words::Word as _;
use chart::album::Album;
use chart::album::view::View;
use chart::keep::{keep_once, mends};
use chart::region::{Following, redraw as keep_redrawn};
use serde::Deserialize;
use store::records::{Photo, Region};
use store::{Entry, Id, PhotoId, RegionId};

use super::draw_page::{self, Sheet};
use super::form::{Drawing, Which, percents};
use crate::caller::Opened;
use crate::form::{Form, Wrong};
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    photo: Option<String>,
}

/// `GET /region/new?photo=…`; without a photograph the page asks for one.
pub(crate) async fn new(opened: Opened, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let album = opened.album().await?;
    let Some(id) = asked.photo.filter(|id| !id.is_empty()) else {
        return Ok(draw_page::choose(&opened, &album));
    };
    let photo = photo_of(&album, &id)?;
    let drawing = Drawing::new(Id::new(opened.at()));
    Ok(draw_page::page(&opened, &Sheet { album: &album, photo, region: None, drawing: &drawing }))
}

/// `POST /region/new`
pub(crate) async fn add(opened: Opened, form: Form) -> Result<Response, Problem> {
    let album = opened.album().await?;
    let photo = photo_of(&album, form.text("photo"))?;
    let id = form.id(opened.at());
    let mut drawing = Drawing::typed(form, id);
    let Some(region) = wanted(&opened, &mut drawing, photo) else {
        let sheet = Sheet { album: &album, photo, region: None, drawing: &drawing };
        return Ok(draw_page::page(&opened, &sheet));
    };
    let kept =
        keep_once(opened.app.store(), opened.by(), (opened.person.id, drawing.id), region, mends)
            .await?;
    Ok(Redirect::to(&opened.to(To::Region(kept.id))).into_response())
}

/// `GET /region/{id}/draw`
pub(crate) async fn redraw(opened: Opened, Path(id): Path<RegionId>) -> Result<Response, Problem> {
    let (album, following) = load(&opened, id).await?;
    let region = &following.region;
    let photo = drawn_on(&album, region)?;
    let drawing = Drawing::of(region.id, region.version, &region.record);
    let sheet = Sheet { album: &album, photo, region: Some(region), drawing: &drawing };
    Ok(draw_page::page(&opened, &sheet))
}

/// `POST /region/{id}`: drawn anew, or given another name.
pub(crate) async fn change(
    opened: Opened,
    Path(id): Path<RegionId>,
    form: Form,
) -> Result<Response, Problem> {
    let (album, following) = load(&opened, id).await?;
    let region = &following.region;
    let photo = drawn_on(&album, region)?;
    let mut drawing = Drawing::typed(form, region.id);
    drawing.stale = drawing.version != region.version;
    drawing.version = region.version;
    let wanted = wanted(&opened, &mut drawing, photo);
    let sheet = Sheet { album: &album, photo, region: Some(region), drawing: &drawing };
    match wanted {
        _ if drawing.stale => {
            return Ok((StatusCode::CONFLICT, draw_page::page(&opened, &sheet)).into_response());
        }
        None => return Ok(draw_page::page(&opened, &sheet)),
        Some(wanted) => {
            let wanted = unmoved(&region.record, wanted);
            keep_redrawn(opened.app.store(), opened.by(), &following, wanted).await?;
        }
    }
    Ok(Redirect::to(&opened.to(To::Region(id))).into_response())
}

/// Rectangles that read the same are the same: an imported one may have more decimals than the form shows.
pub(super) fn unmoved(before: &Region, mut wanted: Region) -> Region {
    let same = |which: Which| which.of(before).map(percents) == which.of(&wanted).map(percents);
    let [place, reference, control] = Which::ALL.map(same);
    if place {
        wanted.place = before.place;
    }
    if reference {
        wanted.reference = before.reference;
    }
    if control {
        wanted.control = before.control;
    }
    wanted
}

/// A region of this person with the photographs; somebody else's is as unknown as none at all.
pub(super) async fn load(opened: &Opened, id: RegionId) -> Result<(Album, Following), Problem> {
    let album = opened.album().await?;
    let following = album.find_followed(id).ok_or(Problem::NotFound)?;
    Ok((album, following))
}

fn photo_of<'s>(album: &'s Album, id: &str) -> Result<&'s Entry<Photo>, Problem> {
    let id: PhotoId = id.parse().map_err(|_| Problem::NotFound)?;
    let photo = album.find(id).ok_or(Problem::NotFound)?;
    let raking = View::find(&photo.record.view).is_some_and(View::is_raking);
    if raking || !photo.record.is_dated() {
        return Err(Problem::NotNow("region-photo-unfit"));
    }
    Ok(photo)
}

fn drawn_on<'s>(album: &'s Album, region: &Entry<Region>) -> Result<&'s Entry<Photo>, Problem> {
    album.find(region.record.photo).ok_or(Problem::NotNow("region-photo-gone"))
}

/// The region that was drawn; `None` if something is wrong with it, which the form then says.
pub(super) fn wanted(
    reader: &Reader,
    drawing: &mut Drawing,
    photo: &Entry<Photo>,
) -> Option<Region> {
    let wanted = drawing.region(photo.id, &photo.record);
    for which in Which::ALL {
        if let Some(wrong) = drawing.wrong_of(which) {
            let sentence = draw_page::refused(&reader.say, &photo.record, which, wrong);
            drawing.form.refuse(which.word(), Wrong::said(sentence));
        }
    }
    wanted
}
