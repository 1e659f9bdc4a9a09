//! Two versions of a protocol beside each other: what each decides about the same people, and which rows and texts differ.
//!
//! An older version lacks what the checks demand today, so here nobody asks whether it is complete: only the rows that
//! screening reads must be readable. Both are decided by this program; what changed in the program itself is not seen here.
//! Who the people are is for the caller, who knows chance; the figures in words are in `text::show`.

pub mod files;
mod tally;
mod version;

pub use tally::{ByRule, Tally};
pub use version::{Decided, Version};

#[cfg(test)]
mod tests;
