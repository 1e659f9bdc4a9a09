//! The gate before every handler: what the table of addresses says of an address is held here, in one place.
//!
//! [`guard`] is the layer that [`crate::routes`] puts before each address; [`open()`] is the only way to a person's
//! record. Which role may do what is in [`crate::roles`], who opens whose in [`mod@household`], which addresses of earlier
//! versions lead where in [`former`].

pub(crate) mod former;
mod household;
mod record;

use axum::extract::{FromRequestParts as _, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use store::PersonId;

pub(crate) use household::{all_open, household, people};
pub(crate) use record::open;

use crate::address::{Address, Guard, Limit};
use crate::app::App;
use crate::caller::Caller;
use crate::guard::origin;
use crate::login::Login;
use crate::permission::Permission;
use crate::problem::Problem;

/// Lets a request through to its handler as its address allows, and no longer than that allows.
pub(crate) async fn guard(
    State((app, address)): State<(App, &'static Address)>,
    request: Request,
    next: Next,
) -> Response {
    let answer = async { through(&app, address, request, next).await.into_response() };
    match app.settings().limits.time(address.limit) {
        Some(longest) => tokio::time::timeout(longest, answer)
            .await
            .unwrap_or_else(|_| Problem::Unavailable.into_response()),
        None => answer.await,
    }
}

async fn through(
    app: &App,
    address: &Address,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let needs = address.needs(&parts.method);
    if address.guard != Guard::Token {
        origin::check(&parts, app.settings())?;
    }
    if address.guard != Guard::Browser {
        return Ok(next.run(Request::from_parts(parts, body)).await);
    }
    let login = Login::of(app, &parts.headers).await?;
    let needs = needs.ok_or(Problem::NotFound)?;
    let caller = match address.is_of_person() {
        true => {
            let needs = (needs, address.limit != Limit::File);
            let opened = open(app, login, person(&mut parts).await?, needs).await?;
            let caller = opened.caller();
            parts.extensions.insert(opened);
            caller
        }
        false if !login.may(needs) => return Err(Problem::NotFound),
        false => Caller::of(app, login).await?,
    };
    parts.extensions.insert(login);
    parts.extensions.insert(caller.clone());
    let whole = matches!(address.limit, Limit::Whole | Limit::All);
    if app.settings().demo && (whole || shows_pictures(needs)) {
        app.demo().drawn().await;
    }
    let _turn = whole.then(|| app.work().read_whole()).transpose()?;
    let mut answer = next.run(Request::from_parts(parts, body)).await;
    // A page about a problem has the frame of whoever asked.
    answer.extensions_mut().insert(caller);
    Ok(answer)
}

/// Whether it is about photographs: those of a demonstration are drawn when it runs already.
fn shows_pictures(needs: Permission) -> bool {
    matches!(needs, Permission::ReadPhotos | Permission::WritePhotos)
}

async fn person(parts: &mut Parts) -> Result<PersonId, Problem> {
    let all = RawPathParams::from_request_parts(parts, &()).await;
    let all = all.map_err(|_| Problem::NotFound)?;
    let found = all.iter().find(|(name, _)| *name == "person");
    found.and_then(|(_, id)| id.parse().ok()).ok_or(Problem::NotFound)
}
