//! Preparation on the day, and the anaesthetic cream with its time.

use axum::response::Response;
use chart::session::today;
use store::SessionId;

use super::{begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page_with};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Opened;

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
    let Some(look) = chart.look(&opened.protocol, &opened.now) else {
        return Ok(begun::to(&opened.to(To::SessionStart)));
    };
    let decided = look.decided;
    let plan = today::plan(&opened.protocol, &decided.person, opened.now.date());
    let steps = today::steps(&plan);
    let shown =
        page::prepare::Today { begun: &begun, plan: &plan, steps: &steps, decided: &decided };
    let body = page::prepare::page(&opened, &shown);
    Ok(page_with(
        &opened,
        Tab::None,
        &opened.say.text("session-prepare-title"),
        &body,
        &["timer.js"],
    ))
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
