//! A backup from the page: made, put back elsewhere for a test, and only then handed over.
//!
//! The file lies encrypted in a temporary folder beside the record while it is tested and sent, and is gone afterwards;
//! after a kill, with the next start.
//! Large records are better backed up with the command, which the page names.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, future, stream};
use store::backup::{self, Lock, Made, Plan, Room};
use tokio_util::io::ReaderStream;

use super::data;
use crate::caller::Opened;
use crate::form::Form;
use crate::form::read::{passphrase, same_as};
use crate::problem::Problem;

/// `POST /more/backup`
pub(crate) async fn save(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let typed = form.read("passphrase", passphrase(opened.person.record.name.as_deref()));
    let same = form.read("again", same_as("passphrase"));
    let (Some(passphrase), Some(())) = (typed, same) else {
        return data::shown(&opened, &form).await;
    };
    let room = Room::beside(opened.app.store()).map_err(|fault| refused(&fault))?;
    let name = format!("needlewise-{}.backup", opened.now.date());
    let plan = Plan {
        file: room.path().join(&name),
        lock: Lock::passphrase(&passphrase),
        made: opened.at(),
        key: opened.app.key().clone(),
        with_key: form.fields().has("with_key"),
    };
    let file = plan.file.clone();
    let made = backup::make(opened.app.store(), plan).await.map_err(|fault| refused(&fault))?;
    let file = tokio::fs::File::open(file).await.map_err(|_| Problem::Unavailable)?;
    Ok(handed_over(&name, file, made, room))
}

fn refused(fault: &backup::Fault) -> Problem {
    tracing::error!(cause = %fault, "no backup was made");
    match fault {
        backup::Fault::Store(store::Error::Full) => Problem::Full,
        backup::Fault::File(error) if error.kind() == std::io::ErrorKind::StorageFull => {
            Problem::Full
        }
        _ => Problem::Unavailable,
    }
}

/// The file as a download. It counts as a backup when the last piece was taken; its folder goes then, or when nobody
/// wants it any more.
fn handed_over(name: &str, file: tokio::fs::File, made: Made, room: Room) -> Response {
    let taken = stream::once(async move {
        let _until_sent = room;
        if let Err(fault) = made.delivered().await {
            tracing::warn!(cause = %fault, "a backup was handed over, but that couldn't be noted");
        }
    });
    let pieces = ReaderStream::new(file).chain(taken.filter_map(|()| future::ready(None)));
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, Body::from_stream(pieces)).into_response()
}
