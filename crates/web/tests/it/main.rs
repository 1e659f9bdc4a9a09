//! The application as a browser meets it, without a network: requests in, answers out, a record of its own per test.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that can't go on must stop, saying why")]

mod entering;
mod home;
mod screening;
mod log;
mod photos;
mod record;
