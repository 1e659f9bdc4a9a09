//! Paint: a canvas in linear light, painted in patches, developed to 8 bits at the end.

use image::{Rgb, RgbImage};

use super::noise;
use super::pose::length;

/// A place, in units of the drawing.
pub type Point = [f32; 2];
/// A colour in linear light.
pub type Colour = [f32; 3];

/// From units to pixels.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The pixel of the origin.
    pub centre: [f32; 2],
    /// Pixels per unit.
    pub scale: f32,
    /// Rotation in radians.
    pub tilt: f32,
}

/// The picture while it is painted.
pub struct Canvas {
    width: u32,
    height: u32,
    frame: Frame,
    pixels: Vec<Colour>,
}

impl Canvas {
    /// An empty canvas.
    pub fn new(width: u32, height: u32, frame: Frame) -> Self {
        let pixels = vec![[0.0; 3]; width as usize * height as usize];
        Self { width, height, frame, pixels }
    }

    /// One pixel in units: how sharp an edge can be.
    pub fn pixel(&self) -> f32 {
        1.0 / self.frame.scale
    }

    /// Paints every pixel; the painter is told its place as parts of the picture, 0 to 1.
    pub fn paint_behind(&mut self, mut painter: impl FnMut(Point, &mut Colour)) {
        let (across, down) = (self.width as f32, self.height as f32);
        for (y, row) in self.pixels.chunks_exact_mut(self.width as usize).enumerate() {
            for (x, pixel) in row.iter_mut().enumerate() {
                painter([x as f32 / across, y as f32 / down], pixel);
            }
        }
    }

    /// Paints the pixels within `reach` of a place; the painter is told their places in units.
    pub fn paint(&mut self, at: Point, reach: f32, mut painter: impl FnMut(Point, &mut Colour)) {
        let Frame { centre, scale, tilt } = self.frame;
        let (sine, cosine) = tilt.sin_cos();
        let middle_x = centre[0] + scale * (at[0] * cosine - at[1] * sine);
        let middle_y = centre[1] + scale * (at[0] * sine + at[1] * cosine);
        let around = |middle: f32, end: u32| {
            let clip = |pixel: f32| pixel.clamp(0.0, end as f32) as usize;
            clip(middle - reach * scale - 1.0)..clip(middle + reach * scale + 2.0)
        };
        let (rows, columns) = (around(middle_y, self.height), around(middle_x, self.width));
        let lines = self.pixels.chunks_exact_mut(self.width as usize).enumerate();
        for (row, line) in lines.skip(rows.start).take(rows.len()) {
            let down = (row as f32 - centre[1]) / scale;
            let pixels = line.iter_mut().enumerate();
            for (column, pixel) in pixels.skip(columns.start).take(columns.len()) {
                let across = (column as f32 - centre[0]) / scale;
                painter([across * cosine + down * sine, down * cosine - across * sine], pixel);
            }
        }
    }

    /// Lays a soft ellipse: full in its inner half, fading to its edge.
    pub fn dab(&mut self, at: Point, half: [f32; 2], colour: Colour, cover: f32) {
        self.paint(at, half[0].max(half[1]), |place, pixel| {
            let far = length((place[0] - at[0]) / half[0], (place[1] - at[1]) / half[1]);
            blend(pixel, colour, cover * (1.0 - ease(0.25, 1.0, far)));
        });
    }

    /// Brightens or darkens a soft ellipse by a factor in its middle.
    pub fn shade(&mut self, at: Point, half: [f32; 2], factor: Colour) {
        self.paint(at, half[0].max(half[1]), |place, pixel| {
            let far = length((place[0] - at[0]) / half[0], (place[1] - at[1]) / half[1]);
            multiply(pixel, factor, 1.0 - ease(0.0, 1.0, far));
        });
    }

    /// Develops the picture: exposure, a little grain, sRGB.
    pub fn finish(self, exposure: [f32; 3], seed: u64) -> RgbImage {
        let mut picture = RgbImage::new(self.width, self.height);
        let curve: Vec<f32> = (0..=4096).map(|step| encode(step as f32 / 4096.0)).collect();
        for (index, (pixel, linear)) in picture.pixels_mut().zip(&self.pixels).enumerate() {
            let grain = (noise::hash(index as i32, 5, seed as u32) - 0.5) * 3.0;
            let develop = |(value, exposure): (&f32, f32)| {
                let step = (value * exposure).clamp(0.0, 1.0) * 4096.0;
                let shown = curve.get(step as usize).copied().unwrap_or(1.0);
                (shown * 255.0 + grain + 0.5).clamp(0.0, 255.0) as u8
            };
            let mut parts = linear.iter().zip(exposure).map(develop);
            *pixel = Rgb(std::array::from_fn(|_| parts.next().unwrap_or(0)));
        }
        picture
    }
}

/// 0 up to `low`, 1 from `high`, smooth between.
pub fn ease(low: f32, high: f32, value: f32) -> f32 {
    let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

/// Lays a colour over a pixel.
pub fn blend(pixel: &mut Colour, colour: Colour, cover: f32) {
    for (value, new) in pixel.iter_mut().zip(colour) {
        *value += (new - *value) * cover.clamp(0.0, 1.0);
    }
}

/// Multiplies a pixel by a factor, as far as `cover` goes.
pub fn multiply(pixel: &mut Colour, factor: Colour, cover: f32) {
    for (value, factor) in pixel.iter_mut().zip(factor) {
        *value *= 1.0 + (factor - 1.0) * cover.clamp(0.0, 1.0);
    }
}

/// A colour as it is written on the web, in linear light.
pub fn srgb(red: u8, green: u8, blue: u8) -> Colour {
    [red, green, blue].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn encode(linear: f32) -> f32 {
    if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 }
}
