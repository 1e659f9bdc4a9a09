//! Bad input gets a clear error or a bound, never a hang.

use roller::{Device, Error, Roller, Rolling, Technique, Zone};

use super::{square, usual};

fn refused(device: Device, technique: Technique) -> String {
    Rolling::new(device, square(), technique).unwrap_err().to_string()
}

#[test]
fn numbers_that_cannot_be_are_named() {
    let roller = Roller::usual(192, 1.5);
    let device = |roller| Device::Roller(roller);
    let usual_way = Technique::default();
    let cases = [
        (
            refused(device(Roller { needles: 0, ..roller }), usual_way),
            "needles is 0; it must be from 1 to 2000",
        ),
        (
            refused(device(Roller { rows: 7, ..roller }), usual_way),
            "192 needles don't fill 7 rows evenly",
        ),
        (
            refused(device(Roller { drum_diameter_mm: f64::NAN, ..roller }), usual_way),
            "drum_diameter_mm is NaN; it must be from 5 to 100",
        ),
        (
            refused(device(Roller { length_mm: f64::INFINITY, ..roller }), usual_way),
            "length_mm is inf; it must be from 0.05 to 5",
        ),
        (
            refused(usual(), Technique { passes: 0, ..usual_way }),
            "passes is 0; it must be from 1 to 100",
        ),
        (
            refused(usual(), Technique { directions: 3, ..usual_way }),
            "directions is 3; it must be 1, 2 or 4",
        ),
        (
            refused(usual(), Technique { slip: 1.0, ..usual_way }),
            "slip is 1; it must be from 0 to 0.45",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn zones_that_cannot_be_are_refused() {
    let polygon = |corners: &[[f64; 2]], holes: &[&[[f64; 2]]]| {
        Zone::polygon(corners.to_vec(), holes.iter().map(|hole| hole.to_vec()).collect())
            .unwrap_err()
    };
    let frame = [[0.0, 0.0], [40.0, 0.0], [40.0, 40.0], [0.0, 40.0]];
    assert!(matches!(
        polygon(&[[0.0, 0.0], [40.0, 40.0], [40.0, 0.0], [0.0, 40.0]], &[]),
        Error::Crossing { rings: [0, 0], .. }
    ));
    assert!(matches!(
        polygon(&[[0.0, 0.0], [10.0, 0.0]], &[]),
        Error::Corners { ring: 0, corners: 2, .. }
    ));
    assert!(matches!(
        polygon(&[[0.0, 0.0], [f64::NAN, 0.0], [1.0, 9.0]], &[]),
        Error::Number { what: "polygon_mm", .. }
    ));
    assert!(matches!(
        polygon(&[[0.0, 0.0], [40.0, 0.0], [20.0, 0.0]], &[]),
        Error::Crossing { .. }
    ));
    let out = [[50.0, 10.0], [60.0, 10.0], [55.0, 20.0]];
    assert!(matches!(polygon(&frame, &[&out]), Error::HoleOutside { ring: 1 }));
    let across = [[30.0, 10.0], [60.0, 10.0], [35.0, 20.0]];
    assert_eq!(
        polygon(&frame, &[&across]).to_string(),
        "the outline crosses hole 1 (near 40.0, 0.0 mm)"
    );
    let (wide, within) =
        ([[5.0, 5.0], [35.0, 5.0], [20.0, 35.0]], [[19.0, 10.0], [21.0, 10.0], [20.0, 12.0]]);
    assert!(matches!(polygon(&frame, &[&wide, &within]), Error::HoleOutside { ring: 2 }));
    assert!(Zone::rectangle(1e9, 50.0).is_err() && Zone::rectangle(0.0, 50.0).is_err());
    let many: Vec<[f64; 2]> =
        (0..500).map(|nth| [f64::from(nth), f64::from(nth * nth % 7)]).collect();
    assert!(matches!(polygon(&many, &[]), Error::Corners { corners: 500, .. }));
}

#[test]
fn more_punctures_than_are_computed_are_refused_at_once() {
    let dense = Device::Roller(Roller::usual(1080, 0.5));
    let technique = Technique { passes: 100, ..Technique::default() };
    let refused =
        Rolling::new(dense, Zone::rectangle(1000.0, 1000.0).unwrap(), technique).unwrap_err();
    assert!(matches!(refused, Error::TooMany { .. }), "{refused}");
}

#[test]
fn one_needle_on_a_small_zone_has_results_all_the_same() {
    let lonely = Roller { needles: 1, rows: 1, ..Roller::usual(1, 0.5) };
    let rolling = Rolling::new(
        Device::Roller(lonely),
        Zone::rectangle(2.0, 2.0).unwrap(),
        Technique { passes: 1, ..Technique::default() },
    )
    .unwrap();
    for seed in 0..50 {
        let results = rolling.results(seed);
        assert!((0.0..=1.0).contains(&results.farther[0]));
        assert!(results.punctures <= 2);
    }
}
