//! The place that the fictional person follows: one cheek, with the chin, which is not needled, as reference, and the neck
//! as test patch. It is measured as anybody's would be.

use chart::Chart;
use chart::region::{Following, Sittings, Work};
use store::records::{Part, Photo, Region};
use store::{Id, PhotoId, RegionId};

use super::life::{EVENING, Life};
use crate::problem::Problem;
use crate::region::turn;

const PLACE: Part = Part { x: 0.63, y: 0.54, width: 0.09, height: 0.09 };
const REFERENCE: Part = Part { x: 0.41, y: 0.69, width: 0.18, height: 0.07 };
const CONTROL: Part = Part { x: 0.44, y: 0.8, width: 0.12, height: 0.055 };

impl Life {
    /// The place; drawn on the day of the first photographs, of which this is one from the front.
    pub(super) async fn region(&self, front: Option<PhotoId>) -> Result<Option<RegionId>, Problem> {
        if let Some(known) = self.store().list::<Region>(self.person).await?.first() {
            return Ok(Some(known.id));
        }
        let Some(photo) = front else { return Ok(None) };
        let at = self.at(-1, EVENING);
        let (reference, control) = (Some(REFERENCE), Some(CONTROL));
        let region = Region { photo, name: None, place: PLACE, reference, control };
        Ok(Some(self.store().add(self.by(at), self.person, Id::new(at), &region).await?.id))
    }

    /// Measures every sitting that was not measured yet.
    pub(super) async fn measure(&self, region: RegionId) -> Result<(), Problem> {
        let (store, person) = (self.store(), self.person);
        let photos = store.list::<Photo>(person).await?;
        let following = Following::find(store, person, region).await?.ok_or(Problem::NotFound)?;
        let story = Chart::load(store, person).await?.story;
        let treated = story.done().iter().map(|one| one.done.at).collect();
        let sittings = Sittings::of(&photos, &following.region.record, self.zone(), treated);
        let sittings = sittings.ok_or(Problem::NotFound)?;
        let open = sittings.others.iter();
        for sitting in open.filter(|one| following.of_sitting(&sittings, one).is_none()) {
            let (following, sittings) = (&following, &sittings);
            let work = Work { following, sittings, sitting, sessions: Vec::new() };
            let at = sitting.photos.last().map_or(self.at(0, EVENING), |last| last.record.taken);
            work.measure_now(store, self.by(at), person, turn().await?).await?;
        }
        Ok(())
    }
}
