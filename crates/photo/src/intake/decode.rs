//! Decoding within limits: from a file whose head was accepted to 8-bit RGB, what its colours mean, its EXIF and its
//! orientation.
//!
//! Grey becomes RGB, 16 bits become 8, what is transparent is laid on white. A moving picture gives its first. A JPEG that is
//! wanted smaller is decoded smaller, as far as its blocks of eight pixels allow.

use std::io::Cursor;

use exif::Exif;
use image::codecs::{png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, RgbImage, error};

use super::head::{Head, check_size};
use super::space::{self, Space};
use super::{Limits, Refusal, exif as block, pixels};
use crate::jpeg::{Jpeg, Scale};

/// Room for everything in a PNG before its pixels: a real profile has a few kilobytes.
const PNG_EXTRAS: u64 = 8 << 20;

/// What a file says beside its pixels.
pub struct Said {
    /// How to turn them.
    pub orientation: Orientation,
    /// What their colours mean.
    pub space: Space,
    /// The EXIF block.
    pub exif: Option<Exif>,
}

impl Said {
    fn new(exif: Option<&[u8]>, said: Space) -> Self {
        let orientation = exif.and_then(Orientation::from_exif_chunk);
        let exif = exif.and_then(block::read);
        let space = said.or(|| exif.as_ref().map_or(Space::Unsaid, space::of_exif));
        Self { orientation: orientation.unwrap_or(Orientation::NoTransforms), space, exif }
    }

    /// What a JPEG says.
    pub fn of(jpeg: &Jpeg<'_>) -> Self {
        let head = jpeg.head();
        let said = head.profile.clone().map_or(Space::Unsaid, Space::Profile);
        Self::new(head.exif.as_deref(), said)
    }
}

/// What was in the file.
pub struct Decoded {
    /// The pixels as stored, not yet turned.
    pub pixels: RgbImage,
    /// What it says of them.
    pub said: Said,
}

/// Decodes a file; its longer side may come smaller, but not smaller than `side`.
pub fn decode(head: &Head<'_>, limits: &Limits, side: u32) -> Result<Decoded, Refusal> {
    match head {
        Head::Jpeg(jpeg) => {
            check_memory(needs(head, side)?, limits)?;
            let pixels = jpeg.pixels(scale(jpeg, side))?;
            Ok(Decoded { pixels, said: Said::of(jpeg) })
        }
        Head::Png(bytes) => {
            let (pixels, profile, exif) = read(png(bytes)?, limits)?;
            let said = Said::new(exif.as_deref(), space::of_png(bytes, profile));
            Ok(Decoded { pixels, said })
        }
        Head::WebP(bytes) => {
            let (pixels, profile, exif) = read(webp(bytes)?, limits)?;
            let space = profile.map_or(Space::Unsaid, Space::Profile);
            Ok(Decoded { pixels, said: Said::new(exif.as_deref(), space) })
        }
    }
}

fn scale(jpeg: &Jpeg<'_>, side: u32) -> Scale {
    let frame = &jpeg.head().frame;
    Scale::keeping(frame.width.max(frame.height) as u32, side)
}

fn png(bytes: &[u8]) -> Result<PngDecoder<Cursor<&[u8]>>, Refusal> {
    let mut extras = image::Limits::no_limits();
    extras.max_alloc = Some(PNG_EXTRAS);
    PngDecoder::with_limits(Cursor::new(bytes), extras).map_err(refuse)
}

fn webp(bytes: &[u8]) -> Result<WebPDecoder<Cursor<&[u8]>>, Refusal> {
    WebPDecoder::new(Cursor::new(bytes)).map_err(refuse)
}

/// Pixels, the ICC profile, the EXIF block.
type Read = (RgbImage, Option<Vec<u8>>, Option<Vec<u8>>);

fn read<D: ImageDecoder>(mut decoder: D, limits: &Limits) -> Result<Read, Refusal> {
    let (width, height) = decoder.dimensions();
    check_size(width, height, limits)?;
    check_memory(reckoned(&decoder), limits)?;
    decoder.set_limits(bounds(limits)).map_err(refuse)?;
    // A profile or EXIF block that cannot be read is no reason to refuse the pixels.
    let profile = decoder.icc_profile().unwrap_or_default();
    let exif = decoder.exif_metadata().unwrap_or_default().map(bare_exif);
    let image = DynamicImage::from_decoder(decoder).map_err(refuse)?;
    Ok((pixels::to_rgb(image), profile, exif))
}

/// Bytes of memory that decoding a file needs, at a longer side of no less than `side`.
pub fn needs(head: &Head<'_>, side: u32) -> Result<u64, Refusal> {
    Ok(match head {
        Head::Jpeg(jpeg) => {
            let (frame, part) = (&jpeg.head().frame, scale(jpeg, side).side());
            let length = |pixels: usize| (pixels * part).div_ceil(8) as u64;
            let beside = if jpeg.comes_in_scans() { jpeg.coefficient_bytes() } else { 0 };
            3 * length(frame.width) * length(frame.height) + beside
        }
        Head::Png(bytes) => reckoned(&png(bytes)?),
        Head::WebP(bytes) => reckoned(&webp(bytes)?),
    })
}

/// The decoded pixels, and the RGB copy where they are stored otherwise.
fn reckoned<D: ImageDecoder>(decoder: &D) -> u64 {
    let (width, height) = decoder.dimensions();
    let copy = match decoder.color_type() {
        // Laid on white where they are.
        ColorType::Rgb8 | ColorType::Rgba8 => 0,
        ColorType::Rgba16 | ColorType::La16 | ColorType::La8 => 4,
        _ => 3,
    };
    decoder.total_bytes().saturating_add(u64::from(width) * u64::from(height) * copy)
}

fn check_memory(bytes: u64, limits: &Limits) -> Result<(), Refusal> {
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
