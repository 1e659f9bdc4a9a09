//! Who is asking: a browser that was let in, and on a page of a person that person, with language, zone and protocol.
//!
//! A handler that takes a [`Visit`] is for anybody who was let in; one that takes an [`Owner`] stands at an address with
//! a person in it. Both are made by the gate before the handler, never by the handler.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use chart::Chart;
use chart::album::Album;
use jiff::Zoned;
use jiff::tz::TimeZone;
use store::records::Profile;
use store::{Actor, By, Entry};

use crate::app::App;
use crate::gate;
use crate::login::{Login, made};
use crate::problem::Problem;
use crate::say::{Language, Say};
use crate::to::{House, Href, To};
use words::Worded;

/// A page that somebody asks for: how it is said to them.
#[derive(Clone)]
pub struct Visit {
    /// The application.
    pub app: App,
    /// The browser; `None` for somebody who was not let in.
    pub login: Option<Login>,
    /// Whose page it is; `None` for a page that belongs to nobody.
    pub person: Option<Entry<Profile>>,
    /// The texts in their language.
    pub say: Say,
    /// The protocol in their variant and language.
    pub protocol: Worded,
    /// Now, where they live.
    pub now: Zoned,
}

impl Visit {
    /// A page of nobody, in the language of whoever acts in this browser, or of the only one there is.
    ///
    /// # Errors
    /// If the record refuses.
    pub(crate) async fn of(app: &App, login: Login) -> Result<Self, Problem> {
        let usual = match (login.actor, &gate::people(app, &login).await?[..]) {
            (Actor::Person(person), _) | (Actor::Owner, &[person]) => {
                app.store().find_person(person).await?
            }
            _ => None,
        };
        Ok(Self { person: None, ..Self::with(app, Some(login), login.language, usual) })
    }

    /// Somebody who was not let in, for the pages that say so.
    pub(crate) fn stranger(app: &App, headers: &HeaderMap) -> Self {
        Self::with(app, None, app.spoken(headers), None)
    }

    fn with(
        app: &App,
        login: Option<Login>,
        spoken: Language,
        person: Option<Entry<Profile>>,
    ) -> Self {
        let wishes = person.as_ref().map(|person| person.record.wishes.clone()).unwrap_or_default();
        let wished = wishes.language.as_deref().and_then(|wish| app.find_language(wish));
        let language = wished.unwrap_or(spoken);
        let protocol = app.editions().get(wishes.variant.as_deref(), language);
        let zone = person.as_ref().map_or(&app.settings().zone, |person| &person.record.zone);
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Self {
            app: app.clone(),
            login,
            say: protocol.texts().clone(),
            protocol,
            now: app.now().to_zoned(zone),
            person,
        }
    }

    /// The address of what belongs to nobody.
    pub(crate) fn house(&self, to: House<'_>) -> Href {
        self.app.settings().base.house(to)
    }
}

/// A person's record that was opened, on a page of theirs. Only [`crate::gate::open()`] makes one.
#[derive(Clone)]
pub struct Owner {
    /// The visit.
    pub visit: Visit,
    /// The browser.
    pub login: Login,
    /// Who acts here: the person, or somebody else who is known.
    pub actor: Actor,
    /// The person.
    pub person: Entry<Profile>,
}

impl Owner {
    pub(crate) fn of(app: &App, login: Login, actor: Actor, person: Entry<Profile>) -> Self {
        Self {
            visit: Visit::with(app, Some(login), login.language, Some(person.clone())),
            login,
            actor,
            person,
        }
    }
    /// Who changes something, and when: now.
    pub fn by(&self) -> By {
        By { actor: self.actor, at: self.app.now() }
    }
    /// The person as somebody who acts: whose passphrase the page about security is about.
    pub(crate) fn themselves(&self) -> Actor {
        Actor::Person(self.person.id)
    }
    /// The address of a page of this person.
    pub(crate) fn to(&self, to: To<'_>) -> Href {
        self.app.settings().base.of(self.person.id, to)
    }
    /// Everything of the person that is decided on, as it is at this moment.
    ///
    /// # Errors
    /// If the record refuses.
    pub async fn chart(&self) -> Result<Chart, Problem> {
        Ok(Chart::load(self.app.store(), self.person.id).await?)
    }
    /// The same with all photographs and what came out.
    ///
    /// # Errors
    /// If the record refuses.
    pub async fn album(&self) -> Result<Album, Problem> {
        Ok(Album::load(self.app.store(), self.person.id).await?)
    }
}

impl std::ops::Deref for Owner {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        made(parts)
    }
}

impl FromRequestParts<App> for Owner {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        made(parts)
    }
}
