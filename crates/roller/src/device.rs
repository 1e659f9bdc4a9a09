//! Devices, and the pattern each prints: a strip as wide as the device that repeats along the way.
//!
//! A roller repeats after one turn of its drum, a pen after one thrust, a stamp after one print. Everything else is the
//! same for all three, see [`crate::strokes`]. What a hand does with it is in [`crate::technique`].

use std::f64::consts::{PI, TAU};

use crate::error::{Error, within};

/// A needling device.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Device {
    /// A drum that rolls.
    Roller(Roller),
    /// A head that is pressed on.
    Stamp(Stamp),
    /// A head that thrusts while it is moved.
    Pen(Pen),
}

/// A drum with needles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Roller {
    /// Needles on the drum.
    pub needles: u32,
    /// Rows side by side; each runs once around the drum.
    pub rows: u32,
    /// Diameter of the drum without needles, mm.
    pub drum_diameter_mm: f64,
    /// Width of the drum, mm.
    pub drum_width_mm: f64,
    /// Needle length, mm.
    pub length_mm: f64,
    /// How far every second array around the drum is set sideways, as a share of the distance between rows.
    pub stagger: f64,
    /// The radius that rolls, mm, where a count told it; otherwise half the drum's diameter.
    pub rolling_radius_mm: Option<f64>,
}

/// A stamp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stamp {
    /// Needles.
    pub needles: u32,
    /// Side of its square head, mm.
    pub head_mm: f64,
    /// Needle length, mm.
    pub length_mm: f64,
}

/// A pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Needles.
    pub needles: u32,
    /// Thrusts a second.
    pub frequency_hz: f64,
    /// How fast the hand moves it, mm a second.
    pub speed_mm_s: f64,
    /// Width of its head, mm.
    pub head_mm: f64,
    /// Needle length, mm.
    pub length_mm: f64,
}

/// What a device prints while it moves on: punctures at `offsets`, again after each `period`.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// Along the way, mm.
    pub period: f64,
    /// Across the way, mm.
    pub width: f64,
    /// Along (0 to period) and across (from the middle), mm.
    pub offsets: Vec<[f64; 2]>,
    /// Distance between neighbouring lines that needles draw, mm.
    pub lines: f64,
    /// Whether it repeats print by print, each put down anew.
    pub prints: bool,
}

impl Pattern {
    /// Punctures per mm² of one pass without slip.
    pub fn density(&self) -> f64 {
        self.offsets.len() as f64 / (self.period * self.width)
    }
}

impl Roller {
    /// The usual drum, 2 cm in diameter and width, with the number of rows that spaces the needles most evenly.
    pub fn usual(needles: u32, length_mm: f64) -> Self {
        let (drum_diameter_mm, drum_width_mm) = (20.0, 20.0);
        let ratio = |rows: u32| {
            let (across, around) = (
                drum_width_mm / f64::from(rows),
                PI * drum_diameter_mm * f64::from(rows) / f64::from(needles),
            );
            (across / around).ln().abs()
        };
        let rows = (1..=needles.clamp(1, 100)).filter(|rows| needles.is_multiple_of(*rows));
        let rows = rows.min_by(|one, other| ratio(*one).total_cmp(&ratio(*other))).unwrap_or(1);
        Self {
            needles,
            rows,
            drum_diameter_mm,
            drum_width_mm,
            length_mm,
            stagger: 0.5,
            rolling_radius_mm: None,
        }
    }
    /// The radius that is taken to roll, mm.
    pub fn rolling_radius(&self) -> f64 {
        self.rolling_radius_mm.unwrap_or(self.drum_diameter_mm / 2.0)
    }
    /// The radii that may roll, mm: the drum's (it lies on the skin), and the circle of the needle tips (it stands on them).
    pub fn rolling_radii(&self) -> [f64; 2] {
        let drum = self.drum_diameter_mm / 2.0;
        [drum, drum + self.length_mm]
    }
    fn density_at(&self, radius: f64) -> f64 {
        100.0 * f64::from(self.needles) / (TAU * radius * self.drum_width_mm)
    }
    fn check(&self) -> Result<(), Error> {
        needles(self.needles)?;
        within("rows", f64::from(self.rows), 1.0, 100.0)?;
        within("drum_diameter_mm", self.drum_diameter_mm, 5.0, 100.0)?;
        within("drum_width_mm", self.drum_width_mm, 1.0, 100.0)?;
        within("stagger", self.stagger, 0.0, 1.0)?;
        within("rolling_radius_mm", self.rolling_radius(), 2.0, 100.0)?;
        if self.needles.is_multiple_of(self.rows) {
            Ok(())
        } else {
            Err(Error::Rows { needles: self.needles, rows: self.rows })
        }
    }
    fn pattern(&self) -> Pattern {
        let (rows, arrays) = (self.rows, self.needles / self.rows);
        let period = TAU * self.rolling_radius();
        let spacing = self.drum_width_mm / f64::from(rows);
        let across = |row: u32, array: u32| {
            let set = if array.is_multiple_of(2) { -0.5 } else { 0.5 } * self.stagger;
            (f64::from(row) + 0.5 + set) * spacing - self.drum_width_mm / 2.0
        };
        let along = |array: u32| f64::from(array) / f64::from(arrays) * period;
        let offsets = (0..arrays)
            .flat_map(|array| (0..rows).map(move |row| [along(array), across(row, array)]));
        Pattern {
            period,
            width: self.drum_width_mm,
            offsets: offsets.collect(),
            lines: spacing,
            prints: false,
        }
    }
}

impl Device {
    /// Needle length, mm.
    pub fn length_mm(&self) -> f64 {
        match self {
            Self::Roller(Roller { length_mm, .. })
            | Self::Stamp(Stamp { length_mm, .. })
            | Self::Pen(Pen { length_mm, .. }) => *length_mm,
        }
    }
    /// Punctures per cm² of one pass that does not slip.
    pub fn density_per_pass(&self) -> f64 {
        match self {
            Self::Roller(roller) => roller.density_at(roller.rolling_radius()),
            Self::Stamp(stamp) => 100.0 * f64::from(stamp.needles) / stamp.head_mm.powi(2),
            Self::Pen(pen) => {
                100.0 * f64::from(pen.needles) * pen.frequency_hz / (pen.speed_mm_s * pen.head_mm)
            }
        }
    }
    /// The same as a range, lower end first: nobody has measured which radius of a drum rolls. Only a roller has one,
    /// and none that was calibrated by a count.
    pub fn density_per_pass_range(&self) -> [f64; 2] {
        match self {
            Self::Roller(roller) if roller.rolling_radius_mm.is_none() => {
                let [drum, tips] = roller.rolling_radii();
                [roller.density_at(tips), roller.density_at(drum)]
            }
            other => [other.density_per_pass(); 2],
        }
    }
    /// Whether its numbers can be right.
    ///
    /// # Errors
    /// The first that can't be.
    pub fn check(&self) -> Result<(), Error> {
        within("length_mm", self.length_mm(), 0.05, 5.0)?;
        match self {
            Self::Roller(roller) => roller.check(),
            Self::Stamp(stamp) => {
                needles(stamp.needles)?;
                within("head_mm", stamp.head_mm, 1.0, 100.0)
            }
            Self::Pen(pen) => {
                needles(pen.needles)?;
                within("frequency_hz", pen.frequency_hz, 1.0, 500.0)?;
                within("speed_mm_s", pen.speed_mm_s, 0.5, 500.0)?;
                within("head_mm", pen.head_mm, 1.0, 100.0)
            }
        }
    }
    pub(crate) fn pattern(&self) -> Pattern {
        match self {
            Self::Roller(roller) => roller.pattern(),
            Self::Stamp(Stamp { needles, head_mm, .. }) => {
                spread(*needles, *head_mm, *head_mm, true)
            }
            Self::Pen(pen) => {
                spread(pen.needles, pen.head_mm, pen.speed_mm_s / pen.frequency_hz, false)
            }
        }
    }
}

/// Needles spread evenly over a head (a Fibonacci lattice), since makers do not say where theirs are.
fn spread(needles: u32, head: f64, period: f64, prints: bool) -> Pattern {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let share = |needle: u32| (f64::from(needle) + 0.5) / f64::from(needles);
    let along = |needle: u32| ((f64::from(needle) + 0.5) * GOLDEN).fract() * head;
    let offset = |needle: u32| [along(needle) % period, (share(needle) - 0.5) * head];
    let lines = head / f64::from(needles);
    Pattern { period, width: head, offsets: (0..needles).map(offset).collect(), lines, prints }
}

fn needles(needles: u32) -> Result<(), Error> {
    within("needles", f64::from(needles), 1.0, 2000.0)
}
