//! Settings: one table of them, and what holds: a flag comes before a variable, a variable before the file, the file before
//! what is usual.
//!
//! [`table`] is the only place that lists them; flags and their help, variables, keys of the file, `needlewise settings` and
//! docs/settings.md follow from it. [`told`] gathers what was said and where, [`read`] makes typed values of it. What a
//! setting does is not known here.

mod args;
mod file;
pub mod read;
pub mod show;
pub mod table;
pub mod told;

pub use args::{Listen, Place, Speech};
