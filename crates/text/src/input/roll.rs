//! `roll.toml`: a device, a zone, a way of rolling, and what was counted on foil.
//!
//! Becomes types of `roller`, which says what numbers can be; here each of its refusals gets its line. A file may leave
//! out whatever has a usual value.

use roller::{
    Calibrated, Corner, Count, Device, Error, Pen, Roller, Stamp, Technique, Zone, presets,
};

use care::words::{DeviceKind, Word};
use words::Saying;

use super::node::{Size, Value, from_toml};
use super::problem::{Problems, nearest, one_of};
use super::reader::{Field, Fields, MOST, Reader, a_table};

/// What `roll.toml` says.
#[derive(Clone, Debug)]
pub struct RollFile {
    /// The seed.
    pub seed: u64,
    /// The device, calibrated if it was counted.
    pub device: Device,
    /// What the count said.
    pub calibrated: Option<Calibrated>,
    /// The zone.
    pub zone: Zone,
    /// The way of rolling.
    pub technique: Technique,
    /// No farther than this from a puncture, mm, for this share of the zone.
    pub target: (f64, f64),
}

const KEYS: [&str; 6] = ["seed", "device", "zone", "technique", "target", "test"];
const ROLLER: [&str; 7] =
    ["kind", "needles", "rows", "drum_diameter_mm", "drum_width_mm", "length_mm", "stagger"];
const STAMP: [&str; 4] = ["kind", "needles", "head_mm", "length_mm"];
const PEN: [&str; 6] = ["kind", "needles", "head_mm", "frequency_hz", "speed_mm_s", "length_mm"];
const ZONE: [&str; 4] = ["rectangle_mm", "polygon_mm", "holes_mm", "preset"];
const TECHNIQUE: [&str; 10] = [
    "passes",
    "directions",
    "lift",
    "lateral_sd_mm",
    "heading_sd_rad",
    "slip",
    "shift_mm",
    "stroke_mm",
    "stay_inside",
    "creep_mm",
];
/// The usual target: 95 percent of the zone within a millimetre.
const USUAL: (f64, f64) = (1.0, 0.95);

/// Reads `roll.toml`.
///
/// # Errors
/// Every problem of the file.
pub fn read_roll(file: &str, text: &str) -> Result<RollFile, Problems> {
    let root = from_toml(file, text, Size::FILE)?;
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(&root), &KEYS);
    let read = fields.and_then(|fields| roll(&mut reader, &fields));
    reader.finish(read)
}

/// Every table is read before any missing one stops it, so that all problems are found.
fn roll(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<RollFile> {
    let seed = fields.find("seed").map_or(Some(1), |at| reader.whole(&at, 0, i64::MAX));
    let device = reader.require(fields, "device", || a_table(&["kind", "needles", "length_mm"]));
    let device = device.and_then(|at| device_of(reader, at));
    let zone =
        reader.require(fields, "zone", || Saying::new("input-table-of").with("keys", one_of(ZONE)));
    let zone = zone.and_then(|at| zone_of(reader, at));
    let technique = match fields.find("technique") {
        Some(at) => technique_of(reader, at),
        None => Some(Technique::default()),
    };
    let target = fields.find("target").map_or(Some(USUAL), |at| target_of(reader, at));
    let calibrated = fields.find("test").map(|at| test_of(reader, at, device.as_ref()));
    let calibrated = calibrated.map_or(Some(None), |found| found.map(Some))?;
    let device = calibrated.map_or(device, |found| Some(found.device));
    let file = RollFile {
        seed: seed?,
        device: device?,
        calibrated,
        zone: zone?,
        technique: technique?,
        target: target?,
    };
    // What only all of it together can tell: too many punctures.
    let checked = roller::Rolling::new(file.device, file.zone.clone(), file.technique);
    if let (Err(error), Some(at)) = (&checked, fields.find("zone")) {
        refuse(reader, &at, error);
    }
    Some(file)
}

/// What `roller` refuses, at the key it is about if that is there.
fn refuse(reader: &mut Reader<'_>, at: &Field<'_>, error: &Error) {
    let expected = match error {
        Error::Number { low, high, .. } => Some(a_number(*low, *high)),
        Error::Directions(_) => Some(one_of(["1", "2", "4"])),
        Error::Crossing { .. } | Error::HoleOutside { .. } => Some(Saying::new("input-outline")),
        Error::TooMany { .. } => Some(Saying::new("input-smaller")),
        _ => None,
    };
    reader.refuse(at, (said(error), expected), None);
}

/// What `roller` refuses, as a sentence.
pub fn said(error: &Error) -> Saying {
    let ring = |ring: usize| match ring {
        0 => Saying::new("roll-outline"),
        hole => Saying::new("roll-hole").with("n", hole),
    };
    match *error {
        Error::Number { what, low, high, got } => Saying::new("roll-number")
            .with("what", what)
            .with("got", got.to_string())
            .with("low", low.to_string())
            .with("high", high.to_string()),
        Error::Rows { needles, rows } => {
            Saying::new("roll-rows").with("needles", needles).with("rows", rows)
        }
        Error::Directions(directions) => Saying::new("roll-directions").with("n", directions),
        Error::Corners { ring: which, corners, most } => Saying::new("roll-corners")
            .with("ring", ring(which))
            .with("corners", corners)
            .with("most", most),
        Error::Crossing { rings: [one, other], at: [x, y] } => {
            let saying = match one == other {
                true => Saying::new("roll-crosses-itself"),
                false => Saying::new("roll-crosses").with("other", ring(other)),
            };
            saying.with("ring", ring(one)).with("at", format!("{x:.1}, {y:.1}"))
        }
        Error::HoleOutside { ring: which } => {
            Saying::new("roll-hole-outside").with("ring", ring(which))
        }
        Error::TooMany { expected, most } => Saying::new("roll-too-many")
            .with("n", format!("{expected:.0}"))
            .with("most", most.to_string()),
        Error::Count { factor } => Saying::new("roll-count").with("factor", format!("{factor:.2}")),
        Error::NoRoller => Saying::new("roll-no-roller"),
        Error::Picture => Saying::new("roll-no-picture"),
    }
}

fn a_number(low: f64, high: f64) -> Saying {
    Saying::new("input-number-from").with("low", low.to_string()).with("high", high.to_string())
}

fn a_place() -> Saying {
    Saying::new("input-a-place")
}

/// Checks one part of a file; what is refused is shown at its own key, or at the table.
fn checked<T>(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    at: &Field<'_>,
    result: Result<T, Error>,
) -> Option<T> {
    result
        .map_err(|error| {
            let key = match &error {
                Error::Number { what, .. } => fields.find(what),
                Error::Directions(_) => fields.find("directions"),
                Error::Rows { .. } => fields.find("rows"),
                Error::Count { .. } => fields.find("punctures"),
                Error::Corners { ring: 0, .. } => fields.find("polygon_mm"),
                Error::Corners { .. } | Error::HoleOutside { .. } => fields.find("holes_mm"),
                _ => None,
            };
            refuse(reader, key.as_ref().unwrap_or(at), &error);
        })
        .ok()
}

impl Reader<'_> {
    /// A number with or without a fraction.
    fn number(&mut self, at: &Field<'_>) -> Option<f64> {
        match at.node.value {
            Value::Float(number) if number.is_finite() => Some(number),
            Value::Integer(number) => Some(number as f64),
            _ => self.not_a(at, "input-not-a-number", Saying::new("input-a-number")),
        }
    }
    fn pair(&mut self, at: &Field<'_>) -> Option<Corner> {
        let numbers = self.list(at, 2, |reader, item| reader.number(&item))?;
        let pair = <[f64; 2]>::try_from(numbers).ok();
        pair.or_else(|| self.not_a(at, "input-not-two-numbers", a_place()))
    }
    /// A number that has a usual value.
    fn or_usual(&mut self, fields: &Fields<'_>, key: &str, usual: f64) -> Option<f64> {
        fields.find(key).map_or(Some(usual), |at| self.number(&at))
    }
}

fn device_of(reader: &mut Reader<'_>, at: Field<'_>) -> Option<Device> {
    let kind = reader.open_table(at, || a_table(&ROLLER))?;
    let kind = reader
        .require(&kind, "kind", || one_of(DeviceKind::words()))
        .and_then(|at| reader.word(&at));
    let known: &[&str] = match kind? {
        DeviceKind::Roller => &ROLLER,
        DeviceKind::Stamp => &STAMP,
        DeviceKind::Pen => &PEN,
    };
    let fields = reader.table(at, known)?;
    let needles = reader.require(&fields, "needles", || Saying::new("input-needles"));
    let needles = needles.and_then(|at| reader.whole::<u32>(&at, 1, 2000));
    let length_mm = reader.require(&fields, "length_mm", || Saying::new("input-the-short-length"));
    let length_mm = length_mm.and_then(|at| reader.number(&at));
    let mut size = |key: &str, usual: f64| reader.or_usual(&fields, key, usual);
    let device = match kind? {
        DeviceKind::Roller => return roller_of(reader, &fields, &at, needles, length_mm),
        DeviceKind::Stamp => size("head_mm", 20.0).and_then(|head_mm| {
            Some(Device::Stamp(Stamp { needles: needles?, head_mm, length_mm: length_mm? }))
        }),
        DeviceKind::Pen => {
            let (head, hertz, speed) =
                (size("head_mm", 8.0), size("frequency_hz", 90.0), size("speed_mm_s", 20.0));
            let pen = Pen {
                needles: needles?,
                frequency_hz: hertz?,
                speed_mm_s: speed?,
                head_mm: head?,
                length_mm: length_mm?,
            };
            Some(Device::Pen(pen))
        }
    }?;
    checked(reader, &fields, &at, device.check().map(|()| device))
}

fn roller_of(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    at: &Field<'_>,
    needles: Option<u32>,
    length: Option<f64>,
) -> Option<Device> {
    let rows = fields.find("rows").map(|at| reader.whole::<u32>(&at, 1, 100));
    let drum = reader.or_usual(fields, "drum_diameter_mm", 20.0);
    let width = reader.or_usual(fields, "drum_width_mm", 20.0);
    let stagger = reader.or_usual(fields, "stagger", 0.5);
    let usual = Roller::usual(needles?, length?);
    let rows = rows.map_or(Some(usual.rows), |rows| rows)?;
    let found =
        Roller { rows, drum_diameter_mm: drum?, drum_width_mm: width?, stagger: stagger?, ..usual };
    let device = Device::Roller(found);
    checked(reader, fields, at, device.check().map(|()| device))
}

fn zone_of(reader: &mut Reader<'_>, at: Field<'_>) -> Option<Zone> {
    let fields = reader.table(at, &ZONE)?;
    match (fields.find("rectangle_mm"), fields.find("polygon_mm"), fields.find("preset")) {
        (Some(sides), None, None) => {
            let [width, height] = reader.pair(&sides)?;
            checked(reader, &fields, &at, Zone::rectangle(width, height))
        }
        (None, Some(outline), None) => {
            let holes = fields.find("holes_mm").map_or(Some(Vec::new()), |at| {
                reader.list(&at, MOST, |reader, hole| ring(reader, &hole))
            });
            let outline = ring(reader, &outline);
            checked(reader, &fields, &at, Zone::polygon(outline?, holes?))
        }
        (None, None, Some(name)) => preset(reader, &name),
        _ => {
            let ways = one_of(["rectangle_mm", "polygon_mm", "preset"]);
            reader.refuse(&at, (Saying::new("input-where"), Some(ways)), None);
            None
        }
    }
}

fn ring(reader: &mut Reader<'_>, at: &Field<'_>) -> Option<Vec<Corner>> {
    reader.list(at, Zone::CORNERS, |reader, corner| reader.pair(&corner))
}

fn preset(reader: &mut Reader<'_>, at: &Field<'_>) -> Option<Zone> {
    let known: Vec<&str> = presets::names().collect();
    let name = reader.text(at, one_of(known.iter().copied()))?;
    let found = presets::find(name).and_then(Result::ok);
    if found.is_none() {
        let what = Saying::new("input-no-preset").with("name", name);
        let expected = one_of(known.iter().copied());
        reader.refuse(at, (what, Some(expected)), nearest(name, known.iter().copied()));
    }
    found
}

fn technique_of(reader: &mut Reader<'_>, at: Field<'_>) -> Option<Technique> {
    let fields = reader.table(at, &TECHNIQUE)?;
    let usual = Technique::default();
    let whole = |reader: &mut Reader<'_>, key, usual, most| {
        fields.find(key).map_or(Some(usual), |at| reader.whole::<u32>(&at, 1, most))
    };
    let truth = |reader: &mut Reader<'_>, key, usual| {
        fields.find(key).map_or(Some(usual), |at| reader.truth(&at))
    };
    let passes = whole(reader, "passes", usual.passes, i64::from(Technique::MOST_PASSES));
    let directions = whole(reader, "directions", usual.directions, 100);
    let (lift, stay_inside) = (truth(reader, "lift", true), truth(reader, "stay_inside", false));
    let lateral = reader.or_usual(&fields, "lateral_sd_mm", usual.lateral_sd_mm);
    let heading = reader.or_usual(&fields, "heading_sd_rad", usual.heading_sd_rad);
    let slip = reader.or_usual(&fields, "slip", usual.slip);
    let shift = reader.or_usual(&fields, "shift_mm", usual.shift_mm);
    let stroke = fields.find("stroke_mm").map_or(Some(None), |at| reader.number(&at).map(Some));
    let creep = fields.find("creep_mm").map_or(Some(usual.creep_mm), |at| reader.pair(&at));
    let technique = Technique {
        passes: passes?,
        directions: directions?,
        lift: lift?,
        shift_mm: shift?,
        lateral_sd_mm: lateral?,
        heading_sd_rad: heading?,
        slip: slip?,
        creep_mm: creep?,
        stroke_mm: stroke?,
        stay_inside: stay_inside?,
    };
    checked(reader, &fields, &at, technique.check().map(|()| technique))
}

fn target_of(reader: &mut Reader<'_>, at: Field<'_>) -> Option<(f64, f64)> {
    let fields = reader.table(at, &["within_mm", "share"])?;
    let mut within = |key: &str, usual, low: f64, high: f64| {
        let Some(at) = fields.find(key) else { return Some(usual) };
        let number = reader.number(&at)?;
        let fits = (low..=high).contains(&number);
        if fits {
            Some(number)
        } else {
            reader.not_a(&at, "input-no-fitting-number", a_number(low, high))
        }
    };
    let (mm, share) =
        (within("within_mm", USUAL.0, 0.1, 5.0), within("share", USUAL.1, 0.01, 0.999));
    Some((mm?, share?))
}

fn test_of(reader: &mut Reader<'_>, at: Field<'_>, device: Option<&Device>) -> Option<Calibrated> {
    let fields = reader.table(at, &["punctures", "rectangle_mm", "passes"])?;
    let punctures = reader.require(&fields, "punctures", || Saying::new("input-counted"));
    let punctures = punctures.and_then(|at| reader.whole::<u32>(&at, 1, 100_000));
    let sides = reader.require(&fields, "rectangle_mm", a_place).and_then(|at| reader.pair(&at));
    let passes = fields.find("passes").map_or(Some(1), |at| reader.whole::<u32>(&at, 1, 100));
    let count = Count { punctures: punctures?, rectangle_mm: sides?, passes: passes? };
    checked(reader, &fields, &at, roller::calibrate(device?, &count))
}
