//! A picture of one number per pixel: how bright, how sharp, how steep.
//!
//! Places are continuous: pixel 0 reaches from 0 to 1 and its middle is at 0.5, so that a place in a smaller copy is the
//! same place times a factor.

use std::collections::VecDeque;

use image::RgbImage;
use rayon::prelude::*;

/// One number per pixel, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// The numbers, row by row.
    pub data: Vec<f32>,
}

impl Plane {
    /// All zero.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, data: vec![0.0; width * height] }
    }

    /// How bright each pixel is to the eye, 0 to 255, of values as stored (Rec. 601 weights).
    pub fn luma(image: &RgbImage) -> Self {
        let luma = |[red, green, blue]: [u8; 3]| {
            0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
        };
        let data = image.pixels().map(|pixel| luma(pixel.0)).collect();
        Self { width: image.width() as usize, height: image.height() as usize, data }
    }

    /// The row `y`; empty where there is none.
    pub fn row(&self, y: usize) -> &[f32] {
        self.data.get(y * self.width..(y + 1) * self.width).unwrap_or_default()
    }

    /// The number at a pixel; beyond the border that of the nearest one.
    pub fn at(&self, x: isize, y: isize) -> f32 {
        let near = |value: isize, size: usize| value.clamp(0, size as isize - 1) as usize;
        let place = near(y, self.height) * self.width + near(x, self.width);
        self.data.get(place).copied().unwrap_or(0.0)
    }

    /// The number at a place between pixels, bilinear.
    pub fn between(&self, x: f64, y: f64) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = ((x - left) as f32, (y - top) as f32);
        let (left, top) = (left as isize, top as isize);
        let upper = self.at(left, top) * (1.0 - right) + self.at(left + 1, top) * right;
        let lower = self.at(left, top + 1) * (1.0 - right) + self.at(left + 1, top + 1) * right;
        upper * (1.0 - down) + lower * down
    }

    /// Whether a place has at least `edge` pixels around it on every side.
    pub fn holds(&self, x: f64, y: f64, edge: f64) -> bool {
        let inside = |value: f64, size: usize| value >= edge && value <= size as f64 - edge;
        inside(x, self.width) && inside(y, self.height)
    }

    /// Blurred by three boxes in a row, which together are close to a Gaussian of this standard deviation in pixels.
    pub fn blurred(&self, sigma: f32) -> Self {
        // Three boxes of 2r+1 have a variance of r(r+1).
        let radius = ((0.25 + sigma * sigma).sqrt() - 0.5).round().max(0.0) as usize;
        if radius == 0 {
            return self.clone();
        }
        let one = vec![1.0 / (2 * radius + 1) as f32; 2 * radius + 1];
        let three = one_after_the_other(&one_after_the_other(&one, &one), &one);
        self.weighed(&three)
    }

    /// Every pixel as the sum of its neighbours across and down times these weights, an odd number of them; the middle one
    /// is its own. No plane is made in between, and none is filled twice: fresh memory costs more than the sums.
    fn weighed(&self, weights: &[f32]) -> Self {
        let (reach, last) = (weights.len() / 2, self.height.saturating_sub(1));
        let near = |y: usize| across(self.row(y.saturating_sub(reach).min(last)), weights);
        let mut rows: VecDeque<Vec<f32>> = (0..weights.len()).map(near).collect();
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..self.height {
            let mut sums = vec![0.0; self.width];
            for (row, weight) in rows.iter().zip(weights) {
                add(&mut sums, row, *weight);
            }
            data.append(&mut sums);
            rows.pop_front();
            rows.push_back(near(y + weights.len()));
        }
        Self { data, ..*self }
    }

    /// A copy whose longer side has at most so many pixels: each is the mean of those it covers, weighed less towards the sides.
    pub fn fit(&self, side: usize) -> Self {
        let long = self.width.max(self.height);
        if long <= side {
            return self.clone();
        }
        let length = |own: usize| {
            ((own as f64 * side as f64 / long as f64).round() as usize).clamp(1, own.max(1))
        };
        let (width, height) = (length(self.width), length(self.height));
        let (columns, rows) = (tents(self.width, width), tents(self.height, height));
        let mut into = Self::new(width, height);
        into.data.par_chunks_mut(width).zip(&rows).for_each(|(into, rows)| {
            let mut sums = vec![0.0; self.width];
            for (y, weight) in rows {
                add(&mut sums, self.row(*y), *weight);
            }
            for (into, columns) in into.iter_mut().zip(&columns) {
                let weighed = columns.iter().filter_map(|(x, weight)| Some(sums.get(*x)? * weight));
                *into = weighed.sum();
            }
        });
        into
    }

    /// By how much the number grows per pixel to the right and down, at a pixel.
    pub fn slope(&self, x: isize, y: isize) -> (f32, f32) {
        let right = self.at(x + 1, y) - self.at(x - 1, y);
        let down = self.at(x, y + 1) - self.at(x, y - 1);
        (right / 2.0, down / 2.0)
    }

    /// Something of the [`slope`](Self::slope) at every pixel.
    pub fn slopes(&self, of: impl Fn(f32, f32) -> f32) -> Self {
        let mut into = Self::new(self.width, self.height);
        let last = self.height.saturating_sub(1);
        for (y, into) in into.data.chunks_mut(self.width.max(1)).enumerate() {
            let (above, row, below) =
                (self.row(y.saturating_sub(1)), self.row(y), self.row((y + 1).min(last)));
            let left = row.iter().take(1).chain(row);
            let right = row.iter().skip(1).chain(row.last());
            let across = left.zip(right).map(|(left, right)| (right - left) / 2.0);
            let downwards = above.iter().zip(below).map(|(above, below)| (below - above) / 2.0);
            for ((into, right), down) in into.iter_mut().zip(across).zip(downwards) {
                *into = of(right, down);
            }
        }
        into
    }
}

/// Of each of fewer pixels in a row: which pixels it is made of, and how much each counts. All together count 1.
fn tents(from: usize, into: usize) -> Vec<Vec<(usize, f32)>> {
    let step = from as f64 / into.max(1) as f64;
    let tent = |place: usize| {
        let middle = (place as f64 + 0.5) * step;
        let (first, end) = ((middle - step).floor().max(0.0), (middle + step).ceil());
        let weigh = |at: usize| (1.0 - (at as f64 + 0.5 - middle).abs() / step).max(0.0);
        let all: Vec<(usize, f64)> =
            (first as usize..(end as usize).min(from)).map(|at| (at, weigh(at))).collect();
        let sum: f64 = all.iter().map(|(_, weight)| weight).sum();
        all.into_iter().map(|(at, weight)| (at, (weight / sum) as f32)).collect()
    };
    (0..into).map(tent).collect()
}

/// Every number of a row as the sum of its neighbours times these weights; beyond its ends that of the nearest one.
fn across(row: &[f32], weights: &[f32]) -> Vec<f32> {
    let reach = weights.len() / 2;
    let end = |value: Option<&f32>| std::iter::repeat_n(value.copied().unwrap_or(0.0), reach);
    let wider: Vec<f32> =
        end(row.first()).chain(row.iter().copied()).chain(end(row.last())).collect();
    let mut sums = vec![0.0; row.len()];
    for (place, weight) in weights.iter().enumerate() {
        add(&mut sums, wider.get(place..).unwrap_or_default(), *weight);
    }
    sums
}

/// Adds numbers times a weight.
fn add(into: &mut [f32], from: &[f32], weight: f32) {
    into.iter_mut().zip(from).for_each(|(into, value)| *into += weight * value);
}

/// The weights that do at once what two rows of weights do one after the other.
fn one_after_the_other(one: &[f32], other: &[f32]) -> Vec<f32> {
    let mut both = vec![0.0; one.len() + other.len() - 1];
    for (place, weight) in one.iter().enumerate() {
        add(both.get_mut(place..).unwrap_or_default(), other, *weight);
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_stays_a_ramp() {
        let data = (0..20 * 10).map(|at| (at % 20) as f32).collect();
        let ramp = Plane { width: 20, height: 10, data };
        assert_eq!(ramp.between(7.5, 3.2), 7.0);
        assert!((ramp.between(7.9, 3.2) - 7.4).abs() < 1e-5);
        assert_eq!(ramp.slope(5, 5), (1.0, 0.0));
        let (right, down) = (ramp.slopes(|right, _| right), ramp.slopes(|_, down| down));
        for (x, y) in [(0, 0), (5, 5), (19, 9), (19, 0), (0, 9)] {
            assert_eq!((right.at(x, y), down.at(x, y)), ramp.slope(x, y), "{x} {y}");
        }
        let blurred = ramp.blurred(1.5);
        assert!((blurred.at(10, 5) - 10.0).abs() < 1e-4, "{}", blurred.at(10, 5));
    }

    #[test]
    fn a_smaller_copy_shows_the_same_ramp_and_none_is_made_larger() {
        let data = (0..40 * 20).map(|at| (at % 40) as f32 + (at / 40) as f32).collect();
        let ramp = Plane { width: 40, height: 20, data };
        let small = ramp.fit(16);
        assert_eq!((small.width, small.height), (16, 8));
        for (x, y) in [(3, 2), (8, 4), (12, 5)] {
            let wanted = ramp.between((x as f64 + 0.5) * 2.5, (y as f64 + 0.5) * 2.5);
            let found = small.at(x, y);
            assert!((found - wanted).abs() < 0.1, "{x} {y}: {found} {wanted}");
        }
        assert_eq!(ramp.fit(40), ramp);
        assert_eq!(ramp.fit(99), ramp);
    }

    #[test]
    fn a_dot_is_spread_as_far_as_said() {
        let mut dot = Plane::new(41, 41);
        dot.data[20 * 41 + 20] = 1.0;
        let blurred = dot.blurred(2.45);
        let variance: f32 = (0..41)
            .map(|x| (0..41).map(|y| blurred.at(x, y)).sum::<f32>() * ((x - 20) * (x - 20)) as f32)
            .sum();
        assert!((variance - 6.0).abs() < 0.01, "{variance}");
    }
}
