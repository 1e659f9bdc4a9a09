//! Addresses of earlier versions, in bookmarks and on printed sheets, had no person in them: they lead on as long as
//! it is clear whose page is meant.

use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::{IntoResponse, Redirect, Response};

use super::people;
use crate::address::ADDRESSES;
use crate::app::App;
use crate::login::Login;
use crate::problem::Problem;
use crate::to::{House, PERSON, To};

/// Pages that had another name.
const RENAMED: [(&str, To<'static>); 2] =
    [("/screening/verdict", To::Verdict), ("/screening/answers", To::Answers)];

/// What no address of the table is: perhaps one of an earlier version.
pub(crate) async fn find(
    State(app): State<App>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Redirect, Problem> {
    let reads = matches!(method, Method::GET | Method::HEAD);
    let base = &app.settings().base;
    if !reads || !is_former(uri.path()) {
        return Err(Problem::NotFound);
    }
    let login = Login::of(&app, &headers).await?;
    let [person] = people(&app, &login).await?[..] else {
        return Ok(base.house(House::Home).go());
    };
    let renamed = RENAMED.iter().find(|(path, _)| *path == uri.path());
    Ok(match (renamed, uri.path_and_query()) {
        (None, Some(rest)) => base.former(person, rest).go(),
        (renamed, _) => base.of(person, renamed.map_or(To::Today, |(_, to)| *to)).go(),
    })
}

fn is_former(path: &str) -> bool {
    let known = ADDRESSES.iter().filter(|address| address.is_of_person() && address.has("get"));
    known.filter_map(|address| address.path.strip_prefix(PERSON)).any(|known| fits(known, path))
}

/// Whether a path is of a pattern with parameters in braces.
fn fits(pattern: &str, path: &str) -> bool {
    let (mut parts, mut known) = (path.split('/'), pattern.split('/'));
    let each = known.by_ref().all(|known| {
        parts
            .next()
            .is_some_and(|part| known == part || (known.starts_with('{') && !part.is_empty()))
    });
    each && parts.next().is_none()
}

/// What does not lie under the base: a proxy has cut it off, or somebody asks past the proxy.
pub(crate) async fn outside(State(app): State<App>, uri: Uri) -> Response {
    let base = app.settings().base.as_str();
    if uri.path().strip_suffix('/') == Some(base) {
        return app.settings().base.house(House::Home).go().into_response();
    }
    tracing::warn!(
        expected = base,
        "a request outside the base: a proxy in front must pass the path on whole"
    );
    Problem::Outside.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_a_person_is_known_without_its_person_and_nothing_else_is() {
        for path in
            ["/today", "/plan", "/today/day/3", "/screening/verdict", "/protocol/entry/rule/x"]
        {
            assert!(is_former(path), "{path}");
        }
        for path in ["", "/", "/nowhere", "/today/", "/today/day/", "/plan/begin", "/today/day/1/2"]
        {
            assert!(!is_former(path), "{path}");
        }
    }
}
