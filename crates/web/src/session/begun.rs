//! Finding a session, and the addresses of its steps.

use axum::response::{IntoResponse, Redirect, Response};
use chart::session::begun::Begun;
use store::records::Session;
use store::{Entry, Id};

use crate::problem::Problem;
use crate::visit::Owner;

/// The session under this id, if it is still under way.
///
/// # Errors
/// [`Problem::NotFound`] if there is no session of this id.
pub(super) async fn under_way(owner: &Owner, id: Id) -> Result<Option<Begun>, Problem> {
    Ok(Begun::find(owner.app.store(), owner.person.id, id).await?)
}

/// Keeps what has changed.
///
/// # Errors
/// If the record refuses.
pub(super) async fn save(owner: &Owner, begun: Begun) -> Result<(), Problem> {
    Ok(begun.save(owner.app.store(), owner.by()).await?)
}

/// The session of an id.
///
/// # Errors
/// [`Problem::NotFound`] if there is none.
pub(crate) async fn find(owner: &Owner, id: Id) -> Result<Entry<Session>, Problem> {
    let found = owner.app.store().find::<Session>(owner.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// On to a page, after something was done.
pub(crate) fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// On to the page of a session, or to one of its steps.
pub(crate) fn to_session(id: Id, step: &str) -> Response {
    to(&address(id, step))
}

/// The address of a session, or of one of its steps.
pub(crate) fn address(id: Id, step: &str) -> String {
    match step {
        "" => format!("/session/{id}"),
        step => format!("/session/{id}/{step}"),
    }
}
