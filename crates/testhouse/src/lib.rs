//! For tests only: the running application with a record of its own, and somebody at a browser.
//!
//! [`Home`] is the application; `ana.opens("/plan")` asks it for a page. What people do on its pages is a verb of it; what is
//! only there, without having been done on a page, is put into the record by [`record`] and [`planned`]. Records
//! themselves come from the crate `teststore`. `docs/guides/write-a-test.md` shows one test from end to end.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test that can't be set up must stop, saying why"
)]

mod answer;
mod answering;
mod asks;
mod home;
mod html;
mod page;
mod planned;
mod planning;
mod record;
mod texts;

pub use answer::Answer;
pub use answering::{ABOUT, NONE, borrowed, dated, harmless};
pub use asks::pattern;
pub use home::{HOST, Home, NEAR, START};
pub use page::Part;
pub use planned::{begins, day, in_home, sessions, with_a_plan};
pub use record::{by, checkin, hours, lived_in, session};
pub use teststore::plain::{answered, profile};
