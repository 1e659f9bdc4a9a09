//! Opening the record: folder, lock, and the rest in `opening.rs`; what a killed program left is cleared up (`tidy.rs`).

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::backup::mark;
use crate::db::Db;
use crate::error::{Error, KeyFault};
use crate::key::MasterKey;
use crate::lock::Lock;
use crate::objects::Objects;
use crate::seal::Secret;
use crate::write::{blocking, detached};
use crate::{identity, jobs, reserve, sql};

/// The SQLite file in the data folder.
pub(crate) const FILE: &str = "needlewise.db";

/// Where the record is.
#[derive(Clone, Debug)]
pub struct Place {
    /// The data folder: photographs, and the SQLite file. Made if need be, for its owner only.
    pub folder: PathBuf,
    /// Which database.
    pub database: Database,
    /// The key to it.
    pub key: MasterKey,
}

/// Which database.
#[derive(Clone)]
pub enum Database {
    /// The file `needlewise.db` in the data folder.
    Sqlite,
    /// A server, by its address: `postgres://user:password@host:port/database`.
    Postgres(String),
}

impl Database {
    /// The id of the key of the record that a server has already; a file has it beside it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it doesn't answer.
    pub async fn key_id(&self) -> Result<Option<String>, Error> {
        match self {
            Self::Sqlite => Ok(None),
            Self::Postgres(url) => Db::postgres_key_id(url).await,
        }
    }
}

impl std::fmt::Debug for Database {
    /// Without the address, which may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "Sqlite",
            Self::Postgres(_) => "Postgres",
        })
    }
}

/// The record. A clone is another handle on the same one.
#[derive(Clone)]
pub struct Store(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    /// The data folder.
    pub folder: PathBuf,
    pub db: Db,
    pub objects: Objects,
    pub wrapping: Secret,
    pub guarding: Secret,
    pub doors: Secret,
    pub key_id: String,
    /// Held as long as the record is open, so that nobody sweeps under our feet.
    pub lock: fs::File,
}

impl Store {
    /// Opens the record, making whatever is missing; several programs may have it open at once. One on a disk that can't be
    /// written is opened to be read: see [`Store::is_read_only`].
    ///
    /// # Errors
    /// [`Error::Key`] if it was sealed with another key, [`Error::Elsewhere`] if the folder is that of another record,
    /// [`Error::HalfRestored`], [`Error::Newer`], [`Error::Full`], [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn open(place: &Place) -> Result<Self, Error> {
        let place = place.clone();
        detached(async move {
            let folder = place.folder.clone();
            let lock = blocking(move || Lock::take(&folder)).await?;
            mark::settle(&place).await?;
            if lock.writable {
                tidy::at_start(&place.folder, lock.alone);
            }
            let (alone, changes) = (lock.alone, lock.writable);
            let inner = opening::open(&place, lock).await?;
            if !inner.db.is_writable() {
                tracing::warn!(
                    "the disk can't be written: the record is open to be read, and nothing is saved"
                );
                // Whoever wrote it now would change it under our feet.
                if !changes {
                    inner.lock.lock_shared()?;
                }
                return Ok(Self(Arc::new(inner)));
            }
            let left = jobs::run_all(&inner, alone).await;
            blocking(move || {
                reserve::keep(&inner.folder);
                inner.lock.lock_shared()?;
                let inner = Arc::new(inner);
                jobs::or_keep_trying(&inner, left);
                Ok(Self(inner))
            })
            .await
        })
        .await
    }

    /// Makes this folder, which has the key, that of a record in the database of a server: the one it had is lost.
    ///
    /// # Errors
    /// [`Error::Key`] if it was sealed with another key, [`Error::Unavailable`].
    pub async fn adopt(place: &Place) -> Result<(), Error> {
        match place.database.key_id().await? {
            Some(theirs) if theirs != place.key.id() => {
                Err(KeyFault::Other { theirs, ours: place.key.id().to_owned() }.into())
            }
            Some(_) => {
                let db = Db::of(place).await?;
                let adopted = identity::adopt(&db, &place.folder).await;
                db.close().await;
                adopted
            }
            None => Ok(()),
        }
    }

    /// Whether it can only be read, since its disk can't be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        !self.db().is_writable()
    }

    /// Whether the record can be read and written right now.
    ///
    /// # Errors
    /// Whatever stands in the way.
    pub async fn ready(&self) -> Result<(), Error> {
        self.db().fetch(sql::ANYBODY, vec![]).await?;
        let inner = Arc::clone(&self.0);
        detached(async move {
            let mut tx = inner.db.begin().await?;
            tx.fetch(sql::HEAD_TAKE, vec![]).await?;
            tx.commit().await
        })
        .await
    }

    /// Asks the database whether it understands every statement there is.
    ///
    /// # Errors
    /// The first one it doesn't.
    pub async fn check_statements(&self) -> Result<(), Error> {
        for text in sql::all() {
            self.db().prepare(text).await?;
        }
        Ok(())
    }

    /// Waits for what is under way and closes the database. Other handles are closed as well.
    pub async fn close(&self) {
        self.db().close().await;
        if let Err(error) = self.0.lock.unlock() {
            tracing::warn!(%error, "the lock on the data folder stays until the program ends");
        }
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }
}

mod opening;
mod tidy;
