//! Everything on record of a person, and how urgent each check-in was when it was made.

use care::Protocol;
use care::answers::Answers;
use care::triage::{self, Triage};
use care::words::Level;
use store::records::{CheckIn, Outcome, Photo, Screening};
use store::{Entry, Error, Id, Snapshot, Store};

use crate::Chart;
use crate::story::{DoneSession, checkin_of, person_of, session_of, zone_of};

/// Everything that happened.
pub struct History {
    /// Whose it is, with programmes, sessions and check-ins.
    pub chart: Chart,
    /// What was decided.
    pub screenings: Vec<Entry<Screening>>,
    /// The photographs.
    pub photos: Vec<Entry<Photo>>,
    /// What was seen, measured and scored.
    pub outcomes: Vec<Entry<Outcome>>,
    /// The answers that make some signs more urgent.
    answers: Option<Answers>,
}

impl History {
    /// All of a person's, at one moment.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn load(store: &Store, person: Id, protocol: &Protocol) -> Result<Self, Error> {
        let mut moment = store.snapshot().await?;
        let history = Self::read(&mut moment, person, protocol).await;
        moment.end().await?;
        history
    }
    async fn read(moment: &mut Snapshot, person: Id, protocol: &Protocol) -> Result<Self, Error> {
        let chart = Chart::read(moment, person).await?;
        let answers = person_of(protocol, chart.profile()).map(|person| person.answers);
        Ok(Self {
            screenings: moment.list(person).await?,
            photos: moment.list(person).await?,
            outcomes: moment.list(person).await?,
            answers,
            chart,
        })
    }
    /// The session a check-in follows.
    pub fn session_of(&self, checkin: &CheckIn) -> Option<DoneSession<'_>> {
        self.session(checkin.session)
    }
    /// A session that was done.
    pub fn session(&self, id: Id) -> Option<DoneSession<'_>> {
        self.chart.story.done().into_iter().find(|session| session.id == id)
    }
    /// The day of a check-in, counted from its session.
    pub fn day(&self, checkin: &CheckIn) -> Option<i64> {
        let session = session_of(self.session_of(checkin)?.done);
        Some(session.day(&checkin.at.to_zoned(session.at.time_zone().clone())).max(0))
    }
    /// How a check-in was judged in the light of those before it; what came after changes nothing.
    pub fn triage<'p>(&self, protocol: &'p Protocol, entry: &Entry<CheckIn>) -> Option<Triage<'p>> {
        let session = self.session_of(&entry.record)?;
        let zone = zone_of(&session.done.zone);
        let all = self.chart.story.checkins_of(session.id);
        let place = all.iter().position(|other| other.id == entry.id)?;
        let until: Vec<care::session::CheckIn> =
            all.iter().take(place + 1).map(|other| checkin_of(&other.record, &zone)).collect();
        Some(triage::judge(protocol, &session_of(session.done), &until, self.answers.as_ref()))
    }
    /// How urgent it was.
    pub fn level(&self, protocol: &Protocol, entry: &Entry<CheckIn>) -> Option<Level> {
        self.triage(protocol, entry).map(|triage| triage.level)
    }
}
