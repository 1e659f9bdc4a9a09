//! Letting a browser in, and out again. The page that leads it here with its key is [`super::lead`].

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use maud::html;
use serde::Deserialize;
use store::{Actor, By, Passphrase, Reader};

use super::keys::{Token, set_cookie};
use super::passphrase;
use super::tries::{Peer, Tries, Who};
use crate::app::App;
use crate::caller::Caller;
use crate::form::Form;
use crate::frame::Frame;
use crate::layout::{self, Tab};
use crate::login::Login;
use crate::problem::Problem;
use crate::to::{House, Href};
use crate::ui::{Field, Icon, Input, Look, actions, button, field, page_header};

/// What the printed address holds.
#[derive(Deserialize)]
pub(crate) struct Key {
    key: Option<String>,
}

/// `GET /enter?key=…`: the key works once; without one, a passphrase is asked for where there is one.
///
/// A browser or messenger that only looks ahead does not use it up.
pub(crate) async fn enter(
    State(app): State<App>,
    method: Method,
    headers: HeaderMap,
    Query(key): Query<Key>,
) -> Result<Response, Problem> {
    if key.key.is_some() && (method == Method::HEAD || looks_ahead(&headers)) {
        return Err(Problem::NoKey);
    }
    match key.key {
        Some(key) => {
            let actor = app.take_key(&key).await?;
            let before = Login::of(&app, &headers).await.ok();
            let_in(&app, actor, before, &app.settings().base.house(House::Home)).await
        }
        None if !app.store().passphrases().await?.is_empty() => {
            Ok(ask(&Caller::stranger(&app, &headers), &Form::default()))
        }
        None => Err(Problem::NoKey),
    }
}

fn looks_ahead(headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    ["sec-purpose", "purpose", "x-purpose", "x-moz"].iter().any(|name| {
        let said = said(*name);
        said.contains("prefetch") || said.contains("prerender") || said.contains("preview")
    })
}

/// `POST /enter` with the passphrase.
pub(crate) async fn with_passphrase(
    State(app): State<App>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let known = app.store().passphrases().await?;
    if known.is_empty() {
        return Err(Problem::NoKey);
    }
    let before = Login::of(&app, &headers).await.ok();
    let who = match before {
        Some(login) => Who::Known(login.token),
        None => Who::stranger(peer.map(|Extension(peer)| peer)),
    };
    // A household has a few; whose it is says who comes in.
    match fitting(&app, who, form.fields().exact("passphrase"), known).await? {
        Some(actor) => let_in(&app, actor, before, &app.settings().base.house(House::Home)).await,
        None => {
            form.refuse("passphrase", "enter-wrong");
            Ok(ask(&Caller::stranger(&app, &headers), &form))
        }
    }
}

/// `POST /leave`: this browser is no longer let in.
pub(crate) async fn leave(caller: Caller, login: Login) -> Result<Response, Problem> {
    let by = By { actor: login.actor, at: caller.at() };
    caller.app.store().close_login(by, &login.token).await?;
    let gone = set_cookie(None, caller.app.settings());
    let headers = [(header::SET_COOKIE, gone.as_str()), (CLEAR, "\"cache\", \"storage\"")];
    Ok((headers, caller.house(House::Enter).go()).into_response())
}

/// What the browser keeps of the pages goes.
pub(crate) const CLEAR: header::HeaderName = header::HeaderName::from_static("clear-site-data");

/// Whose passphrase was typed, if it is one of these. Wherever one is asked for, it is tried as seldom as at the door.
pub(crate) async fn fitting(
    app: &App,
    who: Who,
    typed: Option<&str>,
    known: Vec<(Actor, Passphrase)>,
) -> Result<Option<Actor>, Problem> {
    let _turn = app.work().prove().await?;
    let taken = tries(app).take(who, app.now());
    taken.map_err(|wait| refuse(who, wait))?;
    let typed = typed.unwrap_or_default().to_owned();
    let fitting = tokio::task::spawn_blocking(move || {
        let fits =
            |known: &Passphrase| known.phc().is_some_and(|hash| passphrase::fits(&typed, hash));
        known.into_iter().find(|(_, known)| fits(known)).map(|(actor, _)| actor)
    });
    let actor = fitting.await.unwrap_or(None);
    match actor {
        Some(_) => tries(app).fitted(who),
        None => tracing::warn!(from = from(who), "a wrong passphrase was typed"),
    }
    Ok(actor)
}

/// Leaves a trace of whoever tries too often, under the id that the page shows.
fn refuse(who: Who, wait: SignedDuration) -> Problem {
    let whole = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
    let seconds = u64::try_from(whole).unwrap_or(1);
    tracing::warn!(from = from(who), seconds, "a passphrase is tried too often and has to wait");
    Problem::TooMany(seconds)
}

/// Where somebody is who tries, for the log.
fn from(who: Who) -> String {
    match who {
        Who::Known(_) => "a browser that is let in".into(),
        Who::Stranger(None) => "nowhere".into(),
        Who::Stranger(Some(ip)) => ip.to_string(),
    }
}

/// How often a passphrase was tried in vain, wherever it is asked for.
fn tries(app: &App) -> std::sync::MutexGuard<'_, Tries> {
    app.tries().lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Lets a browser in as somebody, under a token that nobody has seen yet, and leads it on. What it was let in by before
/// ends: whoever copied that cookie gets no further.
pub(crate) async fn let_in(
    app: &App,
    actor: Actor,
    before: Option<Login>,
    to: &Href,
) -> Result<Response, Problem> {
    let token = Token::make().map_err(|_| Problem::Ours)?;
    let by = By { actor, at: app.now() };
    match app.store().open_login(by, &token.hash(), actor, &Reader::default()).await {
        // Whom the key was made for was erased since.
        Err(store::Error::NotFound) => return Err(Problem::UsedKey),
        opened => opened?,
    }
    if let Some(Login { token, .. }) = before {
        app.store().close_login(by, &token).await?;
    }
    let cookie = set_cookie(Some(&token), app.settings());
    Ok(([(header::SET_COOKIE, cookie)], to.go()).into_response())
}

/// Asks somebody who was not let in for their passphrase.
pub(super) fn ask(frame: &Frame, form: &Form) -> Response {
    let say = &frame.say;
    let title = say.text("enter-title");
    let problem = form.told(say, "passphrase");
    let body = html! {
        (page_header(&title, None, None))
        form method="post" action=(frame.house(House::Enter)) {
            (field(&Field { name: "passphrase", label: &say.text("enter-passphrase"), hint: None, value: "",
                problem: problem.as_deref(), required: true, input: Input::Passphrase("current-password") }))
            (actions(&[button(Look::Primary, Some(Icon::Key), &say.text("enter-go"))]))
        }
    };
    form.answer(layout::page(frame, Tab::None, &form.titled(say, &title), &body))
}
