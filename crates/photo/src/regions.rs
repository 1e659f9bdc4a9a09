//! Where to measure: rectangles in pixels of the first photo.

use crate::register::{Homography, Point};

/// A rectangle, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// Where to measure, and what to hold it against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regions {
    /// The skin in question. Skin that was treated must lie in here, not in the others.
    pub region: Rect,
    /// Skin that was not treated, or a printed card; best around or beside the region. Where it overlaps the region, the
    /// region counts, and [a rim around it](Self::kept_out_of) is left out. Without one, colour is not measurable.
    pub reference: Option<Rect>,
    /// Skin that was not treated either and is measured like the region: if it seems to change, nothing is said.
    pub control: Option<Rect>,
}

/// By how much wider than the region the skin is that may share its redness: an eighth of its sides on each side.
/// A proposal, tried on redness that was added with a soft edge (`docs/photo-limits.md`); real skin was not measured.
const RIM: f64 = 0.25;

impl Regions {
    /// What is left out where untreated skin and the region meet: the region with a rim around it, since redness has no
    /// sharp edge, and what of it lies in the reference would be taken for light. Where a rim would take more than half
    /// of the untreated skin, the region alone.
    pub fn kept_out_of(&self, untreated: &Rect) -> Rect {
        let rim = self.region.widened(RIM);
        let left = |without: &Rect| untreated.area() - untreated.shared(without);
        if left(&rim) >= left(&self.region) / 2.0 { rim } else { self.region }
    }

    /// All rectangles.
    pub fn all(&self) -> Vec<Rect> {
        [Some(self.region), self.reference, self.control].into_iter().flatten().collect()
    }
}

impl Default for Rect {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, width: 0.0, height: 0.0 }
    }
}

impl Rect {
    /// Its four corners.
    pub fn corners(&self) -> [Point; 4] {
        let (right, low) = (self.x + self.width, self.y + self.height);
        [(self.x, self.y), (right, self.y), (self.x, low), (right, low)]
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// From corner to corner.
    pub fn diagonal(&self) -> f64 {
        self.width.hypot(self.height)
    }

    /// Across times down.
    fn area(&self) -> f64 {
        self.width * self.height
    }

    /// The area that lies in both.
    fn shared(&self, other: &Self) -> f64 {
        let both = |(from, long): (f64, f64), (other, its): (f64, f64)| {
            ((from + long).min(other + its) - from.max(other)).max(0.0)
        };
        both((self.x, self.width), (other.x, other.width))
            * both((self.y, self.height), (other.y, other.height))
    }

    /// The smallest rectangle that holds all of these.
    pub fn around(rects: &[Self]) -> Self {
        Self::of_points(rects.iter().flat_map(Self::corners))
    }

    /// The smallest rectangle that holds all of these places.
    fn of_points(points: impl Iterator<Item = Point>) -> Self {
        let far = f64::INFINITY;
        let (low, high) = points.fold(((far, far), (-far, -far)), |(low, high), (x, y)| {
            ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)))
        });
        if low.0 > high.0 {
            return Self::default();
        }
        Self { x: low.0, y: low.1, width: high.0 - low.0, height: high.1 - low.1 }
    }

    /// Where it lies in the other photo, with straight sides again.
    pub fn moved_by(&self, movement: &Homography) -> Self {
        Self::of_points(self.corners().into_iter().map(|at| movement.of(at)))
    }

    /// Wider by this share of its sides, half of it on each side.
    pub fn widened(&self, share: f64) -> Self {
        let (right, down) = (self.width * share, self.height * share);
        Self {
            x: self.x - right / 2.0,
            y: self.y - down / 2.0,
            width: self.width + right,
            height: self.height + down,
        }
    }

    /// How far a place is outside; 0 inside.
    pub fn distance(&self, (x, y): Point) -> f64 {
        let right = (self.x - x).max(x - self.x - self.width).max(0.0);
        let down = (self.y - y).max(y - self.y - self.height).max(0.0);
        right.hypot(down)
    }

    /// Whether a place is inside.
    pub fn holds(&self, at: Point) -> bool {
        self.distance(at) == 0.0
    }

    /// Whether all of it is inside a picture of this size.
    pub fn inside(&self, width: u32, height: u32) -> bool {
        let picture = Self { width: width.into(), height: height.into(), ..Self::default() };
        self.corners()
            .into_iter()
            .all(|(x, y)| x.is_finite() && y.is_finite() && picture.holds((x, y)))
    }

    /// Places evenly over it, so many across and down.
    pub fn grid(&self, count: usize) -> impl Iterator<Item = Point> {
        let (count, rect) = (count.max(1), *self);
        let step = (rect.width / count as f64, rect.height / count as f64);
        let at = move |place: usize| place as f64 + 0.5;
        (0..count * count).map(move |place| {
            (rect.x + step.0 * at(place % count), rect.y + step.1 * at(place / count))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    #[test]
    fn a_rim_is_left_out_of_untreated_skin_unless_too_little_would_be_left() {
        let region = rect(100.0, 100.0, 80.0, 40.0);
        let regions = Regions { region, ..Regions::default() };
        let rim = rect(90.0, 95.0, 100.0, 50.0);
        for (untreated, wanted, what) in [
            (rect(50.0, 50.0, 200.0, 200.0), rim, "well around it"),
            (rect(300.0, 0.0, 40.0, 40.0), rim, "far away"),
            (rect(92.0, 96.0, 96.0, 48.0), region, "a narrow frame within the rim"),
            (rect(180.0, 100.0, 12.0, 40.0), region, "a strip beside it"),
        ] {
            assert_eq!(regions.kept_out_of(&untreated), wanted, "{what}");
        }
    }
}
