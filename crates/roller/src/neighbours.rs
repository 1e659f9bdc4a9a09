//! How far punctures are from each other: the nearest neighbour of each, and how many are left once double hits are
//! taken together.

use crate::zone::Bounds;

/// Distances from each puncture to the nearest other one, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// On average.
    pub mean_mm: f64,
    /// So much or less for 5, 25, 50, 75 and 95 percent of the punctures.
    pub quantiles_mm: [f64; 5],
    /// Share of punctures nearer than [`DOUBLE_MM`] to another.
    pub double_share: f64,
    /// Clark and Evans (1954): the mean over what chance would give, 0.5/√density. 1 is chance, below 1 clumped,
    /// above 1 more even than chance.
    pub clark_evans: f64,
}

/// Two punctures nearer than this count as one, mm: about the thickness of a needle.
pub const DOUBLE_MM: f64 = 0.25;

/// `None` with fewer than two punctures.
pub(crate) fn nearest(others: &[([f32; 2], f32)], area_mm2: f64) -> Option<Nearest> {
    let mut all: Vec<f32> = others.iter().map(|(_, distance)| *distance).collect();
    if !all.iter().all(|distance| distance.is_finite()) || all.is_empty() {
        return None;
    }
    let count = all.len() as f64;
    let mean_mm = all.iter().map(|distance| f64::from(*distance)).sum::<f64>() / count;
    let doubles = all.iter().filter(|distance| f64::from(**distance) < DOUBLE_MM).count();
    let chance = 0.5 / (count / area_mm2).sqrt();
    let quantiles_mm = quantiles(&mut all, [0.05, 0.25, 0.5, 0.75, 0.95]);
    Some(Nearest {
        mean_mm,
        quantiles_mm,
        double_share: doubles as f64 / count,
        clark_evans: mean_mm / chance,
    })
}

/// Quantiles in rising order, each looked for only above the one before.
pub(crate) fn quantiles<const N: usize>(all: &mut [f32], shares: [f64; N]) -> [f64; N] {
    let last = all.len().saturating_sub(1);
    let mut sorted = 0;
    shares.map(|share| {
        let place = ((last as f64 * share).round() as usize).max(sorted);
        let Some(rest) = all.get_mut(sorted..).filter(|rest| !rest.is_empty()) else { return 0.0 };
        let (_, value, _) = rest.select_nth_unstable_by(place - sorted, f32::total_cmp);
        sorted = place;
        f64::from(*value)
    })
}

/// How many punctures are left if each within [`DOUBLE_MM`] of one already counted is left out. Who has no neighbour so
/// near counts at once; the others go into a grid in which no cell can hold two.
pub(crate) fn apart(others: &[([f32; 2], f32)], bounds: Bounds) -> usize {
    let doubles = || others.iter().filter(|(_, distance)| f64::from(*distance) < DOUBLE_MM);
    let side = DOUBLE_MM as f32 / std::f32::consts::SQRT_2;
    let low = bounds.low.map(|side| side as f32);
    let [columns, rows] =
        [0, 1].map(|axis| (((bounds.high[axis] - bounds.low[axis]) as f32) / side) as usize + 5);
    let mut kept = vec![[f32::INFINITY; 2]; columns * rows];
    let square = (DOUBLE_MM * DOUBLE_MM) as f32;
    let mut left_out = 0;
    for (at, _) in doubles() {
        // Two cells of margin on each side.
        let [column, row] = [0, 1].map(|axis| ((at[axis] - low[axis]) / side) as usize);
        let near = (row..row + 5).any(|row| {
            let cells =
                kept.get(row * columns + column..row * columns + column + 5).unwrap_or_default();
            cells.iter().any(|[x, y]| (x - at[0]).powi(2) + (y - at[1]).powi(2) < square)
        });
        match kept.get_mut((row + 2) * columns + column + 2) {
            Some(cell) if !near => *cell = *at,
            _ => left_out += 1,
        }
    }
    others.len() - left_out
}
