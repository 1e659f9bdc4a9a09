//! Removing a photograph: places that were drawn on it go along, and whatever was measured in it.

use store::records::{Measured, Photo};
use store::{Batch, By, Entry, Error, PhotoId, Store};

use super::Album;

/// Removes a photograph with what rests on it. Its pixels go once that is committed.
///
/// # Errors
/// What the record refuses.
pub async fn remove_photo(
    store: &Store,
    by: By,
    album: &Album,
    photo: &Entry<Photo>,
) -> Result<(), Error> {
    let mut batch = Batch::new(by, photo.person);
    for following in album.followed() {
        let drawn = following.region.record.photo == photo.id;
        for (entry, measured) in &following.measured {
            if drawn || uses(measured, photo.id) {
                batch.remove(entry);
            }
        }
        if drawn {
            batch.remove(&following.region);
        }
    }
    batch.remove(photo);
    store.commit(batch).await
}

fn uses(measured: &Measured, photo: PhotoId) -> bool {
    measured.before.iter().chain(&measured.after).any(|id| *id == photo)
}
