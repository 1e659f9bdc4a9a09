//! `GET /region/{id}/cut/{photo}`: the place and a little around it, cut out of a photograph as the first one shows it.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::region::{Following, regions};
use photo::intake::{Limits, encode_jpeg, open};
use photo::register::Homography;
use photo::{Rect, cut as cut_out};
use store::records::Photo;
use store::{Entry, PhotoId, RegionId, Size};

use crate::album::find;
use crate::caller::Opened;
use crate::path::Path;
use crate::photos::DECODING;
use crate::problem::Problem;

/// Pixels across of a piece: for 240 on a screen that has two for one.
const ACROSS: u32 = 480;
/// How much is shown around the place, as a share of its sides.
const AROUND: f64 = 0.5;
/// The narrowest and the widest piece, as height over width; all pieces of a region have one shape.
const SHAPES: (f64, f64) = (0.75, 1.25);

/// `GET /region/{id}/cut/{photo}`
pub(crate) async fn cut(
    opened: Opened,
    Path((id, photo)): Path<(RegionId, PhotoId)>,
) -> Result<Response, Problem> {
    let photo = find(&opened, photo).await?;
    let following = Following::find(opened.app.store(), opened.person.id, id).await?;
    let following = following.ok_or(Problem::NotFound)?;
    let movement = movement(&following, photo.id).ok_or(Problem::NotFound)?;
    let first = find(&opened, following.region.record.photo).await?;
    let place = regions(&following.region.record, &first.record).region;
    let bytes = piece(&opened, &photo, movement, place).await?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, bytes).into_response())
}

/// How a photograph lies over the one that the region was drawn on, if that is known.
pub(super) fn movement(following: &Following, photo: PhotoId) -> Option<Homography> {
    if photo == following.region.record.photo {
        return Some(Homography::IDENTITY);
    }
    let own = following.measured.iter().find(|(_, kept)| kept.after.first() == Some(&photo));
    own.and_then(|(_, kept)| kept.movement).map(Homography)
}

/// Off the threads that answer requests; the turn goes along, so that no more is in memory than may be.
async fn piece(
    opened: &Opened,
    photo: &Entry<Photo>,
    movement: Homography,
    place: Rect,
) -> Result<Vec<u8>, Problem> {
    let turn = DECODING.acquire().await.map_err(|_| Problem::Busy)?;
    let bytes = opened.app.store().picture(photo, Size::Full).await?;
    let work = move || {
        let piece = open(&bytes, &Limits::default()).and_then(|shot| {
            encode_jpeg(&cut_out(&shot.pixels.rgb(), &movement, &framed(place), ACROSS, &[place]))
        });
        drop(turn);
        piece
    };
    let piece = tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)?;
    piece.map_err(|refusal| Problem::Photo(refusal.id()))
}

/// A little more than the place, and neither very wide nor very tall.
pub(super) fn framed(place: Rect) -> Rect {
    let wide = place.widened(AROUND);
    let shape = (wide.height / wide.width.max(f64::EPSILON)).clamp(SHAPES.0, SHAPES.1);
    let width = wide.width.max(wide.height / shape);
    let height = width * shape;
    let (x, y) = wide.middle();
    Rect { x: x - width / 2.0, y: y - height / 2.0, width, height }
}
