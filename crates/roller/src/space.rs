//! What is left untouched: how far the skin is from the nearest puncture, and the largest circle without one.
//!
//! The zone is probed on a square grid; [`Space::share_farther`] counts probes. The largest circle is then found
//! exactly, to [`EXACT_MM`]: a step of s changes the distance by at most s, so a cell around a probe can hold a larger
//! circle only if its probe's distance plus half its diagonal is larger than the best so far. Such cells are quartered
//! until none is left.

use crate::index::Index;
use crate::mask::{Mask, Place};
use crate::neighbours::quantiles;
use crate::zone::{Bounds, Corner, distance};

/// How exactly the largest gap's radius is found, mm.
pub const EXACT_MM: f64 = 0.001;
/// Probes: never wider apart than this, mm (unless there would be too many), and at least so many in the box.
const APART_MM: f64 = 0.25;
const FEWEST: f64 = 40_000.0;
const MOST: f64 = 500_000.0;
/// Cells looked at for the largest gap; what is left after so many is stopped, and the gap is a lower bound.
const MOST_CELLS: usize = 2_000_000;

/// The largest circle in the zone (its middle in it) without a puncture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Its diameter, mm.
    pub diameter_mm: f64,
    /// Its middle, mm.
    pub at_mm: Corner,
}

/// Distances from everywhere in the zone to the nearest puncture.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    low: Corner,
    step: f64,
    columns: usize,
    /// Row by row, mm; NaN outside the zone.
    distances: Vec<f32>,
}

impl Space {
    pub(crate) fn probe(index: Option<&Index>, mask: &Mask) -> Self {
        let Bounds { low, high } = mask.zone().bounds();
        let [w, h] = [0, 1].map(|axis| high[axis] - low[axis]);
        let step = APART_MM.min((w * h / FEWEST).sqrt()).max((w * h / MOST).sqrt());
        let [columns, rows] = [w, h].map(|side| (side / step).ceil().max(1.0) as usize);
        let mut space = Self { low, step, columns, distances: vec![f32::INFINITY; columns * rows] };
        if let Some(index) = index {
            space.splash(index);
        }
        for probe in 0..columns * rows {
            let at = space.place(probe);
            if mask.find(at) != Place::Inside {
                space.distances[probe] = f32::NAN;
            } else if let Some(index) = index.filter(|_| space.distances[probe] == f32::INFINITY) {
                space.distances[probe] = index.nearest(at.map(|side| side as f32), usize::MAX);
            }
        }
        space
    }
    /// Every puncture tells the probes around it how far it is; beyond that the few probes left look for themselves.
    fn splash(&mut self, index: &Index) {
        let (step, [left, top]) = (self.step as f32, self.low.map(|side| side as f32));
        let reach = (1.5 / index.spread_density().sqrt()).clamp(step, 40.0 * step);
        let square = reach * reach;
        let rows = self.distances.len() / self.columns;
        // The next whole step; a call for rounding up would cost more than all the rest.
        let nth =
            |mm: f32, most: usize| if mm < 0.0 { 0 } else { ((mm / step) as usize + 1).min(most) };
        for [x, y] in index.places() {
            let [x, y] = [x - left - 0.5 * step, y - top - 0.5 * step];
            let [first, last] = [nth(x - reach, self.columns), nth(x + reach, self.columns)];
            for row in nth(y - reach, rows)..nth(y + reach, rows) {
                let dy = y - row as f32 * step;
                let (dy, dx) = (dy * dy, first as f32 * step - x);
                let Some(cells) =
                    self.distances.get_mut(row * self.columns + first..row * self.columns + last)
                else {
                    continue;
                };
                for (nth, cell) in cells.iter_mut().enumerate() {
                    let dx = dx + nth as f32 * step;
                    let found = dx * dx + dy;
                    *cell = if found < *cell { found } else { *cell };
                }
            }
        }
        for cell in &mut self.distances {
            *cell = if *cell <= square { cell.sqrt() } else { f32::INFINITY };
        }
    }
    fn place(&self, probe: usize) -> Corner {
        let [x, y] =
            [probe % self.columns, probe / self.columns].map(|nth| (nth as f64 + 0.5) * self.step);
        [self.low[0] + x, self.low[1] + y]
    }
    fn inside(&self) -> impl Iterator<Item = f32> {
        self.distances.iter().copied().filter(|distance| !distance.is_nan())
    }
    /// Share of the zone farther than this from any puncture, mm.
    pub fn share_farther(&self, mm: f64) -> f64 {
        let (mut all, mut far) = (0_u32, 0_u32);
        for distance in self.inside() {
            all += 1;
            far += u32::from(f64::from(distance) > mm);
        }
        f64::from(far) / f64::from(all.max(1))
    }
    /// So near or nearer, mm: half, 95 and 99 percent of the zone.
    pub fn quantiles(&self) -> [f64; 3] {
        quantiles(&mut self.inside().collect::<Vec<f32>>(), [0.5, 0.95, 0.99])
    }
    /// Probes with where they are and how far the nearest puncture is, mm.
    pub(crate) fn probes(&self) -> impl Iterator<Item = (Corner, f32)> {
        let all = self.distances.iter().enumerate().filter(|(_, distance)| !distance.is_nan());
        all.map(|(probe, distance)| (self.place(probe), *distance))
    }
    /// Rows of neighbouring probes farther than this: left end and top, and width, mm; all as high as the step that comes
    /// with them. With more columns than a picture can show, only every so manieth probe is looked at.
    pub(crate) fn runs(&self, mm: f64, most_columns: usize) -> (f64, Vec<(Corner, f64)>) {
        let every = self.columns.div_ceil(most_columns).max(1);
        let step = self.step * every as f64;
        let mut runs: Vec<(Corner, f64)> = Vec::new();
        for (row, distances) in self.distances.chunks(self.columns).step_by(every).enumerate() {
            let mut open = false;
            for (column, distance) in distances.iter().step_by(every).enumerate() {
                let far = f64::from(*distance) > mm;
                match runs.last_mut().filter(|_| open && far) {
                    Some((_, width)) => *width += step,
                    None if far => {
                        let corner = [column, row].map(|nth| nth as f64 * step);
                        runs.push(([self.low[0] + corner[0], self.low[1] + corner[1]], step));
                    }
                    None => {}
                }
                open = far;
            }
        }
        (step, runs)
    }

    /// The largest gap; `None` if there is no puncture at all.
    pub(crate) fn gap(&self, index: &Index, mask: &Mask) -> Option<Gap> {
        let mut search = Search { index, mask, best: 0.0, at: self.low };
        for (at, distance) in self.probes() {
            search.offer(at, f64::from(distance));
        }
        let mut cells: Vec<Square> = self.candidates(&search).collect();
        let mut seen = 0;
        while let Some(cell) = cells.pop() {
            seen += 1;
            if cell.may_hold() > search.best + EXACT_MM && seen < MOST_CELLS {
                cells.extend(search.quarters(cell));
            }
        }
        Some(Gap { diameter_mm: 2.0 * search.best, at_mm: search.at })
    }
    /// Whether the zone's edge may run through the cell of a probe outside, as the coarse chart says.
    fn nears(&self, mask: &Mask, at: Corner) -> bool {
        f64::from(mask.to_edge(at)) <= self.step + mask.cell_mm()
    }
    /// Cells whose probe promises more; those whose probe lies just outside the zone have none yet.
    fn candidates<'s>(&'s self, search: &'s Search<'s>) -> impl Iterator<Item = Square> + 's {
        let half = self.step / 2.0;
        self.distances.iter().enumerate().filter_map(move |(probe, distance)| {
            let at = self.place(probe);
            let rim = distance.is_nan() && self.nears(search.mask, at) && search.touches(at, half);
            let distance = if rim { search.distance(at) } else { f64::from(*distance) };
            let cell = Square { at, half, distance };
            (cell.may_hold() > search.best + EXACT_MM).then_some(cell)
        })
    }
}

/// A square around a place, and how far the nearest puncture is from there.
#[derive(Clone, Copy)]
struct Square {
    at: Corner,
    half: f64,
    distance: f64,
}

impl Square {
    fn may_hold(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

struct Search<'a> {
    index: &'a Index,
    mask: &'a Mask,
    best: f64,
    at: Corner,
}

impl Search<'_> {
    fn distance(&self, at: Corner) -> f64 {
        f64::from(self.index.nearest(at.map(|side| side as f32), usize::MAX))
    }
    fn offer(&mut self, at: Corner, distance: f64) {
        if distance > self.best {
            (self.best, self.at) = (distance, at);
        }
    }
    /// Whether any of the square is in the zone, its middle not being in it: whether an edge is near enough.
    fn touches(&self, at: Corner, half: f64) -> bool {
        self.mask.zone().edges().any(|edge| distance(at, edge) <= half * std::f64::consts::SQRT_2)
    }
    fn quarters(&mut self, cell: Square) -> impl Iterator<Item = Square> + use<> {
        let half = cell.half / 2.0;
        let corners = [[-half, -half], [half, -half], [-half, half], [half, half]];
        let squares = corners.map(|[dx, dy]| {
            let at = [cell.at[0] + dx, cell.at[1] + dy];
            let distance = self.distance(at);
            if self.mask.find(at) == Place::Inside {
                self.offer(at, distance);
            } else if !self.touches(at, half) {
                return None;
            }
            Some(Square { at, half, distance })
        });
        let floor = self.best + EXACT_MM;
        squares.into_iter().flatten().filter(move |square| square.may_hold() > floor)
    }
}
