//! Opening the record: folder, lock, database, key; and what a killed program left behind is cleared up.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::backup::{mark, room};
use crate::db::Db;
use crate::error::{Error, KeyFault};
use crate::key::MasterKey;
use crate::lock::Lock;
use crate::objects::{Objects, sweep_drafts};
use crate::seal::Secret;
use crate::write::{Head, blocking, detached};
use crate::{jobs, program, sql};

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
    pub key_id: String,
    /// Held as long as the record is open, so that nobody sweeps under our feet.
    lock: fs::File,
}

impl Store {
    /// Opens the record, making whatever is missing; several programs may have it open at once.
    ///
    /// # Errors
    /// [`Error::Key`] if it was sealed with another key, [`Error::HalfRestored`], [`Error::Newer`], [`Error::Full`], [`Error::Unavailable`], [`Error::Corrupt`].
    pub async fn open(place: &Place) -> Result<Self, Error> {
        let place = place.clone();
        detached(async move {
            let folder = place.folder.clone();
            let lock = blocking(move || Lock::take(&folder)).await?;
            mark::settle(&place).await?;
            room::sweep(&place.folder, &place.folder);
            let photos = place.folder.join("photos");
            let objects = Objects::open(&photos)?;
            let (alone, lock) = (lock.alone, lock.file);
            let inner = Inner {
                db: Db::of(&place).await?,
                folder: place.folder,
                objects,
                wrapping: place.key.wrapping(),
                guarding: place.key.guarding(),
                key_id: place.key.id().to_owned(),
                lock,
            };
            check_key(&inner).await?;
            program::check(&inner.db).await?;
            if alone {
                sweep_drafts(&photos)?;
            }
            let left = jobs::run_all(&inner, alone).await;
            blocking(move || {
                inner.lock.lock_shared()?;
                let inner = Arc::new(inner);
                jobs::or_keep_trying(&inner, left);
                Ok(Self(inner))
            })
            .await
        })
        .await
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

/// The first to open a record puts their key's mark on it; everybody after must have the same.
async fn check_key(inner: &Inner) -> Result<(), Error> {
    let mut tx = inner.db.begin().await?;
    let rows = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
    let row = rows.first().ok_or_else(|| Error::corrupt("the end of the journal"))?;
    match row.get::<Option<String>>(1)? {
        Some(theirs) if theirs != inner.key_id => {
            tx.rollback().await?;
            Err(KeyFault::Other { theirs, ours: inner.key_id.clone() }.into())
        }
        Some(_) => {
            let head = Head::read(inner, row);
            tx.rollback().await?;
            head.map(drop)
        }
        None => {
            let rows = tx.fetch(sql::JOURNAL_PAGE, vec![0_i64.into()]).await?;
            if !rows.is_empty() || !tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
                return Err(Error::corrupt("the end of the journal"));
            }
            let sealed = Head::START.seal(inner)?;
            let key_id = inner.key_id.as_str();
            tx.execute(sql::HEAD_MOVE, vec![0_i64.into(), key_id.into(), sealed.into()]).await?;
            tx.commit().await
        }
    }
}
