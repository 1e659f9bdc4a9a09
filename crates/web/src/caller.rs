//! What a handler is given: the application, the browser that was let in, and what the page is drawn in.
//!
//! A handler that takes a [`Caller`] is for anybody who was let in; one that takes an [`Opened`] stands at an address with
//! a person in it. Both are made by the gate before the handler, never by the handler. Pages get neither, but the
//! [`Frame`] or [`Reader`] in them.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use chart::album::Album;
use chart::{Chart, Gaps};
use jiff::tz::TimeZone;
use store::records::Profile;
use store::{Actor, Entry};

use crate::app::App;
use crate::frame::{Frame, Reader};
use crate::gate;
use crate::login::{Login, made};
use crate::problem::Problem;
use crate::say::Language;

/// Somebody who asks for a page of nobody.
#[derive(Clone)]
pub struct Caller {
    /// The application.
    pub app: App,
    /// The browser; `None` for somebody who was not let in.
    pub login: Option<Login>,
    /// What the page is drawn in.
    pub frame: Frame,
}

impl Caller {
    /// A page of nobody, in the language of whoever acts in this browser, or of the only one there is.
    ///
    /// # Errors
    /// If the record refuses.
    pub(crate) async fn of(app: &App, login: Login) -> Result<Self, Problem> {
        let usual = match (login.actor, &gate::people(app, &login).await?[..]) {
            (Actor::Person(person), _) | (Actor::Owner, &[person]) => {
                or_nobody(app.store().find_person(person).await)?
            }
            _ => None,
        };
        let frame = frame(app, login.language, usual.as_ref(), usual.as_ref());
        Ok(Self { app: app.clone(), login: Some(login), frame })
    }

    /// Somebody who was not let in, for the pages that say so.
    pub(crate) fn stranger(app: &App, headers: &HeaderMap) -> Self {
        let frame = frame(app, app.spoken(headers), None, None);
        Self { app: app.clone(), login: None, frame }
    }
}

/// A profile that can't be read has no wishes: whoever reads a page of nobody, or of somebody else, reads it all the same.
fn or_nobody(
    found: Result<Option<Entry<Profile>>, store::Error>,
) -> Result<Option<Entry<Profile>>, Problem> {
    match found {
        Err(store::Error::Corrupt { .. }) => Ok(None),
        found => Ok(found?),
    }
}

/// What is read in the words and colours of whoever reads, and decided and dated as the record is:
/// docs/decisions/0021-who-reads-and-whose-record.md.
fn frame(
    app: &App,
    spoken: Language,
    reader: Option<&Entry<Profile>>,
    record: Option<&Entry<Profile>>,
) -> Frame {
    let wishes = reader.map(|reader| &reader.record.wishes);
    let wished = wishes.and_then(|wishes| wishes.language.as_deref());
    let language = wished.and_then(|wish| app.find_language(wish)).unwrap_or(spoken);
    let variant = record.and_then(|record| record.record.wishes.variant.as_deref());
    let protocol = app.editions().get(variant, language);
    let usual = app.settings().zone.as_str();
    let zone_of = |person: Option<&Entry<Profile>>| {
        person.map_or(usual, |person| person.record.zone.as_str()).to_owned()
    };
    let zone = zone_of(record);
    let elsewhere = reader.is_some() && zone_of(reader) != zone;
    Frame {
        say: protocol.texts().clone(),
        protocol,
        now: app.now().to_zoned(TimeZone::get(&zone).unwrap_or(TimeZone::UTC)),
        base: app.settings().base.clone(),
        demo: app.settings().demo,
        dark: wishes.and_then(|wishes| wishes.dark),
        elsewhere: elsewhere.then_some(zone),
        several: false,
        read_only: app.store().is_read_only(),
        missing: None,
        person: None,
    }
}

/// A person's record that was opened. Only [`crate::gate::open()`] makes one.
#[derive(Clone)]
pub struct Opened {
    /// The application.
    pub app: App,
    /// The browser.
    pub login: Login,
    /// Who reads, and of whom.
    pub reader: Reader,
}

impl Opened {
    /// A record as whoever acts reads it, with what of it can't be read.
    ///
    /// # Errors
    /// If the record refuses.
    pub(crate) async fn of(
        app: &App,
        login: Login,
        actor: Actor,
        (person, gaps): (Entry<Profile>, Gaps),
    ) -> Result<Self, Problem> {
        let store = app.store();
        let other = match actor {
            Actor::Person(own) if own != person.id => or_nobody(store.find_person(own).await)?,
            _ => None,
        };
        let reads = match actor {
            Actor::Person(_) => Some(other.as_ref().unwrap_or(&person)),
            _ => None,
        };
        let frame = Frame {
            several: store.people().await?.len() > 1,
            missing: app.noticed().missing(person.id, gaps, app.now()),
            person: Some(person.clone()),
            ..frame(app, login.language, reads, Some(&person))
        };
        Ok(Self { app: app.clone(), login, reader: Reader { frame, actor, person } })
    }
    /// The same as a caller, for what belongs to nobody.
    pub(crate) fn caller(&self) -> Caller {
        let frame = self.reader.frame.clone();
        Caller { app: self.app.clone(), login: Some(self.login), frame }
    }
    /// Everything of the person that is decided on, as it is at this moment.
    ///
    /// # Errors
    /// [`Problem::Gaps`] while something is missing that decides, and if the record refuses.
    pub async fn chart(&self) -> Result<Chart, Problem> {
        let chart = self.chart_left().await?;
        if chart.gaps.decide() { Err(Problem::Gaps) } else { Ok(chart) }
    }
    /// The same with all photographs and what came out.
    ///
    /// # Errors
    /// [`Problem::Gaps`] while something is missing by which is judged, and if the record refuses.
    pub async fn album(&self) -> Result<Album, Problem> {
        let album = self.album_left().await?;
        if album.chart.gaps.judge() { Err(Problem::Gaps) } else { Ok(album) }
    }
    /// What is left of the chart, for what only shows or keeps something.
    ///
    /// # Errors
    /// If the record refuses.
    pub async fn chart_left(&self) -> Result<Chart, Problem> {
        Ok(Chart::load(self.app.store(), self.person.id).await?)
    }
    /// What is left of the album, for what only shows or keeps something.
    ///
    /// # Errors
    /// If the record refuses.
    pub async fn album_left(&self) -> Result<Album, Problem> {
        Ok(Album::load(self.app.store(), self.person.id).await?)
    }
}

impl std::ops::Deref for Caller {
    type Target = Frame;
    fn deref(&self) -> &Frame {
        &self.frame
    }
}

impl std::ops::Deref for Opened {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        made(parts)
    }
}

impl FromRequestParts<App> for Opened {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        made(parts)
    }
}
