//! A place of skin that is followed from photograph to photograph: drawn once, measured at each visit.
//!
//! What can be measured in a photograph is decided in the crate `photo`, what is said of it in `text`; here the right
//! photographs are put together, what came out is kept, and it is shown.
//!
//! Where next: [`mod@draw`] keeps what is drawn on its page ([`form`] reads it), [`visits`] puts photographs together,
//! [`mod@measure`] measures them, [`kept`] is what is kept of it, [`when`] what the moment of a visit allows to be said;
//! [`course`] is all of that in order, and [`page`] shows it, with pieces from [`mod@cut`].

mod course;
mod cut;
mod draw;
mod draw_form;
mod draw_page;
mod form;
mod healing;
mod kept;
mod measure;
mod multiple;
mod name;
mod over_time;
mod page;
mod remove;
mod visits;
mod when;

#[cfg(test)]
mod tests;

pub(crate) use cut::cut;
pub(crate) use draw::{add, change, new, redraw};
pub(crate) use kept::comparison;
pub(crate) use measure::{Work, measure, regions, turn};
pub(crate) use name::name;
pub(crate) use page::show;
pub(crate) use remove::{ask_to_remove, remove};
pub(crate) use visits::{Following, PhotoVisit, Visits, latest_visit};
pub(crate) use when::moment;
