//! Photographs taken in, photographs refused, and files that were made to hurt.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, its helpers too"
)]

mod bombs;
mod colours;
mod damage;
mod decoder;
mod files;
mod kinds;
mod secrets;
mod turning;
