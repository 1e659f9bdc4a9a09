//! Two sittings, the same skin: did its redness change, and how sure is that?
//!
//! The recipe: check what the photos say of themselves, lay every photo over the first, check that it lies well, undo the
//! light by the reference, measure, reckon the doubt, and say one of four things. When in doubt it says nothing.

mod one_by_one;
mod photo;
mod verdict;

use rayon::prelude::*;

use crate::colour::{Tone, ita};
use crate::doubt::Noise;
use crate::intake::Shot;
use crate::quality::{WhyNot, check_frame};
use crate::regions::Regions;
use crate::register::{Homography, Registration, View};
use crate::solve::median;
pub use one_by_one::Comparing;
use photo::Seen;

/// The version of the method; whoever keeps results measures anew what an earlier one measured. 2: skin next to the region
/// is left out of the reference.
pub const METHOD: u16 = 2;

/// The photos of one sitting: one, or better three with the phone put down in between.
pub type Side<'a> = &'a [Shot];

/// What the measuring may be told beyond the photos.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// By how much the same skin changed between sittings before the treatment began, in EI: one number per pair of
    /// neighbouring sittings. Empty if not known; then a conservative prior stands in.
    pub sessions: Vec<f64>,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Less red, by more than noise.
    Decrease,
    /// No change that could be told from noise.
    NoChange,
    /// Redder, by more than noise.
    Increase,
    /// Nothing: the photos can't be compared.
    NotComparable,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Decrease, Self::NoChange, Self::Increase, Self::NotComparable];

    /// The outcome in one stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Decrease => "decrease-beyond-noise",
            Self::NoChange => "no-change-beyond-noise",
            Self::Increase => "increase-beyond-noise",
            Self::NotComparable => "not-comparable",
        }
    }
}

/// What came out of comparing two sittings.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether anything can be said.
    pub comparable: bool,
    /// Why not; empty if it can.
    pub why_not: Vec<WhyNot>,
    /// How the worst photo lies over the first, as far as any could be laid over it.
    pub registration: Option<Registration>,
    /// How the first photo of the sitting after lies over the first before; for showing both in one place.
    pub movement: Option<Homography>,
    /// Change of the erythema index against the reference, log10; less than 0 is less red.
    pub delta_ei: Option<f64>,
    /// The smallest change of the index that can be told from noise with 95 percent.
    pub sdc: Option<f64>,
    /// Change of a* against the reference.
    pub delta_a: Option<f64>,
    /// Change of the individual typology angle in degrees; never to be shown without `delta_ei`.
    pub delta_ita: Option<f64>,
    /// Change of the melanin index against the reference; never to be shown without `delta_ei`.
    pub delta_mi: Option<f64>,
    /// The share of the region that is red, before and after, 0 to 1.
    pub red_area: Option<(f64, f64)>,
    /// Change of surface contrast in this light, natural logarithm; `None` where sharpness does not allow it.
    pub surface: Option<f64>,
    /// By how much untreated control skin seemed to change.
    pub control: Option<f64>,
    /// What the noise was taken from.
    pub noise: Noise,
    /// How light the reference skin appears; a rough guess.
    pub tone: Option<Tone>,
    /// What can be said.
    pub result: Outcome,
}

impl Comparison {
    /// Nothing can be said, for these reasons.
    fn refused(why_not: Vec<WhyNot>, registration: Option<Registration>) -> Self {
        Self {
            comparable: false,
            why_not,
            registration,
            movement: None,
            delta_ei: None,
            sdc: None,
            delta_a: None,
            delta_ita: None,
            delta_mi: None,
            red_area: None,
            surface: None,
            control: None,
            noise: Noise::Prior,
            tone: None,
            result: Outcome::NotComparable,
        }
    }
}

/// Compares two sittings. The rectangles are in pixels of the first photo of `before`, as it stands upright.
#[must_use]
pub fn compare(before: Side, after: Side, regions: &Regions, settings: &Settings) -> Comparison {
    let (Some((first, more)), false) = (before.split_first(), after.is_empty()) else {
        return Comparison::refused(vec![WhyNot::NoPhoto], None);
    };
    let why_not = check_frame(first, regions);
    if !why_not.is_empty() {
        return Comparison::refused(why_not, None);
    }
    let others: Vec<&Shot> = more.iter().chain(after).collect();
    let (view, views) = rayon::join(
        || View::of(&first.pixels),
        || others.par_iter().map(|shot| View::of(&shot.pixels)).collect::<Vec<_>>(),
    );
    let seen: Vec<Seen> = others
        .par_iter()
        .zip(&views)
        .map(|(shot, other)| photo::see(first, &view, shot, other, regions))
        .collect();
    verdict::conclude(first, &seen, more.len(), regions, settings)
}

/// How light the reference skin appears.
fn tone(lights: impl Iterator<Item = crate::colour::Light>) -> Option<Tone> {
    let mut angles: Vec<f64> = lights.map(ita).collect();
    median(&mut angles).map(Tone::of)
}
