//! Files that claim or become far more than they are.

use std::time::{Duration, Instant};

use image::ImageFormat;
use photo::intake::{Limits, Refusal, take_in};

use super::files::{chunk, four_corners, in_passes, jpeg, middle, save, with_chunk};

/// Refused at once: long before that many pixels could have been touched.
fn refused(file: &[u8]) -> Refusal {
    let start = Instant::now();
    let why = take_in(file, &Limits::default()).expect_err("a bomb was taken in");
    assert!(start.elapsed() < Duration::from_secs(2), "{why} took {:?}", start.elapsed());
    why
}

fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1A\n".to_vec();
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    file.extend(chunk(b"IHDR", &[&size, &[8, 2, 0, 0, 0][..]].concat()));
    file
}

#[test]
fn heads_that_claim_too_much_are_refused_before_decoding() {
    let png = |width, height| {
        [png_head(width, height), chunk(b"IDAT", &[0x78, 1, 3, 0]), chunk(b"IEND", b"")].concat()
    };
    let pixels = |pixels| Refusal::Pixels { pixels, most: 64 << 20 };
    assert_eq!(refused(&png(50_000, 50_000)), pixels(2_500_000_000));
    assert_eq!(refused(&png(10_000, 10_000)), pixels(100_000_000));
    assert_eq!(refused(&png(u32::MAX, u32::MAX)), pixels(u64::from(u32::MAX).pow(2)));
    assert_eq!(refused(&png(40_000, 100)), Refusal::Side { side: 40_000, most: 12_000 });
    assert_eq!(refused(&png(0, 100)), Refusal::Damaged);

    let mut large = jpeg(&four_corners());
    let frame = large.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    large[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(refused(&large), pixels(65_535 * 65_535));

    // VP8L: 14 bits each, less one, behind the byte that marks it.
    let mut webp = save(four_corners(), ImageFormat::WebP);
    let mark = webp.windows(4).position(|four| four == b"VP8L").unwrap() + 9;
    webp[mark..mark + 4].copy_from_slice(&[0xFE, 0xBF, 0xFF, 0x0F]);
    assert_eq!(refused(&webp), pixels(16_383 * 16_383));
}

#[test]
fn a_chunk_that_claims_gigabytes_is_refused() {
    let webp = save(four_corners(), ImageFormat::WebP);
    let mut file = webp.clone();
    file[16..20].copy_from_slice(&[0xF0, 0xFF, 0xFF, 0x7F]);
    assert_eq!(refused(&file), Refusal::CutOff);
    let mut file = webp;
    file[4..8].copy_from_slice(&[0xFF; 4]);
    assert_eq!(refused(&file), Refusal::CutOff);
    let mut png = save(four_corners(), ImageFormat::Png);
    png[33..37].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF]);
    refused(&png);
}

/// Deflate that says "the same again" for ever: a kilobyte becomes a megabyte.
fn zeros(kilobytes: usize) -> Vec<u8> {
    // One block with fixed codes: a zero, then copies of 258 bytes from one byte back (code 285 and distance 0),
    // nine bits of which eight are 11000101 and five are 0.
    let mut bits = vec![1, 1, 0];
    bits.extend([0, 0, 1, 1, 0, 0, 0, 0]);
    for _ in 0..kilobytes * 4 {
        bits.extend([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    }
    bits.extend([0; 7]);
    let bytes = bits.chunks(8).map(|byte| {
        byte.iter().enumerate().fold(0, |sum, (place, bit): (usize, &u8)| sum | (bit << place))
    });
    [0x78, 0x01].into_iter().chain(bytes).chain([0; 4]).collect()
}

#[test]
fn a_png_that_unpacks_to_far_more_than_its_size_is_bounded() {
    // 64 by 64 pixels need 12 kB; the data holds 200 MB.
    let data = chunk(b"IDAT", &zeros(200_000));
    let file = [png_head(64, 64), data, chunk(b"IEND", b"")].concat();
    let start = Instant::now();
    drop(take_in(&file, &Limits::default()));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    // A profile and a comment of the same kind: neither may stop the photo nor be unpacked whole.
    let png = save(four_corners(), ImageFormat::Png);
    for (name, head) in [(b"iCCP", &b"x\0\0"[..]), (b"zTXt", b"Comment\0\0")] {
        let start = Instant::now();
        drop(take_in(
            &with_chunk(&png, name, &[head, &zeros(200_000)].concat()),
            &Limits::default(),
        ));
        assert!(start.elapsed() < Duration::from_secs(2), "{name:?} {:?}", start.elapsed());
    }
}

#[test]
fn a_jpeg_of_countless_passes_is_refused_and_one_that_is_whole_is_read_no_further() {
    let passes = in_passes();
    let scan = passes.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let first = &passes[scan..scan + 10 + 16];
    let file = [&passes[..scan], &first.repeat(101), &passes[scan..]].concat();
    assert_eq!(refused(&file), Refusal::Rare);

    let whole = jpeg(&four_corners());
    let scan = whole.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let again = whole[scan..whole.len() - 2].repeat(1000);
    let file = [&whole[..scan], &again, &[0xFF, 0xD9]].concat();
    assert_eq!(take_in(&file, &Limits::default()), take_in(&whole, &Limits::default()));
}

#[test]
fn a_picture_that_needs_too_much_memory_is_refused_by_its_head() {
    // 49 megapixels of 16 bits with alpha: 392 MB, and as much again on the way to RGB.
    let mut file = png_head(7000, 7000);
    file[24..26].copy_from_slice(&[16, 6]);
    let head = chunk(b"IHDR", &file[16..29]);
    file.splice(8..33, head);
    file.extend(chunk(b"IDAT", &zeros(1)));
    assert_eq!(refused(&file).id(), "memory");
}

#[test]
fn a_picture_in_passes_is_taken_in_and_its_memory_reckoned() {
    let file = in_passes();
    let clean = take_in(&file, &Limits::default()).unwrap();
    assert_eq!((clean.width, clean.height), (64, 64));
    assert!(middle(&clean.picture).iter().all(|part| part.abs_diff(128) < 3));
    // Three bytes for each pixel, two for its coefficient.
    let memory = 64 * 64 * 5;
    assert!(take_in(&file, &Limits { memory, ..Limits::default() }).is_ok());
    let refused = take_in(&file, &Limits { memory: memory - 1, ..Limits::default() });
    assert_eq!(refused, Err(Refusal::Memory { bytes: memory, most: memory - 1 }));
}
