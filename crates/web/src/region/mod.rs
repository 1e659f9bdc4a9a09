//! A place of skin that is followed from photograph to photograph: drawn once, measured at each sitting.
//!
//! What can be measured in a photograph is decided in the crate `photo`, what is said of it in `text`, which photographs
//! belong together and what is kept of it in [`chart::region`]; here it is shown.
//!
//! Where next: [`mod@draw`] keeps what is drawn on its page ([`form`] reads it), [`mod@measure`] has it measured, and
//! [`page`] shows it over time, with pieces from [`mod@cut`].

mod course;
mod cut;
mod draw;
mod draw_form;
mod draw_page;
mod form;
mod healing;
mod measure;
mod multiple;
mod over_time;
mod overlay;
mod page;
mod remove;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub(crate) use cut::cut;
pub(crate) use draw::{add, change, new, redraw};
pub(crate) use measure::{measure, turn};
pub(crate) use page::show;
pub(crate) use remove::{ask_to_remove, remove};
#[cfg(test)]
pub(crate) use samples::samples;
