//! The plan: how the programme looks today, what a day of it is good for, and how the skin looks on a day of one's own.
//!
//! Dates, lengths and lists are planned in `care`.

pub mod begin;
pub mod calendar;
pub mod event;
mod outlook;

pub use outlook::Outlook;

#[cfg(test)]
mod tests;
