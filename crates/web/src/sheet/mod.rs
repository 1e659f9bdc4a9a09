//! The aftercare sheet: what to do and avoid after one session, when what again, what is usual, and when to worry, as a
//! PDF to put on the bathroom mirror.
//!
//! Everything on it is worked out by `care` for this session; [`blocks`] puts it in words, `paper` draws it.

mod blocks;
mod course;
mod warnings;

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use care::programme::Window;
use chart::Chart;
use chart::session::next::Next;
use chart::story::{DoneSession, session_of};
use paper::{Block, Sheet};
use serde::Deserialize;
use store::Id;

use crate::problem::Problem;
use crate::visit::Owner;

/// What a sheet is made for.
struct Made<'a> {
    owner: &'a Owner,
    session: care::session::Session,
    next: Option<Window>,
}

/// Which session; the last one if none is named.
#[derive(Default, Deserialize)]
pub(crate) struct Which {
    session: Option<Id>,
}

/// `GET /more/aftercare.pdf?session=…`
pub(crate) async fn show(owner: Owner, Query(which): Query<Which>) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let story = &chart.story;
    let session = match which.session {
        Some(id) => story.done().into_iter().find(|done| done.id == id).ok_or(Problem::NotFound)?,
        None => story.last_done().ok_or(Problem::NotNow("sheet-none"))?,
    };
    let pdf = pdf(&owner, &chart, session).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"aftercare.pdf\""),
    ];
    Ok((headers, pdf).into_response())
}

/// The sheet of a session as PDF.
pub(crate) async fn pdf(
    owner: &Owner,
    chart: &Chart,
    session: DoneSession<'_>,
) -> Result<Vec<u8>, Problem> {
    let story = &chart.story;
    let last = story.last_done().is_some_and(|last| last.id == session.id);
    let next = Next::of(story, &owner.protocol, chart.profile(), owner.now.date());
    let next = next.filter(|_| last).and_then(|next| next.window());
    let sheet = Made { owner, session: session_of(session.done), next }.sheet();
    let drawn = tokio::task::spawn_blocking(move || paper::render(&sheet)).await;
    drawn.map_err(|_| Problem::Ours)?.map_err(|error| {
        tracing::error!(cause = %error, "the aftercare sheet could not be drawn");
        Problem::Ours
    })
}

impl Made<'_> {
    fn sheet(&self) -> Sheet {
        let say = &self.owner.say;
        Sheet {
            title: say.text("sheet-title"),
            subtitle: Some(blocks::session(self)),
            language: say.language().to_owned(),
            made: Some(blocks::foot(self)),
            blocks: self.blocks(),
        }
    }
    /// What to act on first, so that it fits on both sides of one sheet; what is usual and who says so after it.
    fn blocks(&self) -> Vec<Block> {
        let mut all = blocks::cards(self);
        all.extend(blocks::products(self));
        all.extend(warnings::urgent(self));
        all.extend(course::usual(self));
        all.push(warnings::mild(self));
        all.extend(blocks::sources(self));
        all
    }
}
