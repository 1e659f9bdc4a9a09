//! The drawn photos: the same each time, healing from stage to stage, fit to be taken in.

#![expect(clippy::indexing_slicing, reason = "a test may fail loudly, its helpers too")]

use image::RgbImage;
use photo::drawing::{HEIGHT, View, WIDTH, draw, draw_jpeg};
use photo::intake::{Limits, take_in};

const VIEWS: [View; 4] = [View::Front, View::Left, View::Right, View::Close];

#[test]
fn every_view_is_taken_in_as_it_is() {
    for view in VIEWS {
        let clean = take_in(&draw_jpeg(view, 0.5, 7).unwrap(), &Limits::default()).unwrap();
        assert_eq!((clean.width, clean.height), (WIDTH, HEIGHT), "{view:?}");
        assert_eq!(clean.taken, None);
    }
}

#[test]
fn the_same_arguments_give_the_same_picture_and_another_seed_another() {
    let one = draw(View::Close, 0.3, 1);
    assert_eq!(one, draw(View::Close, 0.3, 1));
    assert_ne!(one, draw(View::Close, 0.3, 2));
    // What is beyond the stages is the nearest one.
    assert_eq!(draw(View::Close, 7.0, 1), draw(View::Close, 1.0, 1));
    assert_eq!(draw(View::Close, f32::NAN, 1), draw(View::Close, 0.0, 1));
}

#[test]
fn redness_and_pits_fade_with_the_stage() {
    for view in VIEWS {
        let stages = [0.0, 0.5, 1.0].map(|stage| draw(view, stage, 4));
        let red = stages.each_ref().map(redness);
        assert!(red[0] > red[1] && red[1] > red[2], "{view:?}: {red:?}");
    }
    let rough = [0.0, 0.5, 1.0].map(|stage| roughness(&draw(View::Close, stage, 4)));
    assert!(rough[0] > rough[1] && rough[1] > rough[2], "{rough:?}");
    // The scars have not vanished.
    let marks = |stage| draw(View::Close, stage, 4);
    assert_ne!(marks(1.0), marks(0.9));
}

/// The mean of log red over green.
fn redness(picture: &RgbImage) -> f64 {
    let ratio = |pixel: &image::Rgb<u8>| {
        (f64::from(pixel[0]) + 1.0).ln() - (f64::from(pixel[1]) + 1.0).ln()
    };
    picture.pixels().map(ratio).sum::<f64>() / picture.pixels().len() as f64
}

/// The mean step of red between places ten pixels apart.
fn roughness(picture: &RgbImage) -> f64 {
    let steps = picture.rows().flat_map(|row| {
        let row: Vec<f64> = row.map(|pixel| f64::from(pixel[0])).collect();
        (10..row.len()).map(move |x| (row[x] - row[x - 10]).powi(2)).collect::<Vec<_>>()
    });
    let (sum, count) = steps.fold((0.0, 0.0), |(sum, count), step| (sum + step, count + 1.0));
    (sum / count).sqrt()
}
