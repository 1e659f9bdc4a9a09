//! `session.toml`: a session that took place.
//!
//! The needle length stands on its own here, since the session counts, not the device. What follows from a session
//! is decided in `care`; what came after it is in [`super::checkins`].

use care::measure::NeedleLength;
use care::session::Session;
use jiff::Zoned;
use jiff::tz::TimeZone;

use super::node::from_toml;
use super::person::{device, setting, some_words};
use super::problem::Problems;
use super::reader::{Field, Fields, Reader};
use super::time::A_MOMENT;

const KEYS: [&str; 9] =
    ["at", "zone", "setting", "areas", "skin_type", "length_mm", "passes", "anaesthetic", "device"];
const MOST_PASSES: i64 = 100;

/// Reads `session.toml`.
///
/// # Errors
/// Every problem of the file.
pub fn read_session(file: &str, text: &str) -> Result<Session, Problems> {
    let root = from_toml(file, text)?;
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(&root), &KEYS);
    let read = fields.and_then(|fields| session(&mut reader, &fields));
    reader.finish(read)
}

/// Every key is read before any missing one stops it, so that all problems are found.
fn session(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Session> {
    let at = at(reader, fields);
    let setting = setting(reader, fields);
    let areas = some_words(reader, fields, "areas", "so nothing was needled");
    let skin_type = reader.or_unknown(fields.find("skin_type"), Reader::skin_type);
    let length = length(reader, fields);
    let passes = fields.find("passes").and_then(|at| reader.whole(&at, 1, MOST_PASSES));
    let anaesthetic = reader.or_unknown(fields.find("anaesthetic"), Reader::truth);
    let device = fields.find("device").and_then(|at| device(reader, at, &["kind", "needles"]));
    let (at, setting, areas, length) = (at?, setting?, areas?, length?);
    Some(Session { at, setting, areas, skin_type, length, passes, anaesthetic, device })
}

fn at(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Zoned> {
    // A zone that is not known is a problem already; it should not become a second one.
    let zone = fields.find("zone").map(|at| reader.zone(&at).unwrap_or(TimeZone::UTC));
    let at = reader.require(fields, "at", || A_MOMENT.into())?;
    reader.moment(&at, zone.as_ref())
}

fn length(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<NeedleLength> {
    const EXPECTED: &str = "the needle length in millimetres, like 1.5";
    let at = reader.require(fields, "length_mm", || EXPECTED.into())?;
    reader.length(&at)
}
