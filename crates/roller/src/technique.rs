//! How a hand rolls: passes, directions, lifting, shifting, and how far it scatters.
//!
//! The scatters are assumptions; nobody has published how exactly people roll. What follows from them is in
//! [`crate::strokes`].

use crate::error::{Error, within};

/// A way of rolling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Technique {
    /// How often the device goes over the same skin, all directions together.
    pub passes: u32,
    /// In how many directions: 1, 2 (across) or 4 (and both diagonals).
    pub directions: u32,
    /// Whether the device is lifted and put down anew between passes; otherwise it is rolled back and forth.
    pub lift: bool,
    /// How far the hand moves sideways on purpose from one pass to the next of the same direction, mm.
    pub shift_mm: f64,
    /// Scatter of where a stroke is put down, sideways, mm (standard deviation).
    pub lateral_sd_mm: f64,
    /// Scatter of a stroke's direction, radians (standard deviation).
    pub heading_sd_rad: f64,
    /// Share of the way on which the drum slides instead of turning, on average; each stroke has its own, from none to
    /// twice this.
    pub slip: f64,
    /// What the device moves sideways and along at each turning back without lifting, mm (standard deviations).
    pub creep_mm: [f64; 2],
    /// How long a stroke is, mm; longer zones take several, end to end. `None`: across the whole zone.
    pub stroke_mm: Option<f64>,
    /// Whether strokes stop at the zone's edge instead of running over it.
    pub stay_inside: bool,
}

impl Default for Technique {
    /// Four passes, lifted, in four directions, with the scatter assumed throughout.
    fn default() -> Self {
        Self {
            passes: 4,
            directions: 4,
            lift: true,
            shift_mm: 0.0,
            lateral_sd_mm: 2.0,
            heading_sd_rad: 0.02,
            slip: 0.02,
            creep_mm: [0.2, 0.3],
            stroke_mm: None,
            stay_inside: false,
        }
    }
}

impl Technique {
    /// The most passes that are simulated.
    pub const MOST_PASSES: u32 = 100;

    /// No slip, no scatter, no creep: what a machine would do.
    pub fn exact(passes: u32, directions: u32, lift: bool) -> Self {
        let usual = Self { passes, directions, lift, ..Self::default() };
        Self { lateral_sd_mm: 0.0, heading_sd_rad: 0.0, slip: 0.0, creep_mm: [0.0, 0.0], ..usual }
    }

    /// Whether its numbers can be right.
    ///
    /// # Errors
    /// The first that can't be.
    pub fn check(&self) -> Result<(), Error> {
        within("passes", f64::from(self.passes), 1.0, f64::from(Self::MOST_PASSES))?;
        within("shift_mm", self.shift_mm, 0.0, 50.0)?;
        within("lateral_sd_mm", self.lateral_sd_mm, 0.0, 20.0)?;
        within("heading_sd_rad", self.heading_sd_rad, 0.0, 0.5)?;
        within("slip", self.slip, 0.0, 0.45)?;
        self.creep_mm.iter().try_for_each(|creep| within("creep_mm", *creep, 0.0, 10.0))?;
        self.stroke_mm.map_or(Ok(()), |stroke| within("stroke_mm", stroke, 5.0, 1000.0))?;
        if matches!(self.directions, 1 | 2 | 4) {
            Ok(())
        } else {
            Err(Error::Directions(self.directions))
        }
    }
}
