//! Pixels to pixels: to RGB, smaller, upright. Values stay as stored; what they mean is [`super::colour`]'s.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, Rgb, RgbImage};

use super::Refusal;

/// To 8-bit RGB; what is transparent is laid on white.
pub fn to_rgb(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let clear = image.into_rgba8();
    let mut laid = RgbImage::new(clear.width(), clear.height());
    for (pixel, clear) in laid.pixels_mut().zip(clear.pixels()) {
        let [red, green, blue, cover] = clear.0.map(u32::from);
        let lay = |value: u32| ((value * cover + 255 * (255 - cover) + 127) / 255) as u8;
        *pixel = Rgb([red, green, blue].map(lay));
    }
    laid
}

/// A smaller copy whose longest side is `side`, or `None` if it is not longer than that already.
pub fn shrink(image: &RgbImage, side: u32) -> Result<Option<RgbImage>, Refusal> {
    let (width, height) = image.dimensions();
    if width.max(height) <= side {
        return Ok(None);
    }
    let (width, height) = fit(width, height, side);
    let from = ImageRef::new(image.width(), image.height(), image.as_raw(), PixelType::U8x3)
        .map_err(|_| Refusal::Damaged)?;
    let mut into = Image::new(width, height, PixelType::U8x3);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut into, &how).map_err(|_| Refusal::Damaged)?;
    Ok(RgbImage::from_raw(width, height, into.into_vec()))
}

/// The size in the same proportion whose longest side is `side`.
fn fit(width: u32, height: u32, side: u32) -> (u32, u32) {
    let long = u64::from(width.max(height));
    let scaled = |length: u32| {
        let exact = (u64::from(length) * u64::from(side) + long / 2) / long.max(1);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

/// Upright, as the camera noted it.
pub fn turn(image: RgbImage, orientation: Orientation) -> RgbImage {
    let mut image = DynamicImage::ImageRgb8(image);
    image.apply_orientation(orientation);
    image.into_rgb8()
}
