//! Photos come out upright, and no larger than kept.

use image::ImageFormat;
use photo::intake::{Colour, Limits, take_in};

use super::files::{
    exif, extended_webp, four_corners, jpeg, pixels, save, small, with_chunk, with_exif,
};

/// The colours of the corners clockwise from above left, for each of the eight notes a camera can make.
const CORNERS: [(u16, &str); 9] = [
    (1, "rgwb"),
    (2, "grbw"),
    (3, "wbrg"),
    (4, "bwgr"),
    (5, "rbwg"),
    (6, "brgw"),
    (7, "wgrb"),
    (8, "gwbr"),
    // Not a note that means anything.
    (9, "rgwb"),
];

#[test]
fn every_orientation_comes_out_upright() {
    for (note, corners) in CORNERS {
        let file = with_exif(&jpeg(&four_corners()), &exif(note, "2026:11:23 18:04:05", ""));
        let clean = take_in(&file, &small()).unwrap();
        assert_eq!(seen(&clean.picture), corners, "orientation {note}");
        assert_eq!(seen(&clean.thumbnail), corners, "orientation {note}, thumbnail");
        let size = if (5..=8).contains(&note) { (64, 96) } else { (96, 64) };
        assert_eq!((clean.width, clean.height), size, "orientation {note}");
        assert_eq!(pixels(&clean.picture).dimensions(), size, "orientation {note}");
    }
}

#[test]
fn a_png_is_turned_too() {
    let png = save(four_corners(), ImageFormat::Png);
    let block = exif(6, "2026:11:23 18:04:05", "");
    for block in [block.clone(), [b"Exif\0\0", block.as_slice()].concat()] {
        let clean = take_in(&with_chunk(&png, b"eXIf", &block), &small()).unwrap();
        assert_eq!(seen(&clean.picture), "brgw");
    }
}

#[test]
fn a_webp_is_turned_and_converted_too() {
    let plain = save(four_corners(), ImageFormat::WebP);
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let file = extended_webp(&plain, &profile, &exif(6, "2026:11:23 18:04:05", ""));
    let clean = take_in(&file, &small()).unwrap();
    assert_eq!(seen(&clean.picture), "brgw");
    assert_eq!(clean.colour, Colour::Converted);
    assert!(clean.taken.is_some());
}

#[test]
fn larger_photos_are_made_smaller_and_smaller_ones_are_not_blown_up() {
    let file = jpeg(&four_corners());
    let sizes =
        [(4096, 480, (96, 64), (96, 64)), (48, 24, (48, 32), (24, 16)), (95, 1, (95, 63), (1, 1))];
    for (keep_side, thumbnail_side, kept, shown) in sizes {
        let limits = Limits { keep_side, thumbnail_side, ..small() };
        let clean = take_in(&file, &limits).unwrap();
        assert_eq!((clean.width, clean.height), kept);
        assert_eq!(pixels(&clean.picture).dimensions(), kept);
        assert_eq!(pixels(&clean.thumbnail).dimensions(), shown);
        let alone = photo::intake::thumbnail(&file, &limits).unwrap();
        assert_eq!(pixels(&alone).dimensions(), shown);
    }
}

/// The corners' colours clockwise from above left, by their first letters.
fn seen(file: &[u8]) -> String {
    let picture = pixels(file);
    let (right, below) = (picture.width() - 9, picture.height() - 9);
    let places = [(8, 8), (right, 8), (right, below), (8, below)];
    places.map(|(x, y)| name(picture.get_pixel(x, y).0)).iter().collect()
}

fn name(colour: [u8; 3]) -> char {
    match colour.map(|part| part > 120) {
        [true, false, false] => 'r',
        [false, true, false] => 'g',
        [false, false, true] => 'b',
        [true, true, true] => 'w',
        _ => '?',
    }
}
