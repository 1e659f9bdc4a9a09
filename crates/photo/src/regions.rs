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
    /// region counts. Without one, colour is not measurable.
    pub reference: Option<Rect>,
    /// Skin that was not treated either and is measured like the region: if it seems to change, nothing is said.
    pub control: Option<Rect>,
}

impl Regions {
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
