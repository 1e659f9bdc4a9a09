//! Every reason not to compare, brought about.

use image::Rgb;
use photo::intake::{Camera, Colour, Limits, Refusal, Shot, open};
use photo::quality::{WhyNot, check_alone};
use photo::register::Homography;
use photo::{Comparison, Outcome, Rect, Regions, Settings, compare};

use super::scene::{Scene, Taken};
use super::{held, run, shot};

fn refused(said: &Comparison, id: &str) {
    let ids: Vec<&str> = said.why_not.iter().map(WhyNot::id).collect();
    assert!(ids.contains(&id), "{id} is not among {ids:?}: {:?}", said.registration);
    assert_eq!((said.comparable, said.result), (false, Outcome::NotComparable));
    assert!(said.delta_ei.is_none() && said.sdc.is_none());
    assert!(WhyNot::IDS.contains(&id));
}

/// Turned around the middle of the region and scaled.
fn seen(scene: &Scene, degrees: f64, scale: f64) -> Homography {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (sin, cos) = (scale * sin, scale * cos);
    let (x, y) = Rect::around(&scene.regions.all()).middle();
    Homography([cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0.0, 0.0])
}

#[test]
fn from_too_near_too_turned_or_with_the_skin_cut_off() {
    let scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let from = |from: Homography| {
        held(&scene, &before, &shot(&scene, &Taken { from, ..Taken::default() }))
    };
    refused(&from(seen(&scene, 0.0, 1.35)), "scale");
    refused(&from(seen(&scene, 22.0, 1.0)), "rotation");
    refused(&from(Homography::IDENTITY.moved(0.0, -scene.regions.region.y - 20.0)), "cut-off");
    let side = 1.0 / scene.side();
    refused(&from(Homography([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.5 * side, 0.0])), "tilt");
}

#[test]
fn blurred_clipped_or_dark() {
    let scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let after = |after: Taken| held(&scene, &before, &shot(&scene, &after));
    refused(&after(Taken { blur: 2.5, noise: 0.001, ..Taken::default() }), "blur");
    refused(&after(Taken { gain: [2.6; 3], ..Taken::default() }), "clipped");
    refused(&after(Taken { gain: [0.03; 3], noise: 0.0003, ..Taken::default() }), "too-dark");
}

/// The same photo with a white spot over this share of a rectangle's sides.
fn spotted(shot: &Shot, rect: &Rect, share: f64) -> Shot {
    let mut pixels = shot.pixels.rgb().into_owned();
    for x in 0..(rect.width * share) as u32 {
        for y in 0..(rect.height * share) as u32 {
            pixels.put_pixel(rect.x as u32 + x, rect.y as u32 + y, Rgb([255; 3]));
        }
    }
    Shot { pixels: pixels.into(), ..shot.clone() }
}

#[test]
fn what_is_clipped_is_named_and_a_first_photo_first_since_no_other_can_mend_it() {
    let scene = Scene::drawn(1200);
    let plain = shot(&scene, &Taken::default());
    let reference = scene.regions.reference.unwrap();
    for (rect, before, after) in [
        (scene.regions.region, "clipped-first", "clipped"),
        (reference, "clipped-first-reference", "clipped-reference"),
    ] {
        let spotted = spotted(&plain, &rect, 0.5);
        for (other, why) in [(&plain, before), (&spotted, before)] {
            let said = held(&scene, &spotted, other);
            refused(&said, why);
            let first = |why: &WhyNot| why.id().starts_with("clipped-first");
            assert!(said.why_not.iter().all(first), "{:?}", said.why_not);
        }
        let said = held(&scene, &plain, &spotted);
        refused(&said, after);
        let named = said.why_not.iter().find(|why| why.id() == after);
        let share = named.and_then(WhyNot::figure).unwrap();
        assert!((0.1..0.5).contains(&share), "{after}: {share}");
    }
}

#[test]
fn a_reference_that_the_region_covers_says_nothing_of_light() {
    let scene = Scene::drawn(1200);
    let photo = shot(&scene, &Taken::default());
    let region = scene.regions.region;
    let within = region.widened(-0.3);
    for reference in [region, within] {
        let regions = Regions { region, reference: Some(reference), control: None };
        refused(&between(&photo, &photo, &regions), "reference-covered");
        let regions = Regions { control: Some(reference), ..scene.regions.clone() };
        refused(&between(&photo, &photo, &regions), "control-covered");
    }
}

#[test]
fn a_test_patch_that_shines_can_t_vouch_for_the_light() {
    let scene = Scene::drawn(1200);
    let plain = shot(&scene, &Taken::default());
    let Rect { width, height, .. } = scene.regions.region;
    let control = Rect { x: 0.3 * 1200.0, y: 200.0, width: width / 2.0, height: height / 2.0 };
    let regions = Regions { control: Some(control), ..scene.regions };
    let little = spotted(&plain, &control, 0.5);
    assert!(between(&plain, &little, &regions).comparable, "the rest of it can");
    let spotted = spotted(&plain, &control, 0.9);
    refused(&between(&plain, &spotted, &regions), "clipped-control");
    refused(&between(&spotted, &plain, &regions), "clipped-control");
}

fn between(before: &Shot, after: &Shot, regions: &Regions) -> Comparison {
    let (before, after) = (std::slice::from_ref(before), std::slice::from_ref(after));
    compare(before, after, regions, &Settings::default())
}

#[test]
fn another_camera_flash_or_unknown_colours() {
    let scene = Scene::drawn(900);
    let plain = shot(&scene, &Taken::default());
    let with = |camera: Camera| Shot { camera: Some(camera), ..plain.clone() };
    let named = |model: &str| with(Camera { model: Some(model.into()), ..Camera::default() });
    let flash = |flash: bool| with(Camera { flash: Some(flash), ..Camera::default() });
    let lens = |mm: f64| with(Camera { focal_mm: Some(mm), ..Camera::default() });
    refused(&held(&scene, &named("one"), &named("other")), "camera");
    refused(&held(&scene, &lens(4.2), &lens(1.6)), "camera");
    refused(&held(&scene, &flash(false), &flash(true)), "flash");
    assert!(held(&scene, &named("one"), &named("one")).comparable);
    let kept = Shot { colour: Colour::Kept, ..plain.clone() };
    refused(&held(&scene, &plain, &kept), "profile");
    assert_eq!(check_alone(&kept), [WhyNot::Profile]);
    assert_eq!(check_alone(&plain), []);
}

#[test]
fn other_skin_is_never_compared() {
    let scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let blank = image::RgbImage::from_pixel(900, 1200, Rgb([190, 140, 120]));
    let blank = Shot { pixels: blank.into(), ..before.clone() };
    refused(&held(&scene, &before, &blank), "few-inliers");
    for photograph in Scene::photographs(1200) {
        let other = shot(&photograph, &Taken::default());
        refused(&held(&scene, &before, &other), "few-inliers");
        refused(&held(&photograph, &other, &before), "few-inliers");
    }
}

#[test]
fn without_reference_or_with_rectangles_that_do_not_fit() {
    let scene = Scene::drawn(900);
    let plain = shot(&scene, &Taken::default());
    let said = |regions: Regions| {
        compare(
            std::slice::from_ref(&plain),
            std::slice::from_ref(&plain),
            &regions,
            &Settings::default(),
        )
    };
    let regions = &scene.regions;
    refused(&said(Regions { reference: None, ..regions.clone() }), "no-reference");
    let rect = |x: f64, width: f64| Rect { x, y: 10.0, width, height: 50.0 };
    refused(&said(Regions { region: rect(5000.0, 50.0), ..regions.clone() }), "region-outside");
    refused(&said(Regions { region: rect(f64::NAN, 50.0), ..regions.clone() }), "region-outside");
    refused(&said(Regions { control: Some(rect(10.0, 9.0)), ..regions.clone() }), "region-small");
    refused(&compare(&[], std::slice::from_ref(&plain), regions, &Settings::default()), "no-photo");
    refused(&compare(std::slice::from_ref(&plain), &[], regions, &Settings::default()), "no-photo");
}

#[test]
fn a_control_that_changes_withholds_the_result() {
    let mut scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let after = shot(&scene, &Taken { redness: 0.08, seed: 2, ..Taken::default() });
    let cheek = scene.regions.region;
    let forehead = scene.regions.control.unwrap();
    // The redness is where the control is looked for; the reference lies beside both.
    let beside = Rect {
        x: cheek.x - cheek.width * 0.6,
        y: cheek.y + 1.3 * cheek.height,
        width: cheek.width,
        height: cheek.height * 0.5,
    };
    scene.regions = Regions { region: forehead, reference: Some(beside), control: Some(cheek) };
    refused(&held(&scene, &before, &after), "control-changed");
}

#[test]
fn light_of_two_colours_in_patches_is_refused() {
    let scene = Scene::drawn(900);
    let before = shot(&scene, &Taken::default());
    let mut pixels = before.pixels.rgb().into_owned();
    for (x, y, pixel) in pixels.enumerate_pixels_mut() {
        if (x / 9 + y / 9) % 2 == 0 {
            pixel.0[0] = pixel.0[0].saturating_sub(28);
        }
    }
    let after = Shot { pixels: pixels.into(), ..before.clone() };
    let said = held(&scene, &before, &after);
    assert!(!said.comparable, "{said:?}");
}

#[test]
fn files_that_can_not_be_opened_say_why() {
    let limits = Limits::default();
    let scene = Scene::drawn(600);
    let file = scene.photo(&Taken::default());
    assert_eq!(open(&file[..file.len() / 2], &limits).unwrap_err(), Refusal::CutOff);
    assert_eq!(open(&[], &limits).unwrap_err(), Refusal::Empty);
    let mut pixel = Vec::new();
    image::RgbImage::new(1, 1)
        .write_to(&mut std::io::Cursor::new(&mut pixel), image::ImageFormat::Png)
        .unwrap();
    assert_eq!(open(&pixel, &limits).unwrap_err().id(), "small");
    // A head that says 10,000 by 10,000, and nothing behind it.
    let mut bomb = pixel.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
    assert_eq!(open(&bomb, &limits).unwrap_err().id(), "pixels");
    let said = run(&scene, &Taken::default(), &Taken { seed: 4, ..Taken::default() });
    assert!(said.comparable, "{:?}", said.why_not);
}

/// A photo seen through a filter of whatever is given of its pixels.
fn through(shot: &Shot, filter: impl Fn([f64; 3]) -> [f64; 3]) -> Shot {
    let mut pixels = shot.pixels.rgb().into_owned();
    for pixel in pixels.pixels_mut() {
        pixel.0 = filter(pixel.0.map(f64::from)).map(|value| value.round().clamp(0.0, 255.0) as u8);
    }
    Shot { pixels: pixels.into(), ..shot.clone() }
}

#[test]
fn photos_without_colour_are_not_measured() {
    for scene in [vec![Scene::drawn(1200)], Scene::photographs(1200)].into_iter().flatten() {
        let before = shot(&scene, &Taken::default());
        let after = shot(&scene, &Taken { redness: 0.06, seed: 3, ..Taken::default() });
        let light = |[red, green, blue]: [f64; 3]| 0.299 * red + 0.587 * green + 0.114 * blue;
        let grey = |shot: &Shot| through(shot, |seen| [light(seen); 3]);
        let sepia = |shot: &Shot| {
            through(shot, |seen| [1.1 * light(seen), 0.95 * light(seen), 0.75 * light(seen)])
        };
        for (one, other) in [
            (grey(&before), grey(&after)),
            (before.clone(), grey(&after)),
            (sepia(&before), sepia(&after)),
            (sepia(&before), after.clone()),
        ] {
            refused(&held(&scene, &one, &other), "no-colour");
        }
        assert!(check_alone(&grey(&before)).contains(&WhyNot::NoColour));
        assert!(check_alone(&sepia(&before)).contains(&WhyNot::NoColour));
        assert!(!check_alone(&before).contains(&WhyNot::NoColour));
    }
}

#[test]
fn a_filter_that_takes_most_of_the_colour_is_noticed() {
    let scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let pale = through(&before, |seen| {
        let light = 0.299 * seen[0] + 0.587 * seen[1] + 0.114 * seen[2];
        seen.map(|value| light + 0.2 * (value - light))
    });
    let said = held(&scene, &before, &pale);
    assert!(!said.comparable, "{said:?}");
    let why: Vec<_> = said.why_not.iter().map(WhyNot::id).collect();
    assert!(why.contains(&"filter") || why.contains(&"no-colour"), "{why:?}");
}

#[test]
fn a_place_whose_colour_alone_was_taken_away_is_refused() {
    let scene = Scene::drawn(1200);
    let before = shot(&scene, &Taken::default());
    let place = scene.regions.region;
    let mut pixels = before.pixels.rgb().into_owned();
    for (x, y, pixel) in pixels.enumerate_pixels_mut() {
        if place.holds((f64::from(x), f64::from(y))) {
            pixel.0 = [pixel.0[1]; 3];
        }
    }
    let splash = Shot { pixels: pixels.into(), ..before.clone() };
    refused(&held(&scene, &before, &splash), "no-colour");
}
