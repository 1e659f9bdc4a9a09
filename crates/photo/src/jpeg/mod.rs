//! JPEG to pixels, to the byte as libjpeg shows them, and refused where that can't be said.
//!
//! A decoder of our own, since those that are there get rare samplings and scan layouts wrong without a word, are content
//! with half a picture, and can't make a smaller one in a fraction of the time. It reads the sequential and the progressive
//! process of 8 bits with Huffman codes, in one scan or many, at every sampling that libjpeg knows. Arithmetic codes, 12
//! bits, lossless and printing colours are refused by name. It finds the end of a picture by its blocks and not by a
//! marker: a picture without its last two bytes is whole, one without its last block is not.
//!
//! A way through: [`Jpeg::read`] walks over the [`segments`] before the pixels and gives size, EXIF and profile;
//! [`Jpeg::pixels`] has a [`scan`] read into blocks of coefficients, each by [`sequential`] or [`progressive`], the symbols
//! by [`huffman`] from [`bits`]; [`paint`] makes rows of them by [`transform`], [`upsample`] and [`colour`]. What it takes
//! and that it is right is held against libjpeg-turbo by `tests/intake/decoder.rs`. [`Coefficients`] are for who
//! needs a part of the pixels only.

mod bits;
mod blocks;
mod coefficients;
mod colour;
mod frame;
mod huffman;
mod paint;
mod progressive;
mod scan;
mod segments;
mod sequential;
mod source;
mod transform;
mod upsample;

use image::RgbImage;
use thiserror::Error;

pub use coefficients::Coefficients;
pub use segments::Head;
pub use transform::Scale;

/// Why a JPEG can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The file ends before the picture does.
    #[error("the file ends before the picture")]
    CutOff,
    /// It says what can't be.
    #[error("the file is damaged")]
    Damaged,
    /// A process, sampling or layout that is not read.
    #[error("a rare kind of JPEG")]
    Rare,
    /// Four printing colours.
    #[error("printing colours")]
    Printing,
}

/// A JPEG whose segments before the pixels were read.
#[derive(Debug)]
pub struct Jpeg<'b> {
    bytes: &'b [u8],
    head: Head,
}

impl<'b> Jpeg<'b> {
    /// Reads everything before the pixels.
    ///
    /// # Errors
    /// A [`Fault`].
    pub fn read(bytes: &'b [u8]) -> Result<Self, Fault> {
        Ok(Self { bytes, head: segments::head(bytes)? })
    }

    /// What stands before the pixels.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Bytes of memory that all coefficients take, two each.
    pub fn coefficient_bytes(&self) -> u64 {
        self.head.frame.blocks() as u64 * 128
    }

    /// Whether all coefficients must be kept until the last scan; otherwise it is read from top to bottom.
    pub fn comes_in_scans(&self) -> bool {
        !self.head.in_one_scan()
    }

    /// All pixels, as stored: not turned, and in the colours of the file.
    ///
    /// # Errors
    /// A [`Fault`]; [`Fault::CutOff`] if a single block is missing.
    pub fn pixels(&self, scale: Scale) -> Result<RgbImage, Fault> {
        if self.comes_in_scans() {
            return Ok(self.coefficients()?.pixels(scale));
        }
        let mut canvas = paint::Canvas::new(&self.head.frame, scale, self.head.coding());
        source::stream(self.bytes, &self.head, &mut |row, blocks, steps| {
            canvas.paint(row, blocks, steps);
        })?;
        Ok(canvas.finish())
    }

    /// Everything that pixels can be made of, later and in part.
    ///
    /// # Errors
    /// As [`Self::pixels`].
    pub fn coefficients(&self) -> Result<Coefficients, Fault> {
        source::whole(self.bytes, &self.head)
    }
}
