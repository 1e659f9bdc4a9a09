//! The commands of Needlewise: reading files, deciding with `care`, and saying it in words or as JSON.
//!
//! No rule of needling stands here. [`input`] parses once, [`commands`] are recipes, [`show`] holds what each
//! command says, [`calendar`] writes iCalendar. The clock is read in [`commands::clock`] alone.

pub mod calendar;
pub mod cli;
pub mod commands;
pub mod input;
pub mod show;
