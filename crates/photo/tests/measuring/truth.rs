//! What was put in is found, as exactly as promised.

use photo::doubt::Noise;
use photo::register::Homography;
use photo::{Outcome, Rect, Settings, compare};

use super::careless;
use super::dice::Dice;
use super::scene::{Scene, Taken};
use super::{held, run, shot};

/// Other framing, other white balance, light falling off to one side.
fn other_light(seed: u64, redness: f32) -> Taken {
    let mut how = Taken { seed: seed + 9, redness, ..Taken::default() };
    careless::framing(&mut Dice::new(seed), &mut how);
    Taken { gain: [0.88, 0.95, 1.0], slope: [0.12, 0.08, 0.0], ..how }
}

#[test]
fn redness_is_found_within_four_thousandths_under_other_light_and_from_elsewhere() {
    for scene in Scene::all(1600) {
        let before = shot(&scene, &Taken::default());
        for (seed, truth) in [(1, 0.052_f32), (2, -0.052)] {
            let said = held(&scene, &before, &shot(&scene, &other_light(seed, truth)));
            assert!(said.comparable, "{}: {:?}", scene.name, said.why_not);
            let (found, sdc) = (said.delta_ei.unwrap(), said.sdc.unwrap());
            assert!(
                (found - f64::from(truth)).abs() <= 0.004,
                "{}: {found} for {truth}",
                scene.name
            );
            let wanted = if truth > 0.0 { Outcome::Increase } else { Outcome::Decrease };
            assert_eq!(said.result, wanted, "{}: {found} of {sdc}", scene.name);
            assert!(said.delta_a.unwrap().signum() == found.signum());
        }
    }
}

#[test]
fn two_photos_of_twelve_megapixels_lie_over_each_other_to_a_fifth_of_a_pixel_and_redness_is_found()
{
    let mut scenes = Scene::photographs(4000);
    scenes.push(Scene::drawn(4000));
    for scene in scenes {
        let (sin, cos) = 4_f64.to_radians().sin_cos();
        let (sin, cos) = (1.06 * sin, 1.06 * cos);
        let (x, y) = (1600.0, 2000.0);
        let (right, down) = (x - cos * x + sin * y + 80.0, y - sin * x - cos * y - 50.0);
        let from = Homography([cos, -sin, right, sin, cos, down, 3e-6, -2e-6]);
        let after = Taken {
            from,
            gain: [0.88, 0.95, 1.0],
            slope: [0.12, 0.08, 0.0],
            redness: 0.052,
            seed: 2,
            ..Taken::default()
        };
        let said = run(&scene, &Taken::default(), &after);
        let (found, redder) = (said.registration.unwrap(), said.delta_ei.unwrap());
        let face = Rect::around(&scene.regions.all());
        let squares: Vec<f64> = face
            .grid(20)
            .map(|at| {
                let (one, other) = (found.movement.of(at), from.of(at));
                (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2)
            })
            .collect();
        let rms = (squares.iter().sum::<f64>() / squares.len() as f64).sqrt();
        println!(
            "{}: {rms:.3} px, there and back {:.3} px, ΔEI {redder:.4}",
            scene.name, found.rms_px
        );
        assert!(rms <= 0.2, "{}: {rms} px", scene.name);
        assert!((redder - 0.052).abs() <= 0.004, "{}: {redder} for 0.052", scene.name);
    }
}

#[test]
fn display_p3_gives_the_same_redness() {
    for scene in Scene::all(1200) {
        let before = shot(&scene, &Taken::default());
        let after = Taken { redness: 0.05, seed: 2, ..Taken::default() };
        let one = held(&scene, &before, &shot(&scene, &after)).delta_ei.unwrap();
        let other =
            held(&scene, &before, &shot(&scene, &Taken { p3: true, ..after })).delta_ei.unwrap();
        assert!((one - other).abs() < 0.004, "{}: {one} and {other}", scene.name);
    }
}

#[test]
fn repeats_say_the_noise_and_one_photo_a_side_has_the_prior() {
    let scene = Scene::drawn(1200);
    let take = |seed: u64, redness: f32| shot(&scene, &other_light(seed, redness));
    let before: Vec<_> = (1..=3).map(|seed| take(seed, 0.0)).collect();
    let after: Vec<_> = (4..=6).map(|seed| take(seed, 0.06)).collect();
    let said = |before: &[_], after: &[_]| {
        // The rectangles are on the first photo, which is framed otherwise than the scene.
        let moved = |rect: Rect| rect.moved_by(&other_light(1, 0.0).from);
        let regions = photo::Regions {
            region: moved(scene.regions.region),
            reference: scene.regions.reference.map(moved),
            control: None,
        };
        compare(before, after, &regions, &Settings::default())
    };
    let (one, three) = (said(&before[..1], &after[..1]), said(&before, &after));
    assert_eq!((one.noise, three.noise), (Noise::Prior, Noise::Repeats), "{:?}", one.why_not);
    assert!(three.sdc.unwrap() < one.sdc.unwrap() + 0.002, "{three:?}");
    assert_eq!(three.result, Outcome::Increase, "{three:?}");
    assert!((three.delta_ei.unwrap() - 0.06).abs() < 0.01, "{three:?}");
}
