//! What the pages of photographs, places, results and the log share: words for what is in [`chart::album`], and pieces that
//! stand on several of them.
//!
//! No page is here, and none of those journeys knows another through it.

mod early;
mod find;
mod measured;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use early::{too_early, why};
pub(crate) use find::find;
pub(crate) use measured::{against_noise, held_back, who, why_not};
pub(crate) use words::{alt, caption, name, taken, view_word};
