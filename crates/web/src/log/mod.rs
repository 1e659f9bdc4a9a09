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
#[cfg(test)]
mod samples;

#[cfg(test)]
mod tests;

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chart::log::{History, Shown, events};
use chart::session::removed::BACK_FOR;
use serde::Deserialize;
use store::SessionId;
use store::records::Session;

use crate::caller::Opened;
use crate::paging;
use crate::problem::Problem;

pub(crate) use checked::checked;
pub(crate) use correct::correct;
pub(crate) use decided::decided;
pub(crate) use gaps::gaps;
pub(crate) use journal::{journal, verify};
pub(crate) use line::{nothing, scored, signs_of};
#[cfg(test)]
pub(crate) use samples::samples;

/// How many lines stand on a page of the log or the journal.
const MOST: usize = 50;
/// The words of the ways to the pages beside.
const PAGES: paging::Words = ["log-pages", "log-newer", "log-older"];

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
    let part = paging::part(&events, MOST, asked.page.as_deref());
    let gone = removed(&opened, &history).await?;
    Ok(page::page(&opened, &history, shown, &part, gone))
}

/// The session that was removed last and can still come back.
async fn removed(opened: &Opened, history: &History) -> Result<Option<SessionId>, Problem> {
    let since = opened.at() - BACK_FOR;
    let gone = opened.app.store().removed::<Session>(opened.person.id, since).await?;
    let there = |id| history.chart.story.sessions.iter().any(|session| session.id == id);
    Ok(gone.into_iter().map(|gone| gone.id).find(|id| !there(*id)))
}

/// How the cells of a table are told apart.
#[derive(Deserialize)]
pub(crate) struct Cells {
    cells: Option<String>,
}

/// `GET /log.csv?cells=…`
pub(crate) async fn as_csv(
    opened: Opened,
    Query(asked): Query<Cells>,
) -> Result<Response, Problem> {
    let history = history(&opened).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"needlewise-log.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, csv::write(&history, &opened, csv::Marks::find(asked.cells.as_deref())))
        .into_response())
}
