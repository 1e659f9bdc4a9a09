//! The plan: when the next session may be, how it is done, what to prepare, and what the evidence says.
//!
//! Before a programme is begun the same page shows what a first day would mean. Dates, lengths and lists are planned in
//! `care` ([`chart::plan`]); [`mod@page`] puts them in order. Moving and leaving out a session is in [`session`], events in
//! [`mod@keep`]. No rule stands here.

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
mod keep;
mod list;
mod moving;
mod next;
mod page;
#[cfg(test)]
mod samples;
mod session;
#[cfg(test)]
mod tests;
mod undone;
mod why;

use axum::response::Response;
use chart::plan::begin::{Refused, Wanted, begin_programme, may_begin};
use chart::plan::change::{self, change_first, change_time};
use store::records::Programme;

use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::{Form, Wrong};
use crate::problem::Problem;
use answer::{again, desk, page, settled, to_plan};
use asked::Asked;
pub(crate) use keep::{change as change_kept, keep, remove};
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use session::{back, put, skip};

/// `GET /plan`, with `first` to try another first day, `move` to try another day for the next session, and `event` to ask
/// about a day of one's own.
pub(crate) async fn show(
    opened: Opened,
    query: axum::extract::RawQuery,
) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let form = Form::new(Fields::parse(query.0.unwrap_or_default().as_bytes()));
    page(&opened, &chart, &Asked::read(&opened, form)).await
}

/// `POST /plan/begin`: keeps the programme with the screening it rests on.
pub(crate) async fn begin(opened: Opened, form: Form) -> Result<Response, Problem> {
    let (chart, protocol) = (opened.chart().await?, &opened.protocol);
    if may_begin(protocol, &chart, &opened.now).is_err() {
        return Ok(to_plan(&opened));
    }
    let id = form.id(opened.at());
    let mut asked = Asked::needing(&opened, form, "first");
    if asked.minute.is_none() {
        asked.form.refuse("minute", "typed-choose");
    }
    let (Some(first), Some(minute)) = (asked.first, asked.minute) else {
        return again(&opened, &chart, &asked).await;
    };
    let wanted = Wanted { id, first, minute, rhythm: asked.rhythm };
    let begun =
        begin_programme(opened.app.store(), opened.by(), protocol, &chart, &opened.now, wanted);
    match begun.await {
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Early(_) | Refused::Forbidden) => {
            let why = choose::impossible(&opened, &chart, (first, asked.rhythm));
            asked.form.refuse("first", Wrong::said(why.unwrap_or_default()));
            again(&opened, &chart, &asked).await
        }
        Ok(()) | Err(_) => Ok(to_plan(&opened)),
    }
}

/// `POST /plan/move`: another first day while nothing was done, or another time of the day.
pub(crate) async fn change(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let Some(begun) = &chart.story.programme else { return Ok(to_plan(&opened)) };
    if is_new(&form, &begun.record) && form.is_overtaken(&choose::print(&begun.record)) {
        return again(&opened, &chart, &Asked::read(&opened, form)).await;
    }
    if let Some(minute) = asked::minute(form.fields()) {
        settled(change_time(desk(&opened, &chart), minute).await)?;
    }
    match form.fields().has("first") {
        true => first(&opened, Asked::needing(&opened, form, "first")).await,
        false => Ok(to_plan(&opened)),
    }
}

/// Whether a form says something else than what is kept.
fn is_new(form: &Form, begun: &Programme) -> bool {
    let minute = asked::minute(form.fields()).is_some_and(|minute| minute != begun.minute);
    let first = form.fields().text("first").is_some_and(|first| first != begun.first.to_string());
    minute || first
}

async fn first(opened: &Opened, mut asked: Asked) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let Some(first) = asked.first else { return again(opened, &chart, &asked).await };
    match change_first(desk(opened, &chart), &opened.protocol, first).await {
        Ok(()) => Ok(to_plan(opened)),
        Err(change::Refused::Record(error)) => Err(error.into()),
        Err(refused) => {
            asked.form.refuse("first", Wrong::said(why::refused(opened, first, &refused)));
            again(opened, &chart, &asked).await
        }
    }
}

/// `POST /plan/end`: the programme is over; what was done stays on record.
pub(crate) async fn end(opened: Opened) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    if let Some(begun) = &chart.story.programme {
        let ended = Programme { ended: Some(opened.now.date()), ..begun.record.clone() };
        opened.app.store().change(opened.by(), begun, ended).await?;
    }
    Ok(to_plan(&opened))
}
