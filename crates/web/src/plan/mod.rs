//! The plan: when the next session may be, how it is done, what to prepare, and what the evidence says.
//!
//! Before a programme is begun the same page shows what a first day would mean. Dates, lengths and lists are planned in
//! `care` ([`chart::plan`]); [`mod@page`] puts them in order. Moving and leaving out a session is in [`session`], events in
//! [`kept`]. No rule stands here.

mod answer;
mod asked;
mod before;
mod calendar;
mod choose;
mod context;
mod event;
mod events;
mod evidence;
mod how;
mod kept;
mod list;
mod moving;
mod next;
mod page;
mod session;
mod undone;
mod why;

use axum::response::Response;
use chart::plan::begin::{Refused, Wanted, begin_programme, may_begin};
use chart::plan::change::{self, change_first, change_time};
use store::records::Programme;

use crate::fields::Fields;
use crate::form::{Form, Wrong};
use crate::problem::Problem;
use crate::visit::Owner;
use answer::{again, desk, page, settled, to_plan};
use asked::Asked;
pub(crate) use kept::{change as change_kept, keep, remove};
pub(crate) use session::{back, put, skip};

/// `GET /plan`, with `first` to try another first day, `move` to try another day for the next session, and `event` to ask
/// about a day of one's own.
pub(crate) async fn show(
    owner: Owner,
    query: axum::extract::RawQuery,
) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let form = Form::new(Fields::parse(query.0.unwrap_or_default().as_bytes()));
    page(&owner, &chart, &Asked::read(&owner, form)).await
}

/// `POST /plan/begin`: keeps the programme with the screening it rests on.
pub(crate) async fn begin(owner: Owner, form: Form) -> Result<Response, Problem> {
    let (chart, protocol) = (owner.chart().await?, &owner.protocol);
    if may_begin(protocol, &chart, &owner.now).is_err() {
        return Ok(to_plan(&owner));
    }
    let id = form.id(owner.app.now());
    let mut asked = Asked::needing(&owner, form, "first");
    if asked.minute.is_none() {
        asked.form.refuse("minute", "typed-choose");
    }
    let (Some(first), Some(minute)) = (asked.first, asked.minute) else {
        return again(&owner, &chart, &asked).await;
    };
    let wanted = Wanted { id, first, minute, rhythm: asked.rhythm };
    let begun =
        begin_programme(owner.app.store(), owner.by(), protocol, &chart, &owner.now, wanted);
    match begun.await {
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Early(_) | Refused::Forbidden) => {
            let why = choose::impossible(&owner, &chart, (first, asked.rhythm));
            asked.form.refuse("first", Wrong::said(why.unwrap_or_default()));
            again(&owner, &chart, &asked).await
        }
        Ok(()) | Err(_) => Ok(to_plan(&owner)),
    }
}

/// `POST /plan/move`: another first day while nothing was done, or another time of the day.
pub(crate) async fn change(owner: Owner, form: Form) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if chart.story.programme.is_none() {
        return Ok(to_plan(&owner));
    }
    if let Some(minute) = asked::minute(form.fields()) {
        settled(change_time(desk(&owner, &chart), minute).await)?;
    }
    match form.fields().has("first") {
        true => first(&owner, Asked::needing(&owner, form, "first")).await,
        false => Ok(to_plan(&owner)),
    }
}

async fn first(owner: &Owner, mut asked: Asked) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let Some(first) = asked.first else { return again(owner, &chart, &asked).await };
    match change_first(desk(owner, &chart), &owner.protocol, first).await {
        Ok(()) => Ok(to_plan(owner)),
        Err(change::Refused::Record(error)) => Err(error.into()),
        Err(refused) => {
            asked.form.refuse("first", Wrong::said(why::refused(owner, first, &refused)));
            again(owner, &chart, &asked).await
        }
    }
}

/// `POST /plan/end`: the programme is over; what was done stays on record.
pub(crate) async fn end(owner: Owner) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if let Some(begun) = &chart.story.programme {
        let ended = Programme { ended: Some(owner.now.date()), ..begun.record.clone() };
        owner.app.store().change(owner.by(), begun, ended).await?;
    }
    Ok(to_plan(&owner))
}
