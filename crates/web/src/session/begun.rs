//! Finding a session, and the addresses of its steps.

use axum::response::{IntoResponse, Response};
use chart::session::begun::Begun;
use store::records::Session;
use store::{Entry, SessionId};

use crate::caller::Opened;
use crate::problem::Problem;
use crate::to::{Href, To};

/// The session under this id, if it is still under way.
///
/// # Errors
/// [`Problem::NotFound`] if there is no session of this id.
pub(super) async fn under_way(opened: &Opened, id: SessionId) -> Result<Option<Begun>, Problem> {
    Ok(Begun::find(opened.app.store(), opened.person.id, id).await?)
}

/// Keeps what has changed.
///
/// # Errors
/// If the record refuses.
pub(super) async fn save(opened: &Opened, begun: Begun) -> Result<(), Problem> {
    Ok(begun.save(opened.app.store(), opened.by()).await?)
}

/// The session of an id.
///
/// # Errors
/// [`Problem::NotFound`] if there is none.
pub(crate) async fn find(opened: &Opened, id: SessionId) -> Result<Entry<Session>, Problem> {
    let found = opened.app.store().find::<Session>(opened.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// The step at which a session goes on.
pub(crate) fn step(begun: &Begun) -> To<'static> {
    let id = begun.entry.id;
    if begun.zones.is_empty() { To::SessionPrepare(id) } else { To::SessionRoll(id) }
}

/// On to a page, after something was done.
pub(crate) fn to(href: &Href) -> Response {
    href.go().into_response()
}
