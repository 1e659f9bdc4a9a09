//! The dose: what passes and directions do to the skin, on the plan and after a session, in numbers and in a picture.
//!
//! What is rolled, and what that does, is worked out in [`chart::dose`]; [`picture`] draws, [`page`] puts it into words.

mod page;
mod picture;

use chart::Chart;
use chart::dose::{Rolled, Unknown, Wanted, Way, planned, rolled};
use std::sync::Arc;

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use roller::picture::Tone;
use serde::Deserialize;
use store::SessionId;
use store::records::{Done, Session};

use crate::caller::Opened;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use picture::Wish;

/// Which of the two ways is drawn; both if none is named. `tone=dark` for a dark page, `as=square` for the skin alone.
#[derive(Default, Deserialize)]
pub(crate) struct Which {
    way: Option<String>,
    tone: Option<String>,
    r#as: Option<String>,
}

impl Which {
    fn wish(&self) -> Wish {
        let dark = self.tone.as_deref() == Some(page::DARK);
        let tone = if dark { Tone::Dark } else { Tone::Light };
        Wish { tone, square: self.r#as.as_deref() == Some(page::SQUARE) }
    }
}

/// `GET /plan/rolling.svg?way=…`
pub(crate) async fn plan_picture(
    opened: Opened,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let wanted = planned(&opened.protocol, &chart, &opened.now);
    drawn(opened, wanted.and_then(Result::ok), &which).await
}

/// `GET /session/{id}/dose.svg?way=…`
pub(crate) async fn session_picture(
    opened: Opened,
    Path(id): Path<SessionId>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let entry = opened.app.store().find::<Session>(opened.person.id, id).await?;
    let Some(Session::Done(done)) = entry.map(|entry| entry.record) else {
        return Err(Problem::NotFound);
    };
    let wanted = Wanted::of_session(&opened.protocol, &done).ok();
    drawn(opened, wanted, &which).await
}

async fn drawn(opened: Opened, wanted: Option<Wanted>, which: &Which) -> Result<Response, Problem> {
    let wanted = wanted.ok_or(Problem::NotFound)?;
    let ways = match which.way.as_deref() {
        None => Way::ALL.to_vec(),
        Some(word) => vec![Way::find(word).ok_or(Problem::NotFound)?],
    };
    let wish = which.wish();
    let svg = apart(move || picture::svg(&opened, &wanted, &ways, wish)).await?;
    let svg = svg.ok_or(Problem::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml; charset=utf-8")], svg).into_response())
}

/// The plan's card; nothing while nothing is planned.
pub(crate) async fn plan_card(reader: &Reader, chart: &Chart) -> Result<Markup, Problem> {
    let Some(wanted) = planned(&reader.protocol, chart, &reader.now) else {
        return Ok(html! {});
    };
    let rolled = roll(reader, wanted).await?;
    Ok(page::plan(reader, &rolled, chart.story.programme.is_some()))
}

/// The card of a session that was done.
pub(crate) async fn session_card(
    reader: &Reader,
    id: SessionId,
    done: &Done,
) -> Result<Markup, Problem> {
    let rolled = roll(reader, Wanted::of_session(&reader.protocol, done)).await?;
    Ok(page::session(reader, id, &rolled))
}

/// The same for a sample, which waits.
#[cfg(test)]
pub(crate) fn plan_card_at_once(reader: &Reader, chart: &Chart) -> Markup {
    let cap = reader.protocol.dose().density_cap_per_cm2;
    let wanted = planned(&reader.protocol, chart, &reader.now);
    wanted
        .map(|wanted| {
            let rolled = wanted.and_then(|wanted| rolled(wanted, cap));
            page::plan(reader, &rolled, chart.story.programme.is_some())
        })
        .unwrap_or_default()
}

/// The same for a sample, which waits.
#[cfg(test)]
pub(crate) fn session_card_at_once(reader: &Reader, id: SessionId, done: &Done) -> Markup {
    let cap = reader.protocol.dose().density_cap_per_cm2;
    let wanted = Wanted::of_session(&reader.protocol, done);
    page::session(reader, id, &wanted.and_then(|wanted| rolled(wanted, cap)))
}

async fn roll(
    reader: &Reader,
    wanted: Result<Wanted, Unknown>,
) -> Result<Result<Arc<Rolled>, Unknown>, Problem> {
    let cap = reader.protocol.dose().density_cap_per_cm2;
    match wanted {
        Ok(wanted) => apart(move || rolled(wanted, cap)).await,
        Err(unknown) => Ok(Err(unknown)),
    }
}

/// Where it keeps nobody else waiting.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)
}
