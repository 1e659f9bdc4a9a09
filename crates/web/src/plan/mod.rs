//! The plan: when the next session may be, how it is done, what to prepare, and what the evidence says.
//!
//! Before a programme is begun the same page shows what a first day would mean. Dates, lengths and lists are planned in
//! `care` ([`outlook`]); [`page`] puts them in order. No rule stands here.

mod before;
mod calendar;
mod choose;
mod event;
mod evidence;
mod how;
mod outlook;
mod page;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::Id;
use store::records::Programme;

use crate::dose;
use crate::fields::Fields;
use crate::problem::Problem;
use crate::screening::decided;
use crate::story::Story;
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
    let story = Story::load(&owner).await?;
    let fields = Fields::parse(query.0.unwrap_or_default().as_bytes());
    let rolling = dose::plan_card(&owner, &story).await?;
    Ok(page::plan(&owner, &story, &Asked::read(&owner, &fields), &rolling))
}

/// What is planned, looked at; `None` while a question is open or answers speak against it.
pub(crate) fn planned<T>(
    owner: &Owner,
    story: &Story,
    look: impl FnOnce(&care::programme::Programme<'_>) -> T,
) -> Option<T> {
    let outlook = outlook::Outlook::of(owner, story, None)?;
    (!outlook.is_refused()).then(|| look(&outlook.plan))
}

/// `POST /plan/begin`: keeps the programme with the screening it rests on.
pub(crate) async fn begin(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let story = Story::load(&owner).await?;
    let today = owner.now.date();
    let Some(decided) = decided::decide(&owner, &story, today) else { return Ok(to_plan()) };
    if story.programme.is_some() || !decided.decision.verdict.allows() {
        return Ok(to_plan());
    }
    let first = fields.text("first").map(|text| typed::coming_day(text, today));
    let (Some(Ok(first)), Some(minute), Ok(Some(id))) =
        (first, minute(&fields), fields.parsed::<Id>("id"))
    else {
        return again(&owner, &story, &fields).await;
    };
    let screening = decided::keep(&owner, &story, &decided).await?.id;
    let protocol = decided::protocol_name(&owner);
    let (ended, moves) = (None, Vec::new());
    let programme = Programme { first, minute, screening, protocol, ended, moves };
    owner.app.store().add(owner.by(), owner.person.id, id, &programme).await?;
    Ok(to_plan())
}

/// `POST /plan/move`: another first day while nothing was done, or another time of the day.
pub(crate) async fn change(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let story = Story::load(&owner).await?;
    let Some(begun) = &story.programme else { return Ok(to_plan()) };
    let mut programme = begun.record.clone();
    let first = fields.text("first").map(|text| typed::coming_day(text, owner.now.date()));
    match first {
        Some(Ok(first)) if story.days_in_programme().is_empty() => programme.first = first,
        None => {}
        Some(_) => return again(&owner, &story, &fields).await,
    }
    programme.minute = minute(&fields).unwrap_or(programme.minute);
    if programme != begun.record {
        owner.app.store().change(owner.by(), begun, programme).await?;
    }
    Ok(to_plan())
}

/// `POST /plan/end`: the programme is over; what was done stays on record.
pub(crate) async fn end(owner: Owner) -> Result<Response, Problem> {
    let story = Story::load(&owner).await?;
    if let Some(begun) = &story.programme {
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
async fn again(owner: &Owner, story: &Story, fields: &Fields) -> Result<Response, Problem> {
    let rolling = dose::plan_card(owner, story).await?;
    let page = page::plan(owner, story, &Asked::read(owner, fields), &rolling);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
