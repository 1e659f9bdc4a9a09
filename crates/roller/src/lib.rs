//! A needling session simulated: device, zone and way of rolling in; punctures, their density, their evenness, the skin left
//! untouched, advice and a picture out.
//!
//! No file, no clock, no thread, no randomness but by seed: the same input gives the same output for ever. It knows no rule
//! of needling; the density cap comes as an argument. Lengths are in millimetres, densities per cm², angles in radians
//! unless a name says otherwise.
//!
//! # Geometry
//!
//! **Density.** A drum of diameter D and width W with N needles prints all of them on a strip πD long and W wide, so one
//! pass makes `N / (π D W)` punctures per area. The usual medical roller (192 needles, 8 rows, 2 cm by 2 cm; Schwarz and Laaff
//! 2011) makes 15.3 per cm². The "about 250 per cm² after 15 passes" of the literature (Doddaballapur 2009) is this product,
//! 229, rounded; it is no count. Nobody has measured which radius of a drum rolls: the drum's (D/2), or that of the needle
//! tips (D/2 + length). We take the drum's and show the range, 13 percent for 1.5 mm needles
//! ([`Device::density_per_pass_range`]). A drum that slips on a share s of the way prints `(1 − s)` of that.
//!
//! **Pattern.** Rows run side by side around the drum, W/rows apart; every second array is set sideways by half of that
//! (an assumption). Needles of stamps and pens are spread evenly over the head (an assumption: makers do not say). A pen
//! repeats its head every `speed / frequency` mm, so N·f/(v·w) per pass.
//!
//! **Way of rolling.** Lanes as wide as the device lie side by side. A lifted stroke has its own place (sideways scatter, normal),
//! heading (normal), slip (evenly from 0 to twice the mean) and phase of the drum (even). Without lifting a drum that
//! does not slip rolls back into its own holes; only a creep at each turn, 0.2 mm sideways and 0.3 mm along, moves it. All
//! these scatters are assumptions.
//!
//! **Untouched skin.** If punctures fall by chance with density n, the share of skin farther than d from any is
//! `exp(−n π d²)`, and the mean distance to the nearest other one is `0.5/√n`. Lifted and shifted passes come close to that
//! from about four passes on; the tests hold the simulation to it. Distances count the punctures just outside the zone
//! as well, so that the edge makes no gaps of its own, where strokes run over it.
//!
//! **Largest gap.** The largest circle without a puncture whose middle is in the zone, found by branch and bound to
//! [`EXACT_MM`].
//!
//! **Clark and Evans** (1954): mean nearest distance over `0.5/√n`. **Lines**: power of the punctures' projection across a
//! heading at the rows' spacing, in times of what chance gives. Whether lines in the pattern become lines in the skin is not
//! known: such scars are blamed on pressure over bone and long needles.
//!
//! **Surface.** Opened share n·π·w²/4 for channels 0.07 mm (measured in rats, Kalluri 2011) to 0.25 mm wide (the thickest
//! needles). One needle sweeps at most `2R(tan α − α)` along the surface, `cos α = R/(R + L)`: 0.07 mm for 0.25 mm needles,
//! 1.0 mm for 1.5 mm. Depth and volume are not given, since depth over needle length is 0.2 (rats, roller) to 1.0
//! (people, pen) in the sources.
//!
//! # Where to look
//!
//! [`Device`], [`Zone`] and [`Technique`] go into a [`Rolling`]; [`Rolling::results`] measures; [`advise`] tries what would be
//! better; [`picture`] draws; [`mod@calibrate`] fits the model to a count.

mod advice;
mod calibrate;
mod device;
mod error;
#[expect(
    clippy::indexing_slicing,
    reason = "loops over cells that this module made, over axes 0 and 1"
)]
mod evenness;
#[expect(clippy::indexing_slicing, reason = "loops over cells that this module made and sorted")]
mod index;
#[expect(clippy::indexing_slicing, reason = "axes are 0 and 1")]
mod mask;
#[expect(clippy::indexing_slicing, reason = "axes are 0 and 1")]
mod neighbours;
pub mod picture;
pub mod presets;
mod random;
mod results;
#[expect(clippy::indexing_slicing, reason = "axes are 0 and 1")]
mod space;
#[expect(clippy::indexing_slicing, reason = "axes are 0 and 1")]
mod strokes;
mod technique;
mod wound;
#[expect(clippy::indexing_slicing, reason = "axes are 0 and 1")]
mod zone;

pub use advice::{Advice, Advised, Target, advise};
pub use calibrate::{Calibrated, Count, calibrate};
pub use device::{Device, Pen, Roller, Stamp};
pub use error::Error;
pub use evenness::{CELL_MM, Lines, RIM_MM};
pub use neighbours::{DOUBLE_MM, Nearest};
pub use results::{FARTHER_MM, Grade, Range, Results, Rolling, Spread};
pub use space::{EXACT_MM, Gap, Space};
pub use strokes::{MOST, Punctures};
pub use technique::Technique;
pub use wound::{CHANNEL_MM, DEPTH_SHARE, Sweep, opened_share, sweep};
pub use zone::{Corner, Zone};
