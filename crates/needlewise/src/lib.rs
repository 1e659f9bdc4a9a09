//! The commands of Needlewise: reading files, deciding with `care`, and saying it in words or as JSON.
//!
//! No rule of needling stands here. [`commands`] are recipes; parsing and wording are in the crate `text`. The clock
//! is read in [`commands::clock`] alone.

pub mod cli;
pub mod commands;
pub mod settings;
