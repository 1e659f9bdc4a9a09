//! What can be known of a file before any pixel is decoded: its kind, its size, what decoding it would cost.
//!
//! A file's name and what a browser calls it are never asked. Decoding is [`super::decode`]'s.

use super::{Limits, Refusal, riff};
use crate::jpeg::Jpeg;

/// The kinds that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Jpeg,
    Png,
    WebP,
}

/// A file that may be decoded as far as sizes go.
#[derive(Debug)]
pub enum Head<'b> {
    /// A JPEG, read up to its pixels.
    Jpeg(Jpeg<'b>),
    /// A PNG.
    Png(&'b [u8]),
    /// A WebP.
    WebP(&'b [u8]),
}

/// Recognises a file, and refuses what is too large or too small by its head alone.
pub fn look<'b>(bytes: &'b [u8], limits: &Limits) -> Result<Head<'b>, Refusal> {
    let length = bytes.len() as u64;
    if length > limits.bytes {
        return Err(Refusal::Bytes { bytes: length, most: limits.bytes });
    }
    match recognise(bytes)? {
        Kind::Jpeg => {
            let jpeg = Jpeg::read(bytes)?;
            let frame = &jpeg.head().frame;
            check_size(frame.width as u32, frame.height as u32, limits)?;
            Ok(Head::Jpeg(jpeg))
        }
        Kind::Png => {
            // The first chunk is always IHDR, so the two numbers have their place.
            let at =
                |place: usize| bytes.get(place..place + 4)?.try_into().ok().map(u32::from_be_bytes);
            let (width, height) = at(16).zip(at(20)).ok_or(Refusal::CutOff)?;
            check_size(width, height, limits)?;
            Ok(Head::Png(bytes))
        }
        Kind::WebP => riff::inspect(bytes).map(|()| Head::WebP(bytes)),
    }
}

/// Refuses a size beyond the limits.
pub fn check_size(width: u32, height: u32, limits: &Limits) -> Result<(), Refusal> {
    let (long, short) = (width.max(height), width.min(height));
    let pixels = u64::from(width) * u64::from(height);
    if short == 0 {
        Err(Refusal::Damaged)
    } else if pixels > limits.pixels {
        Err(Refusal::Pixels { pixels, most: limits.pixels })
    } else if long > limits.side {
        Err(Refusal::Side { side: long, most: limits.side })
    } else if short < limits.least_side {
        Err(Refusal::Small { side: short, least: limits.least_side })
    } else {
        Ok(())
    }
}

fn recognise(bytes: &[u8]) -> Result<Kind, Refusal> {
    match bytes {
        [] => Err(Refusal::Empty),
        [0xFF, 0xD8, 0xFF, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::WebP),
        [b'G', b'I', b'F', b'8', ..] => Err(Refusal::Gif),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Err(Refusal::Tiff),
        _ if is_raw(bytes) => Err(Refusal::Raw),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => Err(recognise_box(brand)),
        [b'%', b'P', b'D', b'F', ..] => Err(Refusal::Pdf),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Err(Refusal::Video),
        _ => Err(if has_tags(bytes) { Refusal::Svg } else { Refusal::Unknown }),
    }
}

/// How the raw files of cameras begin that are no TIFF: Fujifilm, Olympus, Panasonic, Minolta, Sigma. Canon's are in boxes.
const RAW: [&[u8]; 7] =
    [b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb"];

fn is_raw(bytes: &[u8]) -> bool {
    RAW.iter().any(|begin| bytes.starts_with(begin))
}

/// HEIC, AVIF, raw files of Canon and films share their outer boxes and differ by the brand.
fn recognise_box(brand: &[u8]) -> Refusal {
    match brand.get(..4) {
        Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => {
            Refusal::Heic
        }
        Some(b"avif" | b"avis") => Refusal::Avif,
        Some(b"crx ") => Refusal::Raw,
        _ => Refusal::Video,
    }
}

/// Whether it begins as a text with tags does: SVG, HTML, XML.
fn has_tags(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"<")
}
