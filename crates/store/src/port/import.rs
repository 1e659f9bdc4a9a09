//! Reading an export: pictures to disk first, as every photograph, then all entries in one transaction.
//!
//! So an import is there completely or not at all; what a killed program left of pictures is swept at the next start.

use std::io::{Cursor, Read, Seek};
use std::sync::Arc;

use super::archive::Archive;
use super::shape::{File, Item, Shot};
use super::{Refusal, aside};
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::jobs;
use crate::kinds::{PersonId, kinds};
use crate::open::{Inner, Store};
use crate::people;
use crate::photos::{Stowed, Upload};
use crate::records::{Photo, Profile};
use crate::step::{self, Draft};
use crate::table::Plain;
use crate::who::By;
use crate::write::Writing;

/// Brings a person in from a zip in memory, with the ids, times and versions it names; gives back their id.
///
/// # Errors
/// [`Refusal::Here`] if there is such a person, [`Error::Taken`] if another entry has one of the ids, and whatever is
/// wrong with the file. Nothing was changed then.
pub async fn import(store: &Store, by: By, zip: &[u8]) -> Result<PersonId, Refusal> {
    import_from(store, by, Cursor::new(zip.to_vec())).await
}

/// The same from a file: however many photographs there are, only one is in memory.
///
/// # Errors
/// As [`import()`].
pub async fn import_from<R: Read + Seek + Send + 'static>(
    store: &Store,
    by: By,
    from: R,
) -> Result<PersonId, Refusal> {
    let inner = Arc::clone(&store.0);
    // Not cut short if whoever waits goes away.
    let work = tokio::spawn(async move {
        let mut bringing = Bringing { inner, by, objects: Vec::new() };
        let brought = bringing.bring(from).await;
        if brought.is_err() {
            bringing.clear_up().await;
        }
        brought
    });
    work.await.map_err(|_| Error::unavailable("the program is being stopped"))?
}

macro_rules! bringing {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        impl Bringing {
            async fn bring_lists(
                &self,
                writing: &mut Writing<'_>,
                person: PersonId,
                file: File,
            ) -> Result<(), Refusal> {
                $(self.all(writing, person, file.$list).await?;)*
                Ok(())
            }
        }
    };
}
kinds!(bringing);

/// An import under way.
struct Bringing {
    inner: Arc<Inner>,
    by: By,
    /// What was written to the object store so far.
    objects: Vec<String>,
}

impl Bringing {
    async fn bring<R: Read + Seek + Send + 'static>(
        &mut self,
        from: R,
    ) -> Result<PersonId, Refusal> {
        let opened = aside(move || {
            let mut archive = Archive::open(from)?;
            let file = archive.file()?;
            Ok((archive, file))
        });
        let (mut archive, mut file) = opened.await?;
        let person = file.profile.id;
        if entries::find::<Profile>(&self.inner, person, person).await?.is_some() {
            return Err(Refusal::Here);
        }
        let mut photos = Vec::new();
        for Shot { entry, picture, small } in std::mem::take(&mut file.photos) {
            let entry = entry.entry(person)?;
            let media = entry.record.media.clone();
            let read = aside(move || {
                let pixels = [archive.pixels(&picture, &media)?, archive.pixels(&small, &media)?];
                Ok((archive, pixels))
            });
            let (back, [picture, small]) = read.await?;
            archive = back;
            let stowed = self.stow(&entry, picture, small).await?;
            photos.push((entry, stowed));
        }
        self.write(person, file, photos).await?;
        Ok(person)
    }

    async fn stow(
        &mut self,
        entry: &Entry<Photo>,
        picture: Vec<u8>,
        small: Vec<u8>,
    ) -> Result<Stowed, Refusal> {
        let upload = Upload::seal(entry.person, entry.id, picture, small).await?;
        upload.note(&self.inner, self.by).await?;
        self.objects.push(upload.object.clone());
        Ok(upload.put(&self.inner).await?)
    }

    async fn write(
        &self,
        person: PersonId,
        file: File,
        photos: Vec<(Entry<Photo>, Stowed)>,
    ) -> Result<(), Refusal> {
        let mut writing = Writing::begin(&self.inner, self.by).await?;
        let there = entries::find_in::<Profile>(&self.inner, &mut writing.tx, person, person);
        if there.await?.is_some() {
            writing.forget().await?;
            return Err(Refusal::Here);
        }
        people::insert(&self.inner, &mut writing, &file.profile.clone().entry(person)?).await?;
        self.bring_lists(&mut writing, person, file).await?;
        for (entry, stowed) in photos {
            stowed.insert(&self.inner, &mut writing, &entry).await?;
        }
        Ok(writing.commit().await?)
    }

    async fn all<R: Plain>(
        &self,
        writing: &mut Writing<'_>,
        person: PersonId,
        items: Vec<Item<R>>,
    ) -> Result<(), Refusal> {
        for item in items {
            let draft = Draft::of(&item.entry(person)?)?;
            step::insert(&self.inner, writing, &draft, Vec::new()).await?;
        }
        Ok(())
    }

    /// What can't be removed now is removed at the next start.
    async fn clear_up(&self) {
        for object in &self.objects {
            jobs::delete(&self.inner, object).await.ok();
        }
    }
}
