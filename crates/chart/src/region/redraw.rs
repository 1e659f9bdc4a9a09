//! A region drawn anew, or given another name.

use store::records::{Outcome, Region};
use store::{Batch, By, Error, Store};

use super::Following;

/// Keeps what changed. Another name is no other skin, so what was measured goes on to hold.
///
/// # Errors
/// What the record refuses.
pub async fn redraw(
    store: &Store,
    by: By,
    following: &Following,
    wanted: Region,
) -> Result<(), Error> {
    let before = &following.region;
    if wanted == before.record {
        return Ok(());
    }
    let moved = is_moved(&before.record, &wanted);
    let mut batch = Batch::new(by, before.person);
    let after = batch.change(before, wanted);
    let held = following.measured.iter().filter(|(_, kept)| kept.version == before.version);
    for (entry, measured) in held.filter(|_| !moved) {
        let measured = store::Measured { version: after.version, ..measured.clone() };
        batch.change(entry, Outcome::Measured(measured));
    }
    store.commit(batch).await
}

fn is_moved(before: &Region, after: &Region) -> bool {
    let parts = |region: &Region| (region.place, region.reference, region.control);
    parts(before) != parts(after)
}
