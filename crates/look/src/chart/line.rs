//! A small line without axes, to stand beside the words that say the same.

use maud::{Markup, html};

use super::at;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 32.0;

/// A line through values in order, from `least` to `most`; its last point is marked. `title` says it in words.
pub fn line(title: &str, values: &[f64], (least, most): (f64, f64)) -> Markup {
    let places = places(values, least, most);
    let points: Vec<String> =
        places.iter().map(|(x, y)| format!("{} {}", at(*x), at(*y))).collect();
    html! {
        svg.spark viewBox="0 0 128 40" width="128" height="40" role="img" aria-label=(title) {
            title { (title) }
            polyline points=(points.join(" ")) {}
            @if let Some((x, y)) = places.last() { circle cx=(at(*x)) cy=(at(*y)) r="3.5" {} }
        }
    }
}

fn places(values: &[f64], least: f64, most: f64) -> Vec<(f64, f64)> {
    let steps = u32::try_from(values.len().saturating_sub(1)).unwrap_or(1).max(1);
    let span = (most - least).max(f64::EPSILON);
    let place = |(step, value): (u32, &f64)| {
        let x = 4.0 + WIDTH * f64::from(step) / f64::from(steps);
        (x, 4.0 + HEIGHT * (1.0 - ((value - least) / span).clamp(0.0, 1.0)))
    };
    (0_u32..).zip(values).map(place).collect()
}
