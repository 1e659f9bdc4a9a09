//! Text on both sides of a decision: what people write becomes types of `care`, what was decided becomes sentences,
//! JSON and calendars.
//!
//! No rule of needling stands here, nothing is read from disk and nothing is printed. [`input`] parses once, at the
//! edge; [`show`] holds what a command or a page says; [`programme`] what both say of a plan; [`say`] words beside those
//! of the protocol; [`calendar`] writes iCalendar.

pub mod calendar;
pub mod input;
pub mod programme;
pub mod say;
pub mod show;
