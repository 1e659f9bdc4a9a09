//! The application as a browser meets it, without a network: requests in, answers out, a record of its own per test.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that can't go on must stop, saying why")]

mod album;
mod entering;
mod fuzzing;
mod guarding;
mod home;
mod plan;
mod screening;
mod log;
mod photos;
mod planned;
mod record;
mod session;
mod today;
mod feed;
mod more;
mod reference;
mod sheet;
