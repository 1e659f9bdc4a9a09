//! The directions of rolling as a small figure: up and down, across, and both diagonals.

use maud::{Markup, html};

const UP: &str = "M50 17V83M44 23L50 17L56 23M44 77L50 83L56 77";
const ACROSS: &str = "M17 50H83M23 44L17 50L23 56M77 44L83 50L77 56";
const FALLING: &str = "M27 27L73 73M27 35V27H35M65 73H73V65";
const RISING: &str = "M73 27L27 73M65 27H73V35M35 73H27V65";

/// The first `count` of four directions (1, 2 or 4); `label` says them in words. `now` (from 1) marks the one to roll.
pub fn directions(count: u8, now: Option<u8>, label: &str) -> Markup {
    let drawn = [UP, ACROSS, FALLING, RISING].into_iter().zip(1..=count.min(4));
    html! {
        svg.directions viewBox="0 0 100 100" width="100" height="100" role="img" aria-label=(label) {
            title { (label) }
            rect x="6" y="6" width="88" height="88" rx="16" {}
            @for (path, place) in drawn { path.now[now == Some(place)] d=(path) {} }
        }
    }
}
