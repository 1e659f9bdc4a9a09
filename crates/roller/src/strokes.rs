//! From a way of rolling to punctures: strokes are laid over the zone, and along each the device's pattern is printed.
//!
//! A pass in one direction is a set of lanes side by side, as wide as the device. Lifted, each stroke is put down anew:
//! with its own sideways scatter, heading, slip and phase of the drum. Not lifted, a lane is rolled back and forth:
//! phase and place stay, but for the creep at each turn.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use crate::device::Pattern;
use crate::error::Error;
use crate::mask::{Mask, Place};
use crate::random::Random;
use crate::technique::Technique;
use crate::zone::{Bounds, Corner};

/// The most punctures that are computed.
pub const MOST: usize = 20_000_000;
/// The most strokes that are laid.
const MOST_STROKES: f64 = 2e6;

/// Along, across, and both diagonals, radians.
pub(crate) const HEADINGS: [f64; 4] = [0.0, FRAC_PI_2, FRAC_PI_4, FRAC_PI_2 + FRAC_PI_4];

/// Punctures of one rolling, mm. Single precision: a ten-thousandth of a millimetre on the largest zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Punctures {
    /// In the zone.
    pub inside: Vec<[f32; 2]>,
    /// Just around it. They are not counted, but they are neighbours of those inside.
    pub around: Vec<[f32; 2]>,
}

/// A stroke: where it starts from, which way, and what it prints.
#[derive(Clone, Copy)]
struct Stroke {
    base: Corner,
    heading: f64,
    from: f64,
    to: f64,
    phase: f64,
    slip: f64,
}

/// A lane of a pass, or a piece of one.
#[derive(Clone, Copy)]
struct Lane {
    across: f64,
    from: f64,
    to: f64,
}

pub(crate) struct Hand<'a> {
    pub pattern: &'a Pattern,
    pub technique: &'a Technique,
    pub mask: &'a Mask,
}

/// Sizes of a box seen along a heading: half its length, half its width.
fn half(bounds: Bounds, heading: f64) -> [f64; 2] {
    let [w, h] = [0, 1].map(|axis| (bounds.high[axis] - bounds.low[axis]) / 2.0);
    let (sin, cos) = (heading.sin().abs(), heading.cos().abs());
    [w * cos + h * sin, w * sin + h * cos]
}

impl Hand<'_> {
    /// # Errors
    /// If it would be more than is computed.
    pub fn check(&self) -> Result<(), Error> {
        let Bounds { low, high } = self.mask.bounds();
        let area = (high[0] - low[0]) * (high[1] - low[1]);
        let passes = f64::from(self.technique.passes);
        let expected = self.pattern.density() * passes * area;
        let piece = self.piece().unwrap_or(f64::INFINITY);
        let side = (high[0] - low[0]).hypot(high[1] - low[1]);
        let strokes = passes * (side / self.pattern.width + 3.0) * (side / piece + 1.0);
        if expected <= MOST as f64 && strokes <= MOST_STROKES {
            Ok(())
        } else {
            Err(Error::TooMany { expected: expected.max(strokes), most: MOST })
        }
    }

    /// How long a stroke is, if it is not the whole way.
    fn piece(&self) -> Option<f64> {
        if self.pattern.prints { Some(self.pattern.period) } else { self.technique.stroke_mm }
    }

    pub fn roll(&self, seed: u64) -> Punctures {
        let mut random = Random::new(seed);
        let mut punctures = Punctures::default();
        let expected =
            self.pattern.density() * f64::from(self.technique.passes) * self.mask.zone().area_mm2();
        punctures.inside.reserve(expected as usize + 64);
        if self.technique.lift || self.pattern.prints {
            (0..self.technique.passes)
                .for_each(|pass| self.lifted(pass, &mut random, &mut punctures));
        } else {
            (0..self.technique.directions)
                .for_each(|nth| self.back_and_forth(nth, &mut random, &mut punctures));
        }
        punctures
    }

    fn heading(&self, nth: u32) -> f64 {
        HEADINGS.get(nth as usize).copied().unwrap_or_default()
    }

    fn lifted(&self, pass: u32, random: &mut Random, punctures: &mut Punctures) {
        let heading = self.heading(pass % self.technique.directions);
        let shift = self.technique.shift_mm * f64::from(pass / self.technique.directions);
        for lane in self.lanes(heading, shift) {
            let stroke = self.put_down(lane, heading, random);
            self.print(&stroke, punctures);
        }
    }

    /// All passes of a direction, lane by lane, without lifting.
    fn back_and_forth(&self, nth: u32, random: &mut Random, punctures: &mut Punctures) {
        let Technique { passes, directions, creep_mm: [sideways, along], .. } = *self.technique;
        let sweeps = passes / directions + u32::from(nth < passes % directions);
        let heading = self.heading(nth);
        // All are put down before any creeps, so that the same seed puts them down the same however often it rolls.
        let strokes: Vec<Stroke> = self
            .lanes(heading, 0.0)
            .into_iter()
            .map(|lane| self.put_down(lane, heading, random))
            .collect();
        for mut stroke in strokes {
            for _ in 0..sweeps {
                self.print(&stroke, punctures);
                stroke.phase += random.normal(along);
                let creep = random.normal(sideways);
                stroke.base = beside(stroke.base, stroke.heading, creep);
            }
        }
    }

    fn lanes(&self, heading: f64, shift: f64) -> Vec<Lane> {
        let zone = half(self.mask.zone().bounds(), heading);
        let [length, width] =
            if self.technique.stay_inside { zone } else { half(self.mask.bounds(), heading) };
        let across = if self.technique.stay_inside {
            self.fitted(width)
        } else {
            self.running_over(width, shift)
        };
        let piece = self.piece().unwrap_or(f64::INFINITY).min(2.0 * length);
        // Over the edges, pieces begin a little earlier, since where they are put down scatters.
        let spare = if self.piece().is_some() && !self.technique.stay_inside {
            3.0 * self.technique.lateral_sd_mm
        } else {
            0.0
        };
        let pieces = ((2.0 * (length + spare)) / piece - 1e-9).ceil().max(1.0) as u32;
        let start = -f64::from(pieces) * piece / 2.0;
        let lane = |across: f64, nth: u32| {
            let from = start + f64::from(nth) * piece;
            Lane { across, from, to: from + piece }
        };
        across
            .into_iter()
            .flat_map(|across| (0..pieces).map(move |nth| lane(across, nth)))
            .collect()
    }

    /// Lanes from beyond one edge to beyond the other.
    fn running_over(&self, half: f64, shift: f64) -> Vec<f64> {
        let width = self.pattern.width;
        let spare = 4.0 * self.technique.lateral_sd_mm + half * self.technique.heading_sd_rad;
        let most = ((half + spare) / width + 1.0).ceil() as i32;
        (-most..=most).map(|nth| f64::from(nth) * width + shift % width).collect()
    }

    /// Lanes from edge to edge, overlapping where they don't fit.
    fn fitted(&self, half: f64) -> Vec<f64> {
        let width = self.pattern.width;
        let lanes = (2.0 * half / width - 1e-9).ceil().max(1.0);
        let apart = if lanes > 1.0 { (2.0 * half - width) / (lanes - 1.0) } else { 0.0 };
        (0..lanes as u32).map(|nth| (f64::from(nth) - (lanes - 1.0) / 2.0) * apart).collect()
    }

    fn put_down(&self, lane: Lane, heading: f64, random: &mut Random) -> Stroke {
        let Technique { lateral_sd_mm: sd, heading_sd_rad, slip, .. } = *self.technique;
        let Bounds { low, high } = self.mask.bounds();
        let centre = [0, 1].map(|axis| f64::midpoint(low[axis], high[axis]));
        let base = beside(centre, heading, lane.across + random.normal(sd));
        let along = if self.piece().is_some() { random.normal(sd) } else { 0.0 };
        let phase = if self.pattern.prints { 0.0 } else { random.uniform() * self.pattern.period };
        let slip = if self.pattern.prints { 0.0 } else { 2.0 * slip * random.uniform() };
        let heading = heading + random.normal(heading_sd_rad);
        let mut stroke =
            Stroke { base, heading, from: lane.from + along, to: lane.to + along, phase, slip };
        if self.pattern.prints {
            stroke.phase = stroke.from;
        } else if self.piece().is_none() && !self.technique.stay_inside {
            [stroke.from, stroke.to] = [f64::NEG_INFINITY, f64::INFINITY];
        }
        stroke
    }

    /// Prints the pattern along a stroke, as far as it can reach the zone.
    fn print(&self, stroke: &Stroke, punctures: &mut Punctures) {
        let Some([from, to]) = self.reach(stroke) else { return };
        let (sin, cos) = stroke.heading.sin_cos();
        let stretch = 1.0 / (1.0 - stroke.slip);
        let period = self.pattern.period * stretch;
        let first = ((from - stroke.phase) / period).floor() - 1.0;
        let last = ((to - stroke.phase) / period).ceil();
        for turn in 0..=(last - first) as u64 {
            let start = stroke.phase + (first + turn as f64) * period;
            for [along, across] in &self.pattern.offsets {
                let along = start + along * stretch;
                if along >= from && along < to {
                    let at = [
                        stroke.base[0] + along * cos - across * sin,
                        stroke.base[1] + along * sin + across * cos,
                    ];
                    self.keep(at, punctures);
                }
            }
        }
    }

    /// From where to where along a stroke the box around the zone can be hit; nothing if the stroke passes by it.
    fn reach(&self, stroke: &Stroke) -> Option<[f64; 2]> {
        let Bounds { low, high } = self.mask.bounds();
        let (sin, cos) = stroke.heading.sin_cos();
        let mut along = [f64::INFINITY, f64::NEG_INFINITY];
        let mut across = along;
        for corner in [low, high, [low[0], high[1]], [high[0], low[1]]] {
            let [x, y] = [corner[0] - stroke.base[0], corner[1] - stroke.base[1]];
            let (u, v) = (x * cos + y * sin, y * cos - x * sin);
            along = [along[0].min(u), along[1].max(u)];
            across = [across[0].min(v), across[1].max(v)];
        }
        let reach = [along[0].max(stroke.from), along[1].min(stroke.to)];
        let half = self.pattern.width / 2.0;
        (across[0] < half && across[1] > -half && reach[0] < reach[1]).then_some(reach)
    }

    fn keep(&self, at: Corner, punctures: &mut Punctures) {
        match self.mask.find(at) {
            Place::Inside => punctures.inside.push(at.map(|side| side as f32)),
            Place::Around => punctures.around.push(at.map(|side| side as f32)),
            Place::Spared | Place::Far => {}
        }
    }
}

/// The place beside a base, across a heading.
fn beside(base: Corner, heading: f64, across: f64) -> Corner {
    [base[0] - across * heading.sin(), base[1] + across * heading.cos()]
}
