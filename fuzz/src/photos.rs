//! Photographs as inputs: small files of every kind that is taken in, mutated.
//!
//! Flips and edges of numbers are likelier here than cuts, and the check sums of a PNG are mostly put right afterwards,
//! so that the damage gets past the door.

use std::io::Cursor;
use std::sync::LazyLock;

use image::{DynamicImage, GrayImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;

use crate::mutate::Random;

/// Numbers at which sizes, lengths and counts go wrong, and markers of JPEG.
const EDGES: [&[u8]; 16] = [
    &[0],
    &[1],
    &[0x7F],
    &[0xFF],
    &[0, 0],
    &[0xFF, 0xFF],
    &[0, 0, 0, 0],
    &[0x7F, 0xFF, 0xFF, 0xFF],
    &[0xFF, 0xFF, 0xFF, 0xFF],
    &[0xFF, 0xD8],
    &[0xFF, 0xD9],
    &[0xFF, 0xD0],
    &[0xFF, 0xC0],
    &[0xFF, 0xC2],
    &[0xFF, 0xC4],
    &[0xFF, 0xDA],
];

static EXAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(examples);

/// A photograph, hurt a few times.
pub fn mutated(random: &mut Random) -> Vec<u8> {
    let mut bytes = random.pick(&EXAMPLES).cloned().unwrap_or_default();
    let times = if random.below(20) == 0 { 30 } else { 1 + random.below(4) };
    for _ in 0..times {
        mutate(&mut bytes, random);
    }
    if random.below(5) > 0 {
        mend_check_sums(&mut bytes);
    }
    bytes
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    // Heads matter more than pixels: every second place is among the first bytes.
    let reach = if random.below(2) == 0 { bytes.len() } else { bytes.len().min(700) };
    let from = random.below(reach + 1);
    let until = (from + random.below(40)).min(bytes.len());
    match random.below(12) {
        0..=4 => bytes.iter_mut().skip(from).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        5..=7 => overwrite(bytes, from, random.pick(&EDGES).copied().unwrap_or_default()),
        8 => drop(bytes.drain(from..until)),
        9 => drop(bytes.splice(from..from, bytes.get(from..until).unwrap_or_default().to_vec())),
        10 => take_over(bytes, from, until, random),
        _ => bytes.truncate(if random.below(4) == 0 { from } else { bytes.len() }),
    }
}

fn overwrite(bytes: &mut [u8], from: usize, edge: &[u8]) {
    bytes.iter_mut().skip(from).zip(edge).for_each(|(byte, edge)| *byte = *edge);
}

fn take_over(bytes: &mut Vec<u8>, from: usize, until: usize, random: &mut Random) {
    let Some(other) = random.pick(&EXAMPLES) else { return };
    let start = random.below(other.len());
    let stretch = other.get(start..(start + random.below(120)).min(other.len()));
    bytes.splice(from..until, stretch.unwrap_or_default().iter().copied());
}

/// The examples, unhurt.
pub fn whole() -> impl Iterator<Item = Vec<u8>> {
    EXAMPLES.iter().cloned()
}

fn examples() -> Vec<Vec<u8>> {
    let colour = RgbImage::from_fn(40, 24, |x, y| Rgb([(x * 6) as u8, (y * 10) as u8, 90]));
    let clear = RgbaImage::from_fn(24, 24, |x, y| Rgba([200, (x * 9) as u8, 90, (y * 10) as u8]));
    let grey = GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * y / 16) as u8]));
    let flat = GrayImage::from_pixel(64, 64, image::Luma([128]));
    let profile = ColorProfile::new_display_p3().encode().unwrap_or_default();
    let save = |picture: DynamicImage, format| {
        let mut file = Cursor::new(Vec::new());
        drop(picture.write_to(&mut file, format));
        file.into_inner()
    };
    let jpeg = save(colour.clone().into(), ImageFormat::Jpeg);
    let icc = with_segment(&jpeg, 0xE2, &[b"ICC_PROFILE\0\x01\x01", profile.as_slice()].concat());
    let webp = save(colour.clone().into(), ImageFormat::WebP);
    vec![
        with_segment(&icc, 0xE1, &[b"Exif\0\0", exif().as_slice()].concat()),
        with_segment(&jpeg, 0xE1, &[b"Exif\0\0", exif().as_slice()].concat()),
        save(grey.into(), ImageFormat::Jpeg),
        in_passes(&save(flat.into(), ImageFormat::Jpeg)),
        save(colour.into(), ImageFormat::Png),
        save(DynamicImage::from(clear.clone()).into_rgba16().into(), ImageFormat::Png),
        save(clear.into(), ImageFormat::WebP),
        extended(&webp, &profile),
        webp,
    ]
}

/// Puts a segment right behind the beginning of a JPEG.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let (start, rest) = jpeg.split_at_checked(2).unwrap_or_default();
    let length = (content.len() as u16 + 2).to_be_bytes();
    [start, &[0xFF, marker], &length, content, rest].concat()
}

/// A flat grey JPEG of 64 by 64 again, in two passes.
fn in_passes(flat: &[u8]) -> Vec<u8> {
    let scan = flat.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap_or_default();
    let mut head = flat.get(..scan).unwrap_or_default().to_vec();
    let frame = head.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap_or_default();
    overwrite(&mut head, frame, &[0xFF, 0xC2]);
    let first = [&[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0][..], &[0; 16]].concat();
    let second = [&[0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0][..], &[0xAA; 32]].concat();
    [head, first, second, vec![0xFF, 0xD9]].concat()
}

/// A WebP of 40 by 24 with a profile and an EXIF block.
fn extended(plain: &[u8], profile: &[u8]) -> Vec<u8> {
    let part = |name: &[u8; 4], content: &[u8]| {
        let length = (content.len() as u32).to_le_bytes();
        let odd = if content.len() % 2 == 1 { &[0][..] } else { &[] };
        [name, &length, content, odd].concat()
    };
    let head = part(b"VP8X", &[0b0010_1000, 0, 0, 0, 39, 0, 0, 23, 0, 0]);
    let pixels = plain.get(12..).unwrap_or_default();
    let body = [b"WEBP", head.as_slice(), &part(b"ICCP", profile), pixels, &part(b"EXIF", &exif())];
    part(b"RIFF", &body.concat())
}

/// Turned by a quarter, and taken on a day.
fn exif() -> Vec<u8> {
    let directory = b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0";
    let pointer = b"\x87\x69\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0";
    let moment = b"\0\x01\x90\x03\0\x02\0\0\0\x14\0\0\0\x38\0\0\0\x002026:11:23 18:04:05\0";
    [directory.as_slice(), pointer, moment].concat()
}

/// Puts the check sums of a PNG's chunks right, as far as the chunks can be followed.
fn mend_check_sums(bytes: &mut [u8]) {
    if !bytes.starts_with(b"\x89PNG") {
        return;
    }
    let mut rest = bytes.get_mut(8..).unwrap_or_default();
    while let Some(length) = rest.first_chunk::<4>().map(|four| u32::from_be_bytes(*four) as usize)
    {
        let Some((chunk, after)) = rest.split_at_mut_checked(length.saturating_add(12)) else {
            return;
        };
        let sum = check_sum(chunk.get(4..length + 8).unwrap_or_default());
        overwrite(chunk, length + 8, &sum.to_be_bytes());
        rest = after;
    }
}

fn check_sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    })
}
