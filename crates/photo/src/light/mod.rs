//! Undoing other light and another white balance: by how much, and where, reference skin looks different in the second
//! photo, and so how the skin beside it would.
//!
//! In logarithms light is a sum, so `log10(after) − log10(before)` of skin that did not change is the change of light: a
//! constant (exposure, white balance) and a smooth field (the lamp moved). It is fitted over the reference as a plane
//! bent a little, by weighted least squares with Huber's weights, for three colours: green, red against green, blue
//! against green. A prior holds the bending down: light changes brightness easily and colour hardly, and a small
//! reference must not be drawn out into a large slope. What the fit does not know becomes part of the doubt.

use crate::measure::Cell;
use crate::regions::Rect;
use crate::register::Point;
use crate::solve::{Normal, median, spread};

/// How far a slope and a bend go, one standard deviation, per half of the span from region to reference, log10.
///
/// For brightness it is a lamp at one side, for redness one of another colour. Were they wider, noise and the steps in which
/// JPEG stores colour would look like a slope on a small reference, and be drawn out across the face.
const PRIOR: [(f64, f64); 3] = [(0.1, 0.03), (0.003, 0.001), (0.01, 0.003)];
/// The same for redness where doubt is reckoned: how far they may go when light is odd.
const ODD: (f64, f64) = (0.005, 0.0015);
/// Neighbouring cells err alike: so many count as one.
const ALIKE: f64 = 6.0;
/// Below this a cell's error is not believed, log10.
const LEAST: f64 = 0.002;

/// The fewest cells of the reference that light can be reckoned from.
pub const LEAST_CELLS: usize = 24;

/// What light did: how to undo it, and how sure that is.
#[derive(Clone, Debug)]
pub struct Light {
    middle: Point,
    unit: f64,
    /// Green; red against green; blue against green.
    fields: [[f64; 6]; 3],
    normal: Normal<6>,
    /// How far single cells of the reference lie from the fit in redness, log10.
    pub residual: f64,
}

impl Light {
    /// From cells of the reference in both photos. `None` if fewer than [`LEAST_CELLS`] can be used.
    pub fn fit(reference: &[(Cell, Cell)], all: &Rect) -> Option<Self> {
        let (middle, unit) = (all.middle(), (all.diagonal() / 2.0).max(1.0));
        if reference.len() < LEAST_CELLS {
            return None;
        }
        let rows: Vec<([f64; 6], [f64; 3])> = reference
            .iter()
            .map(|(before, after)| (basis(before.at, middle, unit), change(before, after)))
            .collect();
        let mut fields = [[0.0; 6]; 3];
        let mut redness = None;
        for ((colour, field), (slope, bend)) in fields.iter_mut().enumerate().zip(PRIOR) {
            let part = |change: &[f64; 3]| change.get(colour).copied().unwrap_or(0.0);
            let values: Vec<([f64; 6], f64)> =
                rows.iter().map(|(row, change)| (*row, part(change))).collect();
            (*field, _, _) = huber(&values, slope, bend)?;
            if colour == 1 {
                let (_, normal, residual) = huber(&values, ODD.0, ODD.1)?;
                redness = Some((normal, residual));
            }
        }
        let (normal, residual) = redness?;
        Some(Self { middle, unit, fields, normal, residual })
    }

    /// By how much light changed at a place, log10 of red, green and blue.
    pub fn at(&self, at: Point) -> [f64; 3] {
        let row = basis(at, self.middle, self.unit);
        let [green, red, blue] = self.fields.map(|field| dot(&field, &row));
        [green + red, green, green + blue]
    }

    /// How unsure the change of redness by light is at a place, one standard deviation, log10.
    pub fn doubt(&self, at: Point) -> f64 {
        let row = basis(at, self.middle, self.unit);
        self.normal.variance(&row).unwrap_or(1.0).sqrt()
    }
}

/// Green, red against green, blue against green: after less before, log10.
fn change(before: &Cell, after: &Cell) -> [f64; 3] {
    let ([r, g, b], [red, green, blue]) = (before.logs(), after.logs());
    [green - g, (red - green) - (r - g), (blue - green) - (b - g)]
}

fn basis((x, y): Point, middle: Point, unit: f64) -> [f64; 6] {
    let (x, y) = ((x - middle.0) / unit, (y - middle.1) / unit);
    [1.0, x, y, x * x, x * y, y * y]
}

fn dot(one: &[f64; 6], other: &[f64; 6]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

type Fit = ([f64; 6], Normal<6>, f64);

fn huber(values: &[([f64; 6], f64)], slope: f64, bend: f64) -> Option<Fit> {
    let ridge = [1e-6, 1.0 / (slope * slope), 1.0 / (slope * slope)];
    let bends = [1.0 / (bend * bend); 3];
    let [a, b, c] = ridge;
    let [d, e, f] = bends;
    let mut plain: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    let mut found = [median(&mut plain)?, 0.0, 0.0, 0.0, 0.0, 0.0];
    let mut last = None;
    for _ in 0..8 {
        let off: Vec<f64> = values.iter().map(|(row, value)| value - dot(&found, row)).collect();
        let sigma = spread(&off, 0.0).max(LEAST);
        let mut normal = Normal::with_ridge([a, b, c, d, e, f]);
        for ((row, value), off) in values.iter().zip(&off) {
            let huber = (1.345 * sigma / off.abs().max(1e-12)).min(1.0);
            normal.add(row, *value, huber / (sigma * sigma * ALIKE));
        }
        found = normal.solve()?;
        last = Some((found, normal, sigma));
    }
    last
}
