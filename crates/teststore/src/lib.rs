//! For tests and benchmarks only: a record to test with, and what is put into it.
//!
//! [`plain`] makes one record of a kind with sensible defaults; a test says what is special about it:
//! `Done { length_mm: 0.3, ..done(at) }`. [`full`] makes records with every field told. [`Room`] is a database of its own on
//! either engine, [`both!`] one test for both. The running application over such a record is in the crate `testhouse`, people
//! who only answer questions are in `testkit`: the tests of a crate wait for nothing that stands above it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test that can't be set up must stop, saying why"
)]

mod bench;
pub mod full;
mod intruder;
pub mod plain;
mod postgres;
mod room;

pub use bench::{Bench, on_postgres, on_sqlite};
pub use intruder::Intruder;
pub use postgres::{OwnDatabase, address, with_postgres};
pub use room::{Engine, Room};
