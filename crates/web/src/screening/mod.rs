//! The first journey: a few big questions one after the other, then the verdict in one sentence with its reasons.
//!
//! Which questions there are and which share a page is data of the protocol ([`chart::screening::steps`]); what is asked beside them
//! (goals, areas, age, device) is in [`own`]. Each answer is kept at once, so closing the browser loses nothing. What
//! the answers lead to is decided in `care`, each time anew ([`chart::screening::decided`]).

mod about;
mod answers;
pub(crate) mod ask;
mod back;
pub(crate) mod given;
mod heard;
mod own;
mod page;
mod reminder;
#[cfg(test)]
mod samples;
pub(crate) mod sheet;
mod step;
#[cfg(test)]
mod tests;
mod unseen;
pub(crate) mod verdict;

pub(crate) use answers::show as answers;
pub(crate) use back::back;
pub(crate) use reminder::file as reminder;
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use step::{answer, next, show};
pub(crate) use verdict::show as verdict_page;
