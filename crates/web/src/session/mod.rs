//! Session day: the day's questions, preparation, rolling zone by zone, and the record.
//!
//! A session that was done without the guide can be recorded all the same, since a true record is worth more than a
//! rule. What may be done is decided in `care`; [`care::standing`] says what the next session waits for.

mod ask;
mod before;
mod begin;
mod begun;
mod form;
mod page;
mod past;
mod prepare;
mod record;
mod roll;
#[cfg(test)]
mod samples;
mod start;
#[cfg(test)]
mod tests;
mod zones;

pub(crate) use begin::{again, begin};
pub(crate) use past::{remove, restore, show};
pub(crate) use prepare::{cream, prepare};
pub(crate) use record::{keep_new, new, record, save};
pub(crate) use roll::{roll, rolled};
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use start::{start, stop};
