//! Laws over random devices, zones and techniques, and over seeds.

use proptest::prelude::*;
use roller::{Device, Pen, Roller, Rolling, Stamp, Technique, Zone};

use super::{close, mean, rolled};

/// Punctures are density times area times passes, whatever the way of rolling, to what the edges and slip make of it.
#[test]
fn punctures_are_conserved() {
    for (passes, directions, lift) in
        [(1, 1, true), (4, 2, true), (16, 4, true), (16, 4, false), (7, 2, false)]
    {
        let slip = 0.02;
        let rolling = rolled(Technique { passes, directions, lift, slip, ..Technique::default() });
        let expected = rolling.device().density_per_pass() * f64::from(passes) * (1.0 - slip);
        close(mean(&rolling, 24, |results| results.density_per_cm2) / expected, 1.0, 0.025);
    }
}

/// A zone and its mirror image fare alike: the mean over seeds differs by no more than seeds do.
#[test]
fn a_mirrored_zone_fares_alike() {
    let corners = vec![[0.0, 0.0], [60.0, 5.0], [45.0, 40.0], [20.0, 55.0]];
    let mirrored = corners.iter().map(|[x, y]| [60.0 - x, *y]).collect();
    let rolled = |corners| {
        let technique = Technique { passes: 8, ..Technique::default() };
        Rolling::new(super::usual(), Zone::polygon(corners, Vec::new()).unwrap(), technique)
            .unwrap()
    };
    let (one, other) = (rolled(corners), rolled(mirrored));
    let density = |rolling: &Rolling| mean(rolling, 24, |results| results.density_per_cm2);
    close(density(&one) / density(&other), 1.0, 0.03);
    let left = |rolling: &Rolling| mean(rolling, 24, |results| results.farther[0]);
    close(left(&one), left(&other), 0.02);
}

/// Twice the seeds, and again: the mean settles.
#[test]
fn the_mean_settles_with_more_seeds() {
    let rolling = rolled(Technique { passes: 8, ..Technique::default() });
    let left: Vec<f64> = (0..64).map(|seed| rolling.results(seed).farther[0]).collect();
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let all = mean(&left);
    let error = |size: usize| {
        left.chunks(size).map(|some| (mean(some) - all).powi(2)).sum::<f64>()
            / (left.len() / size) as f64
    };
    assert!(error(16) < error(4) && error(4) < error(1), "{} {} {}", error(1), error(4), error(16));
    // The error of a mean falls with the root of its number: of its square, with the number.
    assert!(error(16) < error(1) / 5.0);
}

#[test]
fn more_passes_never_leave_more() {
    let left = |passes| {
        mean(&rolled(Technique { passes, ..Technique::default() }), 4, |results| results.farther[0])
    };
    let all: Vec<f64> = [1, 2, 4, 8, 16, 32].map(left).to_vec();
    assert!(all.windows(2).all(|pair| pair[1] < pair[0]), "{all:?}");
}

#[test]
fn the_same_seed_rolls_the_same() {
    let rolling = rolled(Technique::default());
    assert_eq!(rolling.roll(7), rolling.roll(7));
    assert_ne!(rolling.roll(7), rolling.roll(8));
}

#[test]
fn strokes_that_stop_at_the_edge_leave_the_rim_behind() {
    let usual = Technique { passes: 16, ..Technique::default() };
    let over = mean(&rolled(usual), 4, |results| results.rim.unwrap());
    let inside =
        mean(&rolled(Technique { stay_inside: true, ..usual }), 4, |results| results.rim.unwrap());
    close(over, 1.0, 0.05);
    assert!(inside < 0.93, "{inside}");
}

fn device() -> impl Strategy<Value = Device> {
    let roller = (1_u32..400, 1_u32..20, 5.0..60.0, 1.0..60.0, 0.1..3.0, 0.0..1.0).prop_map(
        |(arrays, rows, drum_diameter_mm, drum_width_mm, length_mm, stagger)| {
            let needles = (arrays * rows).min(2000) / rows * rows;
            Device::Roller(Roller {
                needles,
                rows,
                drum_diameter_mm,
                drum_width_mm,
                length_mm,
                stagger,
                rolling_radius_mm: None,
            })
        },
    );
    let stamp = (1_u32..540, 3.0..40.0)
        .prop_map(|(needles, head_mm)| Device::Stamp(Stamp { needles, head_mm, length_mm: 0.5 }));
    let pen = (1_u32..42, 10.0..150.0, 5.0..60.0, 3.0..20.0).prop_map(
        |(needles, frequency_hz, speed_mm_s, head_mm)| {
            Device::Pen(Pen { needles, frequency_hz, speed_mm_s, head_mm, length_mm: 1.0 })
        },
    );
    prop_oneof![roller, stamp, pen]
}

fn technique() -> impl Strategy<Value = Technique> {
    let numbers = (
        1_u32..12,
        prop_oneof![Just(1_u32), Just(2), Just(4)],
        0.0..5.0,
        0.0..3.0,
        0.0..0.1,
        0.0..0.3,
    );
    let rest = (any::<bool>(), any::<bool>(), proptest::option::of(10.0..80.0));
    (numbers, rest).prop_map(
        |(
            (passes, directions, shift_mm, lateral_sd_mm, heading_sd_rad, slip),
            (lift, stay_inside, stroke_mm),
        )| {
            Technique {
                passes,
                directions,
                lift,
                shift_mm,
                lateral_sd_mm,
                heading_sd_rad,
                slip,
                stroke_mm,
                stay_inside,
                ..Technique::default()
            }
        },
    )
}

/// A star-shaped zone, now and then with a hole in the middle.
fn zone() -> impl Strategy<Value = Zone> {
    (proptest::collection::vec(8.0..25.0_f64, 3..12), any::<bool>()).prop_map(|(reach, hole)| {
        let turn = std::f64::consts::TAU / reach.len() as f64;
        let corner = |(nth, reach): (usize, &f64)| {
            [reach * (nth as f64 * turn).cos(), reach * (nth as f64 * turn).sin()]
        };
        let hole =
            if hole { vec![vec![[-1.0, -1.0], [1.0, -1.0], [0.0, 1.0]]] } else { Vec::new() };
        Zone::polygon(reach.iter().enumerate().map(corner).collect(), hole).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_is_rolled_stays_within_its_bounds(device in device(), technique in technique(), zone in zone(), seed: u64) {
        let Ok(rolling) = Rolling::new(device, zone, technique) else { return Ok(()) };
        let punctures = rolling.roll(seed);
        let results = rolling.measure(&punctures, seed);
        prop_assert!(punctures.inside.len() <= roller::MOST);
        prop_assert!(results.effective_density_per_cm2 <= results.density_per_cm2 + 1e-9);
        prop_assert!(results.farther[1] <= results.farther[0] && (0.0..=1.0).contains(&results.farther[0]));
        prop_assert!(results.opened_share[0] <= results.opened_share[1] && results.opened_share[1] <= 1.0);
        if let Some(gap) = results.gap {
            // No probe is farther from a puncture than the largest gap's middle.
            prop_assert!(results.near_mm.iter().all(|near| *near <= gap.diameter_mm / 2.0 + 0.002));
        }
        if let Some(nearest) = results.nearest {
            prop_assert!(nearest.quantiles_mm.windows(2).all(|pair| pair[0] <= pair[1]));
        }
    }

    /// The index, the probes and the largest gap against looking at every puncture.
    #[test]
    fn distances_are_those_of_looking_at_every_puncture(technique in technique(), zone in zone(), seed: u64) {
        let rolling = Rolling::new(super::usual(), zone, technique).unwrap();
        let punctures = rolling.roll(seed);
        let results = rolling.measure(&punctures, seed);
        let all: Vec<[f64; 2]> = punctures.inside.iter().chain(&punctures.around).map(|at| at.map(f64::from)).collect();
        let nearest = |from: [f64; 2], but: usize| {
            let others = all.iter().enumerate().filter(|(place, _)| *place != but);
            others.map(|(_, at)| (at[0] - from[0]).hypot(at[1] - from[1])).fold(f64::INFINITY, f64::min)
        };
        if let Some(found) = results.nearest {
            let sum: f64 = (0..punctures.inside.len()).map(|place| nearest(all[place], place)).sum();
            prop_assert!((found.mean_mm - sum / punctures.inside.len() as f64).abs() < 1e-4);
        }
        if let Some(gap) = results.gap {
            prop_assert!((nearest(gap.at_mm, usize::MAX) - gap.diameter_mm / 2.0).abs() < 1e-3);
        }
    }
}
