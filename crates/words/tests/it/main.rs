//! Tests of `words` from outside, on the built-in protocol in every language.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod faults;
mod pseudo;
