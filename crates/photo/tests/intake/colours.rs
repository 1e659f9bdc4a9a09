//! Colours: every kind of pixel becomes 8-bit RGB, and the same red is the same number whichever profile it came in.

use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, LumaA, Rgb, Rgba};
use moxcms::{ColorProfile, Layout, TransformOptions};
use photo::intake::{Colour, take_in};

use super::files::{jpeg, middle, plain, save, small, with_profile};

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
