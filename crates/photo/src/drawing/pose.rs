//! Where the head is and where the light comes from: from places on the face to places in the picture.
//!
//! The unit is half the width of the face. On the face, x runs to the right of the picture, y down, both from the point
//! between the eyes and the tip of the nose; the head is taken as an ellipsoid for turning and shading.

use super::View;
use super::canvas::{Frame, Point};
use super::noise::Random;

/// Height of the ellipsoid in widths.
const TALL: f32 = 1.42;

/// How the head is held and lit.
pub struct Pose {
    /// From units to pixels.
    pub frame: Frame,
    /// How much light, 1 being usual.
    pub exposure: [f32; 3],
    /// Towards the light.
    pub light: [f32; 3],
    sine: f32,
    cosine: f32,
}

/// A place on the face as it is seen.
pub struct Seen {
    /// Where in the picture, in units.
    pub at: Point,
    /// How wide a thing there looks, 1 being as from the front.
    pub squash: f32,
    /// How squarely it faces us: 0 at the edge, 1 in the middle.
    pub facing: f32,
}

impl Pose {
    /// The pose of a view, with the small differences of this seed.
    pub fn new(view: View, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let (turn, scale, x, y): (f32, f32, f32, f32) = match view {
            View::Front => (0.0, 385.0, 600.0, 790.0),
            View::Left => (-0.52, 400.0, 540.0, 790.0),
            View::Right => (0.52, 400.0, 660.0, 790.0),
            View::Close => (-0.45, 1500.0, 390.0, 190.0),
        };
        let turn = turn + random.between(-0.025, 0.025);
        let frame = Frame {
            centre: [x + random.between(-16.0, 16.0), y + random.between(-14.0, 14.0)],
            scale: scale * random.between(0.985, 1.015),
            tilt: random.between(-0.02, 0.02),
        };
        let warm = random.between(-0.025, 0.025);
        let bright = random.between(0.96, 1.04);
        let light = [random.between(-0.5, -0.3), random.between(-0.6, -0.45), 0.75];
        let (sine, cosine) = turn.sin_cos();
        let exposure = [bright * (1.0 + warm), bright, bright * (1.0 - warm)];
        Self { frame, exposure, light: unit(light), sine, cosine }
    }

    /// Where a place of the face is seen; `out` is how far it stands out from the ellipsoid.
    pub fn see(&self, x: f32, y: f32, out: f32) -> Seen {
        let depth = deep(x, y);
        let facing = depth * self.cosine - x * self.sine;
        Seen {
            at: [(x * self.cosine + (depth + out) * self.sine) / narrow(y), y],
            squash: (facing / depth).clamp(0.05, 1.6),
            facing,
        }
    }

    /// What place of the face is seen at a place of the picture.
    pub fn surface(&self, at: Point) -> Point {
        let [x, y] = [at[0] * narrow(at[1]), at[1]];
        [x * self.cosine - deep(x, y) * self.sine, y]
    }

    /// How far round the head from the nose a place of the picture lies: 0 in front, 1 at the side, 2 at the back.
    pub fn around(&self, at: Point) -> f32 {
        let [x, y] = [at[0] * narrow(at[1]), at[1]];
        let depth = deep(x, y);
        let [side, front] =
            [x * self.cosine - depth * self.sine, depth * self.cosine + x * self.sine];
        side.abs().atan2(front) / std::f32::consts::FRAC_PI_2
    }

    /// How much light falls on the head there: about 0.2 to 1.1.
    pub fn lit(&self, at: Point) -> f32 {
        let normal = unit([at[0] * 0.85, at[1] / TALL * 0.6, deep(at[0], at[1]) + 0.12]);
        let direct: f32 = normal.iter().zip(self.light).map(|(n, l)| n * l).sum();
        0.34 + 0.74 * (0.5 + 0.5 * direct).powi(2)
    }

    /// -1 with the head turned to the left of the picture, 1 to the right, 0 straight.
    pub fn turned(&self) -> f32 {
        (self.sine / 0.5).clamp(-1.1, 1.1)
    }
}

/// How much narrower than the ellipsoid the face is: the jaw narrows towards the chin.
pub fn narrow(y: f32) -> f32 {
    let below = y.max(0.0);
    1.0 + 0.13 * below * below
}

/// The length of a vector.
pub fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

fn deep(x: f32, y: f32) -> f32 {
    (1.0 - x * x - (y / TALL).powi(2)).max(0.03).sqrt()
}

fn unit(vector: [f32; 3]) -> [f32; 3] {
    let length = vector.iter().map(|part| part * part).sum::<f32>().sqrt();
    vector.map(|part| part / length.max(1e-6))
}
