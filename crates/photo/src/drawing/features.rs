//! Brows, closed eyes, nose and mouth: few soft strokes, each put on the turned head at its place.

use super::canvas::{Canvas, Colour, blend, ease, srgb};
use super::pose::Pose;

/// Paints them all.
pub fn paint(canvas: &mut Canvas, pose: &Pose) {
    for side in [-1.0, 1.0] {
        paint_eye(canvas, pose, side);
        paint_brow(canvas, pose, side);
    }
    paint_nose(canvas, pose);
    paint_mouth(canvas, pose);
}

/// A dab on the face that brightens or darkens what is there.
fn shade(canvas: &mut Canvas, pose: &Pose, place: [f32; 3], half: [f32; 2], factor: Colour) {
    let [x, y, out] = place;
    let seen = pose.see(x, y, out);
    if seen.facing > 0.02 {
        canvas.shade(seen.at, [half[0] * seen.squash.max(0.35), half[1]], factor);
    }
}

/// A line over the face: `along` gives place and half the thickness for 0 to 1.
fn stroke(
    canvas: &mut Canvas,
    pose: &Pose,
    (colour, cover): (Colour, f32),
    along: impl Fn(f32) -> ([f32; 3], f32),
) {
    const STEPS: u8 = 44;
    for step in 0..=STEPS {
        let ([x, y, out], half) = along(f32::from(step) / f32::from(STEPS));
        let seen = pose.see(x, y, out);
        if seen.facing > 0.05 {
            canvas.dab(seen.at, [half * seen.squash.clamp(0.5, 1.0), half], colour, cover);
        }
    }
}

fn paint_eye(canvas: &mut Canvas, pose: &Pose, side: f32) {
    let x = 0.43 * side;
    // The hollow, the lid over the eyeball, and what lies under it.
    shade(canvas, pose, [x - 0.10 * side, -0.17, 0.0], [0.30, 0.17], [0.80, 0.74, 0.73]);
    shade(canvas, pose, [x, -0.09, 0.0], [0.20, 0.10], [1.13, 1.12, 1.11]);
    shade(canvas, pose, [x, 0.07, 0.0], [0.26, 0.09], [0.90, 0.86, 0.87]);
    let arc = move |part: f32, depth: f32| {
        let across = part * 2.0 - 1.0;
        [x + across * 0.185, -0.045 + depth * (1.0 - across * across), 0.0]
    };
    let taper = |part: f32| (part * (1.0 - part) * 4.0).sqrt();
    stroke(canvas, pose, (srgb(120, 78, 66), 0.10), move |part| {
        (arc(part, -0.105), 0.010 + 0.010 * taper(part))
    });
    stroke(canvas, pose, (srgb(52, 34, 30), 0.55), move |part| {
        (arc(part, 0.052), 0.006 + 0.010 * taper(part))
    });
    for lash in 0..13_u8 {
        let from = 0.06 + 0.88 * f32::from(lash) / 12.0;
        stroke(canvas, pose, (srgb(52, 34, 30), 0.35), move |part| {
            let [root_x, root_y, out] = arc(from, 0.055);
            let lean = (from - 0.5) * 0.06;
            let tip = [root_x + lean * part, root_y + 0.048 * part * taper(from), out];
            (tip, 0.0062 * (1.0 - 0.6 * part))
        });
    }
}

fn paint_brow(canvas: &mut Canvas, pose: &Pose, side: f32) {
    stroke(canvas, pose, (srgb(78, 54, 44), 0.17), move |part| {
        let x = 0.17 + 0.50 * part;
        let y = -0.315 - 0.105 * (part * 2.3).min(1.9).sin() + 0.05 * part;
        ([x * side, y, 0.0], 0.044 * (1.0 - 0.68 * part) + 0.004)
    });
}

fn paint_nose(canvas: &mut Canvas, pose: &Pose) {
    // The side away from the light, and with the head turned the far side, lies in shade.
    let away = if pose.turned().abs() > 0.3 { pose.turned().signum() } else { 1.0 };
    stroke(canvas, pose, (srgb(168, 112, 92), 0.035), move |part| {
        ([away * (0.085 + 0.05 * part), -0.16 + 0.52 * part, 0.06 + 0.16 * part], 0.07)
    });
    stroke(canvas, pose, (srgb(250, 214, 192), 0.030), |part| {
        ([-0.012, -0.14 + 0.50 * part, 0.08 + 0.20 * part], 0.05)
    });
    shade(canvas, pose, [-0.02, 0.40, 0.26], [0.10, 0.085], [1.16, 1.15, 1.14]);
    shade(canvas, pose, [0.0, 0.545, 0.12], [0.27, 0.07], [0.78, 0.70, 0.68]);
    for side in [-1.0, 1.0] {
        // The wing of the nose, and the nostril under it.
        stroke(canvas, pose, (srgb(140, 86, 70), 0.085), move |part| {
            let angle = -0.9 + 2.5 * part;
            ([side * (0.135 + 0.075 * angle.cos()), 0.43 + 0.085 * angle.sin(), 0.12], 0.017)
        });
        shade(canvas, pose, [side * 0.085, 0.505, 0.16], [0.062, 0.030], [0.34, 0.25, 0.24]);
    }
}

fn paint_mouth(canvas: &mut Canvas, pose: &Pose) {
    let (upper, lower) = (srgb(176, 98, 92), srgb(196, 116, 108));
    let reach = pose.see(0.0, 0.80, 0.02);
    let edge = canvas.pixel() * 7.0;
    let squash = reach.squash.max(0.5);
    canvas.paint(reach.at, 0.5, |[x, y], pixel| {
        let across = (x - reach.at[0]) / (0.345 * squash);
        if across.abs() >= 1.0 {
            return;
        }
        let full = 1.0 - across * across;
        let line = 0.795 + 0.012 * (across * 4.2).cos() * full;
        let bow = 0.075 * full.powf(0.8) - 0.020 * (-(across * 7.0).powi(2)).exp();
        let soft = full.powf(0.4);
        let over =
            ease(line - bow - edge, line - bow + edge, y) * ease(line + edge, line - edge, y);
        blend(pixel, upper, 0.62 * over * soft);
        let below = line + 0.105 * full.powf(0.7);
        let under = ease(line - edge, line + edge, y) * ease(below + edge * 1.6, below - edge, y);
        let gloss = 1.0
            + 0.16 * (-((across + 0.2) * 3.0).powi(2) - ((y - line - 0.05) * 34.0).powi(2)).exp();
        blend(pixel, lower.map(|part| part * gloss), 0.62 * under * soft);
        let crease = (-((y - line) / 0.010).powi(2)).exp();
        blend(pixel, srgb(98, 44, 42), 0.75 * crease * soft);
    });
    shade(canvas, pose, [0.0, 0.955, 0.06], [0.22, 0.055], [0.86, 0.81, 0.80]);
    shade(canvas, pose, [0.0, 0.65, 0.08], [0.045, 0.075], [0.92, 0.89, 0.88]);
    shade(canvas, pose, [0.0, 1.15, 0.05], [0.20, 0.14], [1.07, 1.06, 1.05]);
}
