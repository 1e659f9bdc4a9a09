//! The zone with its punctures: untouched skin shaded, the largest gap circled, a scale bar and a legend.
//!
//! One [`scene`] of simple shapes; [`svg`] writes it as text, [`png`] paints it. Colours stay apart for colour-blind eyes
//! (Okabe and Ito), and every meaning also has its own shape. The words come from the caller, in the person's language.
//! Several panels stand side by side: "as you rolled", "as advised".

mod paint;
mod scene;
mod write;

use crate::error::Error;
use crate::results::{Results, Rolling};
use crate::strokes::Punctures;

/// One zone of a picture.
pub struct Panel<'a> {
    /// Above it, for example "As you rolled".
    pub title: String,
    /// Below the title, for example the share left and the largest gap.
    pub notes: Vec<String>,
    /// What was rolled.
    pub rolling: &'a Rolling,
    /// The punctures.
    pub punctures: &'a Punctures,
    /// What was measured.
    pub results: &'a Results,
}

/// The words of a picture.
pub struct Words<'a> {
    /// What it shows, for those who can't see it and for the file's title.
    pub title: String,
    /// The same at greater length.
    pub description: String,
    /// Legend: a puncture.
    pub puncture: String,
    /// Legend: one dot stands for so many punctures, where not all are drawn; gets the number.
    pub one_of: Box<dyn Fn(usize) -> String + 'a>,
    /// Legend: skin farther than [`FAR_MM`] from any.
    pub far: String,
    /// Legend: the largest gap.
    pub gap: String,
    /// Legend: spared.
    pub spared: String,
}

/// Skin farther than this from any puncture is shaded, mm.
pub const FAR_MM: f64 = 0.5;

/// On which ground a picture is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Dark on light, as it is printed too.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// The picture as SVG.
pub fn svg(panels: &[Panel<'_>], words: &Words<'_>, tone: Tone) -> String {
    write::write(&scene::Scene::of(panels, words), words, tone)
}

/// The zone of one panel alone as SVG, without any letters: for little room, beside words of the page.
pub fn square(panel: &Panel<'_>, words: &Words<'_>, tone: Tone) -> String {
    write::write(&scene::Scene::square(panel), words, tone)
}

/// The picture as PNG, twice as fine as the SVG's units.
///
/// # Errors
/// If there is no memory for it.
pub fn png(panels: &[Panel<'_>], words: &Words<'_>) -> Result<Vec<u8>, Error> {
    paint::paint(&scene::Scene::of(panels, words))
}
