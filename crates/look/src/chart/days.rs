//! Values by the day after a session, in the frame of the band chart, so that the two can stand one above the other.

use maud::{Markup, html};

use super::band::{DAY, LEFT, RIGHT};
use super::{DotChart, at};

const TOP: f64 = 12.0;
const FOOT: f64 = 112.0;

/// The same values as [`super::dots()`] would draw, but over days 0 to 14 like [`super::bands`]; `at` of a point is its day.
/// Words of the values stand within, over their lines, since the frame leaves no room beside it.
pub fn dots_by_day(chart: &DotChart) -> Markup {
    html! {
        svg.chart.dots viewBox="0 0 320 136" role="img" aria-labelledby={ (chart.id) "-title " (chart.id) "-desc" } {
            title id={ (chart.id) "-title" } { (chart.title) }
            desc id={ (chart.id) "-desc" } { (chart.desc) }
            g.axes aria-hidden="true" {
                @for tick in &chart.values {
                    @let there = y(chart, tick.at);
                    line x1=(at(LEFT)) x2=(at(RIGHT)) y1=(at(there)) y2=(at(there)) {}
                    text x=(at(RIGHT)) y=(at(there - 3.0)) text-anchor="end" { (tick.word) }
                }
                @for day in [0.0, 2.0, 4.0, 7.0, 10.0, 14.0] {
                    text x=(at(x(day))) y=(at(FOOT + 18.0)) text-anchor="middle" { (at(day)) }
                }
            }
            g.own { @for dot in &chart.points {
                @if let Some((low, high)) = dot.error { (error(x(dot.at), y(chart, high), y(chart, low))) }
                circle.hollow[dot.hollow] cx=(at(x(dot.at))) cy=(at(y(chart, dot.value))) r="4.5" {}
            } }
        }
    }
}

fn error(x: f64, top: f64, foot: f64) -> Markup {
    let (left, right) = (at(x - 4.0), at(x + 4.0));
    let (x, top, foot) = (at(x), at(top), at(foot));
    html! { path.error d={ "M" (left) " " (top) "H" (right) "M" (left) " " (foot) "H" (right) "M" (x) " " (top) "V" (foot) } {} }
}

fn x(day: f64) -> f64 {
    day.clamp(0.0, 14.0).mul_add(DAY, LEFT)
}

fn y(chart: &DotChart, value: f64) -> f64 {
    let (low, high) = chart.range;
    let share = ((value - low) / (high - low).max(f64::EPSILON)).clamp(0.0, 1.0);
    (FOOT - TOP).mul_add(-share, FOOT)
}
