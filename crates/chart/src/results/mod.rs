//! Whether it worked: what there is to judge by, whether it is time, and what a change is worth.
//!
//! Nothing here says that somebody has improved: a score is a score, and a change within the noise is none. What a scale
//! means, and whom it was made for, is in the protocol; what a photograph can say is measured in [`crate::region`].

mod board;
mod change;
mod score;
mod standing;

pub use board::{Board, Scored, SeenPairs, fits, is_own};
pub use change::Change;
pub use score::keep_score;
pub use standing::Standing;

#[cfg(test)]
mod tests;
