//! Hair, combed back: a mass behind the head, and the hairline round the face.

use super::canvas::{Canvas, Colour, Point, blend, ease, multiply, srgb};
use super::head::outside;
use super::noise::smooth;
use super::pose::{Pose, length};

/// Where hair begins, from the forehead round to the nape: how far round the head, and how far down, in units.
const HAIRLINE: [(f32, f32); 8] = [
    (0.0, -1.00),
    (0.30, -0.98),
    (0.50, -0.84),
    (0.64, -0.52),
    (0.76, -0.22),
    (0.86, -0.02),
    (1.02, 0.10),
    (1.25, 0.62),
];

/// The mass behind the head; with the head turned, the back of it is seen.
pub fn paint_back(canvas: &mut Canvas, pose: &Pose) {
    let edge = canvas.pixel() * 2.0;
    let shift = -0.20 * pose.turned();
    let half = 1.04 + 0.11 * pose.turned().abs();
    canvas.paint([shift, -0.3], 1.7, |[x, y], pixel| {
        let far = length((x - shift) / half, (y + 0.40) / 1.10) - 1.0;
        let strand = smooth((x - shift) * 30.0, y * 2.5, 31);
        blend(pixel, colour([x, y], strand, pose), 1.0 - ease(-edge, edge, far));
    });
}

/// The hair that lies over the face's own outline.
pub fn paint_front(canvas: &mut Canvas, pose: &Pose) {
    canvas.paint([0.0, -0.5], 1.7, |at, pixel| {
        if outside(at) > 0.03 || at[1] > 0.75 {
            return;
        }
        let around = pose.around(at);
        let x = pose.surface(at)[0];
        // Combed back from the forehead, strands run outwards and up.
        let strand = smooth(around * 34.0 + at[1] * 3.0, at[1] * 4.0, 32);
        let ragged = 0.022 * strand + 0.025 * smooth(x * 11.0, at[1] * 6.0, 33);
        let above = hairline(around) + ragged - at[1];
        // Its shadow on the skin, then the hair itself, thin at first.
        multiply(pixel, [0.84, 0.78, 0.76], ease(-0.13, 0.0, above) * 0.8);
        blend(pixel, colour(at, strand, pose), ease(-0.045, 0.07, above));
    });
}

fn hairline(around: f32) -> f32 {
    let mut pairs = HAIRLINE.iter().zip(HAIRLINE.iter().skip(1));
    let Some((from, to)) = pairs.find(|(_, to)| around < to.0) else { return 0.62 };
    from.1 + (to.1 - from.1) * ((around - from.0) / (to.0 - from.0)).clamp(0.0, 1.0)
}

fn colour(at: Point, strand: f32, pose: &Pose) -> Colour {
    let mut hair = srgb(74, 53, 43);
    let [light_x, light_y, _] = pose.light;
    let gloss = 1.0 - ease(0.0, 1.0, length(at[0] - light_x * 0.9, at[1] - light_y * 2.1));
    let lit = 0.62 + 0.6 * gloss + 0.22 * strand * (0.35 + gloss);
    multiply(&mut hair, [lit; 3], 1.0);
    hair
}
