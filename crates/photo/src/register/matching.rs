//! Which mark of one photo is which of the other, and the common movement that most of them agree on.
//!
//! Pairs by the fewest differing bits, mutually the best, and clearly better than the second best. Then RANSAC (Fischler
//! and Bolles 1981): of two pairs at a time the turn, scale and shift they imply; the one that most pairs agree with; and
//! from those pairs the homography, again with those that agree with it, more and more strictly.

use rayon::prelude::*;

use super::features::Feature;
use super::homography::{Homography, Pair, Point};
use super::random::Random;

/// The best match must have at most this share of the second best's differing bits.
const CLEARER: f64 = 0.85;
/// More differing bits than this are no match.
const MOST_BITS: u32 = 72;
/// How many pairs of pairs are tried.
const TRIES: usize = 3000;
/// How far, in pixels, a pair may lie from the movement to agree with it: first roughly, since a turned head is no mere
/// turn of the picture, then strictly.
const AGREE: [f64; 5] = [14.0, 8.0, 4.0, 2.5, 2.5];

/// The pairs that are likely the same mark. Each feature is held against each once, for both directions.
pub fn matches(first: &[Feature], second: &[Feature]) -> Vec<Pair> {
    if first.is_empty() || second.is_empty() {
        return Vec::new();
    }
    let mut bits = vec![0_u8; first.len() * second.len()];
    bits.par_chunks_mut(second.len()).zip(first).for_each(|(row, one)| {
        row.iter_mut().zip(second).for_each(|(bits, other)| *bits = differ(one, other));
    });
    let there = |one: usize| {
        let row = bits.get(one * second.len()..(one + 1) * second.len()).unwrap_or_default();
        nearest(row.iter().copied(), second)
    };
    let back =
        |other: usize| nearest(bits.iter().skip(other).step_by(second.len()).copied(), first);
    // Only the few that have a match at all are looked at from the other side.
    let both = (0..first.len()).into_par_iter().filter_map(|one| {
        let other = there(one)?;
        let mutual = back(other) == Some(one);
        let (one, other) = (first.get(one)?, second.get(other)?);
        mutual.then_some(Pair { from: one.at, to: other.at, weight: 1.0 })
    });
    both.collect()
}

/// Bits that differ; 255 stands for all 256.
fn differ(one: &Feature, other: &Feature) -> u8 {
    let bits: u32 = one.bits.iter().zip(&other.bits).map(|(a, b)| (a ^ b).count_ones()).sum();
    bits.min(255) as u8
}

/// The feature with the fewest differing bits, if it is clearly the nearest. Others of nearly the same place are the same
/// mark at another level and do not count as second.
fn nearest(bits: impl Iterator<Item = u8>, among: &[Feature]) -> Option<usize> {
    let (mut best, mut second) = ((MOST_BITS + 1, 0, (0.0, 0.0)), 256);
    for (at, (bits, other)) in bits.zip(among).enumerate() {
        let bits = u32::from(bits);
        if bits < best.0 {
            if !near(best.2, other.at, 6.0) {
                second = best.0;
            }
            best = (bits, at, other.at);
        } else if bits < second && !near(best.2, other.at, 6.0) {
            second = bits;
        }
    }
    let clear = f64::from(best.0) <= CLEARER * f64::from(second);
    (best.0 <= MOST_BITS && clear).then_some(best.1)
}

/// Whether two places are nearer to each other than this; NaN never is. Asked millions of times, so without a root.
fn near(a: Point, b: Point, than: f64) -> bool {
    let (x, y) = (a.0 - b.0, a.1 - b.1);
    x * x + y * y < than * than
}

/// The movement that most pairs agree on, and those pairs.
pub fn agree(pairs: &[Pair]) -> Option<(Homography, Vec<Pair>)> {
    let [rough, strict @ ..] = AGREE;
    let mut random = Random::new(5);
    let mut best: (usize, Option<Homography>) = (0, None);
    for _ in 0..TRIES {
        let one = pairs.get(random.below(pairs.len()))?;
        let other = pairs.get(random.below(pairs.len()))?;
        let Some(movement) = similarity(one, other) else { continue };
        let count = pairs.iter().filter(|pair| agrees(&movement, pair, rough)).count();
        if count > best.0 {
            best = (count, Some(movement));
        }
    }
    let mut movement = best.1?;
    let mut inliers = keep(pairs, &movement, rough);
    for within in strict {
        movement = Homography::fit(&inliers)?;
        inliers = keep(pairs, &movement, within);
    }
    Some((movement, inliers))
}

fn agrees(movement: &Homography, pair: &Pair, within: f64) -> bool {
    near(movement.of(pair.from), pair.to, within)
}

fn keep(pairs: &[Pair], movement: &Homography, within: f64) -> Vec<Pair> {
    pairs.iter().filter(|pair| agrees(movement, pair, within)).copied().collect()
}

/// The turn, scale and shift that carry two places to two others.
fn similarity(one: &Pair, other: &Pair) -> Option<Homography> {
    let (x, y) = (other.from.0 - one.from.0, other.from.1 - one.from.1);
    let (u, v) = (other.to.0 - one.to.0, other.to.1 - one.to.1);
    let square = x * x + y * y;
    // Neighbours say too little about the turn of the whole.
    if square < 60.0 * 60.0 {
        return None;
    }
    let (cos, sin) = ((u * x + v * y) / square, (v * x - u * y) / square);
    let scale = cos.hypot(sin);
    let (px, py) = one.from;
    let (right, down) = (one.to.0 - cos * px + sin * py, one.to.1 - sin * px - cos * py);
    (0.4..2.5).contains(&scale).then_some(Homography([cos, -sin, right, sin, cos, down, 0.0, 0.0]))
}
