//! Taking everything along: one zip with the record, the photographs and the last aftercare sheet, in clear.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use store::port::{self, Refusal};

use crate::problem::Problem;
use crate::sheet;
use crate::visit::Owner;

/// `POST /more/export`: put together in memory, since nothing of a person's lies about in files in clear.
pub(crate) async fn export(owner: Owner) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let mut extra = Vec::new();
    if let Some(last) = chart.story.last_done(owner.app.now()) {
        extra.push(("aftercare.pdf".to_owned(), sheet::pdf(&owner, &chart, last).await?));
    }
    let zip = port::export(owner.app.store(), owner.person.id, extra).await.map_err(problem)?;
    let name = format!("attachment; filename=\"needlewise-{}.zip\"", owner.now.date());
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
