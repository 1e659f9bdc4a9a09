//! From a movement that is nearly right to one that is right to a small part of a pixel.
//!
//! Small patches all over the picture are each shifted until they fit best (Lucas and Kanade 1981, with a gain and an
//! offset of brightness per patch, so that light does not count); then one homography is put through all of them, with
//! those that disagree weighing nothing (Tukey's weights). This does what ECC does, at places that have something to see.

use super::homography::{Homography, Pair, Point};
use crate::plane::Plane;
use crate::solve::{Normal, median};

/// Half the side of a patch, in pixels.
const HALF: isize = 7;
/// Steps until a patch stands still, at most.
const STEPS: usize = 12;
/// A patch must look the same afterwards: correlation at least this.
const ALIKE: f64 = 0.8;
/// A patch may be off by this many pixels beforehand, at most.
const OFF: f64 = 3.5;

/// How two planes lie over each other.
#[derive(Clone, Debug)]
pub struct Refined {
    /// The movement.
    pub movement: Homography,
    /// How many patches agree with it.
    pub patches: usize,
    /// How far they lie from it, in pixels of the planes (median).
    pub residual: f64,
}

/// Refines a movement by patches at the given places of the first plane; `weight` says how much a place counts.
pub fn refine(
    first: &Plane,
    second: &Plane,
    start: Homography,
    places: &[Point],
    weight: &dyn Fn(Point) -> f64,
) -> Option<Refined> {
    let mut movement = start;
    let mut refined = None;
    for _ in 0..2 {
        let moved = places.iter().filter_map(|at| {
            let to = follow(first, second, &movement, *at)?;
            Some(Pair { from: *at, to, weight: weight(*at) })
        });
        let found = settle(movement, &moved.collect::<Vec<_>>())?;
        movement = found.movement;
        refined = Some(found);
    }
    refined
}

/// The homography through the pairs, those far from it counting less and less.
fn settle(start: Homography, pairs: &[Pair]) -> Option<Refined> {
    let off = |movement: &Homography, pair: &Pair| {
        let (x, y) = movement.of(pair.from);
        (x - pair.to.0).hypot(y - pair.to.1)
    };
    if pairs.len() < 12 {
        return None;
    }
    let mut movement = Homography::fit(pairs).unwrap_or(start);
    let mut reach = OFF;
    for _ in 0..6 {
        let mut away: Vec<f64> = pairs.iter().map(|pair| off(&movement, pair)).collect();
        reach = (4.7 * median(&mut away)?).clamp(0.05, OFF);
        let weigh = |pair: &Pair| {
            let share = (off(&movement, pair) / reach).min(1.0);
            Pair { weight: pair.weight * (1.0 - share * share).powi(2), ..*pair }
        };
        let weighed: Vec<Pair> = pairs.iter().map(weigh).collect();
        movement = Homography::fit(&weighed)?;
    }
    let mut near: Vec<f64> =
        pairs.iter().map(|pair| off(&movement, pair)).filter(|off| *off < reach).collect();
    Some(Refined { movement, patches: near.len(), residual: median(&mut near)? })
}

/// Where the patch at a place of the first plane is in the second, if it can be told.
fn follow(first: &Plane, second: &Plane, movement: &Homography, at: Point) -> Option<Point> {
    let patch = Patch::cut(first, at)?;
    let mut shift = (0.0, 0.0);
    for _ in 0..STEPS {
        let (seen, step) = patch.step(second, movement, shift)?;
        shift = (shift.0 - step.0, shift.1 - step.1);
        if shift.0.hypot(shift.1) > OFF {
            return None;
        }
        if step.0.hypot(step.1) < 0.01 {
            return (seen > ALIKE).then(|| movement.of((at.0 + shift.0, at.1 + shift.1)));
        }
    }
    None
}

/// A patch of the first plane: brightness and slopes.
struct Patch {
    middle: Point,
    /// Place from the middle; slope right, slope down, brightness.
    cells: Vec<(Point, [f64; 3])>,
    /// Inverse of the sums of products of slopes, brightness and 1.
    inverse: [[f64; 4]; 4],
}

impl Patch {
    /// `None` at the border and where there is nothing to see in some direction.
    fn cut(plane: &Plane, at: Point) -> Option<Self> {
        if !plane.holds(at.0, at.1, HALF as f64 + 2.0) {
            return None;
        }
        let (x, y) = (at.0.floor() as isize, at.1.floor() as isize);
        let middle = (x as f64 + 0.5, y as f64 + 0.5);
        let side = -HALF..=HALF;
        let places = side.clone().flat_map(|dy| side.clone().map(move |dx| (dx, dy)));
        let cell = |(dx, dy): (isize, isize)| {
            let (right, down) = plane.slope(x + dx, y + dy);
            let value = f64::from(plane.at(x + dx, y + dy));
            ((dx as f64, dy as f64), [right.into(), down.into(), value])
        };
        let cells: Vec<_> = places.map(cell).collect();
        // The smaller eigenvalue of the slopes, per pixel: noise alone has about 1.
        let sum =
            |part: &dyn Fn(&[f64; 3]) -> f64| cells.iter().map(|cell| part(&cell.1)).sum::<f64>();
        let (xx, yy, xy) = (sum(&|c| c[0] * c[0]), sum(&|c| c[1] * c[1]), sum(&|c| c[0] * c[1]));
        let least = (xx + yy) / 2.0 - ((xx - yy).powi(2) / 4.0 + xy * xy).sqrt();
        if least / cells.len() as f64 <= 0.15 {
            return None;
        }
        let mut normal = Normal::with_ridge([0.0; 4]);
        for (_, [right, down, value]) in &cells {
            normal.add(&[*right, *down, *value, 1.0], 0.0, 1.0);
        }
        Some(Self { middle, cells, inverse: normal.inverse()? })
    }

    /// How alike the patch and the second plane are at a shift, and by how much the shift is wrong.
    ///
    /// Near the right shift the second is `gain · patch + offset`; a shift wrong by `e` adds `gain · slope · e`. Least
    /// squares over all pixels of the patch gives gain, offset and `e`.
    fn step(&self, second: &Plane, movement: &Homography, shift: Point) -> Option<(f64, Point)> {
        let (mut sums, mut against) = ([0.0; 5], [0.0; 4]);
        for ((dx, dy), [right, down, value]) in &self.cells {
            let (u, v) = movement.of((self.middle.0 + dx + shift.0, self.middle.1 + dy + shift.1));
            if !second.holds(u, v, 1.0) {
                return None;
            }
            let seen = f64::from(second.between(u, v));
            let rows = [right * seen, down * seen, value * seen, seen];
            against.iter_mut().zip(rows).for_each(|(sum, add)| *sum += add);
            let add = [*value, seen, value * value, seen * seen, value * seen];
            sums.iter_mut().zip(add).for_each(|(sum, add)| *sum += add);
        }
        let solved = self.inverse.map(|row| row.iter().zip(against).map(|(a, b)| a * b).sum());
        let [x, y, gain, _]: [f64; 4] = solved;
        (gain > 0.2).then(|| (correlation(sums, self.cells.len()), (x / gain, y / gain)))
    }
}

/// Pearson's correlation from the sums of a, b, a², b², ab.
fn correlation([a, b, aa, bb, ab]: [f64; 5], count: usize) -> f64 {
    let count = count as f64;
    let (va, vb) = (aa - a * a / count, bb - b * b / count);
    (ab - a * b / count) / (va * vb).sqrt().max(1e-9)
}
