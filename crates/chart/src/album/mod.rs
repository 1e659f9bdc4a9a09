//! All photographs of a person in order, with the sessions they lie between, the places that are followed in them, and what
//! came out.
//!
//! [`view`] says from where a photograph is taken, [`hidden`] what eyes said of two without knowing their order, [`intake`]
//! what is kept of one that comes in.

pub mod hidden;
pub mod intake;
mod remove;
pub mod view;

use care::words::Word;
use jiff::Timestamp;
use store::records::{Outcome, Photo, Region};
use store::{Entry, Error, PersonId, PhotoId, RegionId, SessionId, Snapshot, Store};

use crate::Chart;
use crate::region::Following;
use crate::story::{DoneSession, session_of};
use view::View;

pub use remove::remove_photo;

/// Everything that photographs are looked at with.
#[derive(Clone, Debug)]
pub struct Album {
    /// Whose they are.
    pub chart: Chart,
    /// The newest first.
    pub photos: Vec<Entry<Photo>>,
    /// The places that are followed, the oldest first.
    pub regions: Vec<Entry<Region>>,
    /// What was seen, measured and scored, in the order in which it was first kept.
    pub outcomes: Vec<Entry<Outcome>>,
}

impl Album {
    /// All of a person's, at one moment.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person, and what the record refuses.
    pub async fn load(store: &Store, person: PersonId) -> Result<Self, Error> {
        let mut moment = store.snapshot().await?;
        let album = Self::read(&mut moment, person).await;
        moment.end().await?;
        album
    }
    /// The same at a moment that more is read of.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn read(moment: &mut Snapshot, person: PersonId) -> Result<Self, Error> {
        let mut chart = Chart::read(moment, person).await?;
        let mut photos = chart.gaps.read::<Photo>(moment, person).await?;
        photos.reverse();
        photos.sort_by_key(|photo| std::cmp::Reverse(photo.record.taken));
        let regions = chart.gaps.read(moment, person).await?;
        let outcomes = chart.gaps.read(moment, person).await?;
        Ok(Self { chart, photos, regions, outcomes })
    }
    /// The photograph of an id.
    pub fn find(&self, id: PhotoId) -> Option<&Entry<Photo>> {
        self.photos.iter().find(|photo| photo.id == id)
    }
    /// The places that were drawn on a photograph.
    pub fn drawn_on(&self, photo: PhotoId) -> Vec<&Entry<Region>> {
        self.regions.iter().filter(|region| region.record.photo == photo).collect()
    }
    /// The places with what was measured of each, the oldest first: that one counts, since who looks at many finds
    /// something by chance.
    pub fn followed(&self) -> Vec<Following> {
        let regions = self.regions.iter().cloned();
        regions.map(|region| Following::of(region, &self.outcomes)).collect()
    }
    /// One place with what was measured of it.
    pub fn find_followed(&self, region: RegionId) -> Option<Following> {
        let region = self.regions.iter().find(|own| own.id == region)?;
        Some(Following::of(region.clone(), &self.outcomes))
    }
    /// The photographs of a view of which it is known when they were taken, oldest first.
    pub fn of_view(&self, view: &str) -> Vec<&Entry<Photo>> {
        let dated = self.photos.iter().rev().filter(|photo| photo.record.is_dated());
        dated.filter(|photo| photo.record.view == view).collect()
    }
    /// Those of which nobody knows when they were taken, in the order in which they came.
    pub fn undated(&self) -> Vec<&Entry<Photo>> {
        self.photos.iter().rev().filter(|photo| !photo.record.is_dated()).collect()
    }
    /// The photograph that came in the same file.
    pub fn of_file(&self, print: &str) -> Option<&Entry<Photo>> {
        self.photos.iter().find(|photo| photo.record.file.as_deref() == Some(print))
    }
    /// The views with two photographs or more: what can be compared.
    pub fn comparable(&self) -> Vec<View> {
        let all = View::ALL.iter().copied();
        all.filter(|view| self.of_view(view.word()).len() > 1).collect()
    }
    /// Which session a photograph follows, and on which day after it; `None` before the first, and where it is not known when
    /// it was taken.
    pub fn since(&self, photo: &Photo) -> Option<(DoneSession<'_>, i64)> {
        if !photo.is_dated() {
            return None;
        }
        let session = session_before(&self.chart.story.done(), photo.session, photo.taken)?;
        Some((session, day_of(session, photo.taken)))
    }
}

/// The session a photograph follows: the one it was taken for, if it is on record and not later than the picture;
/// otherwise the last one done before.
pub fn session_before<'s>(
    done: &[DoneSession<'s>],
    wanted: Option<SessionId>,
    taken: Timestamp,
) -> Option<DoneSession<'s>> {
    let asked = done.iter().find(|session| Some(session.id) == wanted);
    let asked = asked.filter(|session| day_of(**session, taken) >= 0);
    asked.or_else(|| done.iter().rev().find(|session| session.done.at <= taken)).copied()
}

fn day_of(session: DoneSession<'_>, taken: Timestamp) -> i64 {
    let session = session_of(session.done);
    session.day(&taken.to_zoned(session.at.time_zone().clone()))
}

#[cfg(test)]
mod tests;
