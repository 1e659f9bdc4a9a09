//! Pixels to a new JPEG. It holds pixels and nothing else: no EXIF, no profile (sRGB is the convention), no comment.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};

use super::Refusal;

/// Past this, files grow and skin looks the same.
const QUALITY: u8 = 90;

/// A picture as JPEG.
///
/// # Errors
/// [`Refusal::Side`] if a side is longer than JPEG can say.
pub fn jpeg(image: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let (width, height) = image.dimensions();
    let mut file = Vec::with_capacity(image.len() / 8);
    JpegEncoder::new_with_quality(&mut file, QUALITY)
        .encode(image.as_raw(), width, height, ExtendedColorType::Rgb8)
        .map_err(|_| Refusal::Side { side: width.max(height), most: u16::MAX.into() })?;
    Ok(file)
}
