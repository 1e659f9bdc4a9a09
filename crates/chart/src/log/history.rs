//! Everything on record of a person, and how urgent each check-in was when it was made.

use care::Protocol;
use care::standing::Standing;
use care::story::Story;
use care::triage::Triage;
use care::words::Level;
use jiff::Zoned;
use store::records::{CheckIn, Outcome, Photo, Screening};
use store::{Entry, Error, PersonId, SessionId, Snapshot, Store};

use crate::Chart;
use crate::story::{DoneSession, checkin_of, session_of};

/// Everything that happened.
#[derive(Clone)]
pub struct History {
    /// Whose it is, with programmes, sessions and check-ins.
    pub chart: Chart,
    /// What was decided.
    pub screenings: Vec<Entry<Screening>>,
    /// The photographs.
    pub photos: Vec<Entry<Photo>>,
    /// What was seen, measured and scored.
    pub outcomes: Vec<Entry<Outcome>>,
    /// The same as the rules see it.
    told: Option<Story>,
}

impl History {
    /// All of a person's, at one moment.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn load(
        store: &Store,
        person: PersonId,
        protocol: &Protocol,
        now: &Zoned,
    ) -> Result<Self, Error> {
        let mut moment = store.snapshot().await?;
        let history = Self::read(&mut moment, person, protocol, now).await;
        moment.end().await?;
        history
    }
    async fn read(
        moment: &mut Snapshot,
        person: PersonId,
        protocol: &Protocol,
        now: &Zoned,
    ) -> Result<Self, Error> {
        let mut chart = Chart::read(moment, person).await?;
        let screenings = chart.story.screenings.clone();
        let photos = chart.gaps.read(moment, person).await?;
        let outcomes = chart.gaps.read(moment, person).await?;
        Ok(Self { screenings, photos, outcomes, told: chart.left(protocol, now), chart })
    }
    /// The session a check-in follows.
    pub fn session_of(&self, checkin: &CheckIn) -> Option<DoneSession<'_>> {
        self.session(checkin.session)
    }
    /// A session that was done.
    pub fn session(&self, id: SessionId) -> Option<DoneSession<'_>> {
        self.chart.story.done().into_iter().find(|session| session.id == id)
    }
    /// The day of a check-in, counted from its session.
    pub fn day(&self, checkin: &CheckIn) -> Option<i64> {
        let session = session_of(self.session_of(checkin)?.done);
        Some(session.day(&checkin_of(checkin, session.at.time_zone()).at).max(0))
    }
    /// How it stood after a check-in, in the light of everything before it; what came after changes nothing. While something
    /// can't be read that decides, only what warns.
    pub fn triage<'p>(&self, protocol: &'p Protocol, entry: &Entry<CheckIn>) -> Option<Triage<'p>> {
        let then = entry.record.at.to_zoned(self.chart.zone());
        let triage = Standing::of(protocol, self.told.as_ref()?, &then).triage?;
        self.chart.gaps.allow(triage.level).then_some(triage)
    }
    /// How urgent it was; that nothing was said is never "as expected".
    pub fn level(&self, protocol: &Protocol, entry: &Entry<CheckIn>) -> Option<Level> {
        let level = self.triage(protocol, entry)?.level;
        let silent = checkin_of(&entry.record, &self.chart.zone()).is_silent();
        (level > Level::Expected || !silent).then_some(level)
    }
}

#[cfg(test)]
pub(super) mod tests;
