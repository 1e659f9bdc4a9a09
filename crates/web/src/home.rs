//! The first address: to start, to where somebody is, or to whoever is chosen; and whether the program is well.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::PersonId;
use store::records::{Programme, Session};

use crate::app::App;
use crate::caller::Caller;
use crate::gate;
use crate::login::Login;
use crate::people;
use crate::problem::Problem;
use crate::to::{House, Href, To};

/// `GET /`: nobody's record yet, one, or several. Looking makes nobody.
pub(crate) async fn home(caller: Caller, login: Login) -> Result<Response, Problem> {
    let all = gate::household(&caller.app, &login).await?;
    Ok(match all[..] {
        // Somebody was here, and nothing says so any more: that is no empty record.
        [] if !caller.app.store().people_missing().await?.is_empty() => {
            return Err(Problem::Profile);
        }
        [] => people::start(&caller),
        [(one, true)] => place(&caller.app, one).await?.go().into_response(),
        _ => caller.house(House::People).go().into_response(),
    })
}

/// Where somebody goes on: the open question, or today.
pub(crate) async fn place(app: &App, person: PersonId) -> Result<Href, Problem> {
    let store = app.store();
    let (sessions, programmes) =
        (store.readable::<Session>(person).await?, store.readable::<Programme>(person).await?);
    let begun = !sessions.is_empty() || !programmes.is_empty();
    let to = if begun { To::Today } else { To::Screening };
    Ok(app.settings().base.of(person, to))
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
