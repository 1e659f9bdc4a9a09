//! The plan: when the next session may be, how it is done, what to prepare, and what the evidence says.
//!
//! Before a programme is begun the same page shows what a first day would mean. Dates, lengths and lists are planned in
//! `care` ([`chart::plan`]); [`page`] puts them in order. No rule stands here.

mod before;
mod calendar;
mod choose;
mod event;
mod evidence;
mod how;
mod page;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::Chart;
use chart::plan::begin::{Refused, Wanted, begin_programme, may_begin};
use store::Id;
use store::records::Programme;

use crate::dose;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::typed;
use crate::visit::Owner;
use page::Asked;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// `GET /plan`, with `first` to try another first day and `event` to ask about a day of one's own.
pub(crate) async fn show(
    owner: Owner,
    query: axum::extract::RawQuery,
) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let fields = Fields::parse(query.0.unwrap_or_default().as_bytes());
    let rolling = dose::plan_card(&owner, &chart).await?;
    Ok(page::plan(&owner, &chart, &Asked::read(&owner, &fields), &rolling))
}

/// `POST /plan/begin`: keeps the programme with the screening it rests on.
pub(crate) async fn begin(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let (chart, protocol) = (owner.chart().await?, &owner.protocol);
    let today = owner.now.date();
    if may_begin(protocol, &chart, &owner.now).is_err() {
        return Ok(to_plan());
    }
    let first = fields.text("first").map(|text| typed::coming_day(text, today));
    let (Some(Ok(first)), Some(minute), Ok(Some(id))) =
        (first, minute(&fields), fields.parsed::<Id>("id"))
    else {
        return again(&owner, &chart, &fields).await;
    };
    let wanted = Wanted { id, first, minute };
    let begun =
        begin_programme(owner.app.store(), owner.by(), protocol, &chart, &owner.now, wanted);
    match begun.await {
        Err(Refused::Record(error)) => Err(error.into()),
        // The page says what speaks against it.
        Ok(_) | Err(_) => Ok(to_plan()),
    }
}

/// `POST /plan/move`: another first day while nothing was done, or another time of the day.
pub(crate) async fn change(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let Some(begun) = &chart.story.programme else { return Ok(to_plan()) };
    let mut programme = begun.record.clone();
    let first = fields.text("first").map(|text| typed::coming_day(text, owner.now.date()));
    match first {
        Some(Ok(first)) if chart.story.days_in_programme().is_empty() => programme.first = first,
        None => {}
        Some(_) => return again(&owner, &chart, &fields).await,
    }
    programme.minute = minute(&fields).unwrap_or(programme.minute);
    if programme != begun.record {
        owner.app.store().change(owner.by(), begun, programme).await?;
    }
    Ok(to_plan())
}

/// `POST /plan/end`: the programme is over; what was done stays on record.
pub(crate) async fn end(owner: Owner) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if let Some(begun) = &chart.story.programme {
        let ended = Programme { ended: Some(owner.now.date()), ..begun.record.clone() };
        owner.app.store().change(owner.by(), begun, ended).await?;
    }
    Ok(to_plan())
}

fn minute(fields: &Fields) -> Option<u16> {
    fields.parsed::<u16>("minute").ok().flatten().filter(|minute| *minute < DAY)
}

fn to_plan() -> Response {
    Redirect::to("/plan").into_response()
}

/// The page again, with what was typed and what is wrong with it.
async fn again(owner: &Owner, chart: &Chart, fields: &Fields) -> Result<Response, Problem> {
    let rolling = dose::plan_card(owner, chart).await?;
    let page = page::plan(owner, chart, &Asked::read(owner, fields), &rolling);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
