//! How evenly the zone was treated: counts in cells, the rim against the whole, and lines that needles draw.

use std::f64::consts::TAU;

use crate::device::Pattern;
use crate::mask::{Mask, Place};
use crate::space::Space;
use crate::strokes::{HEADINGS, Punctures};
use crate::technique::Technique;
use crate::zone::Bounds;

/// Side of the cells in which punctures are counted, mm.
pub const CELL_MM: f64 = 5.0;
/// How wide the rim is, mm.
pub const RIM_MM: f64 = 3.0;

/// Lines at the distance of the device's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    /// How strong they are, in times of what chance gives (1). Below about 8 none can be told from chance.
    pub times_chance: f64,
    /// How far they are apart, mm.
    pub apart_mm: f64,
    /// Along which heading they run, degrees.
    pub heading_degrees: f64,
}

/// Standard deviation over mean of the counts in whole cells of 5 mm; `None` with fewer than four such cells.
pub(crate) fn variation(punctures: &Punctures, mask: &Mask) -> Option<f64> {
    let Bounds { low, high } = mask.zone().bounds();
    let [columns, rows] = [0, 1].map(|axis| ((high[axis] - low[axis] + 1e-6) / CELL_MM) as usize);
    let mut counts = vec![0_u32; columns * rows];
    for at in &punctures.inside {
        let [column, row] =
            [0, 1].map(|axis| ((f64::from(at[axis]) - low[axis]) / CELL_MM) as usize);
        if column < columns
            && let Some(count) = counts.get_mut(row * columns + column)
        {
            *count += 1;
        }
    }
    let whole = |cell: &usize| {
        let corner = [
            low[0] + (cell % columns) as f64 * CELL_MM,
            low[1] + (cell / columns) as f64 * CELL_MM,
        ];
        is_whole(mask, corner)
    };
    let counts: Vec<f64> = counts
        .iter()
        .enumerate()
        .filter(|(cell, _)| whole(cell))
        .map(|(_, count)| f64::from(*count))
        .collect();
    let mean = counts.iter().sum::<f64>() / counts.len() as f64;
    let square = counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>()
        / (counts.len() as f64 - 1.0);
    (counts.len() >= 4 && mean > 0.0).then(|| square.sqrt() / mean)
}

/// Whether a cell lies in the zone, as far as 36 places in it tell.
fn is_whole(mask: &Mask, corner: [f64; 2]) -> bool {
    let place = |nth: usize| 0.01 + nth as f64 * (CELL_MM - 0.02) / 5.0;
    (0..36).all(|nth| {
        mask.find([corner[0] + place(nth % 6), corner[1] + place(nth / 6)]) == Place::Inside
    })
}

/// Density within 3 mm of the edge over the density of the whole zone; `None` without punctures.
pub(crate) fn rim(punctures: &Punctures, space: &Space, mask: &Mask) -> Option<f64> {
    let near = |at| f64::from(mask.to_edge(at)) <= RIM_MM;
    let (mut all, mut rim) = (0.0, 0.0);
    for (at, _) in space.probes() {
        all += 1.0;
        rim += f64::from(u8::from(near(at)));
    }
    let count = punctures.inside.len() as f64;
    let hit = punctures.inside.iter().filter(|at| near(at.map(f64::from))).count() as f64;
    (count > 0.0 && rim > 0.0).then(|| (hit / rim) / (count / all))
}

/// The strongest lines: punctures are projected across each heading, and the power of that density at the spacing of the
/// rows, and at half of it, is compared with chance: |Σ exp(2πi·x/spacing)|²/n is 1 on average for n independent places.
pub(crate) fn lines(
    punctures: &Punctures,
    pattern: &Pattern,
    technique: &Technique,
) -> Option<Lines> {
    let headings = HEADINGS.iter().take(technique.directions as usize);
    let found = headings.flat_map(|heading| {
        [1.0, 2.0].map(|part| power(punctures, *heading, pattern.lines / part))
    });
    found
        .max_by(|one, other| one.times_chance.total_cmp(&other.times_chance))
        .filter(|_| !punctures.inside.is_empty())
}

/// Places are counted by their phase in 256 steps, so that sines are taken 256 times and not for each puncture.
fn power(punctures: &Punctures, heading: f64, apart_mm: f64) -> Lines {
    const STEPS: usize = 256;
    const FAR_TURNS: f64 = (1_u64 << 24) as f64;
    let mut counts = [0_u32; STEPS];
    let [x, y] = [-heading.sin() / apart_mm, heading.cos() / apart_mm];
    for at in &punctures.inside {
        let turns = f64::from(at[0]) * x + f64::from(at[1]) * y;
        // Far enough to the right that nothing is below zero, where a cast would round up.
        counts[((turns + FAR_TURNS) * STEPS as f64) as usize % STEPS] += 1;
    }
    let (mut sines, mut cosines) = (0.0, 0.0);
    for (step, count) in counts.iter().enumerate() {
        let (sin, cos) = (TAU * (step as f64 + 0.5) / STEPS as f64).sin_cos();
        sines += sin * f64::from(*count);
        cosines += cos * f64::from(*count);
    }
    let times_chance = (sines * sines + cosines * cosines) / punctures.inside.len().max(1) as f64;
    Lines { times_chance, apart_mm, heading_degrees: heading.to_degrees() }
}
