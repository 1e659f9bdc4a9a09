//! Files cut short, and files with flipped bits: refused or taken in, never a panic.

use std::cell::Cell;
use std::panic;
use std::sync::Once;

use image::ImageFormat;
use photo::intake::{Clean, Refusal, take_in};

use super::files::{Random, exif, four_corners, jpeg, pixels, save, small, with_exif};

thread_local! {
    static PANICKED: Cell<bool> = const { Cell::new(false) };
}

/// Takes a file in. A panic on the way fails the test, although `take_in` would make a refusal of it.
fn watched(file: &[u8]) -> Result<Clean, Refusal> {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |why| {
            PANICKED.set(true);
            usual(why);
        }));
    });
    let taken = take_in(file, &small());
    assert!(!PANICKED.take(), "a decoder panicked");
    taken
}

fn files() -> [(&'static str, Vec<u8>); 3] {
    [
        ("JPEG", with_exif(&jpeg(&four_corners()), &exif(6, "2026:11:23 18:04:05", "+01:00"))),
        ("PNG", save(four_corners(), ImageFormat::Png)),
        ("WebP", save(four_corners(), ImageFormat::WebP)),
    ]
}

#[test]
fn a_webp_cut_anywhere_is_refused_and_a_jpeg_before_its_last_block() {
    for (what, file) in files().into_iter().filter(|(what, _)| *what != "PNG") {
        let whole = watched(&file).unwrap();
        for length in 0..file.len() {
            match watched(&file[..length]) {
                // Without its end marker, and without a byte that only fills up.
                Ok(clean) => {
                    assert!(what == "JPEG" && length + 3 >= file.len(), "{what} cut at {length}");
                    assert_eq!(clean.picture, whole.picture);
                }
                Err(why) if length < 12 => assert_ne!(why, Refusal::Damaged),
                Err(why) => assert_eq!(why, Refusal::CutOff, "{what} cut at {length}"),
            }
        }
    }
}

#[test]
fn a_png_cut_anywhere_is_refused_or_whole() {
    let (_, file) = &files()[1];
    let whole = watched(file).unwrap();
    for length in 0..file.len() {
        if let Ok(clean) = watched(&file[..length]) {
            assert_eq!(pixels(&clean.picture), pixels(&whole.picture), "cut at {length}");
        }
    }
}

#[test]
fn flipped_bits_never_panic() {
    let mut random = Random(0x00C0_FFEE);
    let (mut taken, mut refused) = (0, 0);
    for (what, file) in files() {
        for round in 0..3334 {
            let mut hurt = file.clone();
            for _ in 0..=random.below(4) {
                let at = random.below(hurt.len());
                hurt[at] ^= 1 << random.below(8);
            }
            match watched(&hurt) {
                Ok(clean) => {
                    assert!(!clean.thumbnail.is_empty(), "{what} {round}");
                    taken += 1;
                }
                Err(why) => {
                    assert!(!why.id().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(taken > 500 && refused > 500, "{taken} taken in, {refused} refused");
}
