//! What heals: scar pits and redness on the cheeks. Their places are the person's and never change; how deep and how
//! red they are is the stage's.

use super::canvas::{Canvas, Colour, ease, multiply};
use super::noise::{Random, smooth};
use super::pose::{Pose, length};

/// One scar pit or red spot, in units of the face.
struct Mark {
    x: f32,
    y: f32,
    reach: f32,
    depth: f32,
    red: f32,
    seed: u32,
}

/// All marks of the person.
pub struct Marks(Vec<Mark>);

impl Marks {
    /// The same marks for every photo.
    pub fn of_the_person() -> Self {
        let mut random = Random::new(0x5EED);
        let mut marks = Vec::new();
        for side in [-1.0, 1.0] {
            for number in 0..46_u8 {
                // Denser in the middle of the cheek: the mean of two numbers.
                let mut about = |middle: f32, half: f32| {
                    middle + (random.between(-half, half) + random.between(-half, half)) / 1.6
                };
                let (x, y) = (about(0.56, 0.24), about(0.36, 0.32));
                let spot = number % 5 == 0;
                let reach =
                    if spot { random.between(0.06, 0.10) } else { random.between(0.012, 0.032) };
                let depth = if spot { 0.0 } else { random.between(0.35, 0.9) };
                let red = if spot { random.between(0.05, 0.1) } else { random.between(0.0, 0.045) };
                marks.push(Mark { x: x * side, y, reach, depth, red, seed: u32::from(number) });
            }
        }
        Self(marks)
    }

    /// Paints them as they are at a stage.
    pub fn paint(&self, canvas: &mut Canvas, pose: &Pose, stage: f32) {
        for mark in &self.0 {
            mark.paint(canvas, pose, stage);
        }
    }
}

impl Mark {
    fn paint(&self, canvas: &mut Canvas, pose: &Pose, stage: f32) {
        let seen = pose.see(self.x, self.y, 0.0);
        let clear = ease(0.2, 0.45, seen.facing);
        if clear <= 0.0 {
            return;
        }
        // Scars grow shallower, they do not vanish; redness goes nearly away.
        let depth = self.depth * (1.0 - 0.6 * stage) * clear;
        let blush = redness(self.red * (1.0 - 0.88 * stage) * clear);
        let [light_x, light_y, _] = pose.light;
        canvas.paint(seen.at, self.reach * 2.0, |place, pixel| {
            let x = (place[0] - seen.at[0]) / (self.reach * seen.squash);
            let y = (place[1] - seen.at[1]) / self.reach;
            let far = length(x, y);
            multiply(pixel, blush, 1.0 - ease(0.0, 2.0, far));
            // No pit is round.
            let far = far * (1.0 + 0.22 * smooth(x * 1.3, y * 1.3, self.seed));
            // The wall towards the light lies in shade, the wall across from it is lit.
            let wall = far * (1.0 - ease(0.5, 1.2, far));
            let slope = (x * light_x + y * light_y) / far.max(0.05);
            let floor = 1.0 - ease(0.2, 0.9, far);
            let shade = 1.0 - depth * (0.62 * slope * wall + 0.10 * floor);
            multiply(pixel, [shade, shade * (1.0 - 0.03 * depth * floor), shade], 1.0);
        });
    }
}

/// What more blood in the skin does to its colours: absorbance, mostly of green.
pub fn redness(amount: f32) -> Colour {
    [0.12, 1.0, 0.72].map(|absorbed| 10_f32.powf(-amount * absorbed))
}
