//! The test of one's own roller: roll over foil or paper, count the holes in a rectangle, and the model is that roller's.

use std::f64::consts::TAU;

use crate::device::{Device, Roller};
use crate::error::{Error, within};

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// Holes in the rectangle.
    pub punctures: u32,
    /// Width and height of the rectangle, mm.
    pub rectangle_mm: [f64; 2],
    /// How often it was rolled over.
    pub passes: u32,
}

/// A device as a count showed it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibrated {
    /// The device with the rolling radius that the count tells.
    pub device: Device,
    /// Punctures per cm² and pass as counted.
    pub counted_per_cm2: f64,
    /// As the drum's size says.
    pub expected_per_cm2: f64,
    /// How far the count may be off by chance, as a share (one standard deviation, 1/√count).
    pub error: f64,
}

/// Needle holes on foil can't be half or double what the drum prints; then something was counted or measured wrongly.
const BELIEVED: std::ops::RangeInclusive<f64> = 0.5..=1.6;

/// The rolling radius follows from density = needles / (2πR · width).
///
/// # Errors
/// If it is no roller, or the count can't be its.
pub fn calibrate(device: &Device, count: &Count) -> Result<Calibrated, Error> {
    let Device::Roller(roller) = device else { return Err(Error::NoRoller) };
    device.check()?;
    within("punctures", f64::from(count.punctures), 1.0, 100_000.0)?;
    within("passes", f64::from(count.passes), 1.0, 100.0)?;
    count.rectangle_mm.iter().try_for_each(|side| within("rectangle_mm", *side, 5.0, 500.0))?;
    let [width, height] = count.rectangle_mm;
    let counted = f64::from(count.punctures) / (width * height * f64::from(count.passes));
    let factor = 100.0 * counted / device.density_per_pass();
    if !BELIEVED.contains(&factor) {
        return Err(Error::Count { factor });
    }
    let radius = f64::from(roller.needles) / (TAU * roller.drum_width_mm * counted);
    Ok(Calibrated {
        device: Device::Roller(Roller { rolling_radius_mm: Some(radius), ..*roller }),
        counted_per_cm2: 100.0 * counted,
        expected_per_cm2: device.density_per_pass(),
        error: 1.0 / f64::from(count.punctures).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_tells_the_radius_that_rolls() {
        let device = Device::Roller(Roller::usual(192, 1.5));
        // 13.3 per cm² and pass on 5 × 5 cm: the circle of the needle tips rolled.
        let count = Count { punctures: 332, rectangle_mm: [50.0, 50.0], passes: 1 };
        let found = calibrate(&device, &count).unwrap();
        assert!((found.device.density_per_pass() - 13.28).abs() < 1e-9);
        let Device::Roller(roller) = found.device else { panic!() };
        assert!((roller.rolling_radius() - 11.5).abs() < 0.02);
        assert!(
            (found.expected_per_cm2 - 15.28).abs() < 0.01 && (found.error - 0.055).abs() < 0.001
        );
    }

    #[test]
    fn a_count_that_cannot_be_is_refused() {
        let device = Device::Roller(Roller::usual(192, 1.5));
        let count = |punctures| Count { punctures, rectangle_mm: [50.0, 50.0], passes: 1 };
        assert!(matches!(calibrate(&device, &count(100)), Err(Error::Count { .. })));
        assert!(matches!(
            calibrate(&device, &count(0)),
            Err(Error::Number { what: "punctures", .. })
        ));
    }
}
