//! Smaller pictures, and parts of one.

use image::{Rgb, RgbImage};

use super::*;
use crate::intake::encode_jpeg;

/// Smooth all over, so that a smaller one has the same colours.
fn slope() -> RgbImage {
    RgbImage::from_fn(203, 117, |x, y| Rgb([(x + 20) as u8, (2 * y) as u8, (240 - x) as u8]))
}

#[test]
fn a_smaller_picture_shows_the_same_at_every_scale() {
    let file = encode_jpeg(&slope()).unwrap();
    let jpeg = Jpeg::read(&file).unwrap();
    let whole = jpeg.pixels(Scale::Full).unwrap();
    for (scale, part) in [(Scale::Half, 2), (Scale::Quarter, 4), (Scale::Eighth, 8)] {
        let small = jpeg.pixels(scale).unwrap();
        assert_eq!(small.dimensions(), (203_u32.div_ceil(part), 117_u32.div_ceil(part)));
        // But for the last, whose blocks reach beyond the picture.
        for (x, y, pixel) in small.enumerate_pixels() {
            let (left, top) = (x * part, y * part);
            if left + 16 > 203 || top + 16 > 117 {
                continue;
            }
            let at = whole.get_pixel(left + part / 2, top + part / 2);
            let near = pixel.0.iter().zip(at.0).all(|(one, other)| one.abs_diff(other) < 8);
            assert!(near, "{scale:?} at {x} {y}: {pixel:?} {at:?}");
        }
    }
}

#[test]
fn the_smallest_scale_that_keeps_a_side_is_chosen() {
    let cases = [
        (4000, 2000, Scale::Half),
        (4000, 2001, Scale::Full),
        (4000, 1000, Scale::Quarter),
        (4000, 500, Scale::Eighth),
        (4000, 5, Scale::Eighth),
        (4000, u32::MAX, Scale::Full),
    ];
    for (long, least, scale) in cases {
        assert_eq!(Scale::keeping(long, least), scale, "{long} {least}");
    }
}

#[test]
fn all_at_once_and_from_top_to_bottom_are_the_same() {
    let file = encode_jpeg(&slope()).unwrap();
    let jpeg = Jpeg::read(&file).unwrap();
    let coefficients = jpeg.coefficients().unwrap();
    for scale in [Scale::Full, Scale::Half] {
        assert_eq!(coefficients.pixels(scale), jpeg.pixels(scale).unwrap());
    }
}
