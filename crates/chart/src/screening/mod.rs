//! What was answered and what it comes to: the questions in their steps, an answer as the record keeps it, the decision.
//!
//! The rules are in `care::screening`; here the record is put before them. Forms and pages are in `web`.

pub mod decided;
pub mod given;
pub mod own;
pub mod said;
pub mod steps;
