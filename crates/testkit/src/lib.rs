//! For tests and benchmarks only: people who answer in verbs, and random people and stories from a seed.
//!
//! A test says what is special about a person; everything else is harmless. Nothing here decides anything.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't be set up must stop, saying why"
)]

pub mod courses;
mod people;
mod random;
mod stories;

pub use people::{Someone, clear, protocol};
pub use random::Random;
pub use stories::now;

use jiff::civil::Date;

/// The day on which the tests take place.
pub const TODAY: Date = jiff::civil::date(2026, 12, 5);
