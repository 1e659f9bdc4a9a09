//! Every address of the table, as somebody who was not let in, as a foreign site, and as a well-meant mistake.

use axum::body::Body;
use axum::http::{Method, Request};
use testhouse::{Home, pattern};
use web::routes::{ADDRESSES, Address, Guard};

/// A path with something in place of its parameters.
fn somewhere(address: &Address, id: &str) -> String {
    let part = |part: &str| match part {
        "{id}" => id.to_owned(),
        "{n}" => "1".into(),
        "{class}" => "retinoid".into(),
        "{step}" => "goals".into(),
        "{kind}" => "rule".into(),
        _ if part.starts_with('{') => "nothing".into(),
        _ => part.to_owned(),
    };
    pattern(address).split('/').map(part).collect::<Vec<_>>().join("/")
}

fn request(method: &str, path: &str) -> Request<Body> {
    Request::builder()
        .method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap())
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::empty())
        .unwrap()
}

const UNKNOWN: &str = "01a208ae-aefe-7d5e-a82b-e682c5e328b5";

fn each(who: impl Fn(Guard) -> bool) -> impl Iterator<Item = (&'static str, String)> {
    let asked = ADDRESSES.iter().filter(move |address| who(address.guard));
    asked.flat_map(|address| {
        address.calls.iter().map(|(method, _)| (*method, somewhere(address, UNKNOWN)))
    })
}

#[tokio::test]
async fn nobody_gets_in_without_a_key() {
    let mut home = Home::locked().await;
    home.person = Some(UNKNOWN.parse().unwrap());
    let mut asked = 0;
    for (method, path) in each(|who| who == Guard::Browser) {
        let answer = home.sends(request(method, &path)).await;
        assert_eq!(answer.status.as_u16(), 401, "{method} {path}: {}", answer.text());
        asked += 1;
    }
    assert!(asked > 40, "{asked} addresses are behind the key");
}

#[tokio::test]
async fn a_foreign_site_can_change_nothing_anywhere() {
    let home = Home::new().await;
    for (method, path) in each(|who| who != Guard::Token).filter(|(method, _)| *method != "get") {
        let mut foreign = request(method, &path);
        foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        home.sends(foreign).await.is(403);
    }
}

#[tokio::test]
async fn an_address_of_nothing_or_of_somebody_else_is_not_found() {
    let ana = Home::new().await;
    ana.posts("/screening/goals", &[("goals", "acne-scars")]).await;
    let of_person = ADDRESSES.iter().filter(|address| address.is_of_person());
    for address in of_person.filter(|address| address.path.contains("{id}")) {
        for (method, _) in address.calls {
            let path = somewhere(address, UNKNOWN);
            let answer = ana.sends(request(method, &path)).await;
            // An entry of the protocol that is not there, an id of nobody's, a text that is no id: all the same.
            assert!(
                matches!(answer.status.as_u16(), 404 | 415 | 422),
                "{method} {path}: {}",
                answer.status
            );
            let odd = ana.sends(request(method, &somewhere(address, "..%2f..%2fetc"))).await;
            assert!(odd.status.is_client_error(), "{method} {}: {}", address.path, odd.status);
        }
    }
}

#[tokio::test]
async fn whatever_is_asked_every_answer_carries_the_headers_and_none_is_our_fault() {
    let ana = Home::new().await;
    ana.posts("/screening/goals", &[("goals", "acne-scars")]).await;
    for (method, path) in each(|_| true) {
        let answer = ana.sends(request(method, &path)).await;
        assert!(!answer.status.is_server_error(), "{method} {path}: {}", answer.text());
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        let cached = answer.headers["cache-control"].to_str().unwrap();
        assert!(
            cached.contains("no-store") || path.starts_with("/static") || path.starts_with("/feed"),
            "{path}: {cached}"
        );
        let page = answer.text();
        assert!(
            !page.contains(" style=\"") && !page.contains(" onclick="),
            "{path} has something inline"
        );
    }
}

#[tokio::test]
async fn a_program_that_asks_for_json_gets_a_problem_as_json() {
    let home = Home::locked().await;
    let mut asked = request("get", "/today");
    asked.headers_mut().insert("accept", "application/json".parse().unwrap());
    let answer = home.sends(asked).await;
    let problem: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(problem["problem"], "no-key");
    for part in ["what", "why", "next", "id"] {
        assert!(!problem[part].as_str().unwrap().is_empty(), "{part}");
    }
}
