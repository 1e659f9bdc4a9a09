//! What is said of a decision, once for command line, page, feed and sheet: sentences from values of `care`.
//!
//! Nothing is decided here, and no sentence is in the code: they are texts of the reader's language. Of a finding
//! [`finding`], of everything that holds at a moment [`standing`], of how urgent it is [`advice`] and [`reason`], of a
//! programme [`programme`].

pub mod advice;
pub mod finding;
pub mod programme;
pub mod reason;
pub mod standing;

#[cfg(test)]
mod tests;
