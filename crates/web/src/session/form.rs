//! The form of the record: what it is filled with, and what it says once it is sent.
//!
//! Lengths, dates and numbers are checked here, by the types of `care`; whether they were wise is said afterwards.

use care::measure::NeedleLength;
use care::words::{Area, DeviceKind, Word as _};
use chart::session::record::Said;
use chart::session::zones;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use store::records::{Device, Done, Profile, ZoneRolled};

use super::roll::MOST_PASSES;
use super::zones::field;
use crate::fields::Fields;
use crate::ui::{MOST_LETTERS, Zone};

/// The most needles of a device that is known.
const MOST_NEEDLES: u16 = 2000;
/// The first year a date may be in; before it, it is a slip of the pen.
const FIRST_YEAR: i16 = 1900;
/// What the form may say of directions.
pub(super) const DIRECTIONS: [u8; 3] = [1, 2, 4];

/// A field and the name of the text that says what is wrong with it.
pub(super) type Fault = (&'static str, &'static str);

/// What is wrong with a field, if something is.
pub(super) fn fault_of<'f>(faults: &'f [Fault], name: &str) -> Option<&'f str> {
    faults.iter().find(|(field, _)| *field == name).map(|(_, key)| *key)
}

/// Reads the form; every fault is found at once.
pub(super) fn read(fields: &Fields, zone: &TimeZone, now: Timestamp) -> Result<Said, Vec<Fault>> {
    let mut faults = Vec::new();
    let at = kept(&mut faults, "at", moment(fields, zone, now));
    let length = kept(&mut faults, "length", length(fields));
    let passes = number(fields, "passes", 1, MOST_PASSES);
    let passes = kept(&mut faults, "passes", passes.ok_or("session-passes-wrong"));
    let needles = number(fields, "needles", 1, MOST_NEEDLES);
    let needles = kept(&mut faults, "needles", needles.ok_or("session-needles-wrong"));
    let zones = kept(&mut faults, "zones", rolled(fields));
    let areas = fields.words::<Area>("areas");
    let treated = zones.iter().flatten().any(|rolled| !zones::areas(rolled).is_empty());
    let some = (treated || !areas.is_empty()).then_some(areas).ok_or("session-areas-missing");
    let areas = kept(&mut faults, "areas", some);
    let note = kept(&mut faults, "note", note(fields));
    let (Some(at), Some(length), Some(passes), Some(needles), Some(zones), Some(areas), Some(note)) =
        (at, length, passes, needles, zones, areas, note)
    else {
        return Err(faults);
    };
    let kind = fields.word::<DeviceKind>("device").ok().flatten();
    let length_mm = Some(length.mm());
    Ok(Said {
        at,
        areas,
        length,
        passes,
        directions: fields.parsed("directions").ok().flatten().filter(|n| DIRECTIONS.contains(n)),
        anaesthetic: truth(fields, "anaesthetic"),
        device: kind.map(|kind| Device { kind, needles, length_mm, since: None }),
        zones,
        note,
    })
}

fn kept<T>(
    faults: &mut Vec<Fault>,
    field: &'static str,
    read: Result<T, &'static str>,
) -> Option<T> {
    read.map_err(|key| faults.push((field, key))).ok()
}

fn moment(fields: &Fields, zone: &TimeZone, now: Timestamp) -> Result<Timestamp, &'static str> {
    let typed = fields.parsed::<DateTime>("at").map_err(|_| "session-at-wrong")?;
    let typed = typed.ok_or("session-at-missing")?;
    if typed.year() < FIRST_YEAR {
        return Err("session-at-wrong");
    }
    let at = zone.to_timestamp(typed).map_err(|_| "session-at-wrong")?;
    if at > now { Err("session-at-ahead") } else { Ok(at) }
}

fn length(fields: &Fields) -> Result<NeedleLength, &'static str> {
    // People write a comma as often as a point.
    let typed = fields.text("length").ok_or("session-length-missing")?.replace(',', ".");
    let mm: f64 = typed.parse().map_err(|_| "session-length-wrong")?;
    NeedleLength::from_mm(mm).ok_or("session-length-wrong")
}

/// Their own words; too many are told and never cut.
fn note(fields: &Fields) -> Result<Option<String>, &'static str> {
    // A line break counts as one letter here, as it does in the browser.
    let note = fields.text("note").map(|note| note.replace("\r\n", "\n"));
    let long = note.as_ref().is_some_and(|note| note.chars().count() > MOST_LETTERS);
    if long { Err("session-note-long") } else { Ok(note) }
}

/// `None` if it is not a number that fits; `Some(None)` if nothing was written.
fn number(fields: &Fields, name: &str, least: u16, most: u16) -> Option<Option<u16>> {
    match fields.parsed::<u16>(name) {
        Ok(None) => Some(None),
        Ok(Some(number)) if (least..=most).contains(&number) => Some(Some(number)),
        _ => None,
    }
}

/// The zones of the form with their passes; nothing written is no pass. `None` if the form has no zones.
fn rolled(fields: &Fields) -> Result<Option<Vec<ZoneRolled>>, &'static str> {
    let all = Zone::ALL.iter().filter(|zone| fields.has(&field(**zone)));
    let one = |zone: &Zone| {
        let passes = number(fields, &field(*zone), 0, MOST_PASSES).ok_or("session-zones-wrong")?;
        Ok(ZoneRolled { zone: zone.id().to_owned(), passes: passes.unwrap_or_default() })
    };
    let rolled = all.map(one).collect::<Result<Vec<_>, &'static str>>()?;
    Ok((!rolled.is_empty()).then_some(rolled))
}

fn truth(fields: &Fields, name: &str) -> Option<bool> {
    match fields.text(name)? {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// A moment as the field of a browser writes it, to the minute.
pub(super) fn written(at: &Zoned) -> String {
    words::machine::field(at)
}

/// What a form is filled with at first.
pub(super) struct Start<'a> {
    pub at: String,
    pub areas: &'a [Area],
    pub device: Option<Device>,
    pub length_mm: Option<f64>,
    /// Zone by zone with the passes of each, if it was rolled so.
    pub zones: Vec<(Zone, u16)>,
    pub passes: Option<u16>,
    pub directions: Option<u8>,
    pub anaesthetic: Option<bool>,
    pub note: Option<&'a str>,
}

impl<'a> Start<'a> {
    /// A session that nothing is known of yet but whose it is.
    pub(super) fn new(profile: &'a Profile, at: &Zoned) -> Self {
        Self {
            at: written(at),
            areas: &profile.areas,
            device: profile.device,
            length_mm: profile.device.and_then(|device| device.length_mm),
            zones: Vec::new(),
            passes: None,
            directions: None,
            anaesthetic: None,
            note: None,
        }
    }
    /// A session as it was recorded.
    pub(super) fn done(done: &'a Done, at: &Zoned) -> Self {
        Self {
            at: written(at),
            areas: &done.areas,
            device: done.device,
            length_mm: Some(done.length_mm),
            zones: zones::each(&done.areas, &done.zones),
            passes: done.passes,
            directions: done.directions,
            anaesthetic: done.anaesthetic,
            note: done.note.as_deref(),
        }
    }
    /// The fields of the form.
    pub(super) fn fields(&self) -> Fields {
        let pair = |name: &str, value: String| (name.to_owned(), value);
        let mut pairs = vec![pair("at", self.at.clone())];
        pairs.extend(self.areas.iter().map(|area| pair("areas", area.word().to_owned())));
        pairs.extend(self.length_mm.map(|mm| pair("length", mm.to_string())));
        pairs.extend(
            self.zones.iter().map(|(zone, passes)| pair(&field(*zone), passes.to_string())),
        );
        pairs.extend(self.passes.map(|passes| pair("passes", passes.to_string())));
        pairs.extend(self.directions.map(|count| pair("directions", count.to_string())));
        let word = |used: bool| if used { "yes" } else { "no" };
        pairs.extend(self.anaesthetic.map(|used| pair("anaesthetic", word(used).to_owned())));
        pairs.extend(self.device.map(|device| pair("device", device.kind.word().to_owned())));
        let needles = self.device.and_then(|device| device.needles);
        pairs.extend(needles.map(|needles| pair("needles", needles.to_string())));
        pairs.extend(self.note.map(|note| pair("note", note.to_owned())));
        Fields::of(pairs)
    }
}
