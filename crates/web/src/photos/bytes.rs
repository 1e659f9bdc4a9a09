//! The pixels themselves. A browser is told to keep none of them: whoever sits down after may be somebody else.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use store::{PhotoId, Size};

use crate::album::find;
use crate::caller::Opened;
use crate::path::Path;
use crate::problem::Problem;

/// `GET /photos/{id}/picture`
pub(crate) async fn picture(opened: Opened, Path(id): Path<PhotoId>) -> Result<Response, Problem> {
    bytes(&opened, id, Size::Full).await
}

/// `GET /photos/{id}/thumbnail`
pub(crate) async fn thumbnail(
    opened: Opened,
    Path(id): Path<PhotoId>,
) -> Result<Response, Problem> {
    bytes(&opened, id, Size::Thumbnail).await
}

async fn bytes(opened: &Opened, id: PhotoId, size: Size) -> Result<Response, Problem> {
    let photo = find(opened, id).await?;
    let bytes = opened.app.store().picture(&photo, size).await?;
    // Thumbnails are always made here; a full picture may come from an import, whose word is not taken for more than
    // the three kinds there are.
    let media = match (size, photo.record.media.as_str()) {
        (Size::Full, "image/png") => "image/png",
        (Size::Full, "image/webp") => "image/webp",
        _ => "image/jpeg",
    };
    let headers = [(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, bytes).into_response())
}
