//! The pages of Needlewise: for one person on their own machine.
//!
//! A page is a function of a struct; what it says of a record is worked out in `chart`, what that decides is decided in
//! `care`, what it keeps is kept in `store`. Every address is in [`mod@addresses`]; who may ask is settled in [`guard`]; each
//! journey has a folder with its handlers, its pages and its tests. There is no clock here: [`App`] is given one.

pub mod address;
mod addresses;
mod album;
pub mod app;
mod asset;
mod bring;
mod caller;
mod clearance;
pub mod demo;
mod dose;
mod feed;
pub mod fields;
mod form;
pub mod frame;
pub mod gate;
pub mod guard;
mod handover;
mod home;
mod layout;
mod linger;
mod locks;
mod log;
mod login;
mod more;
mod noticed;
mod paging;
mod path;
mod people;
pub mod permission;
mod photos;
mod plan;
pub mod problem;
pub mod reach;
mod reference;
mod region;
mod results;
mod roles;
pub mod routes;
#[cfg(test)]
mod samples;
pub mod say;
mod screening;
mod serve;
mod session;
mod sheet;
mod shown;
mod sources;
pub mod to;
mod today;
mod work;

pub(crate) use look as ui;

pub use address::Limits;
pub use app::{App, Settings};
pub use routes::router;
pub use serve::serve;
