//! Keeping a score.

use store::records::{Outcome, Score};
use store::{By, Entry, Error, OutcomeId, PersonId, Store};

use crate::keep::{Again, keep_once, mends};

/// Keeps a score under the id of its form; sent again it is mended. What was measured or seen is never written over.
///
/// # Errors
/// [`Error::NotFound`] if the id is of something else that came out, and what the record refuses.
pub async fn keep_score(
    store: &Store,
    by: By,
    ids: (PersonId, OutcomeId),
    score: Score,
) -> Result<Entry<Outcome>, Error> {
    keep_once(store, by, ids, Outcome::Scored(score), again).await
}

fn again(kept: &Outcome, said: &Outcome) -> Again {
    match kept {
        Outcome::Scored(_) => mends(kept, said),
        Outcome::Seen(_) | Outcome::Measured(_) => Again::Foreign,
    }
}
