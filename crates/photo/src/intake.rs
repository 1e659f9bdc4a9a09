//! A photograph comes in: recognised by what it contains, measured before it is decoded, decoded within limits, turned
//! upright, brought to sRGB, made smaller, and written anew.
//!
//! Only pixels go into the new file, so place, camera, comments, hidden thumbnails and whatever was glued to the end of
//! the file stay behind by construction. The moment it was taken is read first and handed over as a value.
//! HEIC is not read: [`Refusal::Heic`] says what to do instead.
//!
//! [`open`] is for measuring: pixels at their full size, and what [`Camera`] took them.
//!
//! Where next: [`Refusal`] has all the reasons; [`head`] what is known before decoding; [`decode`] the decoding itself, that of
//! a JPEG [`crate::jpeg`]; [`space`] what colours mean.

mod camera;
mod colour;
mod decode;
mod encode;
mod exif;
mod head;
mod pixels;
mod refusal;
mod riff;
mod space;
mod taken;

use std::panic::{self, UnwindSafe};

use image::RgbImage;

use crate::jpeg::Jpeg;
use crate::picture::{Blocks, Picture};
use decode::Said;
use head::Head;

pub use camera::Camera;
pub use colour::Colour;
pub(crate) use colour::Converter;
pub use encode::jpeg as encode_jpeg;
pub use refusal::Refusal;
pub use taken::Taken;

/// What a photo may cost, and how large it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes.
    pub bytes: u64,
    /// The most pixels, width times height.
    pub pixels: u64,
    /// The longest side that is decoded, in pixels.
    pub side: u32,
    /// The shortest side that is still a photograph, in pixels.
    pub least_side: u32,
    /// The most memory for decoding, in bytes, reckoned from the head of the file.
    pub memory: u64,
    /// The longest side that is kept, in pixels; larger photos are made smaller.
    pub keep_side: u32,
    /// The longest side of the thumbnail, in pixels.
    pub thumbnail_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 30_000_000,
            // Sensors of “50 megapixels” make 50.3 million pixels, those of “64” up to 64.4.
            pixels: 64 << 20,
            side: 12_000,
            least_side: 64,
            memory: 256 << 20,
            keep_side: 4096,
            thumbnail_side: 480,
        }
    }
}

/// A photograph that can be kept: upright, sRGB, 8 bits, nothing in the files but pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Clean {
    /// The picture as JPEG.
    pub picture: Vec<u8>,
    /// The same, small, as JPEG.
    pub thumbnail: Vec<u8>,
    /// Pixels across, of the picture as kept.
    pub width: u32,
    /// Pixels down, of the picture as kept.
    pub height: u32,
    /// What the two files are: always `image/jpeg`.
    pub media: &'static str,
    /// When the camera says it was taken, if it says so.
    pub taken: Option<Taken>,
    /// How its colours came to sRGB.
    pub colour: Colour,
    /// What took it, if the file says so; the two pictures no longer do.
    pub camera: Option<Camera>,
}

/// Takes a photograph in, or says why not.
///
/// # Errors
/// [`Refusal`], which says what is wrong and what to do.
pub fn take_in(bytes: &[u8], limits: &Limits) -> Result<Clean, Refusal> {
    let upright = small(bytes, limits, limits.keep_side)?;
    let thumbnail = pixels::shrink(&upright.pixels, limits.thumbnail_side)?;
    Ok(Clean {
        picture: encode::jpeg(&upright.pixels)?,
        thumbnail: encode::jpeg(thumbnail.as_ref().unwrap_or(&upright.pixels))?,
        width: upright.pixels.width(),
        height: upright.pixels.height(),
        media: "image/jpeg",
        taken: upright.taken,
        colour: upright.colour,
        camera: upright.camera,
    })
}

/// Bytes of memory that taking a photograph in needs, reckoned from the head of the file, so that who takes in several knows how
/// many at a time. A file that can't be read needs next to nothing.
#[must_use]
pub fn needs(bytes: &[u8], limits: &Limits) -> u64 {
    let side = limits.keep_side;
    let needs = || head::look(bytes, limits).and_then(|head| decode::needs(&head, side));
    let decoded = panic::catch_unwind(needs).ok().and_then(Result::ok).unwrap_or_default();
    let side = u64::from(side);
    // As it is kept, and once more while it is turned, converted and written.
    let kept = (side * side).min(decoded / 3) * 4;
    decoded.min(limits.memory) + kept
}

/// Only the thumbnail of a photograph, as JPEG.
///
/// # Errors
/// [`Refusal`], as [`take_in`].
pub fn thumbnail(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Refusal> {
    encode::jpeg(&small(bytes, limits, limits.thumbnail_side)?.pixels)
}

/// A photograph to be measured: upright, sRGB, 8 bits, as large as it was taken. Only in memory.
#[derive(Clone, Debug)]
pub struct Shot {
    /// The pixels.
    pub pixels: Picture,
    /// How its colours came to sRGB.
    pub colour: Colour,
    /// How it was taken, if the file says so; a picture that was kept by [`take_in`] no longer does.
    pub camera: Option<Camera>,
    /// When the camera says it was taken, if it says so.
    pub taken: Option<Taken>,
}

/// Opens a photograph to measure it, or says why not. It needs three bytes of memory per pixel, for a JPEG with all colours of
/// each pixel six.
///
/// # Errors
/// [`Refusal`], as [`take_in`].
pub fn open(bytes: &[u8], limits: &Limits) -> Result<Shot, Refusal> {
    guarded(|| {
        let head = head::look(bytes, limits)?;
        match &head {
            Head::Jpeg(jpeg) if jpeg.coefficient_bytes() <= limits.memory => unpainted(jpeg),
            _ => upright(&head, limits, u32::MAX).map(|upright| Shot {
                pixels: upright.pixels.into(),
                colour: upright.colour,
                camera: upright.camera,
                taken: upright.taken,
            }),
        }
    })
}

/// A JPEG of which pixels are made when they are asked for.
fn unpainted(jpeg: &Jpeg<'_>) -> Result<Shot, Refusal> {
    let coefficients = jpeg.coefficients()?;
    let said = Said::of(jpeg);
    let (convert, colour) = colour::plan(&said.space);
    let (taken, camera) = of_exif(&said);
    let pixels = Blocks { coefficients, orientation: said.orientation, convert }.into();
    Ok(Shot { pixels, colour, camera, taken })
}

/// A photograph as pixels, upright and in sRGB.
struct Upright {
    pixels: RgbImage,
    taken: Option<Taken>,
    colour: Colour,
    camera: Option<Camera>,
}

/// The decoders are safe Rust and fuzzed: should one panic all the same, the photo is refused as damaged and nobody else's
/// request suffers.
fn guarded<T>(open: impl FnOnce() -> Result<T, Refusal> + UnwindSafe) -> Result<T, Refusal> {
    panic::catch_unwind(open).unwrap_or(Err(Refusal::Damaged))
}

/// A photograph whose longer side need not be longer than `side`.
fn small(bytes: &[u8], limits: &Limits, side: u32) -> Result<Upright, Refusal> {
    guarded(|| upright(&head::look(bytes, limits)?, limits, side))
}

fn upright(head: &Head<'_>, limits: &Limits, side: u32) -> Result<Upright, Refusal> {
    let decoded = decode::decode(head, limits, side)?;
    // Smaller first: turning and converting then touch fewer pixels.
    let small = pixels::shrink(&decoded.pixels, side)?.unwrap_or(decoded.pixels);
    let turned = pixels::turn(small, decoded.said.orientation);
    let (pixels, colour) = colour::to_srgb(turned, &decoded.said.space);
    let (taken, camera) = of_exif(&decoded.said);
    Ok(Upright { pixels, taken, colour, camera })
}

fn of_exif(said: &Said) -> (Option<Taken>, Option<Camera>) {
    let exif = said.exif.as_ref();
    (exif.and_then(taken::read), exif.and_then(camera::read))
}
