//! What is made of a JPEG when it is asked for is what would be made of it at once.

use image::metadata::Orientation;
use image::{Rgb, RgbImage};

use super::*;
use crate::intake::encode_jpeg;
use crate::jpeg::Jpeg;

const ORIENTATIONS: [Orientation; 8] = [
    Orientation::NoTransforms,
    Orientation::Rotate90,
    Orientation::Rotate180,
    Orientation::Rotate270,
    Orientation::FlipHorizontal,
    Orientation::FlipVertical,
    Orientation::Rotate90FlipH,
    Orientation::Rotate270FlipH,
];

/// A photograph with something everywhere, 150 by 110 stored, as blocks.
fn photo(orientation: Orientation) -> Picture {
    let shade = |x: u32, y: u32| {
        Rgb([(x * 255 / 150) as u8, (y * 255 / 110) as u8, (x * y % 97) as u8 + 90])
    };
    let file = encode_jpeg(&RgbImage::from_fn(150, 110, shade)).unwrap();
    let coefficients = Jpeg::read(&file).unwrap().coefficients().unwrap();
    Blocks { coefficients, orientation, convert: None }.into()
}

#[test]
fn a_part_is_what_the_whole_shows_there_however_it_is_turned() {
    for orientation in ORIENTATIONS {
        let photo = photo(orientation);
        let whole = photo.rgb();
        assert_eq!(whole.dimensions(), photo.dimensions(), "{orientation:?}");
        for (x, y, width, height) in
            [(0.0, 0.0, 5.0, 5.0), (61.0, 40.0, 30.0, 17.0), (90.0, 90.0, 300.0, 300.0)]
        {
            let part = photo.part(&Rect { x, y, width, height });
            for (px, py, pixel) in whole.enumerate_pixels() {
                let inside = (x..x + width).contains(&f64::from(px))
                    && (y..y + height).contains(&f64::from(py));
                if inside {
                    assert_eq!(part.at(px, py), Some(pixel.0), "{orientation:?} {px} {py}");
                }
            }
        }
    }
}

#[test]
fn brightness_is_as_large_as_asked_for_and_turned_like_the_whole() {
    for orientation in ORIENTATIONS {
        let photo = photo(orientation);
        let whole = Plane::luma(&photo.rgb());
        let full = photo.brightness(150).unwrap();
        assert_eq!((full.width, full.height), (whole.width, whole.height));
        let off = full.data.iter().zip(&whole.data).map(|(one, other)| (one - other).abs());
        assert!(off.clone().sum::<f32>() / (off.count() as f32) < 1.0, "{orientation:?}");
        let half = photo.brightness(75).unwrap();
        assert_eq!((half.width, half.height), (whole.width / 2, whole.height / 2));
        for (x, y) in [(5, 5), (20, 9), (40, 30)] {
            let around = whole.between(2.0 * f64::from(x) + 1.0, 2.0 * f64::from(y) + 1.0);
            assert!((half.at(x as isize, y as isize) - around).abs() < 12.0, "{orientation:?}");
        }
    }
}

#[test]
fn outside_of_the_photo_and_of_what_was_asked_for_there_is_nothing() {
    let photo = photo(Orientation::NoTransforms);
    let part = photo.part(&Rect { x: 100.0, y: 60.0, width: 10.0, height: 10.0 });
    assert_eq!(part.at(0, 0), None);
    assert_eq!(part.at(150, 60), None);
    assert!(part.at(100, 60).is_some());
}
