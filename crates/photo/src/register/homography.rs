//! A plane seen from another side: 3 × 3 numbers that carry a place in one photo to the same place in another.

use crate::solve::Normal;

/// A place, in pixels from the upper left corner; the middle of the first pixel is at 0.5.
pub type Point = (f64, f64);

/// A place in the first photo, the same place in the second, and how much the pair counts.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// In the first photo.
    pub from: Point,
    /// In the second.
    pub to: Point,
    /// Its weight.
    pub weight: f64,
}

/// `(x, y, 1)` goes to `(u, v, w)`, and the place is `(u / w, v / w)`. The last number is 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Homography(pub [f64; 8]);

impl Homography {
    /// Every place stays.
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);

    /// Where a place goes.
    pub fn of(&self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f, g, h] = self.0;
        let w = g * x + h * y + 1.0;
        ((a * x + b * y + c) / w, (d * x + e * y + f) / w)
    }

    /// How the neighbourhood of a place is stretched and turned: `[[∂u/∂x, ∂u/∂y], [∂v/∂x, ∂v/∂y]]`.
    pub fn jacobian(&self, (x, y): Point) -> [[f64; 2]; 2] {
        let [a, b, _, d, e, _, g, h] = self.0;
        let (u, v) = self.of((x, y));
        let w = g * x + h * y + 1.0;
        [[(a - g * u) / w, (b - h * u) / w], [(d - g * v) / w, (e - h * v) / w]]
    }

    /// The same between copies of another size: places in the first times `from`, in the second times `to`.
    pub fn scaled(&self, from: f64, to: f64) -> Self {
        let [a, b, c, d, e, f, g, h] = self.0;
        Self([
            a * to / from,
            b * to / from,
            c * to,
            d * to / from,
            e * to / from,
            f * to,
            g / from,
            h / from,
        ])
    }

    /// The same, moved by some pixels of the second photo.
    pub fn moved(&self, x: f64, y: f64) -> Self {
        let [a, b, c, d, e, f, g, h] = self.0;
        Self([a + x * g, b + x * h, c + x, d + y * g, e + y * h, f + y, g, h])
    }

    /// The way back.
    pub fn inverse(&self) -> Option<Self> {
        let [a, b, c, d, e, f, g, h] = self.0;
        let last = a * e - b * d;
        let back = [
            e - f * h,
            c * h - b,
            b * f - c * e,
            f * g - d,
            a - c * g,
            c * d - a * f,
            d * h - e * g,
            b * g - a * h,
        ]
        .map(|value| value / last);
        back.iter().all(|value| value.is_finite()).then_some(Self(back))
    }

    /// The one that carries the pairs best, by weighted least squares; `None` if they do not settle one.
    ///
    /// Places are first brought to a common scale, and each equation is divided by the `w` of the round before, which
    /// makes the error that is made small one in pixels.
    pub fn fit(pairs: &[Pair]) -> Option<Self> {
        let (from, to) = (Frame::of(pairs, |pair| pair.from), Frame::of(pairs, |pair| pair.to));
        let mut found = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0];
        for _ in 0..3 {
            let mut normal = Normal::with_ridge([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1e-9, 1e-9]);
            for pair in pairs {
                let ((x, y), (u, v)) = (from.place(pair.from), to.place(pair.to));
                let [.., g, h] = found;
                let w = g * x + h * y + 1.0;
                let weight = pair.weight / (w * w).max(1e-6);
                normal.add(&[x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y], u, weight);
                normal.add(&[0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y], v, weight);
            }
            found = normal.solve()?;
        }
        Some(from.undo(&to, Self(found)))
    }
}

/// Where places lie and how widely.
struct Frame {
    middle: Point,
    size: f64,
}

impl Frame {
    fn of(pairs: &[Pair], place: impl Fn(&Pair) -> Point) -> Self {
        let count = pairs.len().max(1) as f64;
        let sum =
            |part: &dyn Fn(Point) -> f64| pairs.iter().map(|pair| part(place(pair))).sum::<f64>();
        let middle = (sum(&|at| at.0) / count, sum(&|at| at.1) / count);
        let square = |at: Point| (at.0 - middle.0).powi(2) + (at.1 - middle.1).powi(2);
        Self { middle, size: (sum(&square) / count).sqrt().max(1e-6) }
    }

    fn place(&self, (x, y): Point) -> Point {
        ((x - self.middle.0) / self.size, (y - self.middle.1) / self.size)
    }

    /// What was found between two frames, between pixels: `to⁻¹ · found · from`.
    fn undo(&self, to: &Self, Homography([a, b, c, d, e, f, g, h]): Homography) -> Homography {
        let (mx, my) = self.middle;
        let s = self.size;
        // found · from
        let first = |p: f64, q: f64, r: f64| [p / s, q / s, r - (p * mx + q * my) / s];
        let (top, mid, low) = (first(a, b, c), first(d, e, f), first(g, h, 1.0));
        // to⁻¹ · that
        let put = |line: [f64; 3], middle: f64| -> [f64; 3] {
            std::array::from_fn(|at| {
                let part = |of: &[f64; 3]| of.get(at).copied().unwrap_or(0.0);
                part(&line) * to.size + part(&low) * middle
            })
        };
        let ([a, b, c], [d, e, f], [g, h, i]) = (put(top, to.middle.0), put(mid, to.middle.1), low);
        Homography([a, b, c, d, e, f, g, h].map(|value| value / i))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TILTED: Homography = Homography([1.05, -0.07, 80.0, 0.07, 1.05, -50.0, 6e-6, -4e-6]);

    fn grid() -> impl Iterator<Item = Point> {
        (0..8).flat_map(|x| (0..8).map(move |y| (f64::from(x) * 400.0, f64::from(y) * 500.0)))
    }

    fn apart(a: Point, b: Point) -> f64 {
        (a.0 - b.0).hypot(a.1 - b.1)
    }

    #[test]
    fn it_is_found_from_pairs() {
        let pair = |at| Pair { from: at, to: TILTED.of(at), weight: 1.0 };
        let pairs: Vec<Pair> = grid().map(pair).collect();
        let found = Homography::fit(&pairs).unwrap();
        assert!(grid().all(|at| apart(found.of(at), TILTED.of(at)) < 1e-3));
        assert!(Homography::fit(&pairs[..2]).is_none());
    }

    #[test]
    fn there_and_back_again() {
        let back = TILTED.inverse().unwrap();
        assert!(grid().all(|at| apart(back.of(TILTED.of(at)), at) < 1e-6));
        let (small, at) = (TILTED.scaled(0.25, 0.5), (300.0, 200.0));
        let (x, y) = TILTED.of((1200.0, 800.0));
        assert!(apart(small.of(at), (x / 2.0, y / 2.0)) < 1e-9);
        let (u, v) = TILTED.of(at);
        assert!(apart(TILTED.moved(3.0, -2.0).of(at), (u + 3.0, v - 2.0)) < 1e-9);
    }

    #[test]
    fn the_jacobian_is_the_slope() {
        let (at, step) = ((500.0, 900.0), 1e-3);
        let [[ux, uy], [vx, vy]] = TILTED.jacobian(at);
        let (here, right, down) =
            (TILTED.of(at), TILTED.of((at.0 + step, at.1)), TILTED.of((at.0, at.1 + step)));
        assert!(((right.0 - here.0) / step - ux).abs() < 1e-5);
        assert!(((right.1 - here.1) / step - vx).abs() < 1e-5);
        assert!(((down.0 - here.0) / step - uy).abs() < 1e-5);
        assert!(((down.1 - here.1) / step - vy).abs() < 1e-5);
    }
}
