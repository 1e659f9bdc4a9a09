//! What happened: everything on record day by day, the newest first; who changed what; and both for a spreadsheet.
//!
//! Nothing is kept here. How urgent a check-in was is judged anew by `care`, with the check-ins up to that one.
//!
//! Where next: [`chart::log`] gathers the record and makes it one line of time, [`mod@line`] puts an event into words,
//! [`page`] shows them, [`mod@decided`] a screening and [`mod@checked`] a
//! check-in as they were, [`mod@correct`] corrects one; [`mod@gaps`] lists what can't be read; [`mod@journal`] says who changed what; [`csv`] writes files.

mod checked;
mod correct;
mod csv;
mod decided;
mod gaps;
mod journal;
mod journal_page;
mod line;
mod page;
mod paging;
#[cfg(test)]
mod samples;

#[cfg(test)]
mod tests;

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::log::{History, Shown, events};
use serde::Deserialize;

use crate::caller::Opened;
use crate::problem::Problem;

pub(crate) use checked::checked;
pub(crate) use correct::correct;
pub(crate) use decided::decided;
pub(crate) use gaps::gaps;
pub(crate) use journal::{journal, verify};
pub(crate) use line::{nothing, scored, signs_of};
#[cfg(test)]
pub(crate) use samples::samples;

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    show: Option<String>,
    page: Option<String>,
}

/// Everything that happened.
async fn history(opened: &Opened) -> Result<History, Problem> {
    Ok(History::load(opened.app.store(), opened.person.id, &opened.protocol, &opened.now).await?)
}

/// `GET /log?show=…&page=…`
pub(crate) async fn log(opened: Opened, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let history = history(&opened).await?;
    let shown = asked.show.as_deref().and_then(Shown::find).unwrap_or(Shown::All);
    let events = events(&history, opened.now.time_zone(), shown);
    let part = paging::part(&events, asked.page.as_deref());
    Ok(page::page(&opened, &history, shown, &part))
}

/// `GET /log.csv`
pub(crate) async fn as_csv(opened: Opened) -> Result<Response, Problem> {
    let history = history(&opened).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"needlewise-log.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, csv::write(&history, &opened)).into_response())
}
