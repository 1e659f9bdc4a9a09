//! Evening out contrast, tile by tile and no more than so much, so that a shaded cheek has as many marks as a lit one.
//!
//! Contrast-limited adaptive histogram equalisation (Zuiderveld 1994): each tile's histogram is cut at a limit, what was
//! cut off is shared out, and its running sum is the tile's curve; between the middles of four tiles the curves are
//! mixed.

use crate::plane::Plane;

/// Tiles across and down.
const TILES: usize = 8;
/// How many times the average a bin may hold.
const LIMIT: f32 = 3.0;

type Curve = [f32; 256];

/// The same picture with its contrast evened out, 0 to 255.
pub fn clahe(plane: &Plane) -> Plane {
    let (across, down) = (plane.width as f32 / TILES as f32, plane.height as f32 / TILES as f32);
    let curves: Vec<Curve> =
        (0..TILES * TILES).map(|tile| curve(plane, tile % TILES, tile / TILES)).collect();
    let mut even = plane.clone();
    for (y, row) in even.data.chunks_mut(plane.width.max(1)).enumerate() {
        let (top, bottom, low) = around((y as f32 + 0.5) / down);
        for (x, value) in row.iter_mut().enumerate() {
            let (left, right, far) = around((x as f32 + 0.5) / across);
            let old = *value;
            let bent = |across: usize, down: usize| look(&curves, across, down, old);
            let upper = bent(left, top) * (1.0 - far) + bent(right, top) * far;
            let lower = bent(left, bottom) * (1.0 - far) + bent(right, bottom) * far;
            *value = upper * (1.0 - low) + lower * low;
        }
    }
    even
}

/// The tiles whose middles lie before and behind a place, and how far it is between them.
fn around(place: f32) -> (usize, usize, f32) {
    let place = (place - 0.5).clamp(0.0, (TILES - 1) as f32);
    let before = place as usize;
    (before, (before + 1).min(TILES - 1), place - before as f32)
}

fn look(curves: &[Curve], across: usize, down: usize, value: f32) -> f32 {
    let curve = curves.get(down * TILES + across);
    curve.and_then(|curve| curve.get(value as usize)).copied().unwrap_or(value)
}

/// The curve of one tile.
fn curve(plane: &Plane, across: usize, down: usize) -> Curve {
    let part = |size: usize, tile: usize| size * tile / TILES..size * (tile + 1) / TILES;
    let mut counts = [0.0_f32; 256];
    for y in part(plane.height, down) {
        let row = plane.row(y).get(part(plane.width, across)).unwrap_or_default();
        for value in row {
            counts.iter_mut().skip(*value as usize).take(1).for_each(|count| *count += 1.0);
        }
    }
    let all: f32 = counts.iter().sum();
    let most = LIMIT * all / 256.0;
    let over: f32 = counts.iter().map(|count| (count - most).max(0.0)).sum();
    let mut sum = 0.0;
    counts.map(|count| {
        sum += count.min(most) + over / 256.0;
        255.0 * sum / all.max(1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faint_marks_in_the_shade_become_clearer_and_flat_stays_flat() {
        let mut faint = Plane::new(160, 160);
        for (at, value) in faint.data.iter_mut().enumerate() {
            *value = 40.0 + ((at / 7) % 3) as f32;
        }
        let even = clahe(&faint);
        let reach = |plane: &Plane| {
            let most = plane.data.iter().copied().fold(f32::MIN, f32::max);
            most - plane.data.iter().copied().fold(f32::MAX, f32::min)
        };
        assert!(reach(&even) > reach(&faint));
        assert!(even.data.iter().all(|value| (0.0..=255.5).contains(value)));
    }
}
