//! The first address: to the question that is open, to the plan, or to today; and whether the program is well.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::records::{Programme, Session};

use crate::app::App;
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /`
pub(crate) async fn home(visit: Visit) -> Result<Redirect, Problem> {
    let Some(person) = &visit.person else { return Ok(Redirect::to("/screening")) };
    let store = visit.app.store();
    if !store.list::<Session>(person.id).await?.is_empty() {
        return Ok(Redirect::to("/today"));
    }
    let planned = !store.list::<Programme>(person.id).await?.is_empty();
    Ok(Redirect::to(if planned { "/today" } else { "/screening" }))
}

/// `GET /healthz`: the program runs.
pub(crate) async fn healthy() -> Response {
    said("ok")
}

/// `GET /readyz`: the record answers.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    match app.store().ready().await {
        Ok(()) => said("ready"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, said("not ready")).into_response(),
    }
}

fn said(word: &'static str) -> Response {
    ([(axum::http::header::CACHE_CONTROL, "no-store")], word).into_response()
}
