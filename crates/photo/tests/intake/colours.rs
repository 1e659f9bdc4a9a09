//! Colours: every kind of pixel becomes 8-bit RGB, and the same red is the same number whichever profile it came in.

use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, LumaA, Rgb, Rgba};
use moxcms::{ColorProfile, Layout, TransformOptions};
use photo::intake::{Colour, take_in};

use super::files::{
    Entry, exif_of, jpeg, middle, plain, save, small, with_chunk, with_exif, with_profile,
};

const SKIN: [u8; 3] = [208, 142, 118];

fn near(found: [u8; 3], wanted: [u8; 3], within: u8) {
    let close = found.iter().zip(wanted).all(|(found, wanted)| found.abs_diff(wanted) <= within);
    assert!(close, "{found:?} is not {wanted:?}");
}

#[test]
fn every_kind_of_pixel_becomes_rgb() {
    let wide = |value: u8| u16::from(value) * 257;
    let [red, green, blue] = SKIN;
    let kinds: [(&str, DynamicImage, [u8; 3]); 7] = [
        ("grey", GrayImage::from_pixel(70, 70, Luma([99])).into(), [99; 3]),
        ("grey, 16 bits", ImageBuffer::from_pixel(70, 70, Luma([wide(99)])).into(), [99; 3]),
        ("grey, half clear", ImageBuffer::from_pixel(70, 70, LumaA([0_u8, 128])).into(), [127; 3]),
        ("16 bits", ImageBuffer::from_pixel(70, 70, Rgb(SKIN.map(wide))).into(), SKIN),
        ("clear", ImageBuffer::from_pixel(70, 70, Rgba([9_u8, 9, 9, 0])).into(), [255; 3]),
        ("not clear", ImageBuffer::from_pixel(70, 70, Rgba([red, green, blue, 255])).into(), SKIN),
        (
            "16 bits, half clear",
            ImageBuffer::from_pixel(70, 70, Rgba([0, 0, 0, 0x8000_u16])).into(),
            [127; 3],
        ),
    ];
    for (what, picture, wanted) in kinds {
        let clean = take_in(&save(picture, ImageFormat::Png), &small()).expect(what);
        near(middle(&clean.picture), wanted, 2);
        near(middle(&clean.thumbnail), wanted, 2);
        assert_eq!(clean.colour, Colour::Assumed, "{what}");
    }
    let webp = take_in(&save(plain(SKIN), ImageFormat::WebP), &small()).unwrap();
    near(middle(&webp.picture), SKIN, 2);
}

#[test]
fn the_same_red_is_the_same_number_in_every_profile() {
    let profiles = [
        ("sRGB", ColorProfile::new_srgb()),
        ("Display P3", ColorProfile::new_display_p3()),
        ("Adobe RGB", ColorProfile::new_adobe_rgb()),
        ("BT.2020", ColorProfile::new_bt2020()),
    ];
    for (name, profile) in profiles {
        let stored = in_profile(&profile, SKIN);
        let file = with_profile(&jpeg(&plain(stored)), &profile.encode().unwrap());
        let clean = take_in(&file, &small()).unwrap();
        assert_eq!(clean.colour, Colour::Converted, "{name}");
        near(middle(&clean.picture), SKIN, 3);
        if name == "Display P3" {
            // Without the profile the red would be off by more than the test allows.
            assert!(middle(&jpeg(&plain(stored)))[0].abs_diff(SKIN[0]) > 6);
        }
    }
}

/// The numbers by which another profile says a colour of sRGB.
fn in_profile(profile: &ColorProfile, colour: [u8; 3]) -> [u8; 3] {
    let mut stored = [0; 3];
    let transform = ColorProfile::new_srgb()
        .create_transform_8bit(Layout::Rgb, profile, Layout::Rgb, TransformOptions::default())
        .unwrap();
    transform.transform(&colour, &mut stored).unwrap();
    stored
}

#[test]
fn a_profile_that_cannot_be_used_is_noted_and_the_numbers_kept() {
    let grey = ColorProfile::new_gray_with_gamma(2.2).encode().unwrap();
    let whole = ColorProfile::new_display_p3().encode().unwrap();
    let half = whole[..whole.len() / 2].to_vec();
    for profile in [grey, half, b"no profile at all".to_vec(), Vec::new()] {
        let clean = take_in(&with_profile(&jpeg(&plain(SKIN)), &profile), &small()).unwrap();
        near(middle(&clean.picture), SKIN, 2);
        let noted = if profile.is_empty() { Colour::Assumed } else { Colour::Kept };
        assert!(clean.colour == noted || clean.colour == Colour::Kept, "{:?}", clean.colour);
    }
}

#[test]
fn adobe_rgb_that_only_exif_names_is_converted() {
    let stored = in_profile(&ColorProfile::new_adobe_rgb(), SKIN);
    let (space, word) = (0xA001, 0x0001);
    type Entries<'e> = &'e [(u16, Entry<'e>)];
    let cases: [(Entries<'_>, Colour, bool); 6] = [
        (&[(space, Entry::Number(0xFFFF)), (word, Entry::Text("R03"))], Colour::Converted, true),
        (&[(space, Entry::Number(2))], Colour::Converted, true),
        (&[(space, Entry::Number(1)), (word, Entry::Text("R98"))], Colour::Converted, false),
        (&[(space, Entry::Number(0xFFFF))], Colour::Kept, false),
        (&[(space, Entry::Number(7))], Colour::Kept, false),
        (&[], Colour::Assumed, false),
    ];
    for (entries, colour, is_adobe) in cases {
        let file = with_exif(&jpeg(&plain(stored)), &exif_of(entries));
        let clean = take_in(&file, &small()).unwrap();
        assert_eq!(clean.colour, colour);
        near(middle(&clean.picture), if is_adobe { SKIN } else { stored }, 3);
    }
}

#[test]
fn a_profile_says_more_than_exif() {
    let p3 = ColorProfile::new_display_p3();
    let file = with_exif(
        &jpeg(&plain(in_profile(&p3, SKIN))),
        &exif_of(&[(0xA001, Entry::Number(0xFFFF))]),
    );
    let clean = take_in(&with_profile(&file, &p3.encode().unwrap()), &small()).unwrap();
    assert_eq!(clean.colour, Colour::Converted);
    near(middle(&clean.picture), SKIN, 3);
}

#[test]
fn what_the_chunks_of_a_png_say_of_its_colours_is_done_or_said_to_be_unsure() {
    let numbers =
        |all: &[u32]| all.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>();
    let srgb = numbers(&[31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]);
    let adobe = numbers(&[31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000]);
    let (usual, straight) = (numbers(&[45_455]), numbers(&[100_000]));
    let p3 = in_profile(&ColorProfile::new_display_p3(), SKIN);
    type Chunks<'c> = &'c [(&'c [u8; 4], &'c [u8])];
    let cases: [(Chunks<'_>, [u8; 3], Colour); 9] = [
        (&[(b"sRGB", &[0])], SKIN, Colour::Converted),
        (&[(b"gAMA", &usual)], SKIN, Colour::Converted),
        (&[(b"gAMA", &usual), (b"cHRM", &srgb)], SKIN, Colour::Converted),
        (&[(b"gAMA", &straight)], SKIN, Colour::Kept),
        (&[(b"gAMA", &usual), (b"cHRM", &adobe)], SKIN, Colour::Kept),
        (&[(b"gAMA", &straight), (b"sRGB", &[0])], SKIN, Colour::Converted),
        (&[(b"cICP", &[1, 13, 0, 1])], SKIN, Colour::Converted),
        (&[(b"cICP", &[12, 13, 0, 1])], p3, Colour::Converted),
        (&[(b"cICP", &[9, 16, 0, 1])], SKIN, Colour::Kept),
    ];
    for (chunks, stored, colour) in cases {
        let png = save(plain(stored), ImageFormat::Png);
        let png = chunks.iter().fold(png, |png, (name, content)| with_chunk(&png, name, content));
        let clean = take_in(&png, &small()).unwrap();
        assert_eq!(clean.colour, colour, "{chunks:?}");
        near(middle(&clean.picture), SKIN, 3);
    }
}
