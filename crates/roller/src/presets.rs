//! Ready-made zones in centimetres, about the size of an adult's. Sizes are an assumption: measure your own to be exact.
//!
//! Seen from the front; "left" is the person's left. Holes spare eyes, nostrils and lips.

use crate::error::Error;
use crate::zone::{Corner, Zone};

type Ring = &'static [Corner];

/// Name, outline and holes, cm.
const PRESETS: [(&str, Ring, &[Ring]); 15] = [
    ("face", FACE, &[EYE_RIGHT, EYE_LEFT, NOSTRILS, LIPS]),
    (
        "forehead",
        &[
            [1.5, 0.5],
            [4.0, 0.0],
            [9.0, 0.0],
            [11.5, 0.5],
            [12.5, 3.0],
            [12.6, 5.2],
            [6.5, 4.6],
            [0.4, 5.2],
            [0.5, 3.0],
        ],
        &[],
    ),
    (
        "cheek-left",
        &[
            [0.6, 0.6],
            [3.0, 0.2],
            [5.6, 0.0],
            [6.2, 2.6],
            [5.8, 5.6],
            [4.4, 8.2],
            [2.0, 6.6],
            [0.4, 4.0],
        ],
        &[],
    ),
    (
        "cheek-right",
        &[
            [5.6, 0.6],
            [3.2, 0.2],
            [0.6, 0.0],
            [0.0, 2.6],
            [0.4, 5.6],
            [1.8, 8.2],
            [4.2, 6.6],
            [5.8, 4.0],
        ],
        &[],
    ),
    (
        "nose",
        &[
            [1.3, 0.0],
            [2.2, 0.0],
            [2.6, 2.6],
            [3.4, 4.0],
            [2.9, 4.6],
            [0.6, 4.6],
            [0.1, 4.0],
            [0.9, 2.6],
        ],
        &[],
    ),
    (
        "upper-lip",
        &[[0.3, 0.0], [5.2, 0.0], [5.6, 1.4], [3.4, 1.0], [2.75, 1.3], [2.1, 1.0], [-0.1, 1.4]],
        &[],
    ),
    ("chin", &[[0.3, 0.0], [5.2, 0.0], [5.0, 2.0], [3.8, 3.4], [1.7, 3.4], [0.5, 2.0]], &[]),
    ("neck", &[[0.5, 0.0], [12.5, 0.0], [12.0, 5.0], [13.0, 9.0], [0.0, 9.0], [1.0, 5.0]], &[]),
    (
        "decollete",
        &[[0.0, 0.0], [24.0, 0.0], [22.0, 7.0], [14.0, 13.0], [10.0, 13.0], [2.0, 7.0]],
        &[],
    ),
    (
        "abdomen",
        &[[2.0, 0.0], [26.0, 0.0], [28.0, 10.0], [26.0, 20.0], [2.0, 20.0], [0.0, 10.0]],
        &[NAVEL],
    ),
    (
        "thigh",
        &[[0.0, 0.0], [16.0, 0.0], [14.5, 15.0], [12.0, 28.0], [3.0, 28.0], [0.8, 15.0]],
        &[],
    ),
    (
        "buttock",
        &[[3.0, 0.0], [12.0, 0.5], [16.0, 6.0], [15.0, 13.0], [8.0, 16.0], [1.0, 13.0], [0.0, 5.0]],
        &[],
    ),
    (
        "upper-arm",
        &[[0.5, 0.0], [9.5, 0.0], [9.0, 12.0], [8.0, 22.0], [2.0, 22.0], [1.0, 12.0]],
        &[],
    ),
    (
        "back-of-hand",
        &[[0.8, 0.0], [7.2, 0.0], [8.0, 4.5], [6.8, 8.5], [1.2, 8.5], [0.0, 4.5]],
        &[],
    ),
    (
        "scalp-crown",
        &[
            [3.0, 0.0],
            [9.0, 0.0],
            [12.0, 4.0],
            [12.0, 9.0],
            [9.0, 12.0],
            [3.0, 12.0],
            [0.0, 9.0],
            [0.0, 4.0],
        ],
        &[],
    ),
];

const FACE: Ring = &[
    [3.4, 0.2],
    [5.4, 0.0],
    [8.6, 0.0],
    [10.6, 0.2],
    [12.4, 1.8],
    [13.4, 4.4],
    [13.7, 7.6],
    [13.4, 11.0],
    [12.4, 14.2],
    [10.4, 16.8],
    [8.4, 18.2],
    [5.6, 18.2],
    [3.6, 16.8],
    [1.6, 14.2],
    [0.6, 11.0],
    [0.3, 7.6],
    [0.6, 4.4],
    [1.6, 1.8],
];
const EYE_RIGHT: Ring =
    &[[1.8, 6.6], [3.2, 5.9], [4.8, 5.9], [6.0, 6.7], [5.2, 8.0], [3.2, 8.2], [2.0, 7.6]];
const EYE_LEFT: Ring =
    &[[12.2, 6.6], [10.8, 5.9], [9.2, 5.9], [8.0, 6.7], [8.8, 8.0], [10.8, 8.2], [12.0, 7.6]];
const NOSTRILS: Ring = &[[6.0, 11.2], [7.0, 11.4], [8.0, 11.2], [7.8, 11.8], [6.2, 11.8]];
const LIPS: Ring =
    &[[4.4, 13.8], [6.3, 13.1], [7.0, 13.3], [7.7, 13.1], [9.6, 13.8], [8.2, 15.0], [5.8, 15.0]];
const NAVEL: Ring = &[[13.4, 11.4], [14.6, 11.4], [14.6, 12.8], [13.4, 12.8]];

/// The names, in the order of the body from above.
pub fn names() -> impl Iterator<Item = &'static str> {
    PRESETS.iter().map(|(name, ..)| *name)
}

/// The zone of a name, if there is one.
///
/// # Errors
/// Never: a test builds them all.
pub fn find(name: &str) -> Option<Result<Zone, Error>> {
    let (_, outline, holes) = PRESETS.iter().find(|(known, ..)| *known == name)?;
    let mm = |ring: &Ring| ring.iter().map(|corner| corner.map(|cm| 10.0 * cm)).collect::<Vec<_>>();
    Some(Zone::polygon(mm(outline), holes.iter().map(mm).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_a_zone_of_a_believable_size() {
        for name in names() {
            let zone = find(name).unwrap().unwrap_or_else(|error| panic!("{name}: {error}"));
            let cm2 = zone.area_mm2() / 100.0;
            assert!((5.0..=520.0).contains(&cm2), "{name}: {cm2} cm²");
        }
    }

    #[test]
    fn the_face_spares_eyes_and_lips() {
        let face = find("face").unwrap().unwrap();
        assert_eq!(face.holes().len(), 4);
        assert_eq!(face.find([40.0, 70.0]), (true, true), "the right eye");
        assert_eq!(face.find([70.0, 30.0]), (true, false), "the forehead");
    }
}
