//! Where sealed pixels lie: files of the data folder, written completely and to disk before anybody hears of them.
//!
//! The name of an object is random and says nothing. Nothing here knows keys or rows.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Name;
use object_store::{ObjectStore, ObjectStoreExt};

use crate::disk::{make_folder, sync_folder};
use crate::error::Error;
use crate::write::blocking;

/// Which of the two kept sizes of a photograph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// As it was taken in.
    Full,
    /// Small, for lists.
    Thumbnail,
}

impl Size {
    pub(crate) const ALL: [Self; 2] = [Self::Full, Self::Thumbnail];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Thumbnail => "thumb",
        }
    }
}

/// The objects of a record.
pub(crate) struct Objects {
    store: LocalFileSystem,
    folder: PathBuf,
}

impl Objects {
    /// Opens a folder, making it if need be.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        make_folder(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { store, folder: folder.to_owned() })
    }

    /// Keeps an object; when this returns it is on disk.
    pub(crate) async fn put(&self, object: &str, size: Size, bytes: Vec<u8>) -> Result<(), Error> {
        self.store.put(&name(object, size), bytes.into()).await?;
        Ok(())
    }

    /// An object, or `None` if it isn't there.
    pub(crate) async fn get(&self, object: &str, size: Size) -> Result<Option<Vec<u8>>, Error> {
        match self.store.get(&name(object, size)).await {
            Ok(found) => Ok(Some(found.bytes().await?.into())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of all objects there are, each once, in order.
    pub(crate) async fn list(&self) -> Result<BTreeSet<String>, Error> {
        let files: Vec<_> = self.store.list(None).try_collect().await?;
        Ok(files
            .iter()
            .filter_map(|file| file.location.filename()?.split('.').next())
            .map(str::to_owned)
            .collect())
    }

    /// Removes both sizes, whichever are there; when this returns they are gone from the disk.
    pub(crate) async fn delete(&self, object: &str) -> Result<(), Error> {
        for size in Size::ALL {
            match self.store.delete(&name(object, size)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let shelf = self.folder.join(shelf(object));
        blocking(move || match sync_folder(&shelf) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            synced => Ok(synced?),
        })
        .await
    }
}

/// Two letters of the name make a folder, so that none gets too full.
fn name(object: &str, size: Size) -> Name {
    Name::from(format!("{}/{object}.{}", shelf(object), size.word()))
}

fn shelf(object: &str) -> String {
    object.chars().take(2).collect()
}

/// Removes what a killed program left of files it was writing. Only when nobody else has the folder open.
pub(crate) fn sweep_drafts(folder: &Path) -> Result<(), Error> {
    for shelf in fs::read_dir(folder)? {
        let shelf = shelf?;
        if !shelf.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(shelf.path())? {
            let file = file?;
            // How the object store names a file that isn't complete.
            if file.file_name().to_string_lossy().contains('#') {
                fs::remove_file(file.path())?;
            }
        }
    }
    Ok(())
}
