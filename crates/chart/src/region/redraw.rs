//! A region drawn anew, or given another name.

use store::records::{Outcome, Region};
use store::{By, Error, Store};

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
    let after = store.change(by, before, wanted).await?;
    let held = following.measured.iter().filter(|(_, kept)| kept.version == before.version);
    for (entry, measured) in held.filter(|_| !moved) {
        let measured = store::Measured { version: after.version, ..measured.clone() };
        store.change(by, entry, Outcome::Measured(measured)).await?;
    }
    Ok(())
}

fn is_moved(before: &Region, after: &Region) -> bool {
    let parts = |region: &Region| (region.place, region.reference, region.control);
    parts(before) != parts(after)
}
