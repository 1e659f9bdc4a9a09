//! The same colours said in Display P3, with the profile in the file.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, RgbImage};
use moxcms::{ColorProfile, Layout, TransformOptions};

pub fn tagged_p3(pixels: &RgbImage, quality: u8) -> Vec<u8> {
    let profile = ColorProfile::new_display_p3();
    let transform = ColorProfile::new_srgb()
        .create_transform_8bit(Layout::Rgb, &profile, Layout::Rgb, TransformOptions::default())
        .unwrap();
    let mut stored = RgbImage::new(pixels.width(), pixels.height());
    transform.transform(pixels.as_raw(), &mut stored).unwrap();
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.set_icc_profile(profile.encode().unwrap()).unwrap();
    encoder.encode_image(&stored).unwrap();
    bytes
}
