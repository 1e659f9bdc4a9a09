//! An ear: behind the face when the face looks at us, beside it when the head is turned.

use super::canvas::{Canvas, blend, ease, multiply};
use super::head::skin;
use super::pose::{Pose, length};

/// Both ears of a face that looks at us.
pub fn paint_behind(canvas: &mut Canvas, pose: &Pose) {
    if pose.turned().abs() < 0.5 {
        paint(canvas, pose, -1.0, 0.015);
        paint(canvas, pose, 1.0, 0.015);
    }
}

/// The one ear of a turned head, over cheek and hair.
pub fn paint_before(canvas: &mut Canvas, pose: &Pose) {
    if pose.turned().abs() >= 0.5 {
        paint(canvas, pose, -pose.turned().signum(), 0.0);
    }
}

fn paint(canvas: &mut Canvas, pose: &Pose, side: f32, beyond: f32) {
    let edge = canvas.pixel() * 3.0;
    let seen = pose.see(side * 0.985, 0.04, -0.25);
    let at = [seen.at[0] + side * beyond, 0.04];
    let lit = pose.lit([at[0] * 0.8, 0.0]);
    let mut flesh = skin().map(|part| part * lit);
    multiply(&mut flesh, [0.94, 0.82, 0.79], 1.0);
    canvas.paint(at, 0.4, |[x, y], pixel| {
        // It leans back, and narrows to the lobe.
        let down = (y - at[1]) / 0.245;
        let across = side * (x - at[0]) - 0.05 * -down;
        let half = 0.125 - 0.035 * down;
        let far = length(across / half, down);
        let soft = edge / half;
        let mut colour = flesh;
        let rim = ease(0.62, 0.80, far) * ease(1.0, 0.9, far);
        multiply(&mut colour, [1.10, 1.08, 1.07], rim);
        let hollow = length((across + 0.02) / (half * 0.62), (down - 0.05) / 0.62);
        multiply(&mut colour, [0.66, 0.54, 0.52], 1.0 - ease(0.25, 1.0, hollow));
        multiply(&mut colour, [0.80, 0.72, 0.70], ease(0.86, 1.02, far));
        blend(pixel, colour, 1.0 - ease(1.0 - soft, 1.0 + soft, far));
    });
}
