//! One measured change against what noise alone may do: a dot on a line, with a band around 0.
//!
//! No axis with figures: the words under it say the two numbers. A dot outside the band is a change, one inside is none
//! that could be told.

use maud::{Markup, html};

use super::{NoiseWords, at};

/// Of 0, and the way from there to either end.
const MIDDLE: f64 = 160.0;
const REACH: f64 = 128.0;
/// Room beyond the farther of change and noise.
const ROOM: f64 = 1.3;
/// Nearer to each other, two words would touch.
const APART: f64 = 40.0;

/// A change and the noise around 0, both in the unit of the measuring; `change` as it is written, for the dot.
pub fn noise(change: f64, smallest: f64, written: &str, words: &NoiseWords) -> Markup {
    let end = ROOM * change.abs().max(smallest).max(f64::EPSILON);
    let x = |value: f64| MIDDLE + REACH * value / end;
    let (left, right, dot) = (x(-smallest), x(smallest), x(change));
    html! {
        svg.chart.against viewBox="0 0 320 78" role="img" aria-labelledby="noise-title noise-desc" {
            title id="noise-title" { (words.title) }
            desc id="noise-desc" { (words.desc) }
            rect.noise x=(at(left)) y="22" width=(at(right - left)) height="34" rx="4" {}
            g.axes aria-hidden="true" {
                line x1="16" x2="304" y1="39" y2="39" {}
                line.zero x1=(at(MIDDLE)) x2=(at(MIDDLE)) y1="22" y2="56" {}
                text x="16" y="14" { (words.less) }
                text x=(at(MIDDLE)) y="14" text-anchor="middle" { (words.noise) }
                text x="304" y="14" text-anchor="end" { (words.more) }
                @if (dot - MIDDLE).abs() > APART { text x=(at(MIDDLE)) y="72" text-anchor="middle" { "0" } }
                text.value x=(at(dot)) y="72" text-anchor="middle" { (written) }
            }
            g.own { circle cx=(at(dot)) cy="39" r="6" {} }
        }
    }
}
