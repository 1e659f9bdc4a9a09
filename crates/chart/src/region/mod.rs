//! A place of skin that is followed from photograph to photograph: drawn once, measured at each visit.
//!
//! What can be measured in a photograph is decided in `photo`, what is said of it in `text`; here the right photographs are
//! put together and what came out is kept: `visits` puts photographs together, `following` is a place with what was
//! measured of it, [`measure()`] measures, [`kept`] is what is kept of that, [`moment`] what the moment of a visit allows
//! to be said, and [`course`] all of it in order.

pub mod course;
mod following;
pub mod kept;
mod measure;
mod redraw;
mod remove;
mod visits;
mod when;

pub use following::Following;
pub use kept::comparison;
pub use measure::{Unmeasured, Work, measure, regions};
pub use redraw::redraw;
pub use remove::remove_region;
pub use visits::{MOST, PhotoVisit, Visits, latest_visit};
pub use when::moment;

#[cfg(test)]
mod tests;
