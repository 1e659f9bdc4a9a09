//! `POST /region/{id}/measure`: the redness of a region at a visit against the first one, measured and kept.
//!
//! It is work of seconds, so one at a time and off the threads that answer requests, and it goes on if the browser does not
//! wait. What can't be compared is kept too: why not is an answer, and the pictures need not be looked at again for it.

use std::time::Duration;

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use photo::intake::{Camera, Colour, Limits, Shot, open};
use photo::{Comparing, Comparison, Rect, Regions, Settings};
use store::records::{Outcome, Part, Photo, Region};
use store::{By, Id, Size, Store};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::kept;
use super::visits::{Following, PhotoVisit, Visits};
use crate::fields::Fields;
use crate::photos::shelf::Shelf;
use crate::problem::Problem;
use crate::visit::Owner;

/// Measurements at a time: each holds up to six photographs in memory and uses every core.
static MEASURING: Semaphore = Semaphore::const_new(1);
/// After so long a request waits no further, well before it would be cut off: what has begun goes on and is kept.
const LONG_ENOUGH: Duration = Duration::from_secs(20);

/// `POST /region/{id}/measure`: the visit of the day that the form names, or all that were not measured yet.
pub(crate) async fn measure(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let shelf = Shelf::load(&owner).await?;
    let following = Following::find(store, person, id).await?.ok_or(Problem::NotFound)?;
    let visits = Visits::on(&shelf, &following.region.record, owner.now.time_zone());
    let visits = visits.ok_or(Problem::NotNow("region-photo-gone"))?;
    let day = fields.parsed::<Date>("day").map_err(|_| Problem::NotFound)?;
    let of_day = |visit: &&PhotoVisit<'_>| day.is_none_or(|day| visit.date == day);
    let wanted: Vec<&PhotoVisit<'_>> = visits.others.iter().filter(of_day).collect();
    if day.is_some() && wanted.is_empty() {
        return Err(Problem::NotFound);
    }
    let treated = shelf.story.done().first().map(|session| session.done.at);
    let done = patiently(every(&owner, id, &visits, &wanted, treated)).await;
    let slow = done.is_none();
    done.unwrap_or(Ok(()))?;
    Ok(Redirect::to(&back(&fields, id, slow)).into_response())
}

/// What came of it, if it came in time.
pub(super) async fn patiently<T>(work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(LONG_ENOUGH, work).await.ok()
}

/// Measures visit after visit.
async fn every(
    owner: &Owner,
    region: Id,
    visits: &Visits<'_>,
    wanted: &[&PhotoVisit<'_>],
    treated: Option<Timestamp>,
) -> Result<(), Problem> {
    let mut damaged = Ok(());
    for visit in wanted {
        match one(owner, region, visits, visit, treated).await {
            // A picture that can't be opened, from an import, is no reason to leave the later days out.
            Err(problem @ Problem::Photo(_)) => damaged = Err(problem),
            done => done?,
        }
    }
    damaged
}

/// Measures a visit unless that was done already, perhaps by a request that came before and was waited for.
async fn one(
    owner: &Owner,
    region: Id,
    visits: &Visits<'_>,
    visit: &PhotoVisit<'_>,
    treated: Option<Timestamp>,
) -> Result<(), Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let turn = turn().await?;
    let following = Following::find(store, person, region).await?.ok_or(Problem::NotFound)?;
    if following.of_visit(visits, visit).is_some() {
        return Ok(());
    }
    let sessions = following.untreated(visits, treated);
    let work = Work { following: &following, visits, visit, sessions };
    work.measure_now(store, owner.by(), person, turn).await
}

/// One's turn to measure; nothing is read from the record before, so that who waits holds no pictures.
pub(crate) async fn turn() -> Result<SemaphorePermit<'static>, Problem> {
    MEASURING.acquire().await.map_err(|_| Problem::Busy)
}

/// To the pictures that were compared, or to the region, which says so if it takes long.
fn back(fields: &Fields, region: Id, slow: bool) -> String {
    let pair = |name| fields.parsed::<Id>(name).ok().flatten();
    match (pair("a"), pair("b")) {
        (Some(a), Some(b)) => format!("/photos/compare?a={a}&b={b}#measured"),
        _ if slow => format!("/region/{region}?slow=yes"),
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
        turn: SemaphorePermit<'static>,
    ) -> Result<(), Problem> {
        let region = &self.following.region;
        let first = self.visits.first.photos.first().ok_or(Problem::Ours)?;
        let regions = regions(&region.record, &first.record);
        let before = files(store, &self.visits.first).await?;
        let after = files(store, self.visit).await?;
        let ids = (self.visits.first.ids(), self.visit.ids());
        let (store, region, sessions) = (store.clone(), region.clone(), self.sessions.clone());
        let outdated = self.following.outdated(self.visit).cloned();
        // A task of its own: what was measured is kept though nobody waits for the answer any more.
        let work = async move {
            let said = reckon(before, after, regions, sessions).await?;
            let outcome = Outcome::Measured(kept::measured(&region, ids, &said));
            match outdated {
                Some(entry) => store.change(by, &entry, outcome).await?,
                None => store.add(by, person, Id::new(by.at), &outcome).await?,
            };
            // Held until it is kept, so that whoever comes next sees it.
            drop(turn);
            Ok(())
        };
        tokio::spawn(work).await.map_err(|_| Problem::Ours)?
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
    let work = move || held(before, after, &regions, sessions);
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Ours)?
}

fn held(
    before: Vec<File>,
    after: Vec<File>,
    regions: &Regions,
    sessions: Vec<f64>,
) -> Result<Comparison, Problem> {
    let mut before = before.into_iter();
    let first = shot(before.next().ok_or(Problem::Ours)?)?;
    // One after the other, so that a small machine has room for them.
    let mut comparing = Comparing::with(first, regions);
    for file in before {
        comparing.before(&shot(file)?);
    }
    for file in after {
        comparing.after(&shot(file)?);
    }
    Ok(comparing.conclude(&Settings { sessions }))
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
