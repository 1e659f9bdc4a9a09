//! Photographs: tiles, the stage on which two are compared, and the camera.
//!
//! The stage and the camera come alive through `compare.js` and `camera.js`; without scripts two pictures stand
//! beside each other, and a file can be chosen.

use maud::{Markup, html};

use super::button::{Look, button};
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
/// flicker) is how scripts begin; without them the pictures stay beside each other.
pub fn compare(a: &Shot, b: &Shot, mode: &str, words: &CompareWords) -> Markup {
    html! {
        div.compare data-compare data-mode="beside" data-begin=(mode) {
            div.stage tabindex="0" role="group" aria-label=(words.how) {
                @for shot in [a, b] {
                    figure { div.frame { img src=(shot.src) alt=(shot.alt) draggable="false"; }
                        figcaption { (shot.caption) } }
                }
            }
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

/// One picture to take.
#[derive(Clone, Debug)]
pub struct ShotWanted {
    /// The value of the field `shot`.
    pub id: String,
    /// "Left side, chin level".
    pub word: String,
    /// Address of the first photograph of this kind, to lie over the live picture.
    pub ghost: Option<String>,
    /// Whether it is there already.
    pub done: bool,
    /// Whether it is the one to take next.
    pub checked: bool,
}

/// The words of the camera.
#[derive(Clone, Debug)]
pub struct CameraWords {
    /// Turns the camera on.
    pub start: String,
    /// Takes the picture.
    pub take: String,
    /// Leaves one out.
    pub skip: String,
    /// Keeps what was taken.
    pub keep: String,
    /// Takes it again.
    pub again: String,
    /// The other camera.
    pub turn: String,
    /// Shows or hides the grid.
    pub grid: String,
    /// Names the slider of the first photograph's strength.
    pub ghost: String,
    /// Which picture comes next.
    pub list: String,
    /// Label of the file field.
    pub file: String,
    /// Sends the file.
    pub send: String,
    /// Said when the camera may not be used.
    pub refused: String,
    /// Said when a picture could not be sent.
    pub unsent: String,
    /// Said when all are done.
    pub finished: String,
}

/// The camera with its list of shots. The form posts `shot` and `picture` (multipart) to `action`; `more` are
/// further fields of the form, sent with every picture.
pub fn camera(action: &str, wanted: &[ShotWanted], words: &CameraWords, more: &Markup) -> Markup {
    html! {
        form.camera method="post" action=(action) enctype="multipart/form-data" data-camera
            data-refused=(words.refused) data-unsent=(words.unsent) data-finished=(words.finished) {
            (more)
            (shot_list(wanted, words))
            (viewfinder(words))
            div.field.fallback {
                label for="picture" { (words.file) }
                input type="file" id="picture" name="picture" accept="image/*" capture="environment" required;
                (button(Look::Primary, Some(Icon::Upload), &words.send))
            }
            p.camera-says role="status" {}
        }
    }
}

fn shot_list(wanted: &[ShotWanted], words: &CameraWords) -> Markup {
    html! {
        fieldset.shots {
            legend { (words.list) }
            @for shot in wanted {
                label.done[shot.done] {
                    input type="radio" name="shot" value=(shot.id) checked[shot.checked] data-ghost=[shot.ghost.as_ref()];
                    span { (shot.word) } (icon(Icon::Done))
                }
            }
        }
    }
}

fn viewfinder(words: &CameraWords) -> Markup {
    html! {
        div.finder hidden {
            div.view {
                video autoplay playsinline muted {}
                img.ghost alt="" hidden; canvas hidden {} (super::bodychart::outline())
            }
            label.range data-strength hidden { span { (words.ghost) } input type="range" min="0" max="100" value="35"; }
            div.actions {
                (tool("take", Look::Primary, Icon::Photos, &words.take))
                (tool("keep", Look::Primary, Icon::Done, &words.keep))
                (tool("again", Look::Secondary, Icon::Undo, &words.again))
                (tool("skip", Look::Quiet, Icon::Next, &words.skip))
                (tool("grid", Look::Quiet, Icon::Grid, &words.grid))
                (tool("turn", Look::Quiet, Icon::Turn, &words.turn))
            }
        }
        div.start hidden { (tool("start", Look::Primary, Icon::Photos, &words.start)) }
    }
}

fn tool(what: &str, look: Look, mark: Icon, word: &str) -> Markup {
    html! { button class={ "button " (look.name()) } type="button" data-do=(what) { (icon(mark)) span { (word) } } }
}
