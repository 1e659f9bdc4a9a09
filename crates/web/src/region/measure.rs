//! `POST /region/{id}/measure`: the redness of a region at a visit against the first one, measured and kept.
//!
//! It is work of seconds, so one at a time and off the threads that answer requests. What can't be compared is kept too:
//! why not is an answer, and the pictures need not be looked at again for it.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use photo::intake::{Camera, Colour, Limits, Shot, open};
use photo::{Comparison, Rect, Regions, Settings, compare};
use store::records::{Outcome, Part, Photo, Region};
use store::{By, Id, Size, Store};
use tokio::sync::Semaphore;

use super::kept;
use super::visits::{Following, PhotoVisit, Visits};
use crate::fields::Fields;
use crate::photos::shelf::Shelf;
use crate::problem::Problem;
use crate::visit::Owner;

/// Measurements at a time: each holds up to six photographs in memory and uses every core.
static MEASURING: Semaphore = Semaphore::const_new(1);
/// The most visits that one request measures; whoever has more presses again.
const MOST_VISITS: usize = 6;

/// `POST /region/{id}/measure`: the visit of the day that the form names, or all that were not measured yet.
pub(crate) async fn measure(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let shelf = Shelf::load(&owner).await?;
    let following = Following::find(store, person, id).await?.ok_or(Problem::NotFound)?;
    let visits = Visits::of(&shelf.photos, &following.region.record, owner.now.time_zone());
    let visits = visits.ok_or(Problem::NotNow("region-photo-gone"))?;
    let day = fields.parsed::<Date>("day").map_err(|_| Problem::NotFound)?;
    let treated = shelf.story.done().first().map(|session| session.done.at);
    let wanted: Vec<Date> = match day {
        Some(day) => vec![visits.on(day).ok_or(Problem::NotFound)?.date],
        None => open_visits(&following, &visits),
    };
    let mut following = following;
    for day in wanted.into_iter().take(MOST_VISITS) {
        let Some(visit) = visits.on(day) else { continue };
        let sessions = following.untreated(&visits, treated);
        let work = Work { following: &following, visits: &visits, visit, sessions };
        work.measure_now(store, owner.by(), person).await?;
        following = Following::find(store, person, id).await?.ok_or(Problem::NotFound)?;
    }
    Ok(Redirect::to(&back(&fields, id)).into_response())
}

/// The days of the visits that are to be measured, the earliest first.
fn open_visits(following: &Following, visits: &Visits<'_>) -> Vec<Date> {
    let open = |visit: &&PhotoVisit<'_>| following.of_visit(visits, visit).is_none();
    visits.others.iter().filter(open).map(|visit| visit.date).collect()
}

/// To the pictures that were compared, or to the region.
fn back(fields: &Fields, region: Id) -> String {
    let pair = |name| fields.parsed::<Id>(name).ok().flatten();
    match (pair("a"), pair("b")) {
        (Some(a), Some(b)) => format!("/photos/compare?a={a}&b={b}#measured"),
        _ => format!("/region/{region}"),
    }
}

/// A visit to be measured.
pub(crate) struct Work<'f> {
    /// The region and what was measured before.
    pub following: &'f Following,
    /// Its visits.
    pub visits: &'f Visits<'f>,
    /// Which of them.
    pub visit: &'f PhotoVisit<'f>,
    /// What the skin did from visit to visit before it was treated.
    pub sessions: Vec<f64>,
}

impl Work<'_> {
    /// Measures and keeps what came out, over what was measured of the same photographs before.
    pub(crate) async fn measure_now(
        &self,
        store: &Store,
        by: By,
        person: Id,
    ) -> Result<(), Problem> {
        let region = &self.following.region;
        let first = self.visits.first.photos.first().ok_or(Problem::Ours)?;
        let regions = regions(&region.record, &first.record);
        let before = files(store, &self.visits.first).await?;
        let after = files(store, self.visit).await?;
        let said = reckon(before, after, regions, self.sessions.clone()).await?;
        let ids = (self.visits.first.ids(), self.visit.ids());
        let outcome = Outcome::Measured(kept::measured(region, ids, &said));
        match self.following.outdated(self.visit) {
            Some(entry) => store.change(by, entry, outcome).await?,
            None => store.add(by, person, Id::new(by.at), &outcome).await?,
        };
        Ok(())
    }
}

/// A photograph as it is kept, with what the record knows of it.
struct File {
    bytes: Vec<u8>,
    camera: Option<Camera>,
    unsure: bool,
}

async fn files(store: &Store, visit: &PhotoVisit<'_>) -> Result<Vec<File>, Problem> {
    let mut files = Vec::new();
    for photo in &visit.photos {
        let bytes = store.picture(photo, Size::Full).await?;
        let camera = photo.record.camera.clone().map(|camera| Camera {
            model: camera.model,
            focal_mm: camera.focal_mm,
            flash: camera.flash,
        });
        files.push(File { bytes, camera, unsure: photo.record.colours_unsure });
    }
    Ok(files)
}

async fn reckon(
    before: Vec<File>,
    after: Vec<File>,
    regions: Regions,
    sessions: Vec<f64>,
) -> Result<Comparison, Problem> {
    let turn = MEASURING.acquire().await.map_err(|_| Problem::Busy)?;
    // The turn goes along: a browser that hangs up frees no core that is in use.
    let work = move || {
        let said = held(before, after, &regions, sessions);
        drop(turn);
        said
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)?
}

fn held(
    before: Vec<File>,
    after: Vec<File>,
    regions: &Regions,
    sessions: Vec<f64>,
) -> Result<Comparison, Problem> {
    let shots = |files: Vec<File>| files.into_iter().map(shot).collect::<Result<Vec<_>, _>>();
    let (before, after) = (shots(before)?, shots(after)?);
    Ok(compare(&before, &after, regions, &Settings { sessions }))
}

/// What was taken in once can be opened again, unless it came damaged from an import.
fn shot(file: File) -> Result<Shot, Problem> {
    let opened = open(&file.bytes, &Limits::default());
    let mut shot = opened.map_err(|refusal| Problem::Photo(refusal.id()))?;
    shot.camera = file.camera;
    if file.unsure {
        shot.colour = Colour::Kept;
    }
    Ok(shot)
}

/// A region in pixels of the photograph it was drawn on.
pub(crate) fn regions(region: &Region, photo: &Photo) -> Regions {
    let (width, height) = (f64::from(photo.width), f64::from(photo.height));
    let rect = |part: Part| Rect {
        x: part.x * width,
        y: part.y * height,
        width: part.width * width,
        height: part.height * height,
    };
    Regions {
        region: rect(region.place),
        reference: region.reference.map(rect),
        control: region.control.map(rect),
    }
}
