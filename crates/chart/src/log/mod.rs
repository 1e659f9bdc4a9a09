//! What happened: everything on record of a person, and the line of time it makes.
//!
//! Nothing is kept here. How urgent a check-in was is judged anew by `care`, with the check-ins up to that one.

mod because;
mod event;
mod history;

pub use because::because;
pub use event::{Event, Shown, What, events};
pub use history::History;

#[cfg(test)]
mod tests;
