//! Database, folder and key of a record that is being opened; and if the disk can't be written, how it is read all the same.

use super::{Database, FILE, Inner, Place};
use crate::db::Db;
use crate::error::{Error, KeyFault};
use crate::lock::Lock;
use crate::objects::Objects;
use crate::write::Head;
use crate::{identity, program, reserve, sql};

/// Opens it to be written; on a full disk in the room that was kept for that; else to be read, if it can be.
pub(super) async fn open(place: &Place, lock: Lock) -> Result<Inner, Error> {
    let is_file = matches!(place.database, Database::Sqlite);
    let mut opened =
        if lock.writable || !is_file { to_write(place).await } else { Err(Error::ReadOnly) };
    if matches!(opened, Err(Error::Full)) && reserve::release(&place.folder) {
        opened = to_write(place).await;
    }
    let opened = match opened {
        // Beside somebody who writes it can't be read like this.
        Err(why @ (Error::Full | Error::ReadOnly)) if is_file && (lock.alone || !lock.writable) => {
            to_read(place).await.map_err(|error| if lock.writable { why } else { error })
        }
        opened => opened,
    };
    let (db, objects) = opened?;
    Ok(Inner {
        folder: place.folder.clone(),
        db,
        objects,
        wrapping: place.key.wrapping(),
        guarding: place.key.guarding(),
        key_id: place.key.id().to_owned(),
        lock: lock.file,
    })
}

async fn to_write(place: &Place) -> Result<(Db, Objects), Error> {
    looked_at(place, Db::of(place).await?).await
}

async fn to_read(place: &Place) -> Result<(Db, Objects), Error> {
    looked_at(place, Db::sqlite_to_read(&place.folder.join(FILE)).await?).await
}

/// In order: whoever removes the files next must not find the engine still at work.
async fn looked_at(place: &Place, db: Db) -> Result<(Db, Objects), Error> {
    match fits(place, &db).await {
        Ok(objects) => Ok((db, objects)),
        Err(error) => {
            db.close().await;
            Err(error)
        }
    }
}

async fn fits(place: &Place, db: &Db) -> Result<Objects, Error> {
    check_key(place, db).await?;
    program::check(db).await?;
    identity::agree(db, &place.folder).await?;
    Objects::open(&place.folder.join("photos"))
}

/// The first to open a record puts their key's mark on it; everybody after must have the same.
async fn check_key(place: &Place, db: &Db) -> Result<(), Error> {
    let missing = || Error::corrupt("the end of the journal");
    let guarding = place.key.guarding();
    let rows = db.fetch(sql::HEAD_READ, vec![]).await?;
    let row = rows.first().ok_or_else(missing)?;
    match row.get::<Option<String>>(1)? {
        Some(theirs) if theirs != place.key.id() => {
            Err(KeyFault::Other { theirs, ours: place.key.id().to_owned() }.into())
        }
        Some(_) => Head::read_with(&guarding, row).map(drop),
        None => first_key(place, db).await,
    }
}

async fn first_key(place: &Place, db: &Db) -> Result<(), Error> {
    let missing = || Error::corrupt("the end of the journal");
    let mut tx = db.begin().await?;
    let rows = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
    let row = rows.first().ok_or_else(missing)?;
    if row.get::<Option<String>>(1)?.is_some() {
        // Somebody else was faster.
        tx.rollback().await?;
        return Box::pin(check_key(place, db)).await;
    }
    let rows = tx.fetch(sql::JOURNAL_PAGE, vec![0_i64.into()]).await?;
    if !rows.is_empty() || !tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
        return Err(missing());
    }
    let sealed = Head::START.seal_with(&place.key.guarding())?;
    let values = vec![0_i64.into(), place.key.id().into(), sealed.into()];
    tx.execute(sql::HEAD_MOVE, values).await?;
    tx.commit().await
}
