//! What is read from outside, and what is tried with it: for the seeded mutations of `fuzz-files`, and for the
//! coverage-guided runs of `fuzz/guided`, which live apart since everything is compiled anew for them.

pub mod mutate;
mod photos;
pub mod target;
