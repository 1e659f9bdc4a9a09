//! Tests of the built program, as a person would use it, and of the arrows between crates.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod arrows;
mod asvs;
mod batch;
mod commands;
mod desk;
mod entering;
mod languages;
mod listed;
mod now;
mod photo;
mod readme;
mod record;
mod refusals;
