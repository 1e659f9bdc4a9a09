//! Rolling, one zone at a time.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use chart::person::person_of;
use chart::session::begun::Begun;
use chart::session::{today, zones};
use serde::Deserialize;
use store::Id;

use super::{begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::Zone;
use crate::visit::Owner;

/// The most passes that can be recorded.
pub(super) const MOST_PASSES: u16 = 100;

/// Which zone is looked at.
#[derive(Deserialize)]
pub(crate) struct Which {
    zone: Option<String>,
}

/// `GET /session/{id}/roll`
pub(crate) async fn roll(
    owner: Owner,
    Path(id): Path<Id>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let Some(begun) = begun::under_way(&owner, id).await? else {
        return Ok(begun::to(&owner.to(To::Session(id))));
    };
    if !begun.may_go_on(&owner.protocol, &owner.chart().await?, &owner.now) {
        return Ok(begun::to(&owner.to(To::SessionStart)));
    }
    let asked = which.zone.as_deref().and_then(Zone::find);
    shown(&owner, &begun, asked, None).await
}

async fn shown(
    owner: &Owner,
    begun: &Begun,
    asked: Option<Zone>,
    typed: Option<&str>,
) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let profile = chart.knowing(&owner.protocol, &owner.now);
    let Some(person) = person_of(&owner.protocol, &profile) else {
        return Ok(begun::to(&owner.to(To::SessionStart)));
    };
    let plan = today::plan(&owner.protocol, &person, owner.now.date());
    let all = zones::of(&person.areas);
    let now =
        asked.filter(|zone| all.contains(zone)).or_else(|| zones::following(&all, &begun.zones));
    let rolling = page::roll::Rolling { begun, plan: &plan, zones: &all, now, typed };
    let body = page::roll::page(owner, &rolling);
    Ok(whole(owner, Tab::None, &owner.say.text("session-roll-title"), &body))
}

/// `POST /session/{id}/zone`: a zone was rolled, or is left out.
pub(crate) async fn rolled(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let Some(mut begun) = begun::under_way(&owner, id).await? else {
        return Ok(begun::to(&owner.to(To::Session(id))));
    };
    let zone = fields.text("zone").and_then(Zone::find).ok_or(Problem::NotFound)?;
    let passes = match fields.has("skip") {
        true => Some(0),
        false => passes(&fields),
    };
    let Some(passes) = passes else {
        let typed = fields.text("passes").unwrap_or_default();
        let mut response = shown(&owner, &begun, Some(zone), Some(typed)).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    };
    zones::note(&mut begun.zones, zone, passes);
    begun::save(&owner, begun).await?;
    Ok(begun::to(&owner.to(To::SessionRoll(id))))
}

/// The passes of the form, 1 to 100.
fn passes(fields: &Fields) -> Option<u16> {
    let number = fields.parsed::<u16>("passes").ok().flatten();
    number.filter(|passes| (1..=MOST_PASSES).contains(passes))
}
