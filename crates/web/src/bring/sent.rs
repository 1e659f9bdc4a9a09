//! What was sent, piece by piece onto the disk: however large it is, one piece is in memory.

use std::io::{self, Write as _};

use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use store::{Store, Veiled};

use super::FILE;
use crate::problem::Problem;

/// The most parts such a form may have.
const MOST_PARTS: usize = 8;

/// A form with a file.
pub(super) struct Sent {
    pub file: Veiled,
    pub passphrase: String,
}

/// Reads the form; `None` if no file was chosen.
pub(super) async fn read(store: &Store, mut form: Multipart) -> Result<Option<Sent>, Problem> {
    let (mut file, mut passphrase) = (None, String::new());
    for _ in 0..MOST_PARTS {
        let Some(part) = form.next_field().await.map_err(|error| problem(&error))? else {
            return Ok(file.map(|file| Sent { file, passphrase }));
        };
        match part.name().unwrap_or_default() {
            FILE => file = stowed(store, part).await?,
            "passphrase" => passphrase = part.text().await.map_err(|error| problem(&error))?,
            _ => {}
        }
    }
    Err(Problem::TooLarge)
}

/// The file; `None` if the field was left empty, which a browser sends as a file without bytes.
async fn stowed(store: &Store, mut part: Field<'_>) -> Result<Option<Veiled>, Problem> {
    let mut file = Veiled::beside(store).map_err(unwritten)?;
    let mut any = false;
    while let Some(piece) = part.chunk().await.map_err(|error| problem(&error))? {
        any |= !piece.is_empty();
        file = put(file, piece).await.map_err(unwritten)?;
    }
    Ok(any.then_some(file))
}

/// Off the threads that answer requests.
async fn put(mut file: Veiled, piece: Bytes) -> io::Result<Veiled> {
    let done = tokio::task::spawn_blocking(move || file.write_all(&piece).map(|()| file)).await;
    done.map_err(io::Error::other)?
}

#[expect(clippy::needless_pass_by_value, reason = "as results hand it over")]
fn unwritten(error: io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::Full,
        io::ErrorKind::ReadOnlyFilesystem => Problem::ReadOnly,
        _ => {
            tracing::error!(cause = %error, "what was sent could not be kept for reading");
            Problem::Unavailable
        }
    }
}

fn problem(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::NotNow("bring-too-large"),
        _ => Problem::NotAForm,
    }
}
