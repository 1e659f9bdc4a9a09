//! Today: how the skin is, what to do and what to leave, when things may be used again, and what comes next.
//!
//! Everything shown is worked out in `care` from the record and the present moment; nothing here is kept but
//! check-ins.

mod ahead;
mod band;
mod checkin;
mod clock;
mod day;
pub(crate) mod form;
mod judged;
mod normal;
mod now;
mod page;
mod product;
#[cfg(test)]
mod samples;
mod set_aside;
mod signs;
mod strip;
mod unknown;
mod urgent;

use axum::extract::Query;
use axum::response::Response;
use care::words::{Sign, Word as _};
use serde::Deserialize;
use store::records::Region;

use crate::caller::Opened;
use crate::form::Form;
use crate::problem::Problem;

pub(crate) use checkin::{check_in, undo};
pub(crate) use day::day;
pub(crate) use judged::left_out;
pub(crate) use product::product;
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use signs::if_open;

/// What the address may choose.
#[derive(Deserialize)]
pub(crate) struct Choice {
    sign: Option<String>,
}

/// `GET /today`
pub(crate) async fn today(
    opened: Opened,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let sign = choice.sign.as_deref().and_then(Sign::find);
    shown(&opened, sign, &Form::default()).await
}

/// The page, with a check-in as it was typed and why it could not be kept.
async fn shown(opened: &Opened, sign: Option<Sign>, typed: &Form) -> Result<Response, Problem> {
    let chart = opened.chart_left().await?;
    let regions = opened.app.store().readable::<Region>(opened.person.id).await?;
    let followed = regions.whole.first().map(|region| region.id);
    Ok(page::Page { reader: opened, chart: &chart, followed, sign, typed }.drawn())
}
