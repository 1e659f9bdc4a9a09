//! The protocol and its sources to browse: which rules there are, what they rest on, and who says otherwise.
//!
//! Open to everybody who was let in, also before anything was answered. What is said of an entry is in [`entry`], the
//! sources are in [`mod@sources`], looking for a word in [`search`]. Nothing is decided here.

mod entry;
mod page;
#[cfg(test)]
mod samples;
mod search;
mod sources;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::caller::Opened;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use sources::{place as source_place, show as sources};

/// The kinds of entries in the order of a reader's interest; sources have a page of their own.
const KINDS: [&str; 26] = [
    "question",
    "rule",
    "alternative",
    "goal",
    "area",
    "device",
    "length-class",
    "rhythm",
    "technique",
    "preparation",
    "cream",
    "dose",
    "shopping",
    "roller-care",
    "card",
    "product",
    "phase",
    "band",
    "effect",
    "sign",
    "flag",
    "emergency",
    "triage",
    "judge",
    "scale",
    SOURCE,
];

/// The kind that is no list of entries.
const SOURCE: &str = "source";

/// What is looked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
}

/// `GET /protocol?q=…`
pub(crate) async fn protocol(opened: Opened, Query(asked): Query<Asked>) -> Response {
    page::start(&opened, asked.q.as_deref().unwrap_or_default())
}

/// `GET /protocol/{kind}`
pub(crate) async fn kind(opened: Opened, Path(kind): Path<String>) -> Result<Response, Problem> {
    let kind = KINDS.into_iter().find(|known| *known == kind).ok_or(Problem::NotFound)?;
    match kind {
        SOURCE => Ok(opened.to(To::Sources).go().into_response()),
        kind => Ok(page::kind(&opened, kind)),
    }
}

/// `GET /protocol/entry/{id}`: every entry of this id, since kinds share some.
pub(crate) async fn any(opened: Opened, Path(id): Path<String>) -> Result<Response, Problem> {
    entry::show(&opened, None, &id)
}

/// `GET /protocol/entry/{kind}/{id}`
pub(crate) async fn one(
    opened: Opened,
    Path((kind, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    entry::show(&opened, Some(&kind), &id)
}
