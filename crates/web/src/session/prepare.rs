//! Preparation on the day, and the anaesthetic cream with its time.

use axum::response::Response;
use chart::Chart;
use chart::session::begun::Begun;
use chart::session::today;
use store::SessionId;

use super::begun;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// `GET /session/{id}/prepare`
pub(crate) async fn prepare(
    opened: Opened,
    Path(id): Path<SessionId>,
) -> Result<Response, Problem> {
    let Some(begun) = begun::under_way(&opened, id).await? else {
        return Ok(begun::to(&opened.to(To::Session(id))));
    };
    let chart = opened.chart().await?;
    if !begun.may_go_on(&opened.protocol, &chart, &opened.now) {
        return Ok(begun::to(&opened.to(To::SessionStart)));
    }
    Ok(page(&opened, &chart, &begun).unwrap_or_else(|| begun::to(&opened.to(To::SessionStart))))
}

/// The page; `None` if the answers can't be read any more.
pub(super) fn page(reader: &Reader, chart: &Chart, begun: &Begun) -> Option<Response> {
    let decided = chart.look(&reader.protocol, &reader.now)?.decided;
    let plan = today::plan(&reader.protocol, &decided.person, reader.now.date());
    let steps = today::steps(&plan);
    let shown =
        super::page::prepare::Today { begun, plan: &plan, steps: &steps, decided: &decided };
    let body = super::page::prepare::page(reader, &shown);
    let title = reader.say.text("session-prepare-title");
    Some(page_with(reader, Tab::None, &title, &body, &["timer.js"]))
}

/// `POST /session/{id}/cream`: the cream is on from now, or was not put on after all.
pub(crate) async fn cream(
    opened: Opened,
    Path(id): Path<SessionId>,
    fields: Fields,
) -> Result<Response, Problem> {
    let Some(mut begun) = begun::under_way(&opened, id).await? else {
        return Ok(begun::to(&opened.to(To::Session(id))));
    };
    let on = (fields.text("cream") == Some("on")).then(|| opened.at());
    // Sent twice, it is still on since the first time.
    let since = on.map(|now| begun.cream_at.unwrap_or(now));
    if since != begun.cream_at {
        begun.cream_at = since;
        begun::save(&opened, begun).await?;
    }
    Ok(begun::to(&opened.to(To::SessionPrepare(id))))
}
