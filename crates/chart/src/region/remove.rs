//! Removing a place that is followed: what was measured of it goes along, the photographs stay.

use store::{Batch, By, Error, Store};

use super::Following;

/// Removes a place with what was measured of it.
///
/// # Errors
/// What the record refuses.
pub async fn remove_region(store: &Store, by: By, following: &Following) -> Result<(), Error> {
    let mut batch = Batch::new(by, following.region.person);
    for (entry, _) in &following.measured {
        batch.remove(entry);
    }
    batch.remove(&following.region);
    store.commit(batch).await
}
