//! The record through its API, every method on both databases.
//!
//! PostgreSQL comes from `tests/postgres run CMD…`; without it that half says that it isn't run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod access;
mod attack;
mod backup;
mod batch;
mod bent;
mod canary;
mod cancel;
mod clinic;
mod cost;
mod disk;
mod doctor;
mod entry_keys;
mod erase;
mod feeds;
mod full;
mod ground;
mod held;
mod journal;
mod keys;
mod locks;
mod logins;
mod mend;
mod older;
mod passphrases;
mod people;
mod photos;
mod port;
mod program;
mod records;
mod schema;
mod snapshot;
mod support;
