//! Whether it worked: a place of skin followed from photo to photo, what eyes saw, what was measured, what was scored.
//!
//! What a measured number means is decided in the crate `photo`, what a scale means in the protocol; here they are kept.
//! Words are those of the two.

use care::words::Goal;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Note;
use crate::kinds::{PhotoId, RegionId};

/// A place of skin that is followed from photo to photo, drawn on the first of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// The photograph it was drawn on.
    pub photo: PhotoId,
    /// What the person calls it, if they said so.
    #[serde(default)]
    pub name: Option<String>,
    /// The skin in question.
    pub place: Part,
    /// Skin that is not treated, or a printed card; without it colour can't be measured.
    #[serde(default)]
    pub reference: Option<Part>,
    /// Skin that is not treated either, measured as a test of the measuring.
    #[serde(default)]
    pub control: Option<Part>,
}

/// A rectangle of a picture, in shares of its width and height, 0 to 1, from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// Something that says whether it worked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a person has few, and a box would stand in everybody's way"
)]
pub enum Outcome {
    /// Two photographs looked at, with their order hidden.
    Seen(Seen),
    /// Redness of a region in two sittings, measured.
    Measured(Measured),
    /// A scale.
    Scored(Score),
}

/// What eyes said of two photographs before they knew which was which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// When.
    pub at: Timestamp,
    /// The one taken earlier.
    pub earlier: PhotoId,
    /// The one taken later.
    pub later: PhotoId,
    /// Which looked better.
    pub better: Better,
    /// What was asked about, if it was asked about one of their goals.
    #[serde(default)]
    pub goal: Option<Goal>,
}

/// Which of two photographs looked better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// The one taken earlier.
    Earlier,
    /// The one taken later.
    Later,
    /// They looked alike.
    Neither,
}

/// A score on a scale of the protocol.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The scale's id in the protocol.
    pub scale: String,
    /// The day it is for.
    pub on: Date,
    /// The score.
    pub value: f64,
    /// In their own words.
    #[serde(default)]
    pub note: Option<Note>,
}

/// The redness of a region in two sittings; in the units of the crate `photo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The region's id.
    pub region: RegionId,
    /// The version of the region that was measured: drawn anew, it has to be measured anew.
    pub version: i64,
    /// The photographs of the first sitting, beginning with the one that the region was drawn on.
    pub before: Vec<PhotoId>,
    /// The photographs of the other sitting.
    pub after: Vec<PhotoId>,
    /// What can be said, in the word of `photo::Outcome`.
    pub result: String,
    /// Why it can't be compared; empty if it can.
    #[serde(default)]
    pub why_not: Vec<Reason>,
    /// Change of the erythema index against the reference, log10.
    #[serde(default)]
    pub delta_ei: Option<f64>,
    /// The smallest change of it that can be told from noise.
    #[serde(default)]
    pub sdc: Option<f64>,
    /// Change of a*.
    #[serde(default)]
    pub delta_a: Option<f64>,
    /// Change of the individual typology angle in degrees.
    #[serde(default)]
    pub delta_ita: Option<f64>,
    /// Change of the melanin index.
    #[serde(default)]
    pub delta_mi: Option<f64>,
    /// The red share of the region before and after, 0 to 1.
    #[serde(default)]
    pub red_area: Option<(f64, f64)>,
    /// Change of surface contrast, natural logarithm.
    #[serde(default)]
    pub surface: Option<f64>,
    /// By how much untreated control skin seemed to change.
    #[serde(default)]
    pub control: Option<f64>,
    /// Whether repeated photographs said something of the noise; otherwise it was a cautious guess.
    #[serde(default)]
    pub repeats: bool,
    /// How light the reference skin appeared, in the word of `photo::colour::Tone`.
    #[serde(default)]
    pub tone: Option<String>,
    /// Marks found in both photographs.
    #[serde(default)]
    pub inliers: Option<usize>,
    /// The error of laying one over the other, in pixels.
    #[serde(default)]
    pub rms_px: Option<f64>,
    /// How the first photograph of the other sitting lies over the region's, in pixels: `photo::register::Homography`.
    #[serde(default)]
    pub movement: Option<[f64; 8]>,
    /// The version of the method.
    pub method: u16,
}

/// Why two sittings can't be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// In the word of `photo::quality::WhyNot`.
    pub id: String,
    /// The figure it is told with, if it has one.
    #[serde(default)]
    pub figure: Option<f64>,
}
