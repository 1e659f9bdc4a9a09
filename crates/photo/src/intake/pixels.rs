//! Pixels to pixels: to RGB, smaller, upright. Values stay as stored; what they mean is [`super::colour`]'s.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

use super::Refusal;

/// To 8-bit RGB; what is transparent is laid on white.
pub fn to_rgb(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let clear = image.into_rgba8();
    let ((width, height), mut bytes) = (clear.dimensions(), clear.into_raw());
    lay_on_white(&mut bytes);
    RgbImage::from_raw(width, height, bytes).unwrap_or_default()
}

/// In the place where they are, since a second copy of a large picture is as much again: three bytes never reach past the
/// four that are read next.
fn lay_on_white(bytes: &mut Vec<u8>) {
    let pixels = bytes.len() / 4;
    for at in 0..pixels {
        let Some([red, green, blue, cover]) =
            bytes.get(4 * at..).and_then(|rest| rest.first_chunk())
        else {
            break;
        };
        let cover = u32::from(*cover);
        let lay =
            |value: &u8| ((u32::from(*value) * cover + 255 * (255 - cover) + 127) / 255) as u8;
        let laid = [red, green, blue].map(lay);
        if let Some(place) = bytes.get_mut(3 * at..3 * at + 3) {
            place.copy_from_slice(&laid);
        }
    }
    bytes.truncate(3 * pixels);
    bytes.shrink_to_fit();
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
    let (mut resizer, mut rows) =
        (Resizer::new(), Vec::with_capacity(width as usize * 3 * height as usize));
    for top in (0..height).step_by(STRIP as usize) {
        let rows_of_strip = strip(&mut resizer, &from, (width, height), top)?;
        rows.extend(rows_of_strip);
    }
    Ok(RgbImage::from_raw(width, height, rows))
}

/// Rows that are made at a time: making all at once would hold every row at its new width and its old height beside.
const STRIP: u32 = 256;
/// Rows beside a strip that are made with it and left out: the filter looks three rows far.
const BESIDE: u32 = 8;

/// The rows from `top` on of the picture at its new size.
fn strip(
    resizer: &mut Resizer,
    from: &ImageRef<'_>,
    (width, height): (u32, u32),
    top: u32,
) -> Result<Vec<u8>, Refusal> {
    let (first, end) = (top.saturating_sub(BESIDE), height.min(top + STRIP + BESIDE));
    let (old, scale) = (f64::from(from.height()), f64::from(from.height()) / f64::from(height));
    let above = f64::from(first) * scale;
    let tall = (f64::from(end - first) * scale).min(old - above);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        0.0,
        above,
        f64::from(from.width()),
        tall,
    );
    let mut into = Image::new(width, end - first, PixelType::U8x3);
    resizer.resize(from, &mut into, &how).map_err(|_| Refusal::Damaged)?;
    let row = width as usize * 3;
    let mut bytes = into.into_vec();
    bytes.drain(..(top - first) as usize * row);
    bytes.truncate(STRIP.min(height - top) as usize * row);
    Ok(bytes)
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

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};

    use super::*;

    #[test]
    fn what_is_made_in_strips_is_what_would_be_made_at_once() {
        let shade = |x: u32, y: u32| Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]);
        let image = RgbImage::from_fn(300, 1500, shade);
        let small = shrink(&image, 1100).unwrap().unwrap();
        let from = ImageRef::new(300, 1500, image.as_raw(), PixelType::U8x3).unwrap();
        let mut whole = Image::new(small.width(), small.height(), PixelType::U8x3);
        let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&from, &mut whole, &how).unwrap();
        let pairs = small.as_raw().iter().zip(whole.buffer());
        assert!(pairs.clone().all(|(strip, whole)| strip.abs_diff(*whole) <= 1));
        assert_eq!(small.as_raw().len(), whole.buffer().len());
    }

    #[test]
    fn what_is_transparent_is_laid_on_white() {
        let colours = [[10, 20, 30, 255], [10, 20, 30, 0], [0, 0, 0, 51], [200, 100, 50, 128]];
        let clear = RgbaImage::from_fn(4, 1, |x, _| Rgba(colours[x as usize]));
        let laid = to_rgb(DynamicImage::ImageRgba8(clear));
        let laid: Vec<[u8; 3]> = laid.pixels().map(|pixel| pixel.0).collect();
        assert_eq!(laid, [[10, 20, 30], [255, 255, 255], [204, 204, 204], [227, 177, 152]]);
    }
}
