//! `GET /more/aftercare.pdf`: the aftercare sheet of a session. What is on it is told in [`chart::sheet`].

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::story::DoneSession;
use chart::{Chart, sheet};
use serde::Deserialize;
use store::SessionId;

use crate::caller::Opened;
use crate::frame::Reader;
use crate::problem::Problem;

/// Which session; the last one if none is named.
#[derive(Default, Deserialize)]
pub(crate) struct Which {
    session: Option<SessionId>,
}

/// `GET /more/aftercare.pdf?session=…`
pub(crate) async fn show(opened: Opened, Query(which): Query<Which>) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let story = &chart.story;
    let session = match which.session {
        Some(id) => story.done().into_iter().find(|done| done.id == id).ok_or(Problem::NotFound)?,
        None => story.last_done(opened.at()).ok_or(Problem::NotNow("sheet-none"))?,
    };
    let pdf = pdf(&opened, &chart, session).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"aftercare.pdf\""),
    ];
    Ok((headers, pdf).into_response())
}

/// The sheet of a session as PDF.
pub(crate) async fn pdf(
    reader: &Reader,
    chart: &Chart,
    session: DoneSession<'_>,
) -> Result<Vec<u8>, Problem> {
    let made = sheet::sheet(&reader.protocol, &reader.say, chart, &reader.now, session);
    let drawn = tokio::task::spawn_blocking(move || sheet::draw(&made)).await;
    drawn.map_err(|_| Problem::Ours)?.map_err(|error| {
        tracing::error!(cause = %error, "the aftercare sheet could not be drawn");
        Problem::Ours
    })
}
