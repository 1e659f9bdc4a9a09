//! Pictures on sheets.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use paper::{Block, Error};

use crate::{in_order, pages, poppler, sheet, text};

fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let middle = f64::from(height) * 0.6;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let fall = middle * (-3.0 * f64::from(x) / f64::from(width)).exp();
        let away = (f64::from(height) - f64::from(y) - fall - 10.0).abs();
        match away {
            a if a < 8.0 => Rgb([0xd8, 0xc2, 0xa6]),
            a if a < 22.0 => Rgb([0xe9, 0xdc, 0xcb]),
            _ => Rgb([0xfb, 0xf8, 0xf5]),
        }
    });
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("it fits into memory");
    bytes
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    drawn(width, height, ImageFormat::Png)
}

fn picture(bytes: Vec<u8>, share: f32) -> Block {
    Block::Picture { bytes, share, caption: "What it shows".to_owned() }
}

#[test]
fn both_formats_are_there_with_their_captions() {
    let jpeg = drawn(60, 40, ImageFormat::Jpeg);
    let sheet = sheet(vec![picture(png(60, 40), 0.5), picture(jpeg, 1.0)]);
    let pdf = paper::render(&sheet).expect("both can be read");
    if let Some(list) = poppler("pdfimages", &["-list"], &pdf) {
        assert_eq!(list.lines().filter(|line| line.contains("60    40")).count(), 2, "{list}");
    }
    if let Some(text) = text(&sheet) {
        in_order(&text, &["A title", "What it shows", "What it shows"]);
    }
}

#[test]
fn odd_shapes_and_shares_stay_on_one_page() {
    for (width, height) in [(1, 4000), (4000, 1), (1, 1), (900, 1600)] {
        for share in [f32::NAN, -1.0, 0.0, 1e30, f32::NEG_INFINITY] {
            let sheet = sheet(vec![picture(png(width, height), share)]);
            paper::render(&sheet).expect("it can be placed");
        }
        let page = pages(&sheet(vec![picture(png(width, height), 1.0)]));
        assert!(page.is_none_or(|n| n == 1), "{width} × {height}");
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    let mut torn = png(200, 200);
    torn.truncate(torn.len() / 2);
    let mut liar = png(2, 2);
    liar[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let broken = [
        Vec::new(),
        b"<svg/>".to_vec(),
        b"\x89PNG\r\n\x1a\n".to_vec(),
        b"\xff\xd8\xff\xe0".to_vec(),
        torn,
        liar,
    ];
    for bytes in broken {
        let result = paper::render(&sheet(vec![picture(bytes, 1.0)]));
        assert!(matches!(result, Err(Error::Picture(_))), "{result:?}");
    }
}
