//! The place that the fictional person follows: one cheek, with the chin, which is not needled, as reference, and the neck
//! as test patch. It is measured as anybody's would be, after the start, since that takes seconds.

use jiff::tz::TimeZone;
use store::records::{Part, Photo, Region};
use store::{By, Id, Who};

use super::Filling;
use crate::app::App;
use crate::problem::Problem;
use crate::region::{Following, Visits, Work};

const PLACE: Part = Part { x: 0.61, y: 0.515, width: 0.13, height: 0.135 };
const REFERENCE: Part = Part { x: 0.41, y: 0.69, width: 0.18, height: 0.07 };
const CONTROL: Part = Part { x: 0.44, y: 0.8, width: 0.12, height: 0.055 };

impl Filling<'_> {
    /// The place, drawn on the day of the first photographs.
    pub(super) async fn region(&self, person: Id, photo: Id) -> Result<Id, Problem> {
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

/// Measures every visit, one after the other, while the pages are there already.
pub(super) fn measure_later(app: &App, person: Id, region: Id, zone: TimeZone) {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(problem) = measure(&app, person, region, &zone).await {
            tracing::warn!(problem = problem.word(), "the demonstration could not be measured");
        }
    });
}

async fn measure(app: &App, person: Id, region: Id, zone: &TimeZone) -> Result<(), Problem> {
    let store = app.store();
    let photos = store.list::<Photo>(person).await?;
    let following = Following::find(store, person, region).await?.ok_or(Problem::NotFound)?;
    let visits = Visits::of(&photos, &following.region.record, zone).ok_or(Problem::NotFound)?;
    for visit in &visits.others {
        let work = Work { following: &following, visits: &visits, visit, sessions: Vec::new() };
        work.measure_now(store, By { who: Who::System, at: app.now() }, person).await?;
    }
    Ok(())
}
