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
    /// Where the form was no longer read, since all of it together was too much: the picture at which that was, as the
    /// person's machine calls it. Those before it are whole, and there are some.
    pub read_up_to: Option<String>,
}

/// Reads the whole form, or as much of it as the limit of the route lets in, which holds for all parts together.
pub(super) async fn read(mut form: Multipart) -> Result<Sent, Problem> {
    let (mut fields, mut pictures) = (Vec::new(), Vec::new());
    let mut read_up_to = None;
    for place in 0.. {
        let Some(part) = form.next_field().await.map_err(|error| problem(&error))? else { break };
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().unwrap_or_default().to_owned();
        if name != "picture" {
            let value = part.text().await.map_err(|error| problem(&error))?;
            fields.push((name, value));
        } else if place == MOST_PARTS {
            read_up_to = Some(file);
            break;
        } else {
            match picture(part).await {
                Ok(picture) => pictures.extend(picture),
                Err(error) if problem(&error) == Problem::TooLarge && !pictures.is_empty() => {
                    read_up_to = Some(file);
                    break;
                }
                Err(error) => return Err(problem(&error)),
            }
        }
        if place > MOST_PARTS {
            return Err(Problem::TooLarge);
        }
    }
    Ok(Sent { fields: Fields::of(fields), pictures, read_up_to })
}

/// A file; `None` if the field was left empty, which a browser sends as a file without a name and without bytes.
async fn picture(part: Field<'_>) -> Result<Option<Picture>, MultipartError> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let bytes = part.bytes().await?;
    let left_empty = name.is_empty() && bytes.is_empty();
    Ok((!left_empty).then_some(Picture { name, bytes }))
}

fn problem(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::NotAForm,
    }
}
