//! Photographs: the row is sealed like every record, the pixels under a key of their own in the object store.
//!
//! Order is everything: note the upload, write both objects to disk, then commit the row and strike the note off. At
//! no moment is there a row without pixels, and pixels without a row are swept.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::journal::id;
use crate::kinds::{PersonId, PhotoId};
use crate::objects::Size;
use crate::open::{Inner, Store};
use crate::owner::OwnerId;
use crate::pixels::{self, Whose};
use crate::records::Photo;
use crate::seal::{self, Bound, Secret};
use crate::step::{self, Draft};
use crate::value::Value;
use crate::who::By;
use crate::write::{Writing, blocking, detached};
use crate::{jobs, sql};

/// What is wrong with a stored picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Whose.
    pub person: PersonId,
    /// Of which photograph.
    pub photo: PhotoId,
    /// Which size.
    pub size: Size,
    /// Whether it is missing; otherwise it was changed or damaged.
    pub missing: bool,
}

impl Store {
    /// A new photograph with its pixels in two sizes. The same id again changes nothing and gives back what is there.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such person or session, [`Error::Taken`] if the id is somebody else's,
    /// [`Error::Full`], [`Error::Unavailable`].
    pub async fn add_photo(
        &self,
        by: By,
        person: PersonId,
        id: PhotoId,
        photo: &Photo,
        picture: Vec<u8>,
        thumbnail: Vec<u8>,
    ) -> Result<Entry<Photo>, Error> {
        let (inner, photo) = (Arc::clone(&self.0), photo.clone());
        detached(async move {
            if let Some(found) = entries::find(&inner, person, id).await? {
                return Ok(found);
            }
            let entry = entries::new_entry(by, person, id, photo);
            let upload = Upload::seal(person, id, picture, thumbnail).await?;
            upload.note(&inner, by).await?;
            let added = upload.add(&inner, by, &entry).await;
            match added {
                Ok(Added::Now(writing)) => writing.commit().await.map(|()| entry),
                Ok(Added::Before(found)) => {
                    jobs::delete(&inner, &upload.object).await.map(|()| found)
                }
                // Nothing was committed. If room or database fail again, the next start sweeps.
                Err(error) => {
                    jobs::delete(&inner, &upload.object).await.ok();
                    Err(error)
                }
            }
        })
        .await
    }

    /// The pixels of a photograph, as they were given.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the photograph is gone, [`Error::Corrupt`] if its pixels are missing or changed,
    /// [`Error::Unavailable`].
    pub async fn picture(&self, photo: &Entry<Photo>, size: Size) -> Result<Vec<u8>, Error> {
        let (person, id) = (photo.person, photo.id);
        let rows = self.db().fetch(sql::PHOTO_KEYS, vec![person.into(), id.into()]).await?;
        let row = rows.first().ok_or(Error::NotFound)?;
        let person_key = OwnerId::Person(person).key(&self.0, &row.get::<Vec<u8>>(2)?)?;
        let key =
            Secret::unwrap_from(&row.get::<Vec<u8>>(1)?, &person_key, &key_bound(person, id))?;
        let object: String = row.get(0)?;
        let Some(sealed) = self.0.objects.get(&object, size).await? else {
            return self.missing(photo).await;
        };
        let whose = Whose { photo: id, person, size };
        blocking(move || pixels::open(&key, whose, &sealed)).await
    }

    /// Missing pixels are damage, unless the photograph was removed while we were looking.
    async fn missing(&self, photo: &Entry<Photo>) -> Result<Vec<u8>, Error> {
        Err(match self.find::<Photo>(photo.person, photo.id).await? {
            Some(_) => Error::corrupt(format!("the picture of photo {}", photo.id)),
            None => Error::NotFound,
        })
    }

    /// Reads every stored picture and says which are missing or aren't what was stored.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn check_photos(&self) -> Result<Vec<Flaw>, Error> {
        let mut flaws = Vec::new();
        for row in self.db().fetch(sql::PHOTO_CHECK, vec![]).await? {
            let (person, photo) = (id(&row.get::<String>(0)?)?, id(&row.get::<String>(1)?)?);
            let object: String = row.get(2)?;
            for (size, at) in [(Size::Full, 3), (Size::Thumbnail, 5)] {
                let found = self.0.objects.get(&object, size).await?;
                let (length, hash) = (row.get::<i64>(at)?, row.get::<Vec<u8>>(at + 1)?);
                let missing = found.is_none();
                if found.is_none_or(|bytes| size_of(&bytes) != length || digest(&bytes) != hash) {
                    flaws.push(Flaw { person, photo, size, missing });
                }
            }
        }
        Ok(flaws)
    }
}

/// Pixels on their way into the store.
pub(crate) struct Upload {
    pub object: String,
    key: Secret,
    full: Vec<u8>,
    thumbnail: Vec<u8>,
}

/// How adding went.
enum Added<'a> {
    /// The row is written, and waits for its commit.
    Now(Writing<'a>),
    /// Somebody else added it while we were writing objects.
    Before(Entry<Photo>),
}

impl Upload {
    pub(crate) async fn seal(
        person: PersonId,
        photo: PhotoId,
        full: Vec<u8>,
        thumb: Vec<u8>,
    ) -> Result<Self, Error> {
        blocking(move || {
            let key = Secret::random()?;
            let whose = |size| Whose { photo, person, size };
            let full = pixels::seal(&key, whose(Size::Full), &full)?;
            let thumbnail = pixels::seal(&key, whose(Size::Thumbnail), &thumb)?;
            Ok(Self { object: object_name()?, key, full, thumbnail })
        })
        .await
    }

    pub(crate) async fn note(&self, inner: &Inner, by: By) -> Result<(), Error> {
        let mut tx = inner.db.begin().await?;
        jobs::note_upload(&mut tx, &self.object, by.at.as_microsecond()).await?;
        tx.commit().await
    }

    /// Everything but the commit, so that an error means that nothing was kept.
    async fn add<'a>(
        &self,
        inner: &'a Inner,
        by: By,
        entry: &Entry<Photo>,
    ) -> Result<Added<'a>, Error> {
        let stowed = self.put(inner).await?;
        let mut writing = Writing::begin(inner, by).await?;
        let found = entries::find_in(inner, &mut writing.tx, entry.person, entry.id).await?;
        if let Some(found) = found {
            writing.forget().await?;
            return Ok(Added::Before(found));
        }
        stowed.insert(inner, &mut writing, entry).await?;
        Ok(Added::Now(writing))
    }

    /// Writes both objects to disk.
    pub(crate) async fn put(&self, inner: &Inner) -> Result<Stowed, Error> {
        inner.objects.put(&self.object, Size::Full, self.full.clone()).await?;
        inner.objects.put(&self.object, Size::Thumbnail, self.thumbnail.clone()).await?;
        Ok(Stowed {
            object: self.object.clone(),
            key: self.key.clone(),
            full: (size_of(&self.full), digest(&self.full)),
            thumbnail: (size_of(&self.thumbnail), digest(&self.thumbnail)),
        })
    }
}

/// What the row needs to know of pixels that are on disk: length and hash of each size.
pub(crate) struct Stowed {
    pub object: String,
    key: Secret,
    full: (i64, Vec<u8>),
    thumbnail: (i64, Vec<u8>),
}

impl Stowed {
    /// The row, and nothing remains to be done about the objects.
    pub(crate) async fn insert(
        self,
        inner: &Inner,
        writing: &mut Writing<'_>,
        entry: &Entry<Photo>,
    ) -> Result<(), Error> {
        let object = self.object.clone();
        let more = self.columns(inner, writing, entry).await?;
        step::insert(inner, writing, &Draft::of(entry)?, more).await?;
        writing.execute(sql::JOB_DONE, vec![object.as_str().into()]).await?;
        Ok(())
    }

    async fn columns(
        self,
        inner: &Inner,
        writing: &mut Writing<'_>,
        entry: &Entry<Photo>,
    ) -> Result<Vec<Value>, Error> {
        let rows = writing.tx.fetch(sql::PERSON_KEY, vec![entry.person.into()]).await?;
        let wrapped: Vec<u8> = rows.first().ok_or(Error::NotFound)?.get(0)?;
        let person_key = OwnerId::Person(entry.person).key(inner, &wrapped)?;
        let wrapped = self.key.wrap(&person_key, &key_bound(entry.person, entry.id))?;
        Ok(vec![
            self.object.as_str().into(),
            wrapped.into(),
            self.full.0.into(),
            self.full.1.into(),
            self.thumbnail.0.into(),
            self.thumbnail.1.into(),
        ])
    }
}

fn key_bound(person: PersonId, photo: PhotoId) -> Bound<'static> {
    Bound { table: "photo key", id: photo.any(), person: person.any(), version: 0 }
}

/// Random, so that it says nothing and is never used twice.
fn object_name() -> Result<String, Error> {
    let mut bytes = [0; 16];
    seal::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn size_of(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

/// Whether bytes are those of which a row holds the hash.
pub(crate) fn is_digest(bytes: &[u8], hash: Result<Vec<u8>, Error>) -> bool {
    hash.is_ok_and(|hash| digest(bytes) == hash)
}

pub(crate) fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}
