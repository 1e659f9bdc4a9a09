//! Rolling, one zone at a time.

use axum::extract::Query;
use axum::response::Response;
use chart::person::person_of;
use chart::session::begun::Begun;
use chart::session::{today, zones};
use serde::Deserialize;
use store::SessionId;

use super::{begun, page};
use crate::form::{Form, read};
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::Zone;
use crate::visit::Opened;

/// The most passes that can be recorded.
pub(super) const MOST_PASSES: u16 = 100;

/// What is said of passes that can't be.
const PASSES_WRONG: &str = "session-passes-wrong";

/// Which zone is looked at.
#[derive(Deserialize)]
pub(crate) struct Which {
    zone: Option<String>,
}

/// `GET /session/{id}/roll`
pub(crate) async fn roll(
    opened: Opened,
    Path(id): Path<SessionId>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let Some(begun) = begun::under_way(&opened, id).await? else {
        return Ok(begun::to(&opened.to(To::Session(id))));
    };
    if !begun.may_go_on(&opened.protocol, &opened.chart().await?, &opened.now) {
        return Ok(begun::to(&opened.to(To::SessionStart)));
    }
    let asked = which.zone.as_deref().and_then(Zone::find);
    shown(&opened, &begun, asked, &Form::default()).await
}

async fn shown(
    opened: &Opened,
    begun: &Begun,
    asked: Option<Zone>,
    form: &Form,
) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let profile = chart.knowing(&opened.protocol, &opened.now);
    let Some(person) = person_of(&opened.protocol, &profile) else {
        return Ok(begun::to(&opened.to(To::SessionStart)));
    };
    let plan = today::plan(&opened.protocol, &person, opened.now.date());
    let all = zones::of(&person.areas);
    let now =
        asked.filter(|zone| all.contains(zone)).or_else(|| zones::following(&all, &begun.zones));
    let rolling = page::roll::Rolling { begun, plan: &plan, zones: &all, now, form };
    let body = page::roll::page(opened, &rolling);
    Ok(form.answer(whole(opened, Tab::None, &opened.say.text("session-roll-title"), &body)))
}

/// `POST /session/{id}/zone`: a zone was rolled, or is left out.
pub(crate) async fn rolled(
    opened: Opened,
    Path(id): Path<SessionId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(mut begun) = begun::under_way(&opened, id).await? else {
        return Ok(begun::to(&opened.to(To::Session(id))));
    };
    let zone = Zone::find(form.text("zone")).ok_or(Problem::NotFound)?;
    let passes = match form.fields().has("skip") {
        true => Some(0),
        false => {
            let passes = read::number(1..=MOST_PASSES, PASSES_WRONG);
            form.read("passes", read::needed(PASSES_WRONG, passes))
        }
    };
    let Some(passes) = passes else { return shown(&opened, &begun, Some(zone), &form).await };
    zones::note(&mut begun.zones, zone, passes);
    begun::save(&opened, begun).await?;
    Ok(begun::to(&opened.to(To::SessionRoll(id))))
}
