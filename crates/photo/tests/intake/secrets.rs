//! What a file carries beside its pixels stays behind; the moment it was taken is told.

use image::ImageFormat;
use photo::intake::{Clean, Taken, take_in};

use super::files::{
    Entry, exif, exif_of, four_corners, jpeg, save, small, with_chunk, with_exif, with_segment,
};

const SECRETS: [&str; 9] = [
    "Exif",
    "GPS",
    "Geheimphone",
    "2026",
    "xmpmeta",
    "http",
    "<script",
    "PK\u{3}\u{4}",
    "my kitchen",
];

#[test]
fn nothing_but_pixels_leaves() {
    for (what, file) in loaded_files() {
        let found = SECRETS.iter().filter(|secret| holds(&file, secret)).count();
        assert!(found >= 3, "{what} carries no secrets to begin with");
        let clean = take_in(&file, &small()).unwrap();
        for secret in SECRETS {
            assert!(!holds(&clean.picture, secret), "{what}: {secret} in the picture");
            assert!(!holds(&clean.thumbnail, secret), "{what}: {secret} in the thumbnail");
        }
        assert!(only_jfif(&clean), "{what}: segments that a picture does not need");
    }
}

/// Files with all that can be put into them, and with something else glued to the end.
fn loaded_files() -> Vec<(&'static str, Vec<u8>)> {
    let block = exif(1, "2026:11:23 18:04:05", "+01:00");
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>my kitchen</x:xmpmeta>";
    let tail = b"<html><script>alert(1)</script></html>PK\x03\x04my kitchen";
    let jpeg = with_exif(&jpeg(&four_corners()), &block);
    let jpeg = with_segment(&with_segment(&jpeg, 0xE1, xmp), 0xFE, b"taken in my kitchen");
    let png = with_chunk(&save(four_corners(), ImageFormat::Png), b"eXIf", &block);
    let png = with_chunk(&png, b"tEXt", b"Comment\0taken in my kitchen, http");
    let webp = save(four_corners(), ImageFormat::WebP);
    [("JPEG", jpeg), ("PNG", png), ("WebP", webp)]
        .map(|(what, file)| (what, [&file, tail.as_slice()].concat()))
        .into()
}

fn holds(file: &[u8], secret: &str) -> bool {
    file.windows(secret.len()).any(|window| window == secret.as_bytes())
}

/// Every application segment of the file is the JFIF one, and nothing follows the end.
fn only_jfif(clean: &Clean) -> bool {
    let mut at = 2;
    let file = &clean.picture;
    while file[at + 1] != 0xDA {
        let marker = file[at + 1];
        if (0xE1..=0xEF).contains(&marker) || marker == 0xFE {
            return false;
        }
        at += 2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
    }
    file.ends_with(&[0xFF, 0xD9])
}

#[test]
fn the_moment_is_told_as_the_camera_says_it() {
    let cases = [
        ("2026:11:23 18:04:05", "+01:00", Some(("2026-11-23T18:04:05", Some(3600)))),
        ("2026:11:23 18:04:05", "-03:30", Some(("2026-11-23T18:04:05", Some(-12_600)))),
        ("2026:11:23 18:04:05", "Z", Some(("2026-11-23T18:04:05", Some(0)))),
        ("2026:11:23 18:04:05", "", Some(("2026-11-23T18:04:05", None))),
        ("2026:11:23 18:04:05", "noon", Some(("2026-11-23T18:04:05", None))),
        ("0000:00:00 00:00:00", "", None),
        ("2026:02:31 00:00:00", "", None),
        ("    :  :     :  :  ", "", None),
        ("", "", None),
    ];
    for (moment, offset, told) in cases {
        let file = with_exif(&jpeg(&four_corners()), &exif(1, moment, offset));
        let taken = take_in(&file, &small()).unwrap().taken;
        let told = told.map(|(local, seconds)| Taken {
            local: local.parse().unwrap(),
            offset: seconds.map(|seconds| jiff::tz::Offset::from_seconds(seconds).unwrap()),
        });
        assert_eq!(taken, told, "{moment:?} {offset:?}");
    }
    assert_eq!(take_in(&jpeg(&four_corners()), &small()).unwrap().taken, None);
}

#[test]
fn the_moment_is_that_of_the_picture_before_that_of_its_numbers_before_that_of_the_file() {
    let said = |moments: &[(u16, &str)]| {
        let block = exif_of(
            &moments.iter().map(|(tag, moment)| (*tag, Entry::Text(moment))).collect::<Vec<_>>(),
        );
        let taken = take_in(&with_exif(&jpeg(&four_corners()), &block), &small()).unwrap().taken;
        taken.map(|taken| taken.local.to_string())
    };
    let (original, digitized, changed) = (0x9003, 0x9004, 0x0132);
    let day = |day: u8| format!("2026:10:{day:02} 09:00:00");
    let (one, two, three) = (day(1), day(2), day(3));
    let told = |text: &str| Some(text.to_owned());
    assert_eq!(
        said(&[(changed, &three), (original, &one), (digitized, &two)]),
        told("2026-10-01T09:00:00")
    );
    assert_eq!(said(&[(changed, &three), (digitized, &two)]), told("2026-10-02T09:00:00"));
    assert_eq!(said(&[(changed, &three)]), told("2026-10-03T09:00:00"));
    assert_eq!(
        said(&[(original, "0000:00:00 00:00:00"), (digitized, &two)]),
        told("2026-10-02T09:00:00")
    );
    assert_eq!(said(&[]), None);
}

#[test]
fn a_broken_block_costs_the_moment_and_not_the_photo() {
    let block = exif(6, "2026:11:23 18:04:05", "+01:00");
    for length in 0..block.len() {
        let file = with_exif(&jpeg(&four_corners()), &block[..length]);
        assert!(take_in(&file, &small()).is_ok(), "cut at {length}");
    }
}
