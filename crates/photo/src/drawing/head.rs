//! The head from the back to the front: wall, hair, shoulders, neck, ear, and the skin of the face.

use super::canvas::{Canvas, Colour, Point, blend, ease, multiply, srgb};
use super::noise::smooth;
use super::pose::{Pose, length, narrow};
use super::{ear, hair, marks};

/// Paints everything that lies behind eyes, nose and mouth.
pub fn paint(canvas: &mut Canvas, pose: &Pose, stage: f32) {
    paint_wall(canvas);
    hair::paint_back(canvas, pose);
    paint_shoulders(canvas, pose);
    ear::paint_behind(canvas, pose);
    paint_skin(canvas, pose, stage);
}

/// The colour of the skin where light falls fully on it.
pub fn skin() -> Colour {
    srgb(232, 184, 158)
}

/// How far outside the outline of the face a place is, in units; negative inside.
pub fn outside([x, y]: Point) -> f32 {
    let tall = if y < 0.0 { 1.42 } else { 1.38 };
    length(x * narrow(y), y / tall) - 1.0
}

fn paint_wall(canvas: &mut Canvas) {
    let (light, dark) = (srgb(214, 216, 210), srgb(166, 172, 168));
    canvas.paint_behind(|[across, down], pixel| {
        *pixel = light;
        blend(pixel, dark, 0.15 + 0.55 * down + 0.35 * (across - 0.35).abs());
    });
}

fn paint_shoulders(canvas: &mut Canvas, pose: &Pose) {
    let edge = canvas.pixel() * 1.5;
    let shirt = srgb(74, 104, 108);
    let lean = pose.turned() * -0.14;
    canvas.paint([lean, 1.9], 2.4, |[x, y], pixel| {
        let from = (x - lean).abs();
        // The neck widens into the shoulders.
        let half = 0.56 + 0.10 * ease(1.0, 1.5, y) + 0.35 * ease(1.5, 2.0, y);
        let mut neck = skin();
        multiply(&mut neck, [0.52, 0.44, 0.42], 1.0 - 0.45 * ease(1.25, 1.9, y));
        multiply(&mut neck, [0.72, 0.66, 0.64], ease(-0.1, 0.7, x - lean));
        let inside = (1.0 - ease(half - edge, half + edge, from)) * ease(0.5, 0.52, y);
        blend(pixel, neck, inside);
        // A round collar, and shoulders that slope away.
        let top = (1.86 - 0.42 * ease(0.25, 0.75, from) + 0.36 * ease(0.6, 2.2, from)).max(1.5);
        let mut cloth = shirt;
        multiply(&mut cloth, [0.55, 0.55, 0.58], ease(-0.9, 1.6, x) * 0.8);
        let fold = 1.0 + 0.05 * smooth(x * 3.0 + y, y * 1.2, 3);
        blend(pixel, cloth.map(|part| part * fold), ease(top - edge, top + edge, y));
    });
}

fn paint_skin(canvas: &mut Canvas, pose: &Pose, stage: f32) {
    let edge = canvas.pixel() * 1.5;
    let flush = 0.06 * (1.0 - 0.85 * stage);
    canvas.paint([0.0, 0.0], 1.6, |at, pixel| {
        let out = outside(at);
        if out > edge {
            return;
        }
        let place = pose.surface(at);
        let mut colour = skin();
        multiply(&mut colour, marks::redness(0.03 + flush), cheeks(place));
        let lit = pose.lit(at) * texture(place);
        // Light that comes through the skin keeps its shadows warm.
        let shadow = (1.0 - lit).max(0.0);
        let warm = [1.0 + 0.10 * shadow, 1.0 - 0.05 * shadow, 1.0 - 0.10 * shadow];
        for (value, warm) in colour.iter_mut().zip(warm) {
            *value *= lit * warm;
        }
        multiply(&mut colour, [0.86, 0.80, 0.78], ease(-0.16, 0.0, out));
        blend(pixel, colour, 1.0 - ease(-edge, edge, out));
    });
}

/// How much of the cheeks' flush a place of the face has.
fn cheeks([x, y]: Point) -> f32 {
    let far = length((x.abs() - 0.56) / 0.42, (y - 0.34) / 0.48);
    let patchy = 0.85 + 0.15 * smooth(x * 7.0, y * 7.0, 11);
    (1.0 - ease(0.1, 1.0, far)) * patchy
}

/// Skin is not plastic: broad mottling, lines between pores, pores.
fn texture([x, y]: Point) -> f32 {
    let pore = ease(0.5, 0.95, smooth(x * 50.0 + y * 31.0, y * 48.0 - x * 29.0, 24));
    1.0 + 0.016 * smooth(x * 5.0, y * 5.0, 21)
        + 0.026 * smooth(x * 30.0 + y * 14.0, y * 31.0 - x * 12.0, 22)
        + 0.030 * smooth(x * 90.0 + y * 52.0, y * 88.0 - x * 57.0, 23)
        - 0.07 * pore
}
