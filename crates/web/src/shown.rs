//! Problems as pages or JSON: put into words for whoever asked, and logged under the id that the page shows.
//!
//! What can go wrong, and in which words, is in [`crate::problem`].

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;
use serde_json::json;
use tracing::Instrument as _;

use crate::app::App;
use crate::caller::Caller;
use crate::frame::Frame;
use crate::login::Login;
use crate::problem::Problem;
use crate::say::Say;
use crate::to::House;
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
    let caller = match response.extensions().get::<Caller>() {
        Some(caller) => caller.clone(),
        None => asker(app, &headers).await,
    };
    let told = Told { problem: &problem, id, most: caller.app.settings().limits.photo_mb };
    let mut answer = match wants_json(&headers) {
        true => told.as_json(&caller.say),
        false => told.as_page(&caller, caller.login.is_some()),
    };
    if let Some(seconds) = problem.retry_after() {
        answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
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

/// What is put into words: the problem, the id to quote, and how many megabytes a photograph may have.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub problem: &'a Problem,
    pub id: &'a str,
    pub most: u32,
}

impl Told<'_> {
    fn sentences(&self, say: &Say) -> [String; 3] {
        ["what", "why", "next"].map(|part| self.problem.sentence(say, part, self.most))
    }
    /// For programs.
    fn as_json(&self, say: &Say) -> Response {
        let [what, why, next] = self.sentences(say);
        let (word, id) = (self.problem.word(), self.id);
        let body = json!({ "problem": word, "what": what, "why": why, "next": next, "id": id });
        (self.problem.status(), axum::Json(body)).into_response()
    }
    /// For people, with the way to the start for whoever was let in.
    pub(crate) fn as_page(&self, frame: &Frame, is_in: bool) -> Response {
        let say = &frame.say;
        let [what, why, next] = self.sentences(say);
        let next = html! {
            p { (next) }
            @if is_in {
                (ui::link_button(ui::Look::Secondary, None, &say.text("problem-home"), &frame.house(House::Home)))
            }
        };
        let body = ui::problem(&what, &why, &next, &say.text("problem-id"), self.id);
        let page = layout::page(frame, layout::Tab::None, &what, &body);
        (self.problem.status(), page).into_response()
    }
}

/// Whoever asked for what has no gate before it.
async fn asker(app: &App, headers: &HeaderMap) -> Caller {
    let caller = async { Caller::of(app, Login::of(app, headers).await?).await };
    caller.await.unwrap_or_else(|_: Problem| Caller::stranger(app, headers))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use photo::intake::Refusal;
    use testhouse::Answer;
    use words::{Editions, Language, built_in, pseudo};

    use super::*;
    use crate::photos::Refused;
    use crate::samples::asked::{asked, english};
    use crate::samples::lives::life;
    use crate::samples::{faults, reader};

    /// What somebody typed.
    const TYPED: &str = "<b>years ago</b>";

    /// Where a browser is, and what a proxy asks for.
    const ORIGIN: &str = "nas.test:8081";
    const HOST: &str = "127.0.0.1:8750";

    /// Every problem, those with reasons with each of theirs.
    fn all() -> Vec<Problem> {
        use Problem::{
            Busy, Damaged, Foreign, Full, Gaps, Name, NoKey, NotAForm, NotFound, NotNow, Ours,
            Outside, Photo, Profile, Proxy, ReadOnly, Stale, TooLarge, TooMany, Unavailable,
            Unreadable, UsedKey,
        };
        let reasons = [
            "backup-others",
            "sheet-none",
            "held",
            "today-no-session",
            "today-undo-late",
            "session-held",
            "region-photo-gone",
            "region-photo-unfit",
            "network-passphrase",
            "network-nowhere",
            "network-taken",
            "bring-too-large",
        ];
        let unreadable = Unreadable { expected: "expected-date", typed: TYPED.into() };
        let plain = [
            NotFound,
            NoKey,
            UsedKey,
            Foreign,
            Name,
            Proxy { origin: ORIGIN.into(), host: HOST.into() },
            Outside,
            NotAForm,
            TooLarge,
            unreadable,
            Stale,
            TooMany(60),
            Busy,
            Full,
            ReadOnly,
            Unavailable,
            Damaged,
            Profile,
            Gaps,
            Ours,
        ];
        let photos = Refusal::IDS.into_iter().chain(Refused::OWN).map(Photo);
        plain.into_iter().chain(reasons.map(NotNow)).chain(photos).collect()
    }

    async fn page(problem: &Problem, is_in: bool) -> Answer {
        let reader = english(life("years").await);
        let frame = Frame { person: None, ..reader.frame.clone() };
        asked(&reader, Told { problem, id: "1a2b3c4d", most: 30 }.as_page(&frame, is_in)).await
    }

    /// Or a new problem would be in none of these tests.
    #[test]
    fn every_problem_that_has_words_is_among_all() {
        let wording = words::Wording::built_in(Language::DEFAULT);
        let word =
            |key: &str| key.strip_prefix("problem-")?.strip_suffix("-what").map(str::to_owned);
        let worded: BTreeSet<String> = wording.keys().filter_map(word).collect();
        let listed = all().iter().map(|problem| problem.word().to_owned()).collect();
        assert_eq!(worded, listed);
    }

    #[tokio::test]
    async fn every_problem_says_what_why_and_what_next_with_a_number_to_quote() {
        let reader = english(life("years").await);
        for problem in all() {
            let said = page(&problem, true).await;
            said.is(problem.status().as_u16()).says("problem-id").sees("1a2b3c4d");
            for part in ["what", "why", "next"] {
                let sentence = problem.sentence(&reader.say, part, 30);
                assert!(
                    sentence.ends_with(['.', '?', ')']) || part == "what",
                    "{problem:?}: {sentence}"
                );
                assert!(
                    !sentence.contains(problem.word()) || !problem.word().contains('-'),
                    "{sentence}"
                );
                said.sees(sentence.replace('&', "&amp;").split(['<', '>', '"']).next().unwrap());
            }
        }
    }

    #[tokio::test]
    async fn what_was_typed_is_shown_as_it_is_and_runs_nowhere() {
        let problem = Problem::Unreadable { expected: "expected-date", typed: TYPED.into() };
        let said = page(&problem, true).await;
        said.sees("&lt;b&gt;years ago&lt;/b&gt;").misses(TYPED);
    }

    #[tokio::test]
    async fn who_was_not_let_in_is_shown_no_way_in_and_no_name() {
        for problem in all() {
            page(&problem, true).await.says("problem-home");
            page(&problem, false).await.is_silent_on("problem-home").misses("Ana");
        }
    }

    #[tokio::test]
    async fn a_program_is_told_the_same() {
        let say = english(life("years").await).say.clone();
        for problem in all() {
            let told = Told { problem: &problem, id: "1a2b3c4d", most: 30 };
            let answer = Answer::of(told.as_json(&say), String::new()).await;
            answer.is(problem.status().as_u16());
            let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
            assert_eq!(json["problem"], problem.word());
            assert_eq!(json["id"], "1a2b3c4d");
            let [what, why, next] = told.sentences(&say);
            assert_eq!([&json["what"], &json["why"], &json["next"]], [&what, &why, &next]);
        }
    }

    #[tokio::test]
    async fn problem_pages_are_whole_in_every_language() {
        let editions = Editions::read(&built_in(), true).unwrap();
        for language in Language::all() {
            let reader = reader(&editions, life("years").await, *language);
            for problem in all() {
                let told = Told { problem: &problem, id: "1234", most: 30 };
                let answer = Answer::of(told.as_page(&reader, true), String::new()).await;
                let mut found = faults(&answer.text(), &reader);
                // What was typed, and names of machines, stay as they are.
                found.retain(|fault| {
                    ![TYPED, ORIGIN, HOST].iter().any(|own| own.contains(fault.as_str()))
                });
                assert_eq!(found, [""; 0], "{problem:?}, {}", language.name());
            }
            assert!(!language.is_pseudo() || !pseudo::left_over("years").is_empty());
        }
    }

    #[test]
    fn a_status_of_the_framework_gets_words_and_a_page_of_ours_keeps_its_own() {
        let of = |status: StatusCode| unsaid(&status.into_response());
        assert_eq!(of(StatusCode::NOT_FOUND), Some(Problem::NotFound));
        assert_eq!(of(StatusCode::METHOD_NOT_ALLOWED), Some(Problem::NotFound));
        assert_eq!(of(StatusCode::PAYLOAD_TOO_LARGE), Some(Problem::TooLarge));
        assert_eq!(of(StatusCode::REQUEST_TIMEOUT), Some(Problem::Unavailable));
        assert_eq!(of(StatusCode::INTERNAL_SERVER_ERROR), Some(Problem::Ours));
        assert_eq!(of(StatusCode::OK), None);
        assert_eq!(of(StatusCode::UNPROCESSABLE_ENTITY), None);
        let own = (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response();
        assert_eq!(unsaid(&own), None);
    }

    #[test]
    fn the_number_to_quote_is_short_and_another_each_time() {
        let (one, other) = (quotable(), quotable());
        assert_eq!((one.len(), one == other), (8, false));
        assert!(one.chars().all(|letter| letter.is_ascii_hexdigit()));
    }
}
