//! What the handlers of the plan answer with: the page, the page again with what is wrong, or the way to it.

use axum::response::{IntoResponse, Response};
use chart::Chart;
use chart::plan::change::{self, Desk};

use super::asked::Asked;
use super::context::Page;
use super::undone::Undone;
use crate::caller::Opened;
use crate::dose;
use crate::frame::Reader;
use crate::photos::first;
use crate::problem::Problem;
use crate::to::To;

/// What a change of the plan is made with.
pub(super) fn desk<'a>(opened: &'a Opened, chart: &'a Chart) -> Desk<'a> {
    Desk { store: opened.app.store(), by: opened.by(), chart, now: &opened.now }
}

/// What can't be done any more, because of another browser, is not done: the page says how it stands.
pub(super) fn settled(done: Result<(), change::Refused<'_>>) -> Result<(), Problem> {
    match done {
        Err(change::Refused::Record(error)) => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// On to the plan, after something was done.
pub(super) fn to_plan(reader: &Reader) -> Response {
    reader.to(To::Plan).go().into_response()
}

/// The plan as it stands.
pub(super) async fn page(
    opened: &Opened,
    chart: &Chart,
    asked: &Asked,
) -> Result<Response, Problem> {
    let rolling = dose::plan_card(opened, chart).await?;
    let undone = Undone::find(opened, chart).await?;
    let photo = first::is_missing(opened, chart).await?;
    Ok(Page { reader: opened, chart, asked, rolling: &rolling, photo, undone: &undone }.shown())
}

/// The page again, with what was typed and what is wrong with it.
pub(super) async fn again(
    opened: &Opened,
    chart: &Chart,
    asked: &Asked,
) -> Result<Response, Problem> {
    Ok(asked.form.answer(page(opened, chart, asked).await?))
}
