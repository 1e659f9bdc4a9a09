//! Taking everything along: one zip with the record, the photographs and the last aftercare sheet, in clear.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt as _, stream};
use store::port::{self, Refusal};
use store::{PersonId, Store};
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinHandle;

use super::pieces::Pieces;
use crate::caller::Opened;
use crate::problem::Problem;
use crate::sheet;

/// `POST /more/export`: sent while it is put together, since nothing of a person's lies about in files in clear. A fault before
/// the first piece is told on a page; one after it breaks the download off, so that half a zip is not taken for a whole one.
pub(crate) async fn export(opened: Opened) -> Result<Response, Problem> {
    let chart = opened.chart_left().await?;
    let mut extra = Vec::new();
    // A sheet says when products may be used again: not while a session may be missing.
    if let Some(last) = chart.story.last_done(opened.at()).filter(|_| !chart.gaps.decide()) {
        extra.push(("aftercare.pdf".to_owned(), sheet::pdf(&opened, &chart, last).await?));
    }
    let (zip, mut pieces) = Pieces::new();
    let (store, person) = (opened.app.store().clone(), opened.person.id);
    let mut writing = tokio::spawn(async move { write(&store, person, extra, zip).await });
    let first = pieces.recv().await;
    if first.is_none() {
        over(&mut writing).await.map_err(problem)?;
    }
    let rest = stream::unfold(Some((pieces, writing)), rest);
    let pieces = stream::iter(first.map(Ok)).chain(rest);
    let name = format!("attachment; filename=\"needlewise-{}.zip\"", opened.now.date());
    let headers =
        [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

type Writing = JoinHandle<Result<(), Refusal>>;
type Rest = Option<(Receiver<Bytes>, Writing)>;

async fn write(
    store: &Store,
    person: PersonId,
    extra: Vec<(String, Vec<u8>)>,
    zip: Pieces,
) -> Result<(), Refusal> {
    let mut zip = port::export_into(store, person, extra, zip).await?;
    let sent = tokio::task::spawn_blocking(move || zip.out.send()).await;
    Ok(sent.map_err(io::Error::other)??)
}

/// The next piece; after the last one, what came of the writing.
async fn rest(left: Rest) -> Option<(io::Result<Bytes>, Rest)> {
    let (mut pieces, mut writing) = left?;
    if let Some(piece) = pieces.recv().await {
        return Some((Ok(piece), Some((pieces, writing))));
    }
    let refusal = over(&mut writing).await.err()?;
    tracing::error!(cause = %refusal, "the export was broken off");
    Some((Err(io::Error::other("broken off")), None))
}

async fn over(writing: &mut Writing) -> Result<(), Refusal> {
    writing.await.map_err(io::Error::other)?
}

fn problem(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Store(error) => error.into(),
        other => {
            tracing::error!(cause = %other, "the export could not be written");
            Problem::Ours
        }
    }
}
