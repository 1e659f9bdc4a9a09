//! Photographs: what somebody hands in becomes a clean picture, and the demo's pictures are drawn.
//!
//! Values in, values out: this crate opens no file, knows no clock and no person, and keeps nothing.
//!
//! Where to look: [`intake`] (from the bytes of a file to a picture without secrets, or a refusal with a reason),
//! [`drawing`] (the fictional person of `needlewise demo`).

pub mod drawing;
pub mod intake;
