//! Rows of blocks become rows of pixels, from top to bottom; no more samples are kept than the next rows need.

use image::RgbImage;
use rayon::prelude::*;

use super::blocks::Block;
use super::colour;
use super::frame::{Component, Frame};
use super::segments::Coding;
use super::transform::{Scale, Steps, light, samples};
use super::upsample::{self, Rows};

/// A picture that is being painted.
pub struct Canvas {
    size: (usize, usize),
    coding: Coding,
    planes: Vec<Plane>,
    /// Rows of pixels in a row of steps.
    tall: usize,
    pixels: Vec<u8>,
    /// Rows of pixels that are done.
    done: usize,
    lines: Vec<Vec<u8>>,
    sums: Vec<u16>,
}

impl Canvas {
    /// Nothing is painted yet.
    pub fn new(frame: &Frame, scale: Scale, coding: Coding) -> Self {
        let part = |side: usize| (side * scale.side()).div_ceil(8);
        let size = (part(frame.width), part(frame.height));
        Self {
            size,
            coding,
            planes: frame.components.iter().map(|own| Plane::new(frame, own, scale)).collect(),
            tall: frame.most.1 * scale.side(),
            pixels: vec![0; 3 * size.0 * size.1],
            done: 0,
            lines: vec![Vec::new(); frame.components.len()],
            sums: Vec::new(),
        }
    }

    /// Takes over a row of steps, and paints the rows of pixels above it, whose neighbours are known by now.
    pub fn paint(&mut self, row: usize, blocks: &[&[Block]], steps: &[&Steps]) {
        for ((plane, blocks), steps) in self.planes.iter_mut().zip(blocks).zip(steps) {
            plane.take(row, blocks, steps);
        }
        self.paint_to(row * self.tall);
    }

    /// The picture.
    pub fn finish(mut self) -> RgbImage {
        self.paint_to(self.size.1);
        let (width, height) = (self.size.0 as u32, self.size.1 as u32);
        RgbImage::from_raw(width, height, self.pixels).unwrap_or_default()
    }

    fn paint_to(&mut self, end: usize) {
        let row = 3 * self.size.0;
        for y in self.done..end.min(self.size.1) {
            for (plane, line) in self.planes.iter().zip(&mut self.lines) {
                upsample::row(plane, plane.ratio, y, &mut self.sums, line);
            }
            if let Some(pixels) = self.pixels.get_mut(y * row..(y + 1) * row) {
                colour::row(self.coding, &self.lines, pixels);
            }
        }
        self.done = self.done.max(end);
    }
}

/// Rows of steps whose samples are kept: the one being painted, and those above and below.
const KEPT: usize = 3;

/// The samples of one colour, as far as they are still needed.
pub(super) struct Plane {
    scale: Scale,
    data: Vec<u8>,
    /// Samples in a row, with those that fill the last block.
    stride: usize,
    /// Rows of samples in a row of steps.
    tall: usize,
    /// Samples across and down that belong to the picture.
    samples: (usize, usize),
    /// Pixels across and down for a sample.
    ratio: (usize, usize),
}

impl Plane {
    fn new(frame: &Frame, own: &Component, scale: Scale) -> Self {
        let all = (frame.most.0 * scale.side(), frame.most.1 * scale.side());
        let mut scale = scale;
        // A colour with fewer samples need not be made smaller only to be made larger again.
        let fits =
            |scale: Scale| own.step.0 * scale.side() <= all.0 && own.step.1 * scale.side() <= all.1;
        while scale != Scale::Full && fits(scale.doubled()) {
            scale = scale.doubled();
        }
        let side = scale.side();
        let (stride, tall) = (own.room.0 * side, own.step.1 * side);
        let samples =
            |pixels: usize, step: usize, most: usize| (pixels * step * side).div_ceil(8 * most);
        Self {
            scale,
            data: vec![0; stride * tall * KEPT],
            stride,
            tall,
            samples: (
                samples(frame.width, own.step.0, frame.most.0),
                samples(frame.height, own.step.1, frame.most.1),
            ),
            ratio: (all.0 / (own.step.0 * side), all.1 / tall),
        }
    }

    /// All samples of a colour without rounding, and how many there are across and down.
    pub(super) fn bright(
        frame: &Frame,
        own: &Component,
        blocks: &[Block],
        steps: &Steps,
        scale: Scale,
    ) -> (Vec<f32>, (u32, u32)) {
        let plane = Self { data: Vec::new(), ..Self::new(frame, own, scale) };
        let (side, (width, height)) = (scale.side(), plane.samples);
        let mut data = vec![0.0; plane.stride * own.room.1 * side];
        let bands = data.par_chunks_mut(plane.stride * side).zip(blocks.par_chunks(own.room.0));
        bands.for_each(|(band, blocks)| {
            let mut block = [0.0; 64];
            for (x, coefficients) in blocks.iter().enumerate() {
                light(coefficients, steps, scale, &mut block);
                for (row, samples) in band.chunks_mut(plane.stride).zip(block.chunks(side)) {
                    if let Some(into) = row.get_mut(x * side..(x + 1) * side) {
                        into.copy_from_slice(samples);
                    }
                }
            }
        });
        if width < plane.stride {
            data =
                data.chunks(plane.stride).flat_map(|row| row.iter().take(width).copied()).collect();
        }
        data.truncate(width * height);
        (data, (width as u32, height as u32))
    }

    fn take(&mut self, row: usize, blocks: &[Block], steps: &Steps) {
        let side = self.scale.side();
        let begin = (row % KEPT) * self.tall * self.stride;
        let kept = self.data.get_mut(begin..).unwrap_or_default();
        let across = self.stride / side;
        let mut block = [0; 64];
        for (band, blocks) in kept.chunks_mut(self.stride * side).zip(blocks.chunks(across)) {
            for (x, coefficients) in blocks.iter().enumerate() {
                samples(coefficients, steps, self.scale, &mut block);
                for (row, samples) in band.chunks_mut(self.stride).zip(block.chunks(side)) {
                    if let Some(into) = row.get_mut(x * side..(x + 1) * side) {
                        into.copy_from_slice(samples);
                    }
                }
            }
        }
    }
}

impl Rows for Plane {
    fn row(&self, y: usize) -> &[u8] {
        let y = y.min(self.samples.1.saturating_sub(1));
        let begin = (y % (KEPT * self.tall)) * self.stride;
        self.data.get(begin..begin + self.samples.0).unwrap_or_default()
    }
}
