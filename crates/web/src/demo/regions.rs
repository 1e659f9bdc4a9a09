//! The place that the fictional person follows: one cheek, with the chin, which is not needled, as reference, and the neck
//! as test patch. It is measured as anybody's would be, after the start, since that takes seconds.

use chart::Chart;
use chart::region::{Following, Sittings, Work};
use jiff::Zoned;
use store::records::{Part, Photo, Region};
use store::{Id, PersonId, PhotoId, RegionId};

use super::Filling;
use crate::app::App;
use crate::problem::Problem;
use crate::region::turn;

const PLACE: Part = Part { x: 0.63, y: 0.54, width: 0.09, height: 0.09 };
const REFERENCE: Part = Part { x: 0.41, y: 0.69, width: 0.18, height: 0.07 };
const CONTROL: Part = Part { x: 0.44, y: 0.8, width: 0.12, height: 0.055 };

impl Filling<'_> {
    /// The place, drawn on the day of the first photographs.
    pub(super) async fn region(
        &self,
        person: PersonId,
        photo: PhotoId,
    ) -> Result<RegionId, Problem> {
        let at = self.ago(45, 19);
        let region = Region {
            photo,
            name: None,
            place: PLACE,
            reference: Some(REFERENCE),
            control: Some(CONTROL),
        };
        Ok(self.store.add(self.by(at), person, Id::new(at), &region).await?.id)
    }
}

/// What takes longer than anybody wants to wait for a start: the other takes of each photograph, and measuring every
/// sitting, one after the other, while the pages are there already.
pub(super) fn go_on(app: &App, now: Zoned, person: PersonId, region: RegionId) {
    let app = app.clone();
    tokio::spawn(async move {
        let story = Filling { store: app.store(), now };
        let drawn = story.photographs(person, 1..u64::MAX).await;
        let done = match drawn {
            Ok(_) => story.measure(person, region).await,
            Err(problem) => Err(problem),
        };
        if let Err(problem) = done {
            tracing::warn!(problem = problem.word(), "the demonstration could not be measured");
        }
    });
}

impl Filling<'_> {
    async fn measure(&self, person: PersonId, region: RegionId) -> Result<(), Problem> {
        let (store, zone) = (self.store, self.now.time_zone());
        let photos = store.list::<Photo>(person).await?;
        let following = Following::find(store, person, region).await?.ok_or(Problem::NotFound)?;
        let treated =
            Chart::load(store, person).await?.story.done().iter().map(|one| one.done.at).collect();
        let sittings = Sittings::of(&photos, &following.region.record, zone, treated);
        let sittings = sittings.ok_or(Problem::NotFound)?;
        for sitting in &sittings.others {
            let work =
                Work { following: &following, sittings: &sittings, sitting, sessions: Vec::new() };
            let by = self.by(self.now.timestamp());
            work.measure_now(store, by, person, turn().await?).await?;
        }
        Ok(())
    }
}
