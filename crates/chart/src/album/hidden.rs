//! Two photographs with their order hidden: what eyes said of them, and in which order they are shown.
//!
//! The order follows from the two photographs, so that looking again shows the same.

use care::words::Goal;
use sha2::{Digest, Sha256};
use store::records::{Better, Outcome, Photo, Seen};
use store::{Entry, PhotoId};

/// How eyes have judged so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pairs that were looked at with their order hidden.
    pub pairs: usize,
    /// Of these the later one looked better.
    pub later: usize,
}

impl Tally {
    /// Counted over everything that came out, of what was asked about a goal. Earlier versions asked about none: that counts
    /// with every goal but for those in raking light, which they did not know.
    pub fn of(outcomes: &[Entry<Outcome>], goal: Option<Goal>, raking: bool) -> Self {
        let counts = |seen: &Seen| seen.goal == goal || (seen.goal.is_none() && !raking);
        let all = outcomes.iter().filter_map(|entry| match &entry.record {
            Outcome::Seen(seen) if counts(seen) => Some(seen.better),
            _ => None,
        });
        all.fold(Self::default(), |tally, better| Self {
            pairs: tally.pairs + 1,
            later: tally.later + usize::from(better == Better::Later),
        })
    }
}

/// What eyes said of two photographs, if they were asked.
pub fn seen(outcomes: &[Entry<Outcome>], earlier: PhotoId, later: PhotoId) -> Option<Better> {
    outcomes.iter().rev().find_map(|entry| match &entry.record {
        Outcome::Seen(seen) if seen.earlier == earlier && seen.later == later => Some(seen.better),
        _ => None,
    })
}

/// The two in the order in which they are shown; a toss that falls the same way each time.
pub fn shown<'s>(earlier: &'s Entry<Photo>, later: &'s Entry<Photo>) -> [&'s Entry<Photo>; 2] {
    let toss = Sha256::digest(format!("{} {}", earlier.id, later.id));
    let swapped = toss.first().is_some_and(|byte| byte & 1 == 1);
    if swapped { [later, earlier] } else { [earlier, later] }
}

#[cfg(test)]
mod tests;
