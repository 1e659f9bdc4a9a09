//! Photographs: taken or chosen, kept, looked at, compared.
//!
//! What a file must be like is decided in the crate `photo`, how pixels are sealed in `store`. Nothing here measures
//! skin, which is done in [`chart::region`]: two pictures are put where eyes can compare them. Answers with pictures are
//! never kept by a browser, as no answer of ours is.
//!
//! Where next: [`mod@grid`] shows all of them, [`taking`] asks for new ones with what [`guide`] says, [`intake`] takes
//! them in, [`one`] shows one and [`undated_page`] asks when it was taken, [`mod@compare`] two; what they are called is in [`crate::album`], all of them in order in
//! [`chart::album`].

mod bytes;
mod compare;
mod compare_page;
pub(crate) mod first;
mod grid;
mod guide;
mod hidden;
mod intake;
mod measured;
mod multipart;
mod one;
mod one_page;
mod remove;
#[cfg(test)]
mod samples;
mod taking;
mod undated_page;

#[cfg(test)]
mod tests;

pub(crate) use bytes::{picture, thumbnail};
pub(crate) use compare::compare;
pub(crate) use grid::grid;
pub(crate) use hidden::look;
pub(crate) use intake::{DECODING, take};
pub(crate) use one::{change, show};
pub(crate) use remove::{ask as ask_to_remove, remove};
#[cfg(test)]
pub(crate) use samples::samples;
#[cfg(test)]
pub(crate) use taking::Refused;
pub(crate) use taking::new;
