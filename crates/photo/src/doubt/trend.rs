//! A trend over four and more sittings, which says more than any two photos picked from them.
//!
//! Theil–Sen (Sen 1968): the slope is the median of the slopes between all pairs of sittings, so that one odd sitting does not
//! move it; its interval leaves out as many slopes at each end as Kendall's rank statistic may by chance.

use crate::solve::median;

/// A slope and between what it lies with 95 percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Change per day.
    pub slope: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Trend {
    /// Whether the trend is more than chance.
    pub fn is_sure(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// The trend of values at days. `None` with fewer than four sittings on different days.
pub fn trend(sittings: &[(f64, f64)]) -> Option<Trend> {
    let mut days: Vec<f64> = sittings.iter().map(|sitting| sitting.0).collect();
    days.sort_by(f64::total_cmp);
    days.dedup();
    if days.len() < 4 {
        return None;
    }
    let mut slopes = Vec::new();
    for (at, one) in sittings.iter().enumerate() {
        let later = sittings.iter().skip(at + 1).filter(|other| other.0 != one.0);
        slopes.extend(later.map(|other| (other.1 - one.1) / (other.0 - one.0)));
    }
    slopes.sort_by(f64::total_cmp);
    let (low, high) = interval(&slopes, sittings.len() as f64);
    Some(Trend { slope: median(&mut slopes)?, low, high })
}

/// Sen's interval: the slopes at `(N ∓ 1.96 σ) / 2`, with `σ² = n (n − 1) (2n + 5) / 18`; where that reaches beyond the
/// slopes there is no end.
fn interval(slopes: &[f64], sittings: f64) -> (f64, f64) {
    let reach = 1.96 * (sittings * (sittings - 1.0) * (2.0 * sittings + 5.0) / 18.0).sqrt();
    let cut = ((slopes.len() as f64 - reach) / 2.0).floor();
    if cut < 1.0 {
        return (f64::NEG_INFINITY, f64::INFINITY);
    }
    let cut = cut as usize - 1;
    let from = slopes.get(cut).copied().unwrap_or(f64::NEG_INFINITY);
    let to = slopes.iter().rev().nth(cut).copied().unwrap_or(f64::INFINITY);
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_fall_is_found_and_one_odd_visit_does_not_matter() {
        let mut sittings: Vec<(f64, f64)> =
            (0..10).map(|at| (f64::from(at) * 7.0, 0.2 - 0.01 * f64::from(at))).collect();
        sittings[4].1 = 0.9;
        let found = trend(&sittings).unwrap();
        assert!((found.slope + 0.01 / 7.0).abs() < 1e-9 && found.is_sure(), "{found:?}");
    }

    #[test]
    fn three_sittings_are_no_trend_and_four_are_never_sure() {
        assert_eq!(trend(&[(0.0, 1.0), (7.0, 0.9), (14.0, 0.8)]), None);
        let four = trend(&[(0.0, 1.0), (7.0, 0.9), (14.0, 0.8), (21.0, 0.7)]).unwrap();
        assert!((four.slope + 0.1 / 7.0).abs() < 1e-9 && !four.is_sure());
        assert_eq!(trend(&[(3.0, 1.0); 9]), None);
    }
}
