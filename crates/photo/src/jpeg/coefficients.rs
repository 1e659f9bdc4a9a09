//! A picture that was read and not painted: what of it is wanted is made when it is wanted.

use image::RgbImage;

use super::blocks::{Block, Blocks};
use super::frame::Frame;
use super::paint::{Canvas, Plane};
use super::segments::Coding;
use super::transform::{Scale, Steps};

/// All coefficients of a picture.
#[derive(Clone, Debug)]
pub struct Coefficients {
    pub(super) frame: Frame,
    pub(super) coding: Coding,
    pub(super) steps: Vec<Steps>,
    pub(super) blocks: Vec<Blocks>,
}

impl Coefficients {
    /// Pixels across and down.
    pub fn size(&self) -> (u32, u32) {
        (self.frame.width as u32, self.frame.height as u32)
    }

    /// All pixels.
    pub fn pixels(&self, scale: Scale) -> RgbImage {
        let steps = self.steps();
        let mut canvas = Canvas::new(&self.frame, scale, self.coding);
        for row in 0..self.frame.steps.1 {
            let each = self.blocks.iter().zip(&self.frame.components);
            let rows: Vec<&[Block]> =
                each.map(|(own, colour)| own.rows(row * colour.step.1, colour.step.1)).collect();
            canvas.paint(row, &rows, &steps);
        }
        canvas.finish()
    }

    /// The pixels of a place (left, top, right, bottom) and those of the same steps around it; and where they begin.
    pub fn part(&self, [left, top, right, bottom]: [u32; 4]) -> (RgbImage, (u32, u32)) {
        let size = (8 * self.frame.most.0, 8 * self.frame.most.1);
        // One more on each side, since samples are laid between their neighbours.
        let reach = |first: u32, end: u32, size: usize, most: usize| {
            let last = (end as usize).div_ceil(size) + 1;
            ((first as usize / size).saturating_sub(1).min(most - 1), last.min(most))
        };
        let across = reach(left, right, size.0, self.frame.steps.0);
        let down = reach(top, bottom, size.1, self.frame.steps.1);
        let (frame, steps) = (self.frame.part(across, down), self.steps());
        let mut canvas = Canvas::new(&frame, Scale::Full, self.coding);
        for row in down.0..down.1 {
            let cut = self.cut(row, across);
            let rows: Vec<&[Block]> = cut.iter().map(Vec::as_slice).collect();
            canvas.paint(row - down.0, &rows, &steps);
        }
        (canvas.finish(), ((across.0 * size.0) as u32, (down.0 * size.1) as u32))
    }

    /// How bright each pixel is, about 0 to 255, without rounding; and its size. `None` where the picture does not store that
    /// by itself, pixel by pixel.
    pub fn brightness(&self, scale: Scale) -> Option<(Vec<f32>, (u32, u32))> {
        let (colour, blocks) = (self.frame.components.first()?, self.blocks.first()?);
        if self.coding == Coding::Plain || colour.step != self.frame.most {
            return None;
        }
        let plane = Plane::bright(&self.frame, colour, blocks.all(), self.steps.first()?, scale);
        Some(plane)
    }

    fn steps(&self) -> Vec<&Steps> {
        self.steps.iter().collect()
    }

    /// Some steps of a row, colour by colour.
    fn cut(&self, row: usize, (first, end): (usize, usize)) -> Vec<Vec<Block>> {
        let each = self.blocks.iter().zip(&self.frame.components);
        each.map(|(own, colour)| {
            let (across, down) = colour.step;
            let rows = own.rows(row * down, down).chunks(colour.room.0);
            let part = |row: &[Block]| row.get(first * across..end * across).map(<[_]>::to_vec);
            rows.filter_map(part).flatten().collect()
        })
        .collect()
    }
}
