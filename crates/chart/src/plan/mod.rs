//! The plan: how the programme looks today, what a day of it is good for, how the skin looks on a day of one's own, and what
//! can be changed.
//!
//! Dates, lengths and lists are planned in `care`.

pub mod begin;
pub mod calendar;
pub mod change;
pub mod event;
pub mod kept_days;
mod outlook;
mod tried;

pub use outlook::Outlook;

#[cfg(test)]
mod tests;
