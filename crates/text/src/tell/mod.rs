//! What is said of a decision, once for command line, page, feed and sheet: sentences from values of `care`.
//!
//! Nothing is decided here, and no sentence is in the code: they are texts of the reader's language. Of a finding
//! [`finding`], of everything that holds at a moment [`standing`], of how urgent it is [`advice`] and [`reason`], of a
//! programme [`programme`] and its [`cream`], what else might help [`alternatives`], who says so [`sources`], the answer in
//! one sentence [`verdict`]. Figures are written by [`figures`].

pub mod advice;
pub mod alternatives;
pub mod cream;
pub mod figures;
pub mod finding;
pub mod programme;
pub mod reason;
pub mod sources;
pub mod standing;
pub mod verdict;

#[cfg(test)]
mod tests;
