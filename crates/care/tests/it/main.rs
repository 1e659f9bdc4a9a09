//! Tests of `care` from outside, on the built-in protocol.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod faults;
mod laws;
mod life;
mod mission;
mod plans;
mod screening;
mod standing;
mod triage;
