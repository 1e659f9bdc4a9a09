//! Removing a photograph: places that were drawn on it go along, and whatever was measured in it.

use store::records::{Measured, Photo};
use store::{By, Entry, Error, Id, Store};

use super::Album;

/// Removes a photograph with what rests on it.
///
/// # Errors
/// What the record refuses.
pub async fn remove_photo(
    store: &Store,
    by: By,
    album: &Album,
    photo: &Entry<Photo>,
) -> Result<(), Error> {
    let mut regions = Vec::new();
    for following in album.followed() {
        let drawn = following.region.record.photo == photo.id;
        for (entry, measured) in &following.measured {
            if drawn || uses(measured, photo.id) {
                store.remove(by, entry).await?;
            }
        }
        if drawn {
            regions.push(following.region);
        }
    }
    store.remove_with(by, photo, &regions).await
}

fn uses(measured: &Measured, photo: Id) -> bool {
    measured.before.iter().chain(&measured.after).any(|id| *id == photo)
}
