//! The form of the record: what it is filled with, and what it says once it is sent.
//!
//! Lengths, dates and numbers are checked here, by the types of `care`; whether they were wise is said afterwards.

use care::measure::NeedleLength;
use care::words::{Area, DeviceKind, Word as _};
use chart::session::record::Said;
use chart::session::zones;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use store::records::{Device, Done, Profile, ZoneRolled};

use super::roll::MOST_PASSES;
use super::zones::field;
use crate::fields::Fields;
use crate::form::day::{self, Moments};
use crate::form::{Form, Wrong, read};
use crate::ui::Zone;

/// The most needles of a device that is known.
const MOST_NEEDLES: u16 = 2000;
/// What the form may say of directions.
pub(super) const DIRECTIONS: [u8; 3] = [1, 2, 4];

/// What is said of a moment that can't be.
const MOMENTS: Moments = Moments { unreadable: "session-at-wrong", ahead: "session-at-ahead" };

/// Reads the form; `None` if something is wrong with it, which the form then says, all at once.
pub(super) fn read(form: &mut Form, zone: &TimeZone, now: Timestamp) -> Option<Said> {
    let at = form.read("at", read::needed("session-at-missing", day::moment(zone, now, MOMENTS)));
    let length = read::needed("session-length-missing", read::length("session-length-wrong"));
    let length = form.read("length", length);
    let passes = form.read("passes", read::number(1..=MOST_PASSES, "session-passes-wrong"));
    let zones = form.read("zones", |fields, _| rolled(fields));
    let areas = areas(form, zones.as_ref());
    let directions = form.read("directions", directions);
    let anaesthetic = form.read("anaesthetic", read::yes_no);
    let device = device(form, length);
    let note = form.read("note", read::note);
    Some(Said {
        at: at?,
        areas: areas?,
        length: length?,
        passes: passes?,
        directions: directions?,
        anaesthetic: anaesthetic?,
        device: device?,
        zones: zones?,
        note: note?,
    })
}

/// What was ticked; zones say their areas themselves, and without any nothing was treated.
fn areas(form: &mut Form, zones: Option<&Option<Vec<ZoneRolled>>>) -> Option<Vec<Area>> {
    let areas = form.read("areas", read::words::<Area>)?;
    let treated = zones.iter().flat_map(|zones| zones.iter());
    let treated = treated.into_iter().any(|rolled| !zones::areas(rolled).is_empty());
    let some = (treated || !areas.is_empty()).then_some(areas);
    form.take("areas", some.ok_or_else(|| "session-areas-missing".into()))
}

fn directions(fields: &Fields, field: &str) -> Result<Option<u8>, Wrong> {
    let read =
        fields.parsed::<u8>(field).ok().filter(|n| n.is_none_or(|n| DIRECTIONS.contains(&n)));
    read.ok_or_else(|| "typed-choose".into())
}

/// The device, with the needles that were counted.
fn device(form: &mut Form, length: Option<NeedleLength>) -> Option<Option<Device>> {
    let kind = form.read("device", read::word::<DeviceKind>);
    let needles = form.read("needles", read::number(1..=MOST_NEEDLES, "session-needles-wrong"));
    let (kind, needles, length_mm) = (kind?, needles?, Some(length?.mm()));
    Some(kind.map(|kind| Device { kind, needles, length_mm, since: None }))
}

/// The zones of the form with their passes; nothing written is no pass. `None` if the form has no zones.
fn rolled(fields: &Fields) -> Result<Option<Vec<ZoneRolled>>, Wrong> {
    let passes = read::number(0..=MOST_PASSES, "session-zones-wrong");
    let all = Zone::ALL.iter().filter(|zone| fields.has(&field(**zone)));
    let one = |zone: &Zone| {
        let passes = passes(fields, &field(*zone))?.unwrap_or_default();
        Ok(ZoneRolled { zone: zone.id().to_owned(), passes })
    };
    let rolled = all.map(one).collect::<Result<Vec<_>, Wrong>>()?;
    Ok((!rolled.is_empty()).then_some(rolled))
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
