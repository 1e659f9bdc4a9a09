//! A picture of one number per pixel: how bright, how sharp, how steep.
//!
//! Places are continuous: pixel 0 reaches from 0 to 1 and its middle is at 0.5, so that a place in a smaller copy is the
//! same place times a factor.

use image::RgbImage;

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
        let mut plane = self.clone();
        for _ in 0..3 {
            plane = plane.boxed(radius).boxed_down(radius);
        }
        plane
    }

    /// The mean of every pixel's neighbours in its row, `radius` to each side.
    fn boxed(&self, radius: usize) -> Self {
        let mut into = Self::new(self.width, self.height);
        let share = 1.0 / (2 * radius + 1) as f32;
        let rows = self.data.chunks(self.width.max(1));
        for (from, into) in rows.zip(into.data.chunks_mut(self.width.max(1))) {
            let (first, last) =
                (from.first().copied().unwrap_or(0.0), from.last().copied().unwrap_or(0.0));
            let coming = from.iter().copied().chain(std::iter::repeat(last));
            let going = std::iter::repeat_n(first, radius + 1).chain(from.iter().copied());
            let head: f32 = coming.clone().take(radius).sum();
            let mut sum = head + first * (radius + 1) as f32;
            for ((value, coming), going) in into.iter_mut().zip(coming.skip(radius)).zip(going) {
                sum += coming - going;
                *value = sum * share;
            }
        }
        into
    }

    /// The mean of every pixel's neighbours in its column, `radius` to each side; a row at a time.
    fn boxed_down(&self, radius: usize) -> Self {
        let mut into = Self::new(self.width, self.height);
        let share = 1.0 / (2 * radius + 1) as f32;
        let last = self.height.saturating_sub(1);
        let mut sums: Vec<f32> = self.row(0).iter().map(|value| value * radius as f32).collect();
        let add = |sums: &mut Vec<f32>, y: usize, sign: f32| {
            sums.iter_mut().zip(self.row(y)).for_each(|(sum, value)| *sum += sign * value);
        };
        (0..radius).for_each(|y| add(&mut sums, y.min(last), 1.0));
        for (y, row) in into.data.chunks_mut(self.width.max(1)).enumerate() {
            add(&mut sums, (y + radius).min(last), 1.0);
            row.iter_mut().zip(&sums).for_each(|(value, sum)| *value = sum * share);
            add(&mut sums, y.saturating_sub(radius), -1.0);
        }
        into
    }

    /// By how much the number grows per pixel to the right and down, at a pixel.
    pub fn slope(&self, x: isize, y: isize) -> (f32, f32) {
        let right = self.at(x + 1, y) - self.at(x - 1, y);
        let down = self.at(x, y + 1) - self.at(x, y - 1);
        (right / 2.0, down / 2.0)
    }
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
        let blurred = ramp.blurred(1.5);
        assert!((blurred.at(10, 5) - 10.0).abs() < 1e-4, "{}", blurred.at(10, 5));
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
