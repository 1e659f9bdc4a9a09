//! A fictional person in week 7 of a programme, so that every page can be seen full: sessions once a week, check-ins that
//! calm down, photographs drawn by code, scores of her own. Nobody's data; the pages say so.
//!
//! Everything is put into the record through the same doors as a real person's; what it means is decided as usual.

mod healing;
mod person;
mod pictures;
mod regions;
mod scores;
#[cfg(test)]
mod tests;

use chart::story::zone_of;
use jiff::{SignedDuration, Timestamp, Zoned};
use store::records::{self, Session};
use store::{Actor, By, Id, PersonId, ProgrammeId, ScreeningId, Store};

use crate::app::App;
use crate::problem::Problem;

/// Days since each session, oldest first: about once a week, with one week left out.
const SESSIONS: [i64; 5] = [44, 36, 23, 9, 2];
/// Days since the session that was left out.
const MISSED: i64 = 16;

/// Puts the fictional person into an empty record.
///
/// # Errors
/// If the record refuses.
pub async fn fill(app: &App) -> Result<(), Problem> {
    let now = app.now().to_zoned(zone_of(&app.settings().zone));
    let story = Filling { store: app.store(), now };
    let profile = person::profile(&story.now, &app.settings().zone);
    let person = app.store().add_person(story.by(story.ago(46, 19)), &profile).await?.id;
    let screening = story.screening(app, person, &profile).await?;
    let programme = story.programme(app, person, &profile, screening).await?;
    for days in SESSIONS {
        story.session(person, programme, screening, days).await?;
    }
    story.missed(person, programme).await?;
    let front = story.photographs(person, 0..1).await?.ok_or(Problem::Ours)?;
    let region = story.region(person, front).await?;
    story.scores(person).await?;
    regions::go_on(app, story.now, person, region);
    Ok(())
}

/// The record being filled, seen from now.
struct Filling<'a> {
    store: &'a Store,
    now: Zoned,
}

impl Filling<'_> {
    /// So many days ago, at a full hour.
    fn ago(&self, days: i64, hour: i8) -> Timestamp {
        let day = self.now.date().saturating_sub(SignedDuration::from_hours(days * 24));
        let there = day.at(hour, 0, 0, 0).to_zoned(self.now.time_zone().clone());
        there.map_or(self.now.timestamp(), |there| there.timestamp()).min(self.now.timestamp())
    }
    fn by(&self, at: Timestamp) -> By {
        By { actor: Actor::Program, at }
    }

    async fn screening(
        &self,
        app: &App,
        person: PersonId,
        profile: &records::Profile,
    ) -> Result<ScreeningId, Problem> {
        let at = self.ago(46, 19);
        let on = at.to_zoned(self.now.time_zone().clone()).date();
        let protocol = app.editions().get(None, crate::say::Language::DEFAULT);
        let screening = person::screening(&protocol, profile, on).ok_or(Problem::Ours)?;
        Ok(self.store.add(self.by(at), person, Id::new(at), &screening).await?.id)
    }

    async fn programme(
        &self,
        app: &App,
        person: PersonId,
        profile: &records::Profile,
        screening: ScreeningId,
    ) -> Result<ProgrammeId, Problem> {
        let at = self.ago(46, 20);
        let protocol = app.editions().get(None, crate::say::Language::DEFAULT);
        let first = self.ago(44, 19).to_zoned(self.now.time_zone().clone()).date();
        let programme = person::programme(&protocol, profile, screening, first);
        Ok(self.store.add(self.by(at), person, Id::new(at), &programme).await?.id)
    }

    async fn session(
        &self,
        person: PersonId,
        programme: ProgrammeId,
        screening: ScreeningId,
        days: i64,
    ) -> Result<(), Problem> {
        let at = self.ago(days, 19);
        let done = person::done(at, &self.now, programme, screening);
        let by = self.by(at.saturating_add(SignedDuration::from_mins(40)).unwrap_or(at));
        let session = self.store.add(by, person, Id::new(at), &Session::Done(done)).await?.id;
        for checkin in healing::checkins(session, at, self.now.timestamp()) {
            let at = checkin.at;
            self.store.add(self.by(at), person, Id::new(at), &checkin).await?;
        }
        Ok(())
    }

    async fn missed(&self, person: PersonId, programme: ProgrammeId) -> Result<(), Problem> {
        let at = self.ago(MISSED, 20);
        let on = at.to_zoned(self.now.time_zone().clone()).date();
        let reason = "A cold; the skin had a rest.".parse().ok();
        let missed = Session::Missed { on, reason, programme: Some(programme) };
        self.store.add(self.by(at), person, Id::new(at), &missed).await?;
        Ok(())
    }

    async fn scores(&self, person: PersonId) -> Result<(), Problem> {
        for (days, hour, graded) in scores::scores() {
            let at = self.ago(days, hour);
            let on = at.to_zoned(self.now.time_zone().clone()).date();
            self.store.add(self.by(at), person, Id::new(at), &graded.on(on)).await?;
        }
        Ok(())
    }
}
