//! What a needle does to the surface: how much of it is opened, and how far a needle sweeps through it as the drum turns.
//!
//! No depth and no volume: depth over needle length is 0.2 (rats, roller) to 1.0 (people's skin, pen) in the sources,
//! so one number would be made up.

use crate::device::Roller;

/// Width of a channel at the surface, mm: measured in rats (Kalluri 2011), and the thickest needles in use.
pub const CHANNEL_MM: [f64; 2] = [0.07, 0.25];
/// Depth over needle length in the sources: Kalluri 2011 (rats, roller) and Sasaki 2019 (people's skin, pen).
pub const DEPTH_SHARE: [f64; 2] = [0.2, 1.0];

/// Share of the surface that is opened, lower and upper end: n·π·w²/4 for a density of n, at most all of it.
pub fn opened_share(density_per_cm2: f64) -> [f64; 2] {
    CHANNEL_MM.map(|width| {
        (density_per_cm2 / 100.0 * std::f64::consts::FRAC_PI_4 * width * width).min(1.0)
    })
}

/// How far one needle sweeps along the surface between entering and leaving, mm, and the angle at which it enters,
/// degrees.
///
/// A drum of radius R rolls on flat, stiff skin. A needle of length L meets the surface when cos α = R/(R+L), and the
/// point where it crosses the surface moves by 2R(tan α − α) until it leaves. Skin yields, so this is an upper bound.
pub fn sweep(roller: &Roller) -> Sweep {
    let radius = roller.drum_diameter_mm / 2.0;
    let angle = (radius / (radius + roller.length_mm)).acos();
    Sweep { at_most_mm: 2.0 * radius * (angle.tan() - angle), entry_degrees: angle.to_degrees() }
}

/// What [`sweep`] gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sweep {
    /// At most so far along the surface, mm.
    pub at_most_mm: f64,
    /// The angle of entry from upright, degrees.
    pub entry_degrees: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sweep_is_that_of_the_evidence() {
        let cases = [(0.25, 0.07), (0.5, 0.21), (1.0, 0.57), (1.5, 1.03), (2.0, 1.55), (3.0, 2.75)];
        for (length, expected) in cases {
            let found = sweep(&Roller::usual(192, length)).at_most_mm;
            assert!((found - expected).abs() < 0.025, "{length}: {found}");
        }
    }

    #[test]
    fn the_opened_share_is_that_of_the_evidence() {
        let [low, high] = opened_share(245.0);
        assert!((low - 0.0094).abs() < 0.0001 && (high - 0.12).abs() < 0.002, "{low} {high}");
    }
}
