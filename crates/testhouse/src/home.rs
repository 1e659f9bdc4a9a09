//! A home for one test: the application with a record of its own in a folder of its own, a clock that stands still,
//! and somebody at a browser.
//!
//! The person at the browser is put into every address here and taken out of every answer, so that a test names pages
//! as `/plan`; what is about the addresses themselves asks with [`Home::opens_exactly`].

use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::http::header;
use jiff::{SignedDuration, Timestamp};
use store::PersonId;
use teststore::{Engine, Room};
use web::{App, Settings, router};

use crate::answer::Answer;

/// 5 December 2026, 10:00 in Paris.
pub const START: &str = "2026-12-05T09:00:00Z";
/// How the application is called.
pub const HOST: &str = "127.0.0.1:8750";
/// This machine's number in what stands for its home network.
pub const NEAR: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2));

/// The application and somebody at a browser.
pub struct Home {
    /// It.
    pub app: App,
    room: Room,
    pub(crate) router: Router,
    now: Arc<AtomicI64>,
    pub(crate) cookie: String,
    /// Whose pages are asked for.
    pub person: Option<PersonId>,
}

impl Home {
    /// A new record, nobody let in yet.
    pub async fn locked() -> Self {
        Self::with(|_| {}).await
    }
    /// A new record with settings of its own, nobody let in yet.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let room = Room::new(Engine::wished()).await;
        let (store, key) = (room.open().await, room.place().key.clone());
        let start: Timestamp = START.parse().unwrap();
        let now = Arc::new(AtomicI64::new(start.as_second()));
        let clock = Arc::clone(&now);
        let minute = std::time::Duration::from_secs(60);
        let mut settings = Settings {
            listen: HOST.parse().unwrap(),
            names: Vec::new(),
            https: false,
            base: web::to::Base::default(),
            demo: false,
            pseudo: false,
            zone: "Europe/Paris".into(),
            connections: 64,
            connections_each: 64,
            limits: web::Limits {
                photo_mb: 30,
                request: minute,
                upload: minute,
                silence: minute / 4,
            },
        };
        change(&mut settings);
        let clock = move || Timestamp::from_second(clock.load(Ordering::Relaxed)).unwrap();
        let files = words::built_in();
        let numbers = Arc::new(|| vec![NEAR]);
        let app = App::new(store, key, &files, Arc::new(clock), numbers, settings).unwrap();
        Self { router: router(app.clone()), app, room, now, cookie: String::new(), person: None }
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
    /// Lets a new browser in with a key; its pages are those of whoever is there already.
    pub async fn enters(&mut self) {
        self.cookie.clear();
        let address = self.app.entry_address().await.unwrap();
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
    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.room.folder()
    }
    /// Where the record is, for whoever goes past it.
    pub fn record(&self) -> &store::Place {
        self.room.place()
    }
    /// Time passes.
    pub fn waits(&self, duration: SignedDuration) {
        self.now.fetch_add(duration.as_secs(), Ordering::Relaxed);
    }
    /// Now.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }
}
