//! One person's record understood: what pages, calendars, sheets and the command line say of somebody, worked out in one
//! place.
//!
//! [`Chart::load`] reads a person at one moment. The record keeps words and dates; [`told`] tells them to
//! `care` as one story, and what is said of it now is one standing; the other modules look into it. No address, no form, no HTML and no clock:
//! protocol and now come in as arguments. What may be needled, planned and used again is decided in `care`; what is
//! kept, and how, is in `store`; what it looks like is in `web`.

pub mod agenda;
pub mod album;
pub mod clearance;
pub mod dose;
pub mod gaps;
pub mod handover;
pub mod judge;
pub mod keep;
mod load;
pub mod log;
pub mod person;
pub mod plan;
pub mod region;
pub mod results;
pub mod screening;
pub mod session;
pub mod sheet;
pub mod story;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod today;
pub mod told;

pub use gaps::Gaps;
pub use load::Chart;
pub use told::Look;
