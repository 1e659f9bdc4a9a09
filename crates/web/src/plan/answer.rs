//! What the handlers of the plan answer with: the page, the page again with what is wrong, or the way to it.

use axum::response::{IntoResponse, Response};
use chart::Chart;
use chart::plan::change::{self, Desk};

use super::asked::Asked;
use super::context::Page;
use super::undone::Undone;
use crate::dose;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// What a change of the plan is made with.
pub(super) fn desk<'a>(owner: &'a Owner, chart: &'a Chart) -> Desk<'a> {
    Desk { store: owner.app.store(), by: owner.by(), chart, now: &owner.now }
}

/// What can't be done any more, because of another browser, is not done: the page says how it stands.
pub(super) fn settled(done: Result<(), change::Refused<'_>>) -> Result<(), Problem> {
    match done {
        Err(change::Refused::Record(error)) => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// On to the plan, after something was done.
pub(super) fn to_plan(owner: &Owner) -> Response {
    owner.to(To::Plan).go().into_response()
}

/// The plan as it stands.
pub(super) async fn page(owner: &Owner, chart: &Chart, asked: &Asked) -> Result<Response, Problem> {
    let rolling = dose::plan_card(owner, chart).await?;
    let undone = Undone::find(owner, chart).await?;
    Ok(Page { owner, chart, asked, rolling: &rolling, undone: &undone }.shown())
}

/// The page again, with what was typed and what is wrong with it.
pub(super) async fn again(
    owner: &Owner,
    chart: &Chart,
    asked: &Asked,
) -> Result<Response, Problem> {
    Ok(asked.form.answer(page(owner, chart, asked).await?))
}
