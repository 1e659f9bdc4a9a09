//! A form with pictures in it, read within limits.

use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;

use crate::fields::Fields;
use crate::problem::Problem;

/// The most parts such a form may have.
const MOST_PARTS: usize = 64;

/// A file as it was sent.
pub(super) struct Picture {
    /// What the person's own machine calls it; said back to them and to nobody else, and not kept.
    pub name: String,
    pub bytes: Bytes,
}

/// A form with pictures.
pub(super) struct Sent {
    pub fields: Fields,
    pub pictures: Vec<Picture>,
}

/// Reads the whole form; the limit of the route holds for all parts together.
pub(super) async fn read(mut form: Multipart) -> Result<Sent, Problem> {
    let (mut fields, mut pictures) = (Vec::new(), Vec::new());
    for _ in 0..MOST_PARTS {
        let Some(part) = form.next_field().await.map_err(|error| problem(&error))? else {
            return Ok(Sent { fields: Fields::of(fields), pictures });
        };
        let name = part.name().unwrap_or_default().to_owned();
        if name == "picture" {
            pictures.extend(picture(part).await?);
        } else {
            let value = part.text().await.map_err(|error| problem(&error))?;
            fields.push((name, value));
        }
    }
    Err(Problem::TooLarge)
}

/// A file; `None` if the field was left empty, which a browser sends as a file without a name and without bytes.
async fn picture(part: Field<'_>) -> Result<Option<Picture>, Problem> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let bytes = part.bytes().await.map_err(|error| problem(&error))?;
    let left_empty = name.is_empty() && bytes.is_empty();
    Ok((!left_empty).then_some(Picture { name, bytes }))
}

fn problem(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::NotAForm,
    }
}
