//! Photographs: tiles, and the stage on which two are compared.
//!
//! The stage comes alive through `compare.js`; without scripts two pictures stand beside each other. The camera is in
//! [`mod@super::camera`].

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A photograph in a grid.
#[derive(Clone, Debug)]
pub struct PhotoTile {
    /// Address of the small picture.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// "Day 12 after session 2".
    pub caption: String,
    /// Its page.
    pub href: String,
}

/// One photograph with its caption.
pub fn photo_tile(tile: &PhotoTile) -> Markup {
    html! {
        a.photo href=(tile.href) {
            img src=(tile.src) alt=(tile.alt) loading="lazy" decoding="async" width="300" height="400";
            span.caption { (tile.caption) }
        }
    }
}

/// Photographs in a grid.
pub fn photos(tiles: &[PhotoTile]) -> Markup {
    html! { ul.photos { @for tile in tiles { li { (photo_tile(tile)) } } } }
}

/// One of two pictures on the stage.
#[derive(Clone, Debug)]
pub struct Shot {
    /// Address of the picture.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// "A", or when it was taken.
    pub caption: String,
}

/// The words of the stage.
#[derive(Clone, Debug)]
pub struct CompareWords {
    /// Names the group of ways to look.
    pub how: String,
    /// Beside each other.
    pub beside: String,
    /// One over the other with an edge that can be moved.
    pub wipe: String,
    /// One after the other.
    pub flicker: String,
    /// Names the edge's slider.
    pub edge: String,
    /// Names the zoom's slider.
    pub zoom: String,
    /// Back to the whole picture.
    pub whole: String,
}

/// Two pictures side by side; with scripts also as a wipe or flicker, zoomed and moved together. `mode` (beside, wipe,
/// flicker) is how scripts begin; without them the pictures stay beside each other. `under` stands right below the pictures.
pub fn compare(a: &Shot, b: &Shot, mode: &str, words: &CompareWords, under: &Markup) -> Markup {
    html! {
        div.compare data-compare data-mode="beside" data-begin=(mode) {
            div.stage tabindex="0" role="group" aria-label=(words.how) {
                @for shot in [a, b] {
                    figure { div.frame { img src=(shot.src) alt=(shot.alt) draggable="false"; }
                        figcaption { (shot.caption) } }
                }
            }
            (under)
            div.tools hidden {
                div.segments role="group" aria-label=(words.how) {
                    (way("beside", Icon::Beside, &words.beside, true))
                    (way("wipe", Icon::Wipe, &words.wipe, false))
                    (way("flicker", Icon::Flicker, &words.flicker, false))
                }
                label.range data-edge hidden { span { (words.edge) } input type="range" min="0" max="100" value="50"; }
                label.range data-zoom { span { (words.zoom) } input type="range" min="100" max="600" value="100"; }
                button.button.quiet type="button" data-whole { (icon(Icon::Turn)) span { (words.whole) } }
            }
        }
    }
}

fn way(mode: &str, mark: Icon, word: &str, on: bool) -> Markup {
    html! { button type="button" data-mode=(mode) aria-pressed=(on) { (icon(mark)) span { (word) } } }
}
