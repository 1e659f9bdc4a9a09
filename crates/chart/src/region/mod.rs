//! A place of skin that is followed from photograph to photograph: drawn once, measured at each sitting.
//!
//! What can be measured in a photograph is decided in `photo`, what is said of it in `text`; here the right photographs are
//! put together and what came out is kept: `sittings` puts photographs together, `following` is a place with what was
//! measured of it, [`measure()`] measures, [`stored`] is what is kept of that, [`moment`] what the moment of a sitting allows
//! to be said, and [`course`] all of it in order.

pub mod course;
mod following;
mod measure;
mod redraw;
mod remove;
mod sittings;
pub mod stored;
mod when;

pub use following::Following;
pub use measure::{Unmeasured, Work, measure, regions};
pub use redraw::redraw;
pub use remove::remove_region;
pub use sittings::{MOST, Sitting, Sittings, latest_sitting};
pub use stored::comparison;
pub use when::moment;

#[cfg(test)]
mod tests;
