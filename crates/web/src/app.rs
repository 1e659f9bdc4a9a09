//! What every handler can reach: the record, the protocols, the texts, the clock and the settings.
//!
//! Made once at the start and cheap to clone. It decides nothing.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use store::{MasterKey, Store};

use tokio::sync::Notify;

use crate::address::Limits;
use crate::demo::Demo;
use crate::guard::tries::Tries;
use crate::noticed::Noticed;
use crate::reach::network::{Network, Numbers};
use crate::to::Base;
use crate::work::Work;
use words::{Editions, Language};

/// How the application was started.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Names other than `localhost` under which it may be asked, for example behind a proxy.
    pub names: Vec<String>,
    /// Whether it is reached through HTTPS, so that cookies may be marked secure.
    pub https: bool,
    /// The sub-path at which it lives behind a proxy.
    pub base: Base,
    /// Whether the person is fictional.
    pub demo: bool,
    /// Whether the pseudo-language is offered: for translators and tests.
    pub pseudo: bool,
    /// The person's zone until they say otherwise.
    pub zone: String,
    /// The most connections at once; more wait.
    pub connections: usize,
    /// The most of them from one address.
    pub connections_each: usize,
    /// What requests may cost.
    pub limits: Limits,
}

/// Reads the clock; the binary has the only real one.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The application's state.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    key: MasterKey,
    editions: Editions,
    clock: Clock,
    settings: Settings,
    started: Timestamp,
    network: Network,
    entered: Notify,
    tries: Mutex<Tries>,
    noticed: Noticed,
    work: Work,
    demo: Demo,
}

impl App {
    /// Puts the parts together.
    ///
    /// # Errors
    /// If the built-in protocol or texts can't be read, which a test rules out for a released binary; or if the
    /// machine gives no random numbers.
    pub fn new(
        store: Store,
        key: MasterKey,
        files: &care::protocol::Files,
        clock: Clock,
        numbers: Numbers,
        settings: Settings,
    ) -> Result<Self, String> {
        let editions = Editions::read(files, settings.pseudo).map_err(|faults| {
            faults.iter().map(|fault| format!("{fault}\n")).collect::<String>()
        })?;
        let inner = Inner {
            store,
            key,
            editions,
            started: clock(),
            clock,
            settings,
            network: Network::new(numbers),
            entered: Notify::new(),
            tries: Mutex::default(),
            noticed: Noticed::default(),
            work: Work::default(),
            demo: Demo::default(),
        };
        Ok(Self(Arc::new(inner)))
    }
    /// The record.
    pub fn store(&self) -> &Store {
        &self.0.store
    }
    /// The record's key: a backup is put back for a test, and that needs it.
    pub(crate) fn key(&self) -> &MasterKey {
        &self.0.key
    }
    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.demo.further((self.0.clock)())
    }
    /// When it was started.
    pub(crate) fn started(&self) -> Timestamp {
        self.0.started
    }
    /// What is known of the demonstration.
    pub(crate) fn demo(&self) -> &Demo {
        &self.0.demo
    }
    /// How it was started.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }
    /// The protocol and its variants in every language.
    pub fn editions(&self) -> &Editions {
        &self.0.editions
    }
    /// The language of a reader: their wish, else what their browser asks for, else the default.
    pub fn language(&self, wish: Option<&str>, headers: &HeaderMap) -> Language {
        wish.and_then(|wish| self.find_language(wish)).unwrap_or_else(|| self.spoken(headers))
    }
    /// A language that is offered, by its name.
    pub fn find_language(&self, name: &str) -> Option<Language> {
        self.editions().languages().iter().copied().find(|one| one.name() == name)
    }
    /// What a browser asks for, else the default.
    pub fn spoken(&self, headers: &HeaderMap) -> Language {
        let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|asks| asks.to_str().ok());
        let asked = accept.and_then(|asks| Language::accepted(asks, &self.editions().languages()));
        asked.unwrap_or(Language::DEFAULT)
    }
    /// Where it listens for the home network.
    pub(crate) fn network(&self) -> &Network {
        &self.0.network
    }
    /// Since when gaps are known.
    pub(crate) fn noticed(&self) -> &Noticed {
        &self.0.noticed
    }
    /// Told whenever a browser came by a key.
    pub(crate) fn entered(&self) -> &Notify {
        &self.0.entered
    }
    /// What is heavy and done a few at a time.
    pub(crate) fn work(&self) -> &Work {
        &self.0.work
    }
    pub(crate) fn tries(&self) -> &Mutex<Tries> {
        &self.0.tries
    }
}

/// How it is started where a test does not care.
#[cfg(test)]
pub(crate) fn settings_for_tests(listen: &str) -> Settings {
    let none = std::time::Duration::ZERO;
    Settings {
        listen: listen.parse().unwrap(),
        names: Vec::new(),
        https: false,
        base: Base::default(),
        demo: false,
        pseudo: false,
        zone: "UTC".into(),
        connections: 64,
        connections_each: 64,
        limits: Limits { photo_mb: 30, request: none, upload: none, silence: none },
    }
}
