//! What the measurement, the crash test and the faults of disks share: people in a record, the built program, and asking it.
//!
//! Not part of the product. The figures it prints come from real processes on real files; nothing is simulated.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be taken must stop, saying why"
)]

pub mod ask;
pub mod faults;
pub mod people;
pub mod program;
