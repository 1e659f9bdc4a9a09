//! Decoding within limits: from a file whose head was accepted to 8-bit RGB, its profile, its EXIF and its orientation.
//!
//! Grey becomes RGB, 16 bits become 8, what is transparent is laid on white. A moving picture gives its first.

use std::io::Cursor;

use image::codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, RgbImage, error};

use super::head::{Head, Kind, check_size};
use super::{Limits, Refusal, pixels};

/// Room for everything in a PNG before its pixels: a real profile has a few kilobytes.
const PNG_EXTRAS: u64 = 8 << 20;

/// What was in the file.
pub struct Decoded {
    /// The pixels as stored, not yet turned.
    pub pixels: RgbImage,
    /// How to turn them.
    pub orientation: Orientation,
    /// The ICC profile.
    pub profile: Option<Vec<u8>>,
    /// The EXIF block.
    pub exif: Option<Vec<u8>>,
}

/// Decodes a file.
pub fn decode(head: &Head<'_>, limits: &Limits) -> Result<Decoded, Refusal> {
    let file = Cursor::new(head.bytes);
    match head.kind {
        Kind::Jpeg => read(JpegDecoder::new(file).map_err(refuse)?, head, limits),
        Kind::Png => {
            let mut extras = image::Limits::no_limits();
            extras.max_alloc = Some(PNG_EXTRAS);
            read(PngDecoder::with_limits(file, extras).map_err(refuse)?, head, limits)
        }
        Kind::WebP => read(WebPDecoder::new(file).map_err(refuse)?, head, limits),
    }
}

fn read<D: ImageDecoder>(
    mut decoder: D,
    head: &Head<'_>,
    limits: &Limits,
) -> Result<Decoded, Refusal> {
    let (width, height) = decoder.dimensions();
    check_size(width, height, limits)?;
    check_memory(&decoder, head, limits)?;
    decoder.set_limits(bounds(limits)).map_err(refuse)?;
    // A profile or EXIF block that cannot be read is no reason to refuse the pixels.
    let profile = decoder.icc_profile().unwrap_or_default();
    let exif = decoder.exif_metadata().unwrap_or_default().map(bare_exif);
    let orientation = exif.as_deref().and_then(Orientation::from_exif_chunk);
    let image = DynamicImage::from_decoder(decoder).map_err(refuse)?;
    Ok(Decoded {
        pixels: pixels::to_rgb(image),
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
        profile,
        exif,
    })
}

/// Bytes of memory that decoding a file needs.
pub fn needs(head: &Head<'_>) -> Result<u64, Refusal> {
    let file = Cursor::new(head.bytes);
    Ok(match head.kind {
        Kind::Jpeg => reckoned(&JpegDecoder::new(file).map_err(refuse)?, head),
        Kind::Png => {
            let mut extras = image::Limits::no_limits();
            extras.max_alloc = Some(PNG_EXTRAS);
            reckoned(&PngDecoder::with_limits(file, extras).map_err(refuse)?, head)
        }
        Kind::WebP => reckoned(&WebPDecoder::new(file).map_err(refuse)?, head),
    })
}

/// The decoded pixels, what the format needs beside them, and the RGB copy where they are stored otherwise.
fn reckoned<D: ImageDecoder>(decoder: &D, head: &Head<'_>) -> u64 {
    let (width, height) = decoder.dimensions();
    let copy = match decoder.color_type() {
        // Laid on white where they are.
        ColorType::Rgb8 | ColorType::Rgba8 => 0,
        ColorType::Rgba16 | ColorType::La16 | ColorType::La8 => 4,
        _ => 3,
    };
    let copy = u64::from(width) * u64::from(height) * copy;
    decoder.total_bytes().saturating_add(head.beside).saturating_add(copy)
}

fn check_memory<D: ImageDecoder>(
    decoder: &D,
    head: &Head<'_>,
    limits: &Limits,
) -> Result<(), Refusal> {
    let bytes = reckoned(decoder, head);
    if bytes > limits.memory {
        return Err(Refusal::Memory { bytes, most: limits.memory });
    }
    Ok(())
}

fn bounds(limits: &Limits) -> image::Limits {
    let mut bounds = image::Limits::no_limits();
    bounds.max_image_width = Some(limits.side);
    bounds.max_image_height = Some(limits.side);
    bounds.max_alloc = Some(limits.memory);
    bounds
}

/// Some writers of WebP and PNG keep the six bytes that only JPEG needs.
fn bare_exif(exif: Vec<u8>) -> Vec<u8> {
    exif.strip_prefix(b"Exif\0\0").map(<[u8]>::to_vec).unwrap_or(exif)
}

fn refuse(why: ImageError) -> Refusal {
    match why {
        ImageError::IoError(why) if why.kind() == std::io::ErrorKind::UnexpectedEof => {
            Refusal::CutOff
        }
        ImageError::Unsupported(error::UnsupportedError { .. }) => Refusal::Rare,
        _ => Refusal::Damaged,
    }
}
