//! Which photographs belong together: those of one view on one day are repeats of the same skin, a sitting. A session in
//! between makes them two: skin that was just needled is no repeat of the skin before.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::records::{Photo, Region};
use store::{Entry, PhotoId};

use crate::album::Album;

/// The most photographs of a sitting that are measured: more say little more, and each costs a moment.
pub const MOST: usize = 3;

/// Photographs of one view on one day with no session in between, in the order in which they were taken: at least one, at
/// most [`MOST`].
#[derive(Clone, Debug)]
pub struct Sitting<'s> {
    /// The day, where the person lives.
    pub date: Date,
    /// The photographs; of many the last, since whoever takes one again does so because the first was no good.
    pub photos: Vec<&'s Entry<Photo>>,
}

impl Sitting<'_> {
    /// Their ids.
    pub fn ids(&self) -> Vec<PhotoId> {
        self.photos.iter().map(|photo| photo.id).collect()
    }
    /// When the last of them was taken.
    pub fn taken(&self) -> Option<Timestamp> {
        self.photos.iter().map(|photo| photo.record.taken).max()
    }
}

/// The sittings of a region.
#[derive(Clone, Debug)]
pub struct Sittings<'s> {
    /// The one that the others are held against; it begins with the photograph that the region was drawn on.
    pub first: Sitting<'s>,
    /// All others, by the time they were taken.
    pub others: Vec<Sitting<'s>>,
    when: When,
}

/// What tells one sitting from another: the day where the person lives, and how many sessions were done before.
#[derive(Clone, Debug)]
struct When {
    zone: TimeZone,
    sessions: Vec<Timestamp>,
}

impl When {
    fn on(album: &Album, zone: &TimeZone) -> Self {
        let sessions = album.chart.story.done().iter().map(|session| session.done.at).collect();
        Self { zone: zone.clone(), sessions }
    }
    fn of(&self, photo: &Photo) -> (Date, usize) {
        let done = self.sessions.iter().filter(|session| **session <= photo.taken).count();
        (photo.taken.to_zoned(self.zone.clone()).date(), done)
    }
}

impl<'s> Sittings<'s> {
    /// The sittings of a region among all photographs of a person; `None` if the one it was drawn on is gone.
    pub fn on(album: &'s Album, region: &Region, zone: &TimeZone) -> Option<Self> {
        Self::found(&album.photos, region, When::on(album, zone))
    }

    /// Puts the photographs of a region's view together, by the sessions that were done.
    pub fn of(
        photos: &'s [Entry<Photo>],
        region: &Region,
        zone: &TimeZone,
        sessions: Vec<Timestamp>,
    ) -> Option<Self> {
        Self::found(photos, region, When { zone: zone.clone(), sessions })
    }

    fn found(photos: &'s [Entry<Photo>], region: &Region, when: When) -> Option<Self> {
        let drawn = photos.iter().find(|photo| photo.id == region.photo)?;
        let mut all: Vec<&Entry<Photo>> =
            photos.iter().filter(|photo| photo.record.view == drawn.record.view).collect();
        all.retain(|photo| photo.record.is_dated());
        all.sort_by_key(|photo| photo.record.taken);
        let (mut first, mut others) = (None, Vec::new());
        for photos in all.chunk_by(|one, next| when.of(&one.record) == when.of(&next.record)) {
            let (date, _) = photos.first().map(|photo| when.of(&photo.record))?;
            let mut photos = of_one_camera(drawn, photos);
            if photos.iter().any(|photo| photo.id == drawn.id) {
                let repeats = photos.into_iter().filter(|photo| photo.id != drawn.id);
                let photos = std::iter::once(drawn).chain(repeats).take(MOST).collect();
                first = Some(Sitting { date, photos });
            } else {
                let photos = photos.split_off(photos.len().saturating_sub(MOST));
                others.push(Sitting { date, photos });
            }
        }
        Some(Self { first: first?, others, when })
    }

    /// Whether a photograph belongs to the first sitting, though it may be one too many of it.
    pub fn begins_with(&self, photo: &Photo) -> bool {
        self.is_of(&self.first, photo)
    }
    /// The sitting that a photograph belongs to, if it is not the first.
    pub fn with(&self, photo: &Photo) -> Option<&Sitting<'s>> {
        self.others.iter().find(|sitting| self.is_of(sitting, photo))
    }
    /// Whether a sitting came after the first; somebody may have drawn on a later photograph.
    pub fn is_later(&self, sitting: &Sitting<'_>) -> bool {
        sitting.taken() > self.first.taken()
    }
    fn is_of(&self, sitting: &Sitting<'_>, photo: &Photo) -> bool {
        let drawn = sitting.photos.first();
        drawn.is_some_and(|drawn| self.when.of(&drawn.record) == self.when.of(photo))
    }
}

/// The first photograph of the latest sitting, of photographs of one view in the order in which they were taken.
pub fn latest_sitting<'s>(
    album: &Album,
    zone: &TimeZone,
    photos: &[&'s Entry<Photo>],
) -> Option<&'s Entry<Photo>> {
    let when = When::on(album, zone);
    let mut sittings = photos.chunk_by(|one, next| when.of(&one.record) == when.of(&next.record));
    sittings.next_back()?.first().copied()
}

/// Without those of another camera than the one drawn on, since one of them would spoil the day; all of them if there are no
/// others, so that the page can say why.
fn of_one_camera<'s>(drawn: &Entry<Photo>, photos: &[&'s Entry<Photo>]) -> Vec<&'s Entry<Photo>> {
    let model = |photo: &Entry<Photo>| photo.record.camera.as_ref()?.model.clone();
    let known = model(drawn);
    let other = |photo: &Entry<Photo>| {
        known.as_ref().zip(model(photo)).is_some_and(|(one, other)| *one != other)
    };
    let own: Vec<_> = photos.iter().copied().filter(|photo| !other(photo)).collect();
    if own.is_empty() { photos.to_vec() } else { own }
}
