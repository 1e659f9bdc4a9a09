//! Colours to sRGB, by the profile in the file: the same red must be the same number whichever phone took it.
//!
//! A picture without a profile is sRGB by convention. What a profile beyond RGB means (grey, printing) is not guessed.

use image::RgbImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// A profile larger than this is no camera's.
const LARGEST: usize = 4 << 20;

/// How the colours came to sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The file has no profile: sRGB is assumed.
    Assumed,
    /// Converted by the profile in the file (which may have been sRGB).
    Converted,
    /// The file has a profile that could not be used: the numbers were kept, and colours are not to be measured.
    Kept,
}

/// Converts to sRGB as the profile says.
pub fn to_srgb(image: RgbImage, profile: Option<&[u8]>) -> (RgbImage, Colour) {
    let Some(profile) = profile else { return (image, Colour::Assumed) };
    match converted(&image, profile) {
        Some(image) => (image, Colour::Converted),
        None => (image, Colour::Kept),
    }
}

fn converted(image: &RgbImage, profile: &[u8]) -> Option<RgbImage> {
    let profile = Some(profile).filter(|profile| profile.len() <= LARGEST)?;
    let from = ColorProfile::new_from_slice(profile).ok()?;
    if from.color_space != DataColorSpace::Rgb {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let how = TransformOptions::default();
    let transform = from.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, how).ok()?;
    let mut into = RgbImage::new(image.width(), image.height());
    transform.transform(image.as_raw(), &mut into).ok()?;
    Some(into)
}
