//! Photographs taken in, photographs refused, and files that were made to hurt.

mod bombs;
mod colours;
mod damage;
mod files;
mod kinds;
mod secrets;
mod turning;
