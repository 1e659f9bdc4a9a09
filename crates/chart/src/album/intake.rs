//! What is kept of a photograph that comes in: when it was taken, by what, for which session, and under which id.
//!
//! What a file must be like is decided in `photo`; decoding it is the caller's, since it takes memory and a core.

use care::words::Word as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use photo::intake::{Camera, Clean, Colour, Taken};
use sha2::{Digest, Sha256};
use store::records::{self, DateDoubt, Photo, Undated};
use store::{By, Entry, Error, PersonId, PhotoId, SessionId, Store};

use super::view::View;
use super::{Album, session_before};
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

impl Album {
    /// Whether the file is on record already, and not by the same form sent twice.
    #[must_use]
    pub fn has_otherwise(&self, sent: &Sent, bytes: &[u8]) -> bool {
        let id = id_of(sent.form, self.chart.person.id, sent.view, bytes);
        self.of_file(&print(bytes)).is_some_and(|known| known.id != id)
    }
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
    let record = Photo { file: Some(print(bytes)), ..record(chart, (by.at, zone), sent, &clean) };
    store.add_photo(by, person, id, &record, clean.picture, clean.thumbnail).await
}

/// What is known of a photograph.
fn record(chart: &Chart, (now, zone): (Timestamp, &TimeZone), sent: &Sent, clean: &Clean) -> Photo {
    let born = chart.person.record.born;
    let (taken, undated) = match (clean.taken, &sent.camera) {
        // The page's own camera writes nothing into its files; what it takes is taken now.
        (None, Some(_)) => (now, None),
        (said, _) => match moment(now, zone, born, said) {
            Ok(taken) => (taken, None),
            Err(undated) => (now, Some(undated)),
        },
    };
    // Kept only where it was named: a session that photographs hang on can't be removed.
    let session = session_before(&chart.story.done(), sent.session, taken)
        .filter(|session| Some(session.id) == sent.session);
    Photo {
        taken,
        undated,
        view: sent.view.word().into(),
        session: session.map(|session| session.id),
        width: clean.width,
        height: clean.height,
        media: clean.media.into(),
        camera: camera(sent.camera.as_deref(), clean.camera.clone()),
        colours_unsure: clean.colour == Colour::Kept,
        file: None,
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

/// There were no photographs by phones and hardly any by other cameras that write a date: a clock that was never set.
const FIRST_YEAR: i16 = 1990;
/// By how much a clock may be ahead of ours without being wrong.
const ASTRAY: SignedDuration = SignedDuration::from_mins(5);

/// When a picture was taken: by the camera's clock, in the person's zone unless the camera names another; or why that is not
/// known. A clock that says what can't be is not believed, and nothing is put in its place.
fn moment(
    now: Timestamp,
    zone: &TimeZone,
    born: Option<Date>,
    said: Option<Taken>,
) -> Result<Timestamp, Undated> {
    let Some(Taken { local, offset }) = said else {
        return Err(Undated { why: DateDoubt::Unsaid, said: None });
    };
    let doubt = |why| Undated { why, said: Some(local) };
    let at = match offset {
        Some(offset) => offset.to_timestamp(local).ok(),
        None => local.to_zoned(zone.clone()).ok().map(|there| there.timestamp()),
    };
    match at {
        _ if local.year() < FIRST_YEAR => Err(doubt(DateDoubt::LongAgo)),
        _ if born.is_some_and(|born| local.date() < born) => Err(doubt(DateDoubt::BeforeBirth)),
        Some(at) if at <= now => Ok(at),
        Some(at) if at.duration_since(now) <= ASTRAY => Ok(now),
        _ => Err(doubt(DateDoubt::Ahead)),
    }
}

/// What tells a file from every other.
#[must_use]
pub fn print(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
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
