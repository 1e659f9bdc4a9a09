//! A home for one test: the application with a record of its own in a folder of its own, a clock that stands still,
//! and somebody at a browser.
//!
//! The person at the browser is put into every address here and taken out of every answer, so that a test names pages
//! as `/plan`; what is about the addresses themselves asks with [`Home::opens_exactly`].

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use store::{Database, Id, MasterKey, Place, Store};
use tempfile::TempDir;
use tower::ServiceExt;
use web::routes::Address;
use web::{App, Settings, router};

/// 5 December 2026, 10:00 in Paris.
pub const START: &str = "2026-12-05T09:00:00Z";
const HOST: &str = "127.0.0.1:8750";

/// The application and somebody at a browser.
pub struct Home {
    pub app: App,
    pub folder: TempDir,
    router: Router,
    now: Arc<AtomicI64>,
    cookie: String,
    /// Whose pages are asked for.
    pub person: Option<Id>,
}

/// What came back.
pub struct Answer {
    /// What stands before the pages of the person.
    before: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Home {
    /// A new record, nobody let in yet.
    pub async fn locked() -> Self {
        Self::with(|_| {}).await
    }
    /// A new record with settings of its own, nobody let in yet.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = MasterKey::load_or_make(folder.path()).unwrap();
        let place = Place { folder: folder.path().to_owned(), database: Database::Sqlite, key };
        let store = Store::open(&place).await.unwrap();
        let start: Timestamp = START.parse().unwrap();
        let now = Arc::new(AtomicI64::new(start.as_second()));
        let clock = Arc::clone(&now);
        let mut settings = Settings {
            listen: HOST.parse().unwrap(),
            names: Vec::new(),
            https: false,
            base: web::to::Base::default(),
            demo: false,
            pseudo: false,
            zone: "Europe/Paris".into(),
            connections: 64,
        };
        change(&mut settings);
        let clock = move || Timestamp::from_second(clock.load(Ordering::Relaxed)).unwrap();
        let files = words::built_in();
        let app = App::new(store, place.key, &files, Arc::new(clock), settings).unwrap();
        Self { router: router(app.clone()), app, folder, now, cookie: String::new(), person: None }
    }
    /// A new record with a browser let in, where somebody has pressed start.
    pub async fn new() -> Self {
        let mut home = Self::entered().await;
        home.starts().await;
        home
    }
    /// A new record with a browser let in.
    pub async fn entered() -> Self {
        let mut home = Self::locked().await;
        home.enters().await;
        home
    }
    /// Presses start: from now on the pages are those of the person who is made.
    pub async fn starts(&mut self) {
        let there = self.posts("/people", &[]).await.redirect().unwrap();
        let id = there.split("/people/").nth(1).unwrap().split('/').next().unwrap();
        self.person = Some(id.parse().unwrap());
    }
    /// Lets the browser in with a key; its pages are those of whoever is there already.
    pub async fn enters(&mut self) {
        let address = self.app.entry_address().unwrap();
        let path = address.split_once(HOST).map_or(address.as_str(), |(_, path)| path).to_owned();
        let answer = self.opens_exactly(&path).await;
        self.keeps_cookie(&answer);
        if self.person.is_none() {
            self.person = self.app.store().people().await.unwrap().first().copied();
        }
    }
    /// Keeps the cookie of an answer, as a browser does.
    pub fn keeps_cookie(&mut self, answer: &Answer) {
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }
    /// The cookie of this browser.
    pub fn cookie_now(&self) -> String {
        self.cookie.clone()
    }
    /// Goes on as another browser.
    pub fn takes_cookie(&mut self, cookie: &str) {
        cookie.clone_into(&mut self.cookie);
    }
    /// Time passes.
    pub fn waits(&self, duration: SignedDuration) {
        self.now.fetch_add(duration.as_secs(), Ordering::Relaxed);
    }
    /// Now.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }
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
        const HOUSE: [&str; 9] =
            ["", "people", "enter", "leave", "farewell", "feed", "static", "healthz", "readyz"];
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
    async fn asks(&self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        if !headers.contains_key(header::HOST) {
            headers.insert(header::HOST, HOST.parse().unwrap());
        }
        if !self.cookie.is_empty() && !headers.contains_key(header::COOKIE) {
            headers.insert(header::COOKIE, self.cookie.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { before: self.before(), status: parts.status, headers: parts.headers, body }
    }
}

/// The pattern of a page without its person.
pub fn pattern(address: &Address) -> &'static str {
    address.path.strip_prefix("/people/{person}").unwrap_or(address.path)
}

impl Answer {
    /// The page as text, its addresses without the person.
    pub fn text(&self) -> String {
        self.shortened(&String::from_utf8_lossy(&self.body))
    }
    fn shortened(&self, text: &str) -> String {
        if self.before.is_empty() {
            return text.to_owned();
        }
        text.replace(&self.before, "")
    }
    /// Holds if the page says this.
    pub fn sees(&self, text: &str) -> &Self {
        assert!(self.text().contains(text), "{} is not on the page:\n{}", text, self.text());
        self
    }
    /// Holds if the page does not say this.
    pub fn misses(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "{} is on the page:\n{}", text, self.text());
        self
    }
    /// Holds if the answer has this status.
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
    /// The fields of its forms as a browser would send them.
    pub fn fields(&self) -> Vec<(String, String)> {
        let page = self.text();
        let tags = page.split("<input ").skip(1).map(|rest| rest.split('>').next().unwrap());
        let read = |tag: &str, name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            Some(rest.split('"').next().unwrap().to_owned())
        };
        let sent = |tag: &&str| {
            let ticks = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            !ticks || tag.ends_with(" checked")
        };
        let one = |tag: &str| Some((read(tag, "name")?, read(tag, "value").unwrap_or_default()));
        tags.filter(sent).filter_map(one).collect()
    }
    /// Where it leads, if it is a redirect.
    pub fn redirect(&self) -> Option<String> {
        let there = self.status.is_redirection().then(|| self.headers.get(header::LOCATION))??;
        Some(self.shortened(there.to_str().unwrap()))
    }
}
