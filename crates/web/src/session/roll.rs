//! Rolling, one zone at a time.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use store::Id;
use store::records::ZoneRolled;

use super::begun::{self, Begun};
use super::{page, prepare, zones};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::story::{Story, person_of};
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
    let Some(begun) = Begun::find(&owner, id).await? else { return Ok(begun::to_session(id, "")) };
    if !begun.may_go_on(&owner, &Story::load(&owner).await?) {
        return Ok(begun::to("/session"));
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
    let story = Story::load(owner).await?;
    let profile = story.knowing(&owner.protocol, &owner.person.record);
    let Some(person) = person_of(&owner.protocol, &profile) else {
        return Ok(begun::to("/session"));
    };
    let plan = prepare::of_today(owner, &person);
    let all = zones::of(&person.areas);
    let now = asked.filter(|zone| all.contains(zone)).or_else(|| following(&all, &begun.zones));
    let rolling = page::roll::Rolling { begun, plan: &plan, zones: &all, now, typed };
    let body = page::roll::page(owner, &rolling);
    Ok(whole(owner, Tab::None, &owner.say.text("session-roll-title"), &body))
}

/// The first zone that was neither rolled nor left out.
fn following(all: &[Zone], rolled: &[ZoneRolled]) -> Option<Zone> {
    all.iter().copied().find(|zone| zones::passes(rolled, *zone).is_none())
}

/// `POST /session/{id}/zone`: a zone was rolled, or is left out.
pub(crate) async fn rolled(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let Some(mut begun) = Begun::find(&owner, id).await? else {
        return Ok(begun::to_session(id, ""));
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
    note(&mut begun.zones, zone, passes);
    begun.save(&owner).await?;
    Ok(begun::to_session(id, "roll"))
}

/// The passes of the form, 1 to 100.
fn passes(fields: &Fields) -> Option<u16> {
    let number = fields.parsed::<u16>("passes").ok().flatten();
    number.filter(|passes| (1..=MOST_PASSES).contains(passes))
}

fn note(rolled: &mut Vec<ZoneRolled>, zone: Zone, passes: u16) {
    match rolled.iter_mut().find(|one| one.zone == zone.id()) {
        Some(one) => one.passes = passes,
        None => rolled.push(ZoneRolled { zone: zone.id().to_owned(), passes }),
    }
}
