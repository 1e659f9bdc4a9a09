//! What a clinician said: written down beside what it is about, shown with who said it and when, corrected, taken back.
//!
//! What it changes is decided in `care`; what can't be is refused in [`chart::clearance`]. [`form`] asks, [`keep`] answers
//! the addresses, [`shown`] says it on other pages, [`back`] is where one comes from.

mod back;
mod form;
mod keep;
mod page;
#[cfg(test)]
mod samples;
mod shown;
#[cfg(test)]
mod tests;

pub(crate) use back::Back;
pub(crate) use keep::{add, change, remove, show};
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use shown::{Beside, beside, name, others, sentence};
