//! What is measured in a region: redness against the reference, the area of redness, and surface contrast.
//!
//! Rectangles are looked at in small cells, each the mean of linear light over its pixels without those that are clipped;
//! so noise is averaged before logarithms bend it, and a misfit of a pixel hardly matters. See [`cells`], then
//! [`mod@redness`]; [`mod@surface`] for contrast.

mod cells;
mod redness;
mod surface;

pub use cells::{BRIGHT, Cell, Pairs};
pub use redness::{Redness, redness};
pub use surface::{Texture, surface, texture};
