//! Her life: what happens on which day, and living it from one moment to another.

use chart::Chart;
use chart::story::zone_of;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::records::Session;
use store::{Actor, By, Id, PersonId, ProgrammeId, ScreeningId, SessionId, Store};

use super::{healing, person, scores};
use crate::app::App;
use crate::problem::Problem;

/// The days of her sessions, counted from the first: about once a week, with one week left out. So many are planned for her.
pub(super) const SESSIONS: [i64; 6] = [0, 8, 21, 35, 42, 49];
/// The day that she left out.
pub(super) const MISSED: i64 = 28;
/// The hour of her sessions.
pub(super) const EVENING: i8 = 19;

/// Somebody fictional, in a record.
pub(super) struct Life {
    store: Store,
    zone: TimeZone,
    /// Her day 0.
    first: Date,
    pub(super) person: PersonId,
    programme: ProgrammeId,
    screening: ScreeningId,
}

/// What happens to her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Session,
    Missed,
    /// The check-in of so many hours after the session of this day.
    CheckIn(i64, i64),
    /// One of her scores.
    Score(usize),
}

impl Life {
    /// She has answered what is asked, and planned: two days before her first session.
    pub(super) async fn begin(app: &App, first: Date) -> Result<Self, Problem> {
        let (store, zone) = (app.store().clone(), zone_of(&app.settings().zone));
        let at = |hour: i8| moment(&zone, first, -2, hour);
        let protocol = app.editions().get(None, crate::say::Language::DEFAULT);
        let profile = person::profile(first, &app.settings().zone);
        let person = store.add_person(by(at(EVENING)), &profile).await?.id;
        let on = first.saturating_sub(SignedDuration::from_hours(48));
        let screening = person::screening(&protocol, &profile, on).ok_or(Problem::Ours)?;
        let made = at(EVENING);
        let screening = store.add(by(made), person, Id::new(made), &screening).await?.id;
        let made = at(EVENING + 1);
        let programme = person::programme(&protocol, &profile, screening, first);
        let programme = store.add(by(made), person, Id::new(made), &programme).await?.id;
        Ok(Self { store, zone, first, person, programme, screening })
    }

    /// The record she is in.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }
    pub(super) fn zone(&self) -> &TimeZone {
        &self.zone
    }
    /// An hour of one of her days.
    pub(super) fn at(&self, day: i64, hour: i8) -> Timestamp {
        moment(&self.zone, self.first, day, hour)
    }
    pub(super) fn by(&self, at: Timestamp) -> By {
        by(at)
    }

    /// Everything that happens to her after one moment and up to another, in its order. A session that she `asks` for is left
    /// out where the rules are against it: whoever looks on may have told something of her that speaks against it.
    pub(super) async fn live(
        &self,
        app: &App,
        (after, until): (Timestamp, Timestamp),
        asks: bool,
    ) -> Result<(), Problem> {
        let mut events = self.events();
        events.retain(|(at, _)| *at > after && *at <= until);
        for (at, event) in events {
            match event {
                Event::Session if asks && !self.may(app, at).await? => {}
                Event::Session => self.rolls(at).await?,
                Event::Missed => self.misses(at).await?,
                Event::CheckIn(day, hours) => self.looks(day, hours).await?,
                Event::Score(n) => self.scores(n, at).await?,
            }
        }
        Ok(())
    }

    fn events(&self) -> Vec<(Timestamp, Event)> {
        let sessions = SESSIONS.map(|day| (self.at(day, EVENING), Event::Session));
        let looks = SESSIONS.into_iter().flat_map(|day| {
            let at = self.at(day, EVENING);
            healing::hours().map(move |hours| (later(at, hours), Event::CheckIn(day, hours)))
        });
        let scores = scores::SCORES.iter().enumerate();
        let scores = scores.map(|(n, one)| (self.at(one.day, one.hour), Event::Score(n)));
        let missed = (self.at(MISSED, EVENING + 1), Event::Missed);
        let mut all: Vec<_> = sessions.into_iter().chain(looks).chain(scores).collect();
        all.push(missed);
        all.sort_by_key(|(at, _)| *at);
        all
    }

    /// Whether the rules let her roll at this moment.
    async fn may(&self, app: &App, at: Timestamp) -> Result<bool, Problem> {
        let protocol = app.editions().get(None, crate::say::Language::DEFAULT);
        let chart = Chart::load(&self.store, self.person).await?;
        let at = at.to_zoned(self.zone.clone());
        let standing = chart.standing(&protocol, &at);
        Ok(standing.is_some_and(|standing| standing.is_open()))
    }

    async fn rolls(&self, at: Timestamp) -> Result<(), Problem> {
        let done = person::done(at, &self.zone, self.programme, self.screening);
        let by = by(at.saturating_add(SignedDuration::from_mins(40)).unwrap_or(at));
        self.store.add(by, self.person, Id::new(at), &Session::Done(done)).await?;
        Ok(())
    }

    async fn misses(&self, at: Timestamp) -> Result<(), Problem> {
        let on = at.to_zoned(self.zone.clone()).date();
        let reason = "A cold; the skin had a rest.".parse().ok();
        let missed = Session::Missed { on, reason, programme: Some(self.programme) };
        self.store.add(by(at), self.person, Id::new(at), &missed).await?;
        Ok(())
    }

    async fn looks(&self, day: i64, hours: i64) -> Result<(), Problem> {
        let began = self.at(day, EVENING);
        let Some(session) = self.session_of(began).await? else { return Ok(()) };
        let Some(seen) = healing::checkin(session, began, hours) else { return Ok(()) };
        self.store.add(by(seen.at), self.person, Id::new(seen.at), &seen).await?;
        Ok(())
    }

    /// The session that began then, unless she left it out.
    async fn session_of(&self, began: Timestamp) -> Result<Option<SessionId>, Problem> {
        let all = self.store.list::<Session>(self.person).await?;
        let is_it = |session: &Session| matches!(session, Session::Done(done) if done.at == began);
        Ok(all.iter().find(|entry| is_it(&entry.record)).map(|entry| entry.id))
    }

    async fn scores(&self, n: usize, at: Timestamp) -> Result<(), Problem> {
        let Some(score) = scores::SCORES.get(n) else { return Ok(()) };
        let on = at.to_zoned(self.zone.clone()).date();
        self.store.add(by(at), self.person, Id::new(at), &score.on(on)).await?;
        Ok(())
    }
}

fn by(at: Timestamp) -> By {
    By { actor: Actor::Program, at }
}

fn later(at: Timestamp, hours: i64) -> Timestamp {
    at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(at)
}

fn moment(zone: &TimeZone, first: Date, day: i64, hour: i8) -> Timestamp {
    let day = first.saturating_add(SignedDuration::from_hours(day * 24));
    let there = day.at(hour, 0, 0, 0).to_zoned(zone.clone());
    there.map_or(Timestamp::MIN, |there| there.timestamp())
}
