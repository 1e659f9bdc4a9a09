//! Who is asking: a browser that was let in, the person it belongs to, their language, zone and protocol.
//!
//! A handler that takes a [`Visit`] is for anybody who was let in; one that takes an [`Owner`] needs the person too
//! and sends whoever has not answered anything yet to the first question.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use chart::Chart;
use chart::album::Album;
use jiff::Zoned;
use jiff::tz::TimeZone;
use store::records::Profile;
use store::{Actor, By, Entry, Id};

use crate::app::App;
use crate::guard::keys::{self, Token};
use crate::problem::Problem;
use crate::say::Say;
use words::Worded;

/// A browser that was let in.
#[derive(Clone)]
pub struct Visit {
    /// The application.
    pub app: App,
    /// The hash of its cookie.
    pub token: [u8; 32],
    /// Whose it is; `None` until the first answer.
    pub person: Option<Entry<Profile>>,
    /// The texts in their language.
    pub say: Say,
    /// The protocol in their variant and language.
    pub protocol: Worded,
    /// Now, where they live.
    pub now: Zoned,
}

impl Visit {
    /// The visit of a request.
    ///
    /// # Errors
    /// [`Problem::NoKey`] if the browser was not let in.
    pub async fn of(app: &App, headers: &HeaderMap) -> Result<Self, Problem> {
        let token = cookie(headers, app.settings().https).ok_or(Problem::NoKey)?.hash();
        let row = app.store().find_login(&token).await?.ok_or(Problem::NoKey)?;
        if keys::too_old(&row, app.now()) {
            return Err(Problem::NoKey);
        }
        // At home there is one person: whoever was let in before the first answer is theirs as soon as it is given.
        let person = match row.actor {
            Actor::Person(person) => Some(person),
            Actor::Owner => app.store().people().await?.first().copied(),
            Actor::Staff(_) | Actor::Command | Actor::Program => None,
        };
        let found = match person {
            Some(person) => app.store().find_person(person).await?,
            None => None,
        };
        note_seen(app, &token, &row, found.as_ref().map(|person| person.id)).await;
        Ok(Self::with(app, headers, token, found))
    }

    /// Somebody who was not let in, for the pages that say so.
    pub fn stranger(app: &App, headers: &HeaderMap) -> Self {
        Self::with(app, headers, [0; 32], None)
    }

    fn with(
        app: &App,
        headers: &HeaderMap,
        token: [u8; 32],
        person: Option<Entry<Profile>>,
    ) -> Self {
        let wishes = person.as_ref().map(|person| person.record.wishes.clone()).unwrap_or_default();
        let language = app.language(wishes.language.as_deref(), headers);
        let protocol = app.editions().get(wishes.variant.as_deref(), language);
        let zone = person.as_ref().map_or(&app.settings().zone, |person| &person.record.zone);
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Self {
            app: app.clone(),
            token,
            say: protocol.texts().clone(),
            protocol,
            now: app.now().to_zoned(zone),
            person,
        }
    }

    /// Who changes something, and when: the person, now.
    pub fn by(&self) -> By {
        let person = self.person.as_ref().map(|person| Actor::Person(person.id));
        By { actor: person.unwrap_or(Actor::Owner), at: self.app.now() }
    }
}

/// A visit with its person.
#[derive(Clone)]
pub struct Owner {
    /// The visit.
    pub visit: Visit,
    /// The person.
    pub person: Entry<Profile>,
}

impl Owner {
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

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        Self::of(app, &parts.headers).await
    }
}

impl FromRequestParts<App> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visit = Visit::of(app, &parts.headers).await.map_err(IntoResponse::into_response)?;
        match visit.person.clone() {
            Some(person) => Ok(Self { visit, person }),
            None => Err(Redirect::to("/screening").into_response()),
        }
    }
}

/// Notes once a day that a browser is still there, and whose it is by now. Where nothing can be written, reading goes
/// on all the same.
async fn note_seen(app: &App, token: &[u8; 32], row: &store::Login, person: Option<Id>) {
    let (store, now) = (app.store(), app.now());
    let noted = match person.map(Actor::Person) {
        Some(actor) if row.actor == Actor::Owner => {
            store.act_as(By { actor, at: now }, token, actor).await
        }
        _ if keys::is_old(row, now) => store.note_seen(token, now).await,
        _ => return,
    };
    if let Err(error) = noted {
        tracing::warn!(cause = %error, "a login could not be noted");
    }
}

fn cookie(headers: &HeaderMap, https: bool) -> Option<Token> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs =
        all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut ours = pairs.filter(|(name, _)| *name == keys::cookie_name(https));
    ours.find_map(|(_, value)| Token::read(value))
}
