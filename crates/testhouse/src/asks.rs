//! What somebody at a browser asks for: pages opened, forms sent.

use axum::body::Body;
use axum::http::{Request, header};
use axum::response::Response;
use tower::ServiceExt as _;
use web::routes::Address;

use crate::answer::Answer;
use crate::home::{HOST, Home};

impl Home {
    /// `GET`
    pub async fn opens(&self, path: &str) -> Answer {
        self.sends(Request::get(path).body(Body::empty()).unwrap()).await
    }
    /// `GET` of an address as it stands.
    pub async fn opens_exactly(&self, path: &str) -> Answer {
        self.asks(Request::get(path).body(Body::empty()).unwrap()).await
    }
    /// Where a page is: under the base, and if it is a page of a person under that person.
    pub fn place(&self, path: &str) -> String {
        const HOUSE: [&str; 13] = [
            "", "people", "bring-in", "open", "lock", "enter", "leave", "demo", "farewell", "feed",
            "static", "healthz", "readyz",
        ];
        let base = self.app.settings().base.as_str();
        let first = path.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default();
        match self.person {
            _ if HOUSE.contains(&first) && path.starts_with('/') => format!("{base}{path}"),
            _ if path.starts_with(&self.before()) && self.person.is_some() => path.to_owned(),
            Some(_) => format!("{}{path}", self.before()),
            None => format!("{base}{path}"),
        }
    }
    fn before(&self) -> String {
        let base = self.app.settings().base.as_str();
        self.person.map_or_else(String::new, |person| format!("{base}/people/{person}"))
    }
    /// `GET`, following redirects to the page at the end.
    pub async fn follows(&self, path: &str) -> Answer {
        let mut answer = self.opens(path).await;
        for _ in 0..5 {
            let Some(next) = answer.redirect() else { break };
            answer = self.opens(&next).await;
        }
        answer
    }
    /// `POST` of a form, from our own page.
    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.sends(request).await
    }
    /// `POST` of a form, then the page it leads to.
    pub async fn posts_and_follows(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.posts(path, fields).await;
        match answer.redirect() {
            Some(next) => self.follows(&next).await,
            None => answer,
        }
    }
    /// Any request to a page, with this browser's cookie and our own host name unless it has one.
    pub async fn sends(&self, mut request: Request<Body>) -> Answer {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = self.place(path).parse().unwrap();
        self.asks(request).await
    }
    /// Any request to an address as it stands.
    pub async fn asks(&self, request: Request<Body>) -> Answer {
        let response = self.asks_only(request).await;
        Answer::of(response, self.before()).await
    }
    /// The same, of which nobody has read the body yet.
    pub async fn asks_only(&self, mut request: Request<Body>) -> Response {
        let headers = request.headers_mut();
        if !headers.contains_key(header::HOST) {
            headers.insert(header::HOST, HOST.parse().unwrap());
        }
        if !self.cookie.is_empty() && !headers.contains_key(header::COOKIE) {
            headers.insert(header::COOKIE, self.cookie.parse().unwrap());
        }
        self.router.clone().oneshot(request).await.unwrap()
    }
}

/// The pattern of a page without its person.
pub fn pattern(address: &Address) -> &'static str {
    address.path.strip_prefix("/people/{person}").unwrap_or(address.path)
}
