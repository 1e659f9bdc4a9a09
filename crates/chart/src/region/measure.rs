//! Measuring the redness of a region at a sitting against the first one, and keeping it.
//!
//! It is work of seconds, off the threads that answer requests, and it goes on if nobody waits for it. What can't be
//! compared is kept too: why not is an answer, and the pictures need not be looked at again for it. How many may be
//! measured at a time is for the caller to say.

use jiff::Timestamp;
use photo::intake::{Camera, Colour, Limits, Shot, open};
use photo::{Comparing, Comparison, Rect, Regions, Settings};
use store::records::{Outcome, Part, Photo, Region};
use store::{By, Error, Id, PersonId, RegionId, Size, Store};

use super::stored;
use super::{Following, Sitting, Sittings};

/// Why nothing was measured.
#[derive(Debug, thiserror::Error)]
pub enum Unmeasured {
    /// The record refuses; there may be no such region.
    #[error(transparent)]
    Record(#[from] Error),
    /// A picture can't be opened, by the id of the reason: it came damaged from an import.
    #[error("a picture can't be opened: {0}")]
    Picture(&'static str),
    /// The work was stopped.
    #[error("measuring was stopped")]
    Stopped,
}

/// Measures a sitting unless that was done already, perhaps while one's turn was waited for.
///
/// # Errors
/// Why it was not measured.
pub async fn measure(
    store: &Store,
    by: By,
    (person, region): (PersonId, RegionId),
    (sittings, sitting): (&Sittings<'_>, &Sitting<'_>),
    treated: Option<Timestamp>,
    turn: impl Send + 'static,
) -> Result<(), Unmeasured> {
    let following = Following::find(store, person, region).await?.ok_or(Error::NotFound)?;
    if following.of_sitting(sittings, sitting).is_some() {
        return Ok(());
    }
    let sessions = following.untreated(sittings, treated);
    let work = Work { following: &following, sittings, sitting, sessions };
    work.measure_now(store, by, person, turn).await
}

/// A sitting to be measured.
pub struct Work<'f> {
    /// The region and what was measured before.
    pub following: &'f Following,
    /// Its sittings.
    pub sittings: &'f Sittings<'f>,
    /// Which of them.
    pub sitting: &'f Sitting<'f>,
    /// What the skin did from sitting to sitting before it was treated.
    pub sessions: Vec<f64>,
}

impl Work<'_> {
    /// Measures and keeps what came out, over what was measured of the same photographs before. `turn` is held until it
    /// is kept, so that whoever comes next sees it.
    ///
    /// # Errors
    /// Why it was not measured.
    pub async fn measure_now(
        &self,
        store: &Store,
        by: By,
        person: PersonId,
        turn: impl Send + 'static,
    ) -> Result<(), Unmeasured> {
        let region = &self.following.region;
        let first = self.sittings.first.photos.first().ok_or(Unmeasured::Stopped)?;
        let regions = regions(&region.record, &first.record);
        let before = files(store, &self.sittings.first).await?;
        let after = files(store, self.sitting).await?;
        let ids = (self.sittings.first.ids(), self.sitting.ids());
        let (store, region, sessions) = (store.clone(), region.clone(), self.sessions.clone());
        let outdated = self.following.outdated(self.sitting).cloned();
        // A task of its own: what was measured is kept though nobody waits for the answer any more.
        let work = async move {
            let said = reckon(before, after, regions, sessions).await?;
            let outcome = Outcome::Measured(stored::measured(&region, ids, &said));
            match outdated {
                Some(entry) => store.change(by, &entry, outcome).await?,
                None => store.add(by, person, Id::new(by.at), &outcome).await?,
            };
            drop(turn);
            Ok(())
        };
        tokio::spawn(work).await.map_err(|_| Unmeasured::Stopped)?
    }
}

/// A photograph as it is kept, with what the record knows of it.
struct File {
    bytes: Vec<u8>,
    camera: Option<Camera>,
    unsure: bool,
}

async fn files(store: &Store, sitting: &Sitting<'_>) -> Result<Vec<File>, Unmeasured> {
    let mut files = Vec::new();
    for photo in &sitting.photos {
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
) -> Result<Comparison, Unmeasured> {
    let work = move || held(before, after, &regions, sessions);
    tokio::task::spawn_blocking(work).await.map_err(|_| Unmeasured::Stopped)?
}

fn held(
    before: Vec<File>,
    after: Vec<File>,
    regions: &Regions,
    sessions: Vec<f64>,
) -> Result<Comparison, Unmeasured> {
    let mut before = before.into_iter();
    let first = shot(before.next().ok_or(Unmeasured::Stopped)?)?;
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
fn shot(file: File) -> Result<Shot, Unmeasured> {
    let opened = open(&file.bytes, &Limits::default());
    let mut shot = opened.map_err(|refusal| Unmeasured::Picture(refusal.id()))?;
    shot.camera = file.camera;
    if file.unsure {
        shot.colour = Colour::Kept;
    }
    Ok(shot)
}

/// A region in pixels of the photograph it was drawn on.
pub fn regions(region: &Region, photo: &Photo) -> Regions {
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
