//! The moment a photo was taken, as its EXIF says. Place, camera and all else are not read.

use exif::{Exif, Tag};
use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::exif::text;

/// When a photo was taken, by the camera's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The date and time on the camera.
    pub local: DateTime,
    /// The camera's distance from UTC, if it says so; many do not.
    pub offset: Option<Offset>,
}

impl Taken {
    /// A moment as EXIF writes it, `2026:11:23 18:04:05`. A camera whose clock was never set writes zeros or blanks, which
    /// are no date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let local = DateTime::strptime("%Y:%m:%d %H:%M:%S", text.trim()).ok()?;
        Some(Self { local, offset: None })
    }
}

/// The moments a file may say, the most certain first: when the picture was taken, when it was made into numbers (the same
/// for a camera, later for what was scanned), when the file was last changed.
const MOMENTS: [(Tag, Tag); 3] = [
    (Tag::DateTimeOriginal, Tag::OffsetTimeOriginal),
    (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized),
    (Tag::DateTime, Tag::OffsetTime),
];

/// Reads the moment; `None` if there is none that makes sense.
pub fn read(exif: &Exif) -> Option<Taken> {
    MOMENTS.iter().find_map(|(moment, offset)| {
        let taken = text(exif, *moment).and_then(Taken::parse)?;
        Some(Taken { offset: text(exif, *offset).and_then(parse_offset), ..taken })
    })
}

/// `+01:00`, `-03:30`, or `Z`.
fn parse_offset(text: &str) -> Option<Offset> {
    match text.trim() {
        "Z" => Some(Offset::UTC),
        text => jiff::fmt::strtime::parse("%:z", text).ok()?.offset(),
    }
}
