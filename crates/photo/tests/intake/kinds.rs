//! What is not a photo that can be read is refused by name, whatever it is called.

use std::collections::BTreeSet;

use image::{GrayImage, ImageFormat};
use photo::intake::{Limits, Refusal, take_in};

use super::files::{four_corners, jpeg, plain, save, small};

#[test]
fn other_kinds_are_refused_by_name() {
    let cases: [(&[u8], Refusal); 21] = [
        (b"", Refusal::Empty),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Refusal::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", Refusal::Avif),
        (b"\0\0\0\x18ftypqt  \0\0\0\0", Refusal::Video),
        (b"\0\0\0\x18ftypisom\0\0\0\0", Refusal::Video),
        (b"\0\0\0\x18ftyp", Refusal::Video),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", Refusal::Raw),
        (b"FUJIFILMCCD-RAW 0201", Refusal::Raw),
        (b"IIRO\x08\0\0\0", Refusal::Raw),
        (b"IIU\0\x18\0\0\0", Refusal::Raw),
        (b"GIF89a\x01\0\x01\0", Refusal::Gif),
        (b"%PDF-1.7\n", Refusal::Pdf),
        (b"II*\0\x08\0\0\0", Refusal::Tiff),
        (b"MM\0*\0\0\0\x08", Refusal::Tiff),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refusal::Svg),
        (b"\xEF\xBB\xBF\n <?xml version='1.0'?><svg/>", Refusal::Svg),
        (b"<!doctype html>", Refusal::Svg),
        (b"PK\x03\x04", Refusal::Unknown),
        (b"BM\x46\0\0\0", Refusal::Unknown),
        (b"\xFF", Refusal::Unknown),
    ];
    for (file, why) in cases {
        assert_eq!(take_in(file, &small()), Err(why), "{:?}", String::from_utf8_lossy(file));
    }
}

#[test]
fn sizes_are_refused_with_their_figures() {
    let file = jpeg(&four_corners());
    let most = |limits| take_in(&file, &limits).map(drop);
    let bytes = file.len() as u64;
    assert_eq!(most(Limits { bytes, ..small() }), Ok(()));
    assert_eq!(
        most(Limits { bytes: bytes - 1, ..small() }),
        Err(Refusal::Bytes { bytes, most: bytes - 1 })
    );
    assert_eq!(most(Limits { pixels: 96 * 64, ..small() }), Ok(()));
    let pixels = Refusal::Pixels { pixels: 96 * 64, most: 6143 };
    assert_eq!(most(Limits { pixels: 6143, ..small() }), Err(pixels));
    assert_eq!(most(Limits { side: 96, ..small() }), Ok(()));
    assert_eq!(most(Limits { side: 95, ..small() }), Err(Refusal::Side { side: 96, most: 95 }));
    assert_eq!(most(Limits { least_side: 64, ..small() }), Ok(()));
    let tiny = Refusal::Small { side: 64, least: 65 };
    assert_eq!(most(Limits { least_side: 65, ..small() }), Err(tiny));
    assert_eq!(most(Limits { memory: 96 * 64 * 3, ..small() }), Ok(()));
    let heavy = Refusal::Memory { bytes: 96 * 64 * 3, most: 96 * 64 * 3 - 1 };
    assert_eq!(most(Limits { memory: 96 * 64 * 3 - 1, ..small() }), Err(heavy));
}

#[test]
fn one_pixel_is_not_a_photo_but_does_no_harm() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let pixel = image::imageops::crop_imm(&plain([200, 120, 100]), 0, 0, 1, 1).to_image();
        let file = save(pixel, format);
        let small_one = Refusal::Small { side: 1, least: 64 };
        assert_eq!(take_in(&file, &Limits::default()), Err(small_one), "{format:?}");
        let clean = take_in(&file, &small()).unwrap();
        assert_eq!((clean.width, clean.height), (1, 1));
    }
}

#[test]
fn what_phones_call_50_and_64_megapixels_is_taken() {
    // The sizes that sensors make, and what they are called.
    for (width, height) in [(8160, 6120), (8160, 6144), (8192, 6144), (9248, 6936), (9280, 6944)] {
        let mut file = jpeg(&four_corners());
        let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        let size = [u16::to_be_bytes(height), u16::to_be_bytes(width)].concat();
        file[frame + 5..frame + 9].copy_from_slice(&size);
        // Its size is fine; that the other blocks are missing is found only by reading them.
        assert_eq!(take_in(&file, &Limits::default()), Err(Refusal::Damaged), "{width} x {height}");
    }
}

#[test]
fn jpegs_for_printing_and_rare_ones_are_refused_by_name() {
    let colour = jpeg(&four_corners());
    let frame = colour.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let changed = |at: usize, value: u8| {
        let mut file = colour.clone();
        file[frame + at] = value;
        take_in(&file, &small()).map(drop)
    };
    assert_eq!(changed(9, 4), Err(Refusal::Cmyk));
    assert_eq!(changed(9, 2), Err(Refusal::Damaged));
    assert_eq!(changed(4, 12), Err(Refusal::Rare));
    assert_eq!(changed(1, 0xC3), Err(Refusal::Rare));
    assert_eq!(changed(1, 0xC9), Err(Refusal::Rare));
    let grey = save(GrayImage::new(70, 70), ImageFormat::Jpeg);
    assert!(take_in(&grey, &small()).is_ok());
}

#[test]
fn every_reason_has_an_id_of_its_own_and_says_what_next() {
    let reasons = [
        Refusal::Empty,
        Refusal::Bytes { bytes: 31_000_000, most: 30_000_000 },
        Refusal::Pixels { pixels: 100_000_000, most: 64 << 20 },
        Refusal::Side { side: 13_000, most: 12_000 },
        Refusal::Small { side: 1, least: 64 },
        Refusal::Memory { bytes: 600 << 20, most: 512 << 20 },
        Refusal::Heic,
        Refusal::Avif,
        Refusal::Gif,
        Refusal::Svg,
        Refusal::Pdf,
        Refusal::Tiff,
        Refusal::Raw,
        Refusal::Video,
        Refusal::Unknown,
        Refusal::Cmyk,
        Refusal::Rare,
        Refusal::CutOff,
        Refusal::Damaged,
    ];
    assert_eq!(reasons.map(|reason| reason.id()), Refusal::IDS);
    assert_eq!(Refusal::IDS.iter().collect::<BTreeSet<_>>().len(), Refusal::IDS.len());
    for reason in reasons {
        let words = reason.to_string();
        assert!(words.ends_with('.') && words.matches(['.', ':']).count() >= 2, "{words}");
        assert!(words.to_lowercase().contains("please") || reason == Refusal::Heic, "{words}");
    }
    assert_eq!(Refusal::Pixels { pixels: 99_600_000, most: 64 << 20 }.amounts(), Some((100, 64)));
    assert_eq!(Refusal::Heic.amounts(), None);
}
