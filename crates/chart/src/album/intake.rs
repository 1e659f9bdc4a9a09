//! What is kept of a photograph that comes in: when it was taken, by what, for which session, and under which id.
//!
//! What a file must be like is decided in `photo`; decoding it is the caller's, since it takes memory and a core.

use care::words::Word as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use photo::intake::{Camera, Clean, Colour, Taken};
use sha2::{Digest, Sha256};
use store::records::{self, Photo};
use store::{By, Entry, Error, PersonId, PhotoId, SessionId, Store};

use super::session_before;
use super::view::View;
use crate::Chart;

/// The most letters of a camera's name that are kept.
const CAMERA_LETTERS: usize = 96;

/// What is said of a photograph beside its file.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The id of the form it came with, so that sending it twice keeps one.
    pub form: PhotoId,
    /// From where it was taken.
    pub view: View,
    /// The session it was taken for, if one was named.
    pub session: Option<SessionId>,
    /// The name of the page's camera, whose pictures are files that say nothing.
    pub camera: Option<String>,
}

/// Keeps a photograph that was taken in from `bytes`; a camera's clock without a zone is read in the person's.
///
/// # Errors
/// What the record refuses.
pub async fn keep_photo(
    store: &Store,
    by: By,
    chart: &Chart,
    zone: &TimeZone,
    sent: &Sent,
    (bytes, clean): (&[u8], Clean),
) -> Result<Entry<Photo>, Error> {
    let person = chart.person.id;
    let id = id_of(sent.form, person, sent.view, bytes);
    let record = record(chart, (by.at, zone), sent, &clean);
    store.add_photo(by, person, id, &record, clean.picture, clean.thumbnail).await
}

/// What is known of a photograph.
fn record(chart: &Chart, (now, zone): (Timestamp, &TimeZone), sent: &Sent, clean: &Clean) -> Photo {
    let taken = moment(now, zone, clean.taken);
    // Kept only where it was named: a session that photographs hang on can't be removed.
    let session = session_before(&chart.story.done(), sent.session, taken)
        .filter(|session| Some(session.id) == sent.session);
    Photo {
        taken,
        view: sent.view.word().into(),
        session: session.map(|session| session.id),
        width: clean.width,
        height: clean.height,
        media: clean.media.into(),
        camera: camera(sent.camera.as_deref(), clean.camera.clone()),
        colours_unsure: clean.colour == Colour::Kept,
        note: None,
    }
}

/// What took a picture: as its file says, or as the page's camera says.
fn camera(named: Option<&str>, read: Option<Camera>) -> Option<records::Camera> {
    if let Some(Camera { model, focal_mm, flash }) = read {
        return Some(records::Camera { model, focal_mm, flash });
    }
    let name: String = named?.chars().take(CAMERA_LETTERS).collect();
    Some(records::Camera { model: Some(name), focal_mm: None, flash: None })
}

/// When a picture was taken: by the camera's clock, in the person's zone unless the camera names another. A clock that
/// is ahead of ours is not believed.
fn moment(now: Timestamp, zone: &TimeZone, taken: Option<Taken>) -> Timestamp {
    let at = taken.and_then(|taken| match taken.offset {
        Some(offset) => offset.to_timestamp(taken.local).ok(),
        None => {
            let there = taken.local.to_zoned(zone.clone());
            there.ok().map(|there| there.timestamp())
        }
    });
    at.filter(|at| *at <= now).unwrap_or(now)
}

/// The time of the form's id, then a hash of what makes this picture this one: the same form with the same picture
/// gives the same id, so sending it twice keeps one.
pub fn id_of(form: PhotoId, person: PersonId, view: View, bytes: &[u8]) -> PhotoId {
    let mut hash = Sha256::new();
    for part in [form.to_string().as_bytes(), person.to_string().as_bytes(), view.word().as_bytes()]
    {
        hash.update(part);
    }
    hash.update(bytes);
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let time: String = form.to_string().chars().take(13).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let id = format!("{time}-7{}-8{}-{}", part(0, 3), part(3, 6), part(6, 18));
    id.parse().unwrap_or(form)
}

#[cfg(test)]
mod tests;
