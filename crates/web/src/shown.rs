//! Problems as pages or JSON: put into words for whoever asked, and logged under the id that the page shows.
//!
//! What can go wrong, and in which words, is in [`crate::problem`].

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;
use serde_json::json;
use tracing::Instrument as _;

use crate::app::App;
use crate::login::Login;
use crate::problem::Problem;
use crate::to::House;
use crate::visit::Visit;
use crate::{layout, ui};

/// Puts problems into words, in the language of whoever asked. Every line that is logged on the way has the id that
/// the page shows.
pub async fn show(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = quotable();
    let lines = tracing::error_span!("request", id);
    answer(&app, request, next, &id).instrument(lines).await
}

async fn answer(app: &App, request: Request, next: Next, id: &str) -> Response {
    let headers = request.headers().clone();
    let response = next.run(request).await;
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        None => match unsaid(&response) {
            Some(problem) => problem,
            None => return response,
        },
    };
    match problem.status().is_server_error() {
        true => tracing::error!(problem = problem.word(), "answered with a problem"),
        false => tracing::warn!(problem = problem.word(), "answered with a problem"),
    }
    let visit = match response.extensions().get::<Visit>() {
        Some(visit) => visit.clone(),
        None => asker(app, &headers).await,
    };
    let mut answer = match wants_json(&headers) {
        true => as_json(&visit, &problem, id),
        false => as_page(&visit, &problem, id),
    };
    if problem == Problem::Busy {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
}

/// Statuses that the framework gives by itself, without a word.
fn unsaid(response: &Response) -> Option<Problem> {
    let worded = response.headers().contains_key(header::CACHE_CONTROL);
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::BAD_REQUEST
            if !worded =>
        {
            Some(Problem::NotFound)
        }
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE if !worded => {
            Some(Problem::Unavailable)
        }
        StatusCode::INTERNAL_SERVER_ERROR => Some(Problem::Ours),
        _ => None,
    }
}

fn quotable() -> String {
    let mut bytes = [0; 4];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        Err(_) => "0".into(),
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

fn most(visit: &Visit) -> u32 {
    visit.app.settings().limits.photo_mb
}

fn as_json(visit: &Visit, problem: &Problem, id: &str) -> Response {
    let say = &visit.say;
    let body = json!({
        "problem": problem.word(),
        "what": problem.sentence(say, "what", most(visit)),
        "why": problem.sentence(say, "why", most(visit)),
        "next": problem.sentence(say, "next", most(visit)),
        "id": id,
    });
    (problem.status(), axum::Json(body)).into_response()
}

/// Whoever asked for what has no gate before it.
async fn asker(app: &App, headers: &HeaderMap) -> Visit {
    let visit = async { Visit::of(app, Login::of(app, headers).await?).await };
    visit.await.unwrap_or_else(|_: Problem| Visit::stranger(app, headers))
}

fn as_page(visit: &Visit, problem: &Problem, id: &str) -> Response {
    let say = &visit.say;
    let next = html! {
        p { (problem.sentence(say, "next", most(visit))) }
        @if visit.login.is_some() {
            (ui::link_button(ui::Look::Secondary, None, &say.text("problem-home"), &visit.house(House::Home)))
        }
    };
    let (what, why) =
        (problem.sentence(say, "what", most(visit)), problem.sentence(say, "why", most(visit)));
    let body = ui::problem(&what, &why, &next, &say.text("problem-id"), id);
    let page = layout::page(visit, layout::Tab::None, &what, &body);
    (problem.status(), page).into_response()
}
