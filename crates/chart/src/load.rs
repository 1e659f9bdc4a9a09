//! Loading: everything that is decided on, as it was at one moment.
//!
//! What is loaded means nothing yet; that begins in [`crate::story`].

use jiff::tz::TimeZone;
use store::records::Profile;
use store::{Entry, Error, PersonId, Snapshot, Store};

use crate::gaps::Gaps;
use crate::story::{Story, zone_of};

/// A person and their story.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Who it is.
    pub person: Entry<Profile>,
    /// What happened so far, as far as it can be read.
    pub story: Story,
    /// What can't.
    pub gaps: Gaps,
}

impl Chart {
    /// Everything of a person, at one moment. One damaged entry takes no other along; without the profile there is nobody.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person, and what the record refuses.
    pub async fn load(store: &Store, person: PersonId) -> Result<Self, Error> {
        let mut moment = store.snapshot().await?;
        let chart = Self::read(&mut moment, person).await;
        moment.end().await?;
        chart
    }
    /// The same at a moment that more is read of.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn read(moment: &mut Snapshot, person: PersonId) -> Result<Self, Error> {
        let mut gaps = Gaps::default();
        let story = Story::read(moment, person, &mut gaps).await?;
        let person = moment.find_person(person).await?.ok_or(Error::NotFound)?;
        Ok(Self { person, story, gaps })
    }
    /// What is kept of the person.
    pub fn profile(&self) -> &Profile {
        &self.person.record
    }
    /// Where they live.
    pub fn zone(&self) -> TimeZone {
        zone_of(&self.profile().zone)
    }
}

#[cfg(test)]
mod tests {
    use store::records::Session;

    use super::*;
    use store::Id;

    use crate::testing::{Desk, at, by, done};

    #[tokio::test]
    async fn a_person_is_loaded_with_their_story_and_nobody_is_not_found() {
        let desk = Desk::new().await;
        let session = Session::Done(done(at("2026-12-05T18:00:00Z")));
        let (by, id) = (by("2026-12-05T20:00:00Z"), Id::new(at("2026-12-05T18:00:00Z")));
        desk.store.add(by, desk.person, id, &session).await.unwrap();
        let chart = desk.chart().await;
        assert_eq!((chart.person.id, chart.story.done().len()), (desk.person, 1));
        assert_eq!(chart.zone().iana_name(), Some("Europe/Paris"));
        for _ in 0..8 {
            let nobody = Chart::load(&desk.store, Id::new(by.at)).await;
            assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
        }
    }
}
