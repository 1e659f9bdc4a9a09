//! Taking everything along: one zip with the record, the photographs and the last aftercare sheet, in clear.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use store::port::{self, Refusal};

use crate::caller::Opened;
use crate::problem::Problem;
use crate::sheet;

/// `POST /more/export`: put together in memory, since nothing of a person's lies about in files in clear.
pub(crate) async fn export(opened: Opened) -> Result<Response, Problem> {
    let chart = opened.chart_left().await?;
    let mut extra = Vec::new();
    // A sheet says when products may be used again: not while a session may be missing.
    if let Some(last) = chart.story.last_done(opened.at()).filter(|_| !chart.gaps.decide()) {
        extra.push(("aftercare.pdf".to_owned(), sheet::pdf(&opened, &chart, last).await?));
    }
    let zip = port::export(opened.app.store(), opened.person.id, extra).await.map_err(problem)?;
    let name = format!("attachment; filename=\"needlewise-{}.zip\"", opened.now.date());
    let headers =
        [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, zip).into_response())
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
