//! Colours to sRGB, by what the file says of them: the same red must be the same number whichever phone took it.
//!
//! A picture that says nothing is sRGB by convention. What a profile beyond RGB means (grey, printing) is not guessed.

use std::fmt;
use std::sync::Arc;

use image::RgbImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, TransformOptions};

use super::space::Space;

/// A profile larger than this is no camera's.
const LARGEST: usize = 4 << 20;

/// How the colours came to sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The file does not say what its colours are: sRGB is assumed.
    Assumed,
    /// Converted as the file says (which may have been sRGB).
    Converted,
    /// The file says something that could not be used: the numbers were kept, and colours are not to be measured.
    Kept,
}

/// From the colours of a file to sRGB.
pub struct Converter(Arc<Transform8BitExecutor>);

impl Converter {
    /// A picture in sRGB; `None` if it can't be.
    pub fn converted(&self, image: &RgbImage) -> Option<RgbImage> {
        let mut into = RgbImage::new(image.width(), image.height());
        self.0.transform(image.as_raw(), &mut into).ok()?;
        Some(into)
    }
}

impl fmt::Debug for Converter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Converter")
    }
}

/// How a file's colours come to sRGB: by a converter where they are not sRGB already.
pub fn plan(space: &Space) -> (Option<Converter>, Colour) {
    let profile = match space {
        Space::Unsaid => return (None, Colour::Assumed),
        Space::Srgb => return (None, Colour::Converted),
        Space::Unknown => None,
        Space::AdobeRgb => Some(ColorProfile::new_adobe_rgb()),
        Space::DisplayP3 => Some(ColorProfile::new_display_p3()),
        Space::Profile(profile) => read(profile),
    };
    match profile.as_ref().and_then(converter) {
        Some(converter) => (Some(converter), Colour::Converted),
        None => (None, Colour::Kept),
    }
}

/// Converts to sRGB as the file says.
pub fn to_srgb(image: RgbImage, space: &Space) -> (RgbImage, Colour) {
    let (converter, colour) = plan(space);
    let Some(converter) = converter else { return (image, colour) };
    match converter.converted(&image) {
        Some(image) => (image, colour),
        None => (image, Colour::Kept),
    }
}

fn read(profile: &[u8]) -> Option<ColorProfile> {
    let profile = Some(profile).filter(|profile| profile.len() <= LARGEST)?;
    let from = ColorProfile::new_from_slice(profile).ok()?;
    (from.color_space == DataColorSpace::Rgb).then_some(from)
}

fn converter(from: &ColorProfile) -> Option<Converter> {
    let srgb = ColorProfile::new_srgb();
    let how = TransformOptions::default();
    from.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, how).ok().map(Converter)
}
