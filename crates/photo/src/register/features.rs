//! Marks that can be found again: corners, each with a description that survives turning, light and a little scale.
//!
//! Corners by the smaller eigenvalue of the structure tensor (Shi & Tomasi 1994), the best of every small field so that
//! they are everywhere; their direction by the centre of brightness around them, their description by 256 comparisons of
//! pairs of places, turned into that direction (after Rublee et al. 2011, ORB, with pairs drawn at random).

use std::sync::LazyLock;

use super::homography::Point;
use super::random::Random;
use crate::plane::Plane;

/// Each level is this much smaller than the one before.
const STEP: f64 = 0.84;
/// How many levels: down to 0.59.
const LEVELS: i32 = 4;
/// The side of a field of which the best corner is taken, in pixels of its level.
const FIELD: usize = 32;
/// How far the description looks around a corner, in pixels of its level.
const REACH: f64 = 17.0;

/// A corner and its description.
#[derive(Clone, Debug)]
pub struct Feature {
    /// Where, in pixels of the plane that was searched.
    pub at: Point,
    /// 256 comparisons.
    pub bits: [u64; 4],
}

/// Pairs of places around a corner that are compared.
static PAIRS: LazyLock<Vec<(Point, Point)>> = LazyLock::new(|| {
    let mut random = Random::new(11);
    let mut place = || loop {
        let at = (random.normal() * 6.5, random.normal() * 6.5);
        if at.0.hypot(at.1) < REACH - 3.0 {
            return at;
        }
    };
    (0..256).map(|_| (place(), place())).collect()
});

/// The features of a plane.
pub fn features(plane: &Plane) -> Vec<Feature> {
    let mut found = Vec::new();
    for level in 0..LEVELS {
        let scale = STEP.powi(level);
        let small = smaller(plane, scale);
        let smooth = small.blurred(1.8);
        for at in corners(&small) {
            let bits = describe(&smooth, at);
            found.push(Feature { at: (at.0 / scale, at.1 / scale), bits });
        }
    }
    found
}

/// A smaller copy; the little that is averaged beforehand is enough for these steps.
fn smaller(plane: &Plane, scale: f64) -> Plane {
    if scale == 1.0 {
        return plane.clone();
    }
    let soft = plane.blurred(if scale < 0.65 { 1.5 } else { 0.0 });
    let size = |side: usize| ((side as f64 * scale) as usize).max(1);
    let mut small = Plane::new(size(plane.width), size(plane.height));
    let width = small.width;
    for (y, row) in small.data.chunks_mut(width).enumerate() {
        for (x, value) in row.iter_mut().enumerate() {
            *value = soft.between((x as f64 + 0.5) / scale, (y as f64 + 0.5) / scale);
        }
    }
    small
}

/// One place to look at in every field of this many pixels: the best corner, however faint.
pub fn marks(plane: &Plane, field: usize) -> Vec<Point> {
    best(plane, field, 0.05)
}

/// The best corner of every field.
fn corners(plane: &Plane) -> Vec<Point> {
    let mut best = best(plane, FIELD, 2.0);
    best.retain(|at| plane.holds(at.0, at.1, REACH + 2.0));
    best
}

fn best(plane: &Plane, field: usize, least: f32) -> Vec<Point> {
    let strength = strengths(plane);
    let mut best = Vec::new();
    for top in (0..plane.height).step_by(field) {
        for left in (0..plane.width).step_by(field) {
            let peak = peak(&strength, (left, top), field, least);
            best.extend(peak.map(|(x, y)| (x as f64 + 0.5, y as f64 + 0.5)));
        }
    }
    best
}

/// The strongest pixel of a field that is as strong as all its neighbours, those in the next field too.
fn peak(
    strength: &Plane,
    (left, top): (usize, usize),
    field: usize,
    least: f32,
) -> Option<(usize, usize)> {
    let (mut most, mut found) = (least, None);
    for y in top..(top + field).min(strength.height) {
        let row = strength.row(y);
        for (x, here) in row.iter().enumerate().skip(left).take(field) {
            if *here > most && is_peak(strength, x as isize, y as isize, *here) {
                (most, found) = (*here, Some((x, y)));
            }
        }
    }
    found
}

fn is_peak(strength: &Plane, x: isize, y: isize, here: f32) -> bool {
    let around = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];
    around.iter().all(|(dx, dy)| strength.at(x + dx, y + dy) <= here)
}

/// The smaller eigenvalue of the structure tensor at every pixel.
fn strengths(plane: &Plane) -> Plane {
    let product = |of: fn(f32, f32) -> f32| plane.slopes(of).blurred(1.5);
    let mut xx = product(|right, _| right * right);
    let (xy, yy) = (product(|right, down| right * down), product(|_, down| down * down));
    for ((xx, xy), yy) in xx.data.iter_mut().zip(&xy.data).zip(&yy.data) {
        let (half, gap) = ((*xx + yy) / 2.0, (*xx - yy) / 2.0);
        *xx = half - (gap * gap + xy * xy).sqrt();
    }
    xx
}

fn describe(smooth: &Plane, at: Point) -> [u64; 4] {
    let (sin, cos) = direction(smooth, at).sin_cos();
    let value = |(x, y): Point| {
        let (right, down) = (x * cos - y * sin, x * sin + y * cos);
        smooth.at((at.0 + right).floor() as isize, (at.1 + down).floor() as isize)
    };
    let mut bits = [0_u64; 4];
    for (word, pairs) in bits.iter_mut().zip(PAIRS.chunks(64)) {
        for (place, (one, other)) in pairs.iter().enumerate() {
            *word |= u64::from(value(*one) < value(*other)) << place;
        }
    }
    bits
}

/// Where the centre of brightness lies from a corner, in radians.
fn direction(smooth: &Plane, (x, y): Point) -> f64 {
    let (x, y) = (x.floor() as isize, y.floor() as isize);
    let (mut right, mut down) = (0.0, 0.0);
    for dy in -12_isize..=12 {
        for dx in -12_isize..=12 {
            if dx * dx + dy * dy <= 150 {
                let value = f64::from(smooth.at(x + dx, y + dy));
                right += value * dx as f64;
                down += value * dy as f64;
            }
        }
    }
    down.atan2(right)
}
