//! Database, folder and key of a record that is being opened; and if the disk can't be written, how it is read all the same.

use super::{Database, FILE, Inner, Place};
use crate::db::Db;
use crate::error::{Error, KeyFault};
use crate::lock::Lock;
use crate::objects::Objects;
use crate::write::{Doors, Head, Writing};
use crate::{doors, identity, program, reserve, sql};

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
    let (db, objects, doors) = opened?;
    let inner = Inner {
        folder: place.folder.clone(),
        db,
        objects,
        wrapping: place.key.wrapping(),
        guarding: place.key.guarding(),
        doors: place.key.doors(),
        key_id: place.key.id().to_owned(),
        lock: lock.file,
    };
    if doors == Doors::Before && inner.db.is_writable() {
        code_doors(&inner).await?;
    }
    Ok(inner)
}

type Opened = (Db, Objects, Doors);

async fn to_write(place: &Place) -> Result<Opened, Error> {
    looked_at(place, Db::of(place).await?).await
}

async fn to_read(place: &Place) -> Result<Opened, Error> {
    looked_at(place, Db::sqlite_to_read(&place.folder.join(FILE)).await?).await
}

/// In order: whoever removes the files next must not find the engine still at work.
async fn looked_at(place: &Place, db: Db) -> Result<Opened, Error> {
    match fits(place, &db).await {
        Ok((objects, doors)) => Ok((db, objects, doors)),
        Err(error) => {
            db.close().await;
            Err(error)
        }
    }
}

async fn fits(place: &Place, db: &Db) -> Result<(Objects, Doors), Error> {
    let doors = check_key(place, db).await?;
    program::check(db).await?;
    identity::agree(db, &place.folder).await?;
    Ok((Objects::open(&place.folder.join("photos"))?, doors))
}

/// The first to open a record puts their key's mark on it; everybody after must have the same.
async fn check_key(place: &Place, db: &Db) -> Result<Doors, Error> {
    let missing = || Error::corrupt("the end of the journal");
    let guarding = place.key.guarding();
    let rows = db.fetch(sql::HEAD_READ, vec![]).await?;
    let row = rows.first().ok_or_else(missing)?;
    match row.get::<Option<String>>(1)? {
        Some(theirs) if theirs != place.key.id() => {
            Err(KeyFault::Other { theirs, ours: place.key.id().to_owned() }.into())
        }
        Some(_) => Ok(Head::read_any(&guarding, row)?.1),
        None => first_key(place, db).await,
    }
}

async fn first_key(place: &Place, db: &Db) -> Result<Doors, Error> {
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
    tx.commit().await?;
    Ok(Doors::Coded)
}

/// Doors of a record of before they had codes get them, unless somebody else was faster.
async fn code_doors(inner: &Inner) -> Result<(), Error> {
    let done = match take_turn(inner).await {
        Ok(Some(writing)) => doors::take_over(inner, writing).await,
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    };
    if done.is_err() {
        inner.db.close().await;
    }
    done
}

async fn take_turn(inner: &Inner) -> Result<Option<Writing<'_>>, Error> {
    let mut tx = inner.db.begin().await?;
    let rows = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
    let row = rows.first().ok_or_else(|| Error::corrupt("the end of the journal"))?;
    match Head::read_any(&inner.guarding, row)? {
        (head, Doors::Before) => Ok(Some(Writing::anew(inner, tx, head).await?)),
        (_, Doors::Coded) => {
            tx.rollback().await?;
            Ok(None)
        }
    }
}
