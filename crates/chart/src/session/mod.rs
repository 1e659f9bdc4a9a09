//! A session: what the next one waits for, the one under way, its questions, its zones and what is planned for its day.
//!
//! Dates are planned and answers judged in `care`; here both are put beside what is on record.

pub mod ask;
pub mod begin;
pub mod begun;
pub mod record;
pub mod removed;
pub mod today;
pub mod zones;

#[cfg(test)]
mod tests;
