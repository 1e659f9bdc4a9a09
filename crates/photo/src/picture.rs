//! The pixels of a photo that is to be measured, made when they are asked for.
//!
//! Of a JPEG the coefficients are kept, and only what is looked at is made of them: the whole picture small and grey, to be laid
//! over another, and the skin in question at its full size. That is most of the time that measuring takes. What is made is
//! the same as if all were made at once. Everything else is kept as pixels.

use std::borrow::Cow;
use std::sync::Arc;

use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, Luma, RgbImage, imageops};

use crate::intake::Converter;
use crate::jpeg::{Coefficients, Scale};
use crate::plane::Plane;
use crate::regions::Rect;

/// The pixels of a photo, upright and in sRGB.
///
/// A copy shares what was read, so that it is measured as the first is.
#[derive(Clone, Debug)]
pub struct Picture(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Pixels(RgbImage),
    Blocks(Arc<Blocks>),
}

/// A JPEG that was read, and what is to be done with its pixels.
#[derive(Debug)]
pub(crate) struct Blocks {
    pub coefficients: Coefficients,
    pub orientation: Orientation,
    /// From its colours to sRGB; `None` if they are.
    pub convert: Option<Converter>,
}

impl From<RgbImage> for Picture {
    fn from(pixels: RgbImage) -> Self {
        Self(Kind::Pixels(pixels))
    }
}

impl From<Blocks> for Picture {
    fn from(blocks: Blocks) -> Self {
        Self(Kind::Blocks(Arc::new(blocks)))
    }
}

impl Picture {
    /// Pixels across and down.
    #[must_use]
    pub fn dimensions(&self) -> (u32, u32) {
        match &self.0 {
            Kind::Pixels(pixels) => pixels.dimensions(),
            Kind::Blocks(blocks) => blocks.size(),
        }
    }

    /// All pixels.
    #[must_use]
    pub fn rgb(&self) -> Cow<'_, RgbImage> {
        match &self.0 {
            Kind::Pixels(pixels) => Cow::Borrowed(pixels),
            Kind::Blocks(blocks) => {
                Cow::Owned(blocks.upright(blocks.coefficients.pixels(Scale::Full)))
            }
        }
    }

    /// The pixels in a place, and a few around it.
    pub(crate) fn part(&self, place: &Rect) -> Part<'_> {
        match &self.0 {
            Kind::Pixels(pixels) => Part { pixels: Cow::Borrowed(pixels), left: 0, top: 0 },
            Kind::Blocks(blocks) => blocks.part(place),
        }
    }

    /// How bright it is to the eye, about 0 to 255 as stored, with a longer side of at least `side` where it has as many pixels;
    /// `None` where that is had from its pixels only.
    pub(crate) fn brightness(&self, side: u32) -> Option<Plane> {
        match &self.0 {
            Kind::Pixels(_) => None,
            Kind::Blocks(blocks) => blocks.brightness(side),
        }
    }

    /// Pixels that are each the mean of eight by eight, or all of them.
    pub(crate) fn eighth(&self) -> (Cow<'_, RgbImage>, u32) {
        match &self.0 {
            Kind::Pixels(pixels) => (Cow::Borrowed(pixels), 8),
            Kind::Blocks(blocks) => {
                (Cow::Owned(blocks.upright(blocks.coefficients.pixels(Scale::Eighth))), 1)
            }
        }
    }
}

/// Some of a photo's pixels, found by their places in the whole.
#[derive(Clone, Debug)]
pub struct Part<'p> {
    pixels: Cow<'p, RgbImage>,
    left: u32,
    top: u32,
}

impl Part<'_> {
    /// A pixel; `None` outside of the photo, and outside of what was asked for.
    pub fn at(&self, x: u32, y: u32) -> Option<[u8; 3]> {
        let (x, y) = (x.checked_sub(self.left)?, y.checked_sub(self.top)?);
        self.pixels.get_pixel_checked(x, y).map(|pixel| pixel.0)
    }
}

impl<'p> From<&'p RgbImage> for Part<'p> {
    fn from(pixels: &'p RgbImage) -> Self {
        Self { pixels: Cow::Borrowed(pixels), left: 0, top: 0 }
    }
}

impl Blocks {
    fn size(&self) -> (u32, u32) {
        let (width, height) = self.coefficients.size();
        let on_its_side = matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        );
        if on_its_side { (height, width) } else { (width, height) }
    }

    fn upright(&self, stored: RgbImage) -> RgbImage {
        let mut image = DynamicImage::ImageRgb8(stored);
        image.apply_orientation(self.orientation);
        let pixels = image.into_rgb8();
        match &self.convert {
            Some(convert) => convert.converted(&pixels).unwrap_or(pixels),
            None => pixels,
        }
    }

    fn part(&self, place: &Rect) -> Part<'_> {
        let (width, height) = self.size();
        let within = |from: f64, length: f64, most: u32| {
            let first = (from - BESIDE).clamp(0.0, f64::from(most)) as u32;
            (first, (from + length + BESIDE).clamp(f64::from(first), f64::from(most)) as u32)
        };
        let (left, right) = within(place.x, place.width, width);
        let (top, bottom) = within(place.y, place.height, height);
        let stored = self.stored([left, top, right, bottom], (width, height));
        let (pixels, at) = self.coefficients.part(stored);
        // What was made reaches further than what was asked for, and as far turned as it.
        let made = [at.0, at.1, at.0 + pixels.width(), at.1 + pixels.height()];
        let [left, top, ..] = self.turned(made);
        Part { pixels: Cow::Owned(self.upright(pixels)), left, top }
    }

    /// Where a place of the upright picture is in the stored one: left, top, right, bottom.
    fn stored(&self, [l, t, r, b]: [u32; 4], (width, height): (u32, u32)) -> [u32; 4] {
        match self.orientation {
            Orientation::NoTransforms => [l, t, r, b],
            Orientation::FlipHorizontal => [width - r, t, width - l, b],
            Orientation::Rotate180 => [width - r, height - b, width - l, height - t],
            Orientation::FlipVertical => [l, height - b, r, height - t],
            Orientation::Rotate90FlipH => [t, l, b, r],
            Orientation::Rotate90 => [t, width - r, b, width - l],
            Orientation::Rotate270FlipH => [height - b, width - r, height - t, width - l],
            Orientation::Rotate270 => [height - b, l, height - t, r],
        }
    }

    /// Where a place of the stored picture is in the upright one.
    fn turned(&self, [l, t, r, b]: [u32; 4]) -> [u32; 4] {
        let (width, height) = self.coefficients.size();
        match self.orientation {
            Orientation::NoTransforms => [l, t, r, b],
            Orientation::FlipHorizontal => [width - r, t, width - l, b],
            Orientation::Rotate180 => [width - r, height - b, width - l, height - t],
            Orientation::FlipVertical => [l, height - b, r, height - t],
            Orientation::Rotate90FlipH => [t, l, b, r],
            Orientation::Rotate90 => [height - b, l, height - t, r],
            Orientation::Rotate270FlipH => [height - b, width - r, height - t, width - l],
            Orientation::Rotate270 => [t, width - r, b, width - l],
        }
    }

    fn brightness(&self, side: u32) -> Option<Plane> {
        let (width, height) = self.coefficients.size();
        let scale = Scale::keeping(width.max(height), side);
        let (stored, (width, height)) = self.coefficients.brightness(scale)?;
        Some(turned(Grey::from_raw(width, height, stored)?, self.orientation))
    }
}

type Grey = ImageBuffer<Luma<f32>, Vec<f32>>;

fn turned(image: Grey, orientation: Orientation) -> Plane {
    let image = match orientation {
        Orientation::NoTransforms => image,
        Orientation::FlipHorizontal => imageops::flip_horizontal(&image),
        Orientation::FlipVertical => imageops::flip_vertical(&image),
        Orientation::Rotate90 => imageops::rotate90(&image),
        Orientation::Rotate180 => imageops::rotate180(&image),
        Orientation::Rotate270 => imageops::rotate270(&image),
        Orientation::Rotate90FlipH => imageops::flip_horizontal(&imageops::rotate90(&image)),
        Orientation::Rotate270FlipH => imageops::flip_horizontal(&imageops::rotate270(&image)),
    };
    let (width, height) = (image.width() as usize, image.height() as usize);
    Plane { width, height, data: image.into_raw() }
}

/// Pixels around a place that are made along with it: as many as the movement may be tried off, and more.
const BESIDE: f64 = 8.0;

#[cfg(test)]
mod tests;
