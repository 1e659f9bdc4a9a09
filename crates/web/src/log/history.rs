//! Everything on record of a person, and how urgent each check-in was when it was made.

use care::Protocol;
use care::answers::Answers;
use care::triage::{self, Triage};
use care::words::Level;
use chart::story::{DoneSession, Story, checkin_of, person_of, session_of, zone_of};
use store::records::{CheckIn, Outcome, Photo, Programme, Screening};
use store::{Entry, Id};

use crate::problem::Problem;
use crate::visit::Owner;

/// Everything that happened.
pub(super) struct History {
    pub story: Story,
    pub programmes: Vec<Entry<Programme>>,
    pub screenings: Vec<Entry<Screening>>,
    pub photos: Vec<Entry<Photo>>,
    pub outcomes: Vec<Entry<Outcome>>,
    /// The answers that make some signs more urgent.
    answers: Option<Answers>,
}

impl History {
    pub(super) async fn load(owner: &Owner) -> Result<Self, Problem> {
        let (store, person) = (owner.app.store(), owner.person.id);
        let profile = person_of(&owner.protocol, &owner.person.record);
        Ok(Self {
            story: owner.chart().await?.story,
            programmes: store.list(person).await?,
            screenings: store.list(person).await?,
            photos: store.list(person).await?,
            outcomes: store.list(person).await?,
            answers: profile.map(|profile| profile.answers),
        })
    }
    /// The session a check-in follows.
    pub(super) fn session_of(&self, checkin: &CheckIn) -> Option<DoneSession<'_>> {
        self.session(checkin.session)
    }
    /// A session that was done.
    pub(super) fn session(&self, id: Id) -> Option<DoneSession<'_>> {
        self.story.done().into_iter().find(|session| session.id == id)
    }
    /// The day of a check-in, counted from its session.
    pub(super) fn day(&self, checkin: &CheckIn) -> Option<i64> {
        let session = session_of(self.session_of(checkin)?.done);
        Some(session.day(&checkin.at.to_zoned(session.at.time_zone().clone())).max(0))
    }
    /// How a check-in was judged in the light of those before it; what came after changes nothing.
    pub(super) fn triage<'p>(
        &self,
        protocol: &'p Protocol,
        entry: &Entry<CheckIn>,
    ) -> Option<Triage<'p>> {
        let session = self.session_of(&entry.record)?;
        let zone = zone_of(&session.done.zone);
        let all = self.story.checkins_of(session.id);
        let place = all.iter().position(|other| other.id == entry.id)?;
        let until: Vec<care::session::CheckIn> =
            all.iter().take(place + 1).map(|other| checkin_of(&other.record, &zone)).collect();
        Some(triage::judge(protocol, &session_of(session.done), &until, self.answers.as_ref()))
    }
    /// How urgent it was.
    pub(super) fn level(&self, owner: &Owner, entry: &Entry<CheckIn>) -> Option<Level> {
        self.triage(&owner.protocol, entry).map(|triage| triage.level)
    }
}
