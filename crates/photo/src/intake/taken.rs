//! The moment a photo was taken, as its EXIF says. Place, camera and all else are not read.

use exif::{Exif, In, Tag, Value};
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// When a photo was taken, by the camera's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The date and time on the camera.
    pub local: DateTime,
    /// The camera's distance from UTC, if it says so; many do not.
    pub offset: Option<Offset>,
}

/// Reads the moment from an EXIF block; `None` if it has none that makes sense.
pub fn read(block: Option<Vec<u8>>) -> Option<Taken> {
    let mut reader = exif::Reader::new();
    let exif = reader
        .continue_on_error(true)
        .read_raw(block?)
        .or_else(|why| why.distill_partial_result(|_| ()))
        .ok()?;
    let local = text(&exif, Tag::DateTimeOriginal).and_then(parse_local)?;
    let offset = text(&exif, Tag::OffsetTimeOriginal).and_then(parse_offset);
    Some(Taken { local, offset })
}

fn text(exif: &Exif, tag: Tag) -> Option<&str> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    std::str::from_utf8(lines.first()?).ok()
}

/// `2026:11:23 18:04:05`. A camera whose clock was never set writes zeros or blanks, which are no date.
fn parse_local(text: &str) -> Option<DateTime> {
    DateTime::strptime("%Y:%m:%d %H:%M:%S", text.trim()).ok()
}

/// `+01:00`, `-03:30`, or `Z`.
fn parse_offset(text: &str) -> Option<Offset> {
    match text.trim() {
        "Z" => Some(Offset::UTC),
        text => jiff::fmt::strtime::parse("%:z", text).ok()?.offset(),
    }
}
