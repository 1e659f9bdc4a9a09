//! Photographs: what somebody hands in becomes a clean picture, two of the same skin are measured against each other, and
//! the demo's pictures are drawn.
//!
//! Values in, values out: this crate opens no file, knows no clock and no person, and keeps nothing.
//!
//! Where to look: [`intake`] (from the bytes of a file to a picture without secrets, or a refusal with a reason),
//! [`mod@compare`] (did redness change, and how sure is that: the recipe of all that follows), [`register`] (which place of one
//! photo is which of the other), [`light`] (undoing other light), [`colour`] and [`measure`] (redness and contrast),
//! [`doubt`] (what noise can do), [`quality`] (when not to compare); [`drawing`] (the fictional person of
//! `needlewise demo`). What all this can't do is measured in `docs/photo-limits.md`.

pub mod colour;
mod compare;
mod cut;
pub mod doubt;
pub mod drawing;
pub mod intake;
mod jpeg;
pub mod light;
pub mod measure;
mod picture;
mod plane;
pub mod quality;
mod regions;
pub mod register;
mod solve;

pub use compare::{Comparing, Comparison, METHOD, Outcome, Settings, Side, compare};
pub use cut::cut;
pub use picture::Picture;
pub use regions::{Rect, Regions};
