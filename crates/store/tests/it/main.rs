//! The record through its API, every method on both databases.
//!
//! PostgreSQL comes from `tests/postgres run CMD…`; without it that half says that it isn't run.

mod cancel;
mod canary;
mod feeds;
mod journal;
mod keys;
mod people;
mod photos;
mod records;
mod schema;
mod support;
mod visits;
