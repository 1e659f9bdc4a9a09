//! What the simulation must fulfil: arithmetic, closed forms, laws, the evidence's own table, and bad input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod advice;
mod bad;
mod laws;
mod picture;
mod table;
mod truth;

use roller::{Device, Results, Roller, Rolling, Technique, Zone};

/// The usual medical roller.
fn usual() -> Device {
    Device::Roller(Roller::usual(192, 1.5))
}

fn square() -> Zone {
    Zone::rectangle(50.0, 50.0).unwrap()
}

/// The usual roller on 5 by 5 cm.
fn rolled(technique: Technique) -> Rolling {
    Rolling::new(usual(), square(), technique).unwrap()
}

/// The mean of a result over seeds.
fn mean(rolling: &Rolling, seeds: u64, of: impl Fn(&Results) -> f64) -> f64 {
    (0..seeds).map(|seed| of(&rolling.results(seed))).sum::<f64>() / seeds as f64
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected} within {tolerance}");
}
