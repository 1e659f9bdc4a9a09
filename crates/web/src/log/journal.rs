//! `GET /log/journal`, `POST /log/journal/verify`: who changed what, and whether the journal is as it was written.
//!
//! The answer to a check is shown at once and has no address, so that nobody can be sent a link that claims it.

use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use store::Broken;

use super::MOST;
use super::journal_page::{self, Checked};
use crate::caller::Opened;
use crate::paging;
use crate::problem::Problem;

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    page: Option<String>,
}

/// `GET /log/journal?page=…`
pub(crate) async fn journal(
    opened: Opened,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let rows = opened.app.store().journal(opened.person.id).await?;
    let part = paging::part(&rows, MOST, asked.page.as_deref());
    Ok(journal_page::page(&opened, &part, None))
}

/// `POST /log/journal/verify`
pub(crate) async fn verify(opened: Opened) -> Result<Response, Problem> {
    let store = opened.app.store();
    let checked = match store.verify().await {
        Ok(whole) if whole.damaged.is_empty() => Checked::Whole(whole.rows),
        Ok(whole) => {
            for damaged in &whole.damaged {
                tracing::error!(%damaged, "the record is not what the journal says");
            }
            Checked::Damaged(whole.damaged.len())
        }
        Err(Broken::Store(error)) => return Err(error.into()),
        Err(broken) => {
            tracing::error!(cause = %broken, "the journal does not add up");
            Checked::Broken(broken)
        }
    };
    let rows = store.journal(opened.person.id).await?;
    Ok(journal_page::page(&opened, &paging::part(&rows, MOST, None), Some(&checked)))
}
