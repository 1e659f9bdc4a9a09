//! How sure a change is: what the same, unchanged skin may seem to change by from photo to photo.
//!
//! `SDC = t · √(w²/a + w²/b + s² + j² + c²) + |bias| + |sheen|`, the smallest change that can be told from noise with 95
//! percent: `w` between photos of one sitting (`a` and `b` of them), `s` between sittings, `j` of a misfit of one pixel, `c` of the
//! colour fit; `t` of Student's distribution for as many degrees of freedom as there are.
//!
//! A few photos say little about noise. So what they say is mixed with a conservative prior that counts as four degrees of
//! freedom: guided phone photos of the face could tell colours apart down to ΔE 1.90 (Hashimoto and Kaneda 2024,
//! PMC11230921), which as pure redness is ΔEI 0.030. Half of that variance is taken as within a sitting, half as between.
//! With one photo a side there is nothing but the prior, and [`Noise::Prior`] says so.

mod student;
mod trend;

pub use trend::{Trend, trend};

use student::quantile;

/// The smallest change of EI that the prior alone allows to be told from noise.
pub const PRIOR_SDC: f64 = 0.030;
/// How many degrees of freedom the prior counts as.
const PRIOR_DF: f64 = 4.0;
/// What unchanged pictures under changed light and colour were measured to change by on the average, at most
/// (`docs/photo-limits.md`).
const BIAS: f64 = 0.0013;
/// No photo, however many, tells less than this: the floor measured on the bench.
const FLOOR: f64 = 0.004;

/// What the noise was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noise {
    /// A prior alone: there was one photo on each side.
    Prior,
    /// Several photos of a sitting, mixed with the prior.
    Repeats,
}

/// What goes into the doubt; all in units of EI.
#[derive(Clone, Debug, Default)]
pub struct Doubt {
    /// Each photo before, relative to the first.
    pub before: Vec<f64>,
    /// Each photo after, relative to the first.
    pub after: Vec<f64>,
    /// Standard deviation when the movement is wrong by a pixel.
    pub jitter: f64,
    /// Standard deviation of the light fitted at the region.
    pub colour: f64,
    /// What a sheen would explain of the change.
    pub sheen: f64,
    /// By how much untreated control skin changed between the sittings, if there is such skin.
    pub control: Option<f64>,
    /// By how much the same skin changed between sittings before the treatment, each pair of neighbouring sittings one
    /// number; empty if not known.
    pub sessions: Vec<f64>,
}

impl Doubt {
    /// The mean change.
    pub fn delta(&self) -> f64 {
        mean(&self.after) - mean(&self.before)
    }

    /// What the noise within sittings is taken from.
    pub fn noise(&self) -> Noise {
        if self.before.len().max(self.after.len()) > 1 { Noise::Repeats } else { Noise::Prior }
    }

    /// The smallest change that can be told from noise with 95 percent.
    pub fn sdc(&self) -> f64 {
        let (within, df) = self.within();
        let counts = 1.0 / self.before.len().max(1) as f64 + 1.0 / self.after.len().max(1) as f64;
        let variance = within * counts + self.between() + self.jitter.powi(2) + self.colour.powi(2);
        let noise = quantile(df) * variance.sqrt();
        noise.max(FLOOR) + BIAS + self.sheen.abs()
    }

    /// The variance within a sitting, of one photo, and the degrees of freedom behind it.
    fn within(&self) -> (f64, f64) {
        let prior = prior_variance() / 4.0;
        let around = |values: &[f64]| {
            let middle = mean(values);
            values.iter().map(|value| (value - middle).powi(2)).sum::<f64>()
        };
        let squares = around(&self.before) + around(&self.after);
        let own = (self.before.len() + self.after.len()).saturating_sub(2) as f64;
        let variance = (PRIOR_DF * prior + squares) / (PRIOR_DF + own);
        // The prior alone is known as it is, not estimated from four photos.
        (variance, if own == 0.0 { f64::INFINITY } else { PRIOR_DF + own })
    }

    /// The variance of a change between two sittings of skin that does not change.
    fn between(&self) -> f64 {
        let known = self.sessions.iter().chain(&self.control);
        let (squares, count) = known
            .fold((0.0, 0.0), |(squares, count), change| (squares + change * change, count + 1.0));
        (PRIOR_DF * prior_variance() / 2.0 + squares) / (PRIOR_DF + count)
    }
}

/// The variance of a change between two single photos of skin that does not change.
fn prior_variance() -> f64 {
    (PRIOR_SDC / 1.96).powi(2)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_photo_a_side_has_the_prior_and_repeats_sharpen_it() {
        let single = Doubt { before: vec![0.0], after: vec![0.1], ..Doubt::default() };
        assert_eq!(single.noise(), Noise::Prior);
        assert!((single.sdc() - PRIOR_SDC - BIAS).abs() < 2e-4, "{}", single.sdc());
        assert!((single.delta() - 0.1).abs() < 1e-12);
        let steady = Doubt {
            before: vec![0.0, 0.001, -0.001],
            after: vec![0.1, 0.101, 0.099],
            ..single.clone()
        };
        assert_eq!(steady.noise(), Noise::Repeats);
        assert!(steady.sdc() < single.sdc());
        let wild = Doubt { before: vec![0.0, 0.05, -0.05], ..steady };
        assert!(wild.sdc() > single.sdc(), "{}", wild.sdc());
    }

    #[test]
    fn everything_that_is_unsure_widens() {
        let plain = Doubt { before: vec![0.0], after: vec![0.0], ..Doubt::default() };
        let wider = [
            Doubt { jitter: 0.01, ..plain.clone() },
            Doubt { colour: 0.01, ..plain.clone() },
            Doubt { sheen: -0.01, ..plain.clone() },
            Doubt { control: Some(0.05), ..plain.clone() },
            Doubt { sessions: vec![0.04, -0.05], ..plain.clone() },
        ];
        assert!(wider.iter().all(|wider| wider.sdc() > plain.sdc() + 1e-3));
        let calm = Doubt { sessions: vec![0.001; 6], ..plain.clone() };
        assert!(calm.sdc() < plain.sdc());
        assert!(calm.sdc() > FLOOR);
    }
}
