//! A disk that fails at every operation of everything that writes: does the program say so, is anything lost, does it go
//! on, is anything left lying about?
//!
//! `tests/faults/run` builds the shim (`tests/faults/shim.c`) that is loaded before the program, and starts
//! `bin/faults.rs`. A [`scenario::Scenario`] is one thing the program does; a point is one of its operations and a
//! [`shim::Mode`]. Each point starts from a copy of the same record (`base.rs`), lets the program run into the fault
//! (`act.rs`), looks at what is there (`look.rs`), and does the same again without the fault (`point.rs`). `order.rs`
//! finds in a trace of everything that was done what a power cut could take away.

pub mod act;
pub mod base;
pub mod look;
pub mod order;
pub mod point;
pub mod scenario;
pub mod shim;
pub mod table;
