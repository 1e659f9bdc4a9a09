//! `session.toml`: a session that took place; and a session of a story, which may leave out what holds for the person.
//!
//! The needle length stands on its own here, since the session counts, not the device. What follows from a session
//! is decided in `care`; what came after it is in [`super::checkins`].

use care::measure::NeedleLength;
use care::session::Session;
use care::words::{Area, Setting, SkinType};
use jiff::Zoned;
use jiff::tz::TimeZone;
use words::Saying;

use super::node::{Size, from_toml};
use super::person::{device, setting, some_words};
use super::problem::Problems;
use super::reader::{Field, Fields, Reader};
use super::time::a_moment;

/// The keys of a session.
pub(crate) const KEYS: [&str; 9] =
    ["at", "zone", "setting", "areas", "skin_type", "length_mm", "passes", "anaesthetic", "device"];
const MOST_PASSES: i64 = 100;

/// Reads `session.toml`.
///
/// # Errors
/// Every problem of the file.
pub fn read_session(file: &str, text: &str) -> Result<Session, Problems> {
    let root = from_toml(file, text, Size::FILE)?;
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(&root), &KEYS);
    let read = fields.and_then(|fields| session(&mut reader, &fields, &Usual::default()));
    reader.finish(read)
}

/// What holds for a session that does not say it itself; without it the session has to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Usual {
    pub zone: Option<TimeZone>,
    pub setting: Option<Setting>,
    pub areas: Option<Vec<Area>>,
    pub skin_type: Option<SkinType>,
}

/// Every key is read before any missing one stops it, so that all problems are found.
pub(crate) fn session(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    usual: &Usual,
) -> Option<Session> {
    let at = at(reader, fields, usual);
    let left_out = |key: &str| fields.find(key).is_none();
    let setting = usual.setting.filter(|_| left_out("setting")).or_else(|| setting(reader, fields));
    let areas = usual.areas.clone().filter(|_| left_out("areas"));
    let areas = areas.or_else(|| some_words(reader, fields, "areas", "input-nothing-needled"));
    let skin_type = match fields.find("skin_type") {
        None => usual.skin_type,
        told => reader.or_unknown(told, Reader::skin_type),
    };
    let length = length(reader, fields);
    let passes = fields.find("passes").and_then(|at| reader.whole(&at, 1, MOST_PASSES));
    let anaesthetic = reader.or_unknown(fields.find("anaesthetic"), Reader::truth);
    let device = fields.find("device").and_then(|at| device(reader, at, &["kind", "needles"]));
    let (at, setting, areas, length) = (at?, setting?, areas?, length?);
    // What the person answered is not in a session's file.
    let dark_marks = false;
    Some(Session { at, setting, areas, skin_type, dark_marks, length, passes, anaesthetic, device })
}

fn at(reader: &mut Reader<'_>, fields: &Fields<'_>, usual: &Usual) -> Option<Zoned> {
    // A zone that is not known is a problem already; it should not become a second one.
    let own = fields.find("zone").map(|at| reader.zone(&at).unwrap_or(TimeZone::UTC));
    let at = reader.require(fields, "at", a_moment)?;
    reader.moment(&at, own.as_ref().or(usual.zone.as_ref()))
}

fn length(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<NeedleLength> {
    let at = reader.require(fields, "length_mm", || Saying::new("input-the-length"))?;
    reader.length(&at)
}
