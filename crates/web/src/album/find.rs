//! Finding a photograph of this person; somebody else's is as unknown as none at all.

use store::records::Photo;
use store::{Entry, PhotoId};

use crate::caller::Opened;
use crate::problem::Problem;

/// The photograph of an id as it stands in an address.
pub(crate) async fn find(opened: &Opened, id: PhotoId) -> Result<Entry<Photo>, Problem> {
    let found = opened.app.store().find::<Photo>(opened.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}
