//! Rolling, one zone at a time.

use axum::extract::Query;
use axum::response::Response;
use chart::Chart;
use chart::person::person_of;
use chart::session::begun::Begun;
use chart::session::{today, zones};
use serde::Deserialize;
use store::SessionId;

use super::begun;
use crate::caller::Opened;
use crate::form::{Form, read};
use crate::frame::Reader;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::Zone;

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
    let page = page(opened, &opened.chart().await?, begun, asked, form);
    Ok(page.unwrap_or_else(|| begun::to(&opened.to(To::SessionStart))))
}

/// The page of the zone that was asked for, or of the next; `None` if the answers can't be read any more.
pub(super) fn page(
    reader: &Reader,
    chart: &Chart,
    begun: &Begun,
    asked: Option<Zone>,
    form: &Form,
) -> Option<Response> {
    let profile = chart.knowing(&reader.protocol, &reader.now);
    let person = person_of(&reader.protocol, &profile)?;
    let plan = today::plan(&reader.protocol, &person, reader.now.date());
    let all = zones::of(&person.areas);
    let now =
        asked.filter(|zone| all.contains(zone)).or_else(|| zones::following(&all, &begun.zones));
    let rolling = super::page::roll::Rolling { begun, plan: &plan, zones: &all, now, form };
    let body = super::page::roll::page(reader, &rolling);
    let title = form.titled(&reader.say, &reader.say.text("session-roll-title"));
    Some(form.answer(whole(reader, Tab::None, &title, &body)))
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
