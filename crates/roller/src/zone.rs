//! Zones: a polygon in millimetres with holes for what is spared (eyes, lips, moles).
//!
//! Checked once, here: finite corners, no line that crosses another, holes inside. x runs to the right, y downwards, as
//! in the picture. Ready-made zones are in [`crate::presets`].

use crate::error::{Error, within};

/// A corner, mm.
pub type Corner = [f64; 2];

/// A zone of skin.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    rings: Vec<Vec<Corner>>,
    area: f64,
}

/// The smallest and largest corner of a box, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    pub low: Corner,
    pub high: Corner,
}

impl Zone {
    /// The longest side of a zone, mm.
    pub const LONGEST: f64 = 1000.0;
    /// The most corners of outline and holes together.
    pub const CORNERS: usize = 400;

    /// A rectangle, mm.
    ///
    /// # Errors
    /// If a side is not from 1 to 1000 mm.
    pub fn rectangle(width: f64, height: f64) -> Result<Self, Error> {
        within("rectangle_mm", width, 1.0, Self::LONGEST)?;
        within("rectangle_mm", height, 1.0, Self::LONGEST)?;
        Self::polygon(vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]], Vec::new())
    }

    /// An outline with holes, mm, in either direction of turning.
    ///
    /// # Errors
    /// If lines cross or touch, a hole is outside, or a number can't be right.
    pub fn polygon(outline: Vec<Corner>, holes: Vec<Vec<Corner>>) -> Result<Self, Error> {
        let rings: Vec<Vec<Corner>> = std::iter::once(outline).chain(holes).collect();
        count(&rings)?;
        for side in rings.iter().flatten().flatten() {
            within("polygon_mm", *side, -Self::LONGEST, Self::LONGEST)?;
        }
        crossing(&rings)?;
        nesting(&rings)?;
        let area = area(&rings);
        within("area_mm2", area, 1.0, Self::LONGEST * Self::LONGEST)?;
        let zone = Self { rings, area };
        let Bounds { low, high } = zone.bounds();
        (0..2)
            .try_for_each(|axis| within("side_mm", high[axis] - low[axis], 1.0, Self::LONGEST))?;
        Ok(zone)
    }

    /// Skin in it, mm², without the holes.
    pub fn area_mm2(&self) -> f64 {
        self.area
    }
    /// The outline.
    pub fn outline(&self) -> &[Corner] {
        self.rings.first().map_or(&[], Vec::as_slice)
    }
    /// The holes.
    pub fn holes(&self) -> &[Vec<Corner>] {
        self.rings.get(1..).unwrap_or_default()
    }
    pub(crate) fn bounds(&self) -> Bounds {
        let mut bounds = Bounds { low: [f64::INFINITY; 2], high: [f64::NEG_INFINITY; 2] };
        for [x, y] in self.outline() {
            bounds.low = [bounds.low[0].min(*x), bounds.low[1].min(*y)];
            bounds.high = [bounds.high[0].max(*x), bounds.high[1].max(*y)];
        }
        bounds
    }
    /// The edges of all rings.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (Corner, Corner)> {
        self.rings.iter().flat_map(|ring| edges(ring))
    }
    /// Whether a place is inside the outline, and whether inside a hole.
    pub(crate) fn find(&self, at: Corner) -> (bool, bool) {
        (holds(self.outline(), at), self.holes().iter().any(|hole| holds(hole, at)))
    }
}

fn count(rings: &[Vec<Corner>]) -> Result<(), Error> {
    let all: usize = rings.iter().map(Vec::len).sum();
    for (ring, corners) in rings.iter().enumerate() {
        if corners.len() < 3 || all > Zone::CORNERS {
            let corners = if corners.len() < 3 { corners.len() } else { all };
            return Err(Error::Corners { ring, corners, most: Zone::CORNERS });
        }
    }
    Ok(())
}

fn edges(ring: &[Corner]) -> impl Iterator<Item = (Corner, Corner)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// The shoelace formula, holes taken off.
fn area(rings: &[Vec<Corner>]) -> f64 {
    let ring = |ring: &Vec<Corner>| {
        edges(ring).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
    };
    let mut areas = rings.iter().map(ring);
    areas.next().unwrap_or_default() - areas.sum::<f64>()
}

/// A line to the right crosses the ring an odd number of times.
fn holds(ring: &[Corner], [x, y]: Corner) -> bool {
    let crosses = |(a, b): &(Corner, Corner)| {
        (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    };
    edges(ring).filter(crosses).count() % 2 == 1
}

fn crossing(rings: &[Vec<Corner>]) -> Result<(), Error> {
    let all: Vec<_> = rings
        .iter()
        .enumerate()
        .flat_map(|(ring, corners)| {
            edges(corners).enumerate().map(move |(nth, edge)| (ring, nth, corners.len(), edge))
        })
        .collect();
    for (place, one) in all.iter().enumerate() {
        for other in all.iter().skip(place + 1) {
            // Neighbours share a corner.
            let apart = one.1.abs_diff(other.1);
            let neighbours = one.0 == other.0 && (apart == 1 || apart + 1 == one.2);
            let met = if neighbours { folds(one.3, other.3) } else { meets(one.3, other.3) };
            if met {
                return Err(Error::Crossing { rings: [one.0, other.0], at: one.3.0 });
            }
        }
    }
    Ok(())
}

fn cross(o: Corner, a: Corner, b: Corner) -> f64 {
    (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
}

/// Two edges that share a corner lie on each other.
fn folds(one: (Corner, Corner), other: (Corner, Corner)) -> bool {
    let (shared, a, b) =
        if one.1 == other.0 { (one.1, one.0, other.1) } else { (one.0, one.1, other.0) };
    let dot = (a[0] - shared[0]) * (b[0] - shared[0]) + (a[1] - shared[1]) * (b[1] - shared[1]);
    cross(shared, a, b).abs() < 1e-9 && dot >= 0.0
}

fn meets((a, b): (Corner, Corner), (c, d): (Corner, Corner)) -> bool {
    let (c1, c2) = (cross(a, b, c), cross(a, b, d));
    let (d1, d2) = (cross(c, d, a), cross(c, d, b));
    if c1 * c2 < 0.0 && d1 * d2 < 0.0 {
        return true;
    }
    let on = |p: Corner, q: Corner, at: Corner, side: f64| {
        side == 0.0
            && (0..2)
                .all(|axis| at[axis] >= p[axis].min(q[axis]) && at[axis] <= p[axis].max(q[axis]))
    };
    on(a, b, c, c1) || on(a, b, d, c2) || on(c, d, a, d1) || on(c, d, b, d2)
}

/// No lines cross, so one corner of a hole says where all of it is.
fn nesting(rings: &[Vec<Corner>]) -> Result<(), Error> {
    for (ring, hole) in rings.iter().enumerate().skip(1) {
        let first = hole.first().copied().unwrap_or_default();
        let within = rings.iter().enumerate().filter(|(other, _)| *other != ring);
        let within: Vec<usize> =
            within.filter(|(_, other)| holds(other, first)).map(|(other, _)| other).collect();
        if within != [0] {
            return Err(Error::HoleOutside { ring });
        }
    }
    Ok(())
}

/// How far a place is from a line between two corners, mm.
pub(crate) fn distance([x, y]: Corner, (a, b): (Corner, Corner)) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    let (dx, dy) = (x - a[0] - along * dx, y - a[1] - along * dy);
    (dx * dx + dy * dy).sqrt()
}
