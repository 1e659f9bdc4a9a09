//! The application as a browser meets it, without a network: requests in, answers out, a record of its own per test.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't go on must stop, saying why"
)]

mod addresses;
mod album;
mod apart;
mod attack;
mod bring;
mod clearance;
mod connections;
mod demo;
mod doors;
mod dose;
mod entering;
mod eyes;
mod feed;
mod forms;
mod fuzzing;
mod gaps;
mod guarding;
mod handover;
mod household;
mod judging;
mod life;
mod log;
mod measured;
mod more;
mod network;
mod over_time;
mod photos;
mod plan;
mod reference;
mod region;
mod results;
mod screening;
mod session;
mod sheet;
mod slips;
mod speaks;
mod tabs;
mod today;
mod unfair;
