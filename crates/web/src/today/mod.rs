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
mod set_aside;
mod signs;
mod strip;
mod urgent;

use axum::extract::Query;
use axum::response::Response;
use care::words::{Sign, Word as _};
use serde::Deserialize;
use store::records::Region;

use crate::form::Form;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::visit::Owner;

pub(crate) use checkin::{check_in, undo};
pub(crate) use day::day;
pub(crate) use judged::left_out;
pub(crate) use now::Now;
pub(crate) use product::product;
pub(crate) use signs::if_open;

/// What the address may choose.
#[derive(Deserialize)]
pub(crate) struct Choice {
    sign: Option<String>,
}

/// `GET /today`
pub(crate) async fn today(owner: Owner, Query(choice): Query<Choice>) -> Result<Response, Problem> {
    let sign = choice.sign.as_deref().and_then(Sign::find).unwrap_or(Sign::Redness);
    shown(&owner, sign, &Form::default()).await
}

/// The page, with a check-in as it was typed and why it could not be kept.
async fn shown(owner: &Owner, sign: Sign, typed: &Form) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let title = owner.say.text("today-title");
    let scripts = ["today.js"];
    let Some(mut now) = Now::of(owner, &chart) else {
        let body = ahead::before_the_first(owner, &chart);
        return Ok(page_with(owner, Tab::Today, &title, &body, &scripts));
    };
    if sign == Sign::Redness {
        let regions = owner.app.store().list::<Region>(owner.person.id).await?;
        now.followed = regions.first().map(|region| region.id);
    }
    let body = page::page(&now, sign, typed);
    Ok(typed.answer(page_with(owner, Tab::Today, &title, &body, &scripts)))
}
