//! What remains to be done when a transaction is over, noted in the database so that it survives a kill.
//!
//! An upload is noted before its first byte and struck off with the photograph's row: what is still noted when a
//! program opens the record alone was cut short and is removed. A deletion is noted with the removal of the row.
//! Cleaning is noted with an erasure, and struck off only when the engine has cleaned: neither a kill nor somebody who
//! reads meanwhile leaves the key of an erased person behind.

use std::iter::repeat;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::db::Tx;
use crate::error::Error;
use crate::id::AnyId;
use crate::open::Inner;
use crate::write::blocking;
use crate::{before, reserve, sql};

/// An upload that may be half done.
const UPLOAD: &str = "upload";
/// A deletion that is due.
const DELETE: &str = "delete";
/// An erasure whose traces may still be in the files of the database.
const CLEAN: &str = "clean";

/// How long to wait before what couldn't be done is tried again; the last for ever. A try may hold up whoever writes
/// for as long as somebody reads, five seconds at most, so it is rare.
const WAITS: [Duration; 4] = [
    Duration::from_secs(10),
    Duration::from_secs(60),
    Duration::from_secs(600),
    Duration::from_secs(3600),
];

/// What is noted and not done yet.
pub(crate) struct Left {
    /// Objects that wait to be removed, or are being uploaded.
    pub objects: usize,
    /// Erasures whose traces wait to be cleaned.
    pub erasures: usize,
}

/// Notes that an object is about to be written.
pub(crate) async fn note_upload(tx: &mut Tx, object: &str, at: i64) -> Result<(), Error> {
    tx.execute(sql::JOB_ADD, vec![object.into(), UPLOAD.into(), at.into()]).await?;
    Ok(())
}

/// Notes that an object has to go.
pub(crate) async fn note_deletion(tx: &mut Tx, object: &str, at: i64) -> Result<(), Error> {
    tx.execute(sql::JOB_ADD, vec![object.into(), DELETE.into(), at.into()]).await?;
    Ok(())
}

/// Notes that the database has to be cleaned of what this transaction deletes. Each note has a name of its own, so
/// that one made while an earlier one is worked off isn't struck off with it.
pub(crate) async fn note_cleaning(tx: &mut Tx, at: Timestamp) -> Result<(), Error> {
    let name = AnyId::new(at).to_string();
    let values = vec![name.as_str().into(), CLEAN.into(), at.as_microsecond().into()];
    tx.execute(sql::JOB_ADD, values).await?;
    Ok(())
}

/// Removes an object and strikes it off.
pub(crate) async fn delete(inner: &Inner, object: &str) -> Result<(), Error> {
    inner.objects.delete(object).await?;
    strike_off(inner, &[object.to_owned()]).await?;
    let folder = inner.folder.clone();
    blocking(move || {
        // There is room again, if there was none.
        reserve::keep(&folder);
        Ok(())
    })
    .await
}

/// Removes objects whose removal is committed. If that fails now, the next start does it.
pub(crate) fn delete_soon(inner: &Arc<Inner>, objects: Vec<String>) {
    for object in objects {
        let inner = Arc::clone(inner);
        tokio::spawn(async move {
            if let Err(error) = delete(&inner, &object).await {
                tracing::warn!(%error, "an object couldn't be deleted yet");
            }
        });
    }
}

/// What is noted.
pub(crate) async fn left(inner: &Inner) -> Result<Left, Error> {
    let mut left = Left { objects: 0, erasures: 0 };
    for row in inner.db.fetch(sql::JOB_LIST, vec![]).await? {
        let cleaning = row.get::<String>(1)? == CLEAN;
        *(if cleaning { &mut left.erasures } else { &mut left.objects }) += 1;
    }
    Ok(left)
}

/// Does what is due; uploads that were cut short only if `alone`, since somebody else's may be under way. What can't
/// be done stays noted, and keeps nothing else from being done.
pub(crate) async fn run_all(inner: &Inner, alone: bool) -> Result<(), Error> {
    let (mut deleted, mut erasures) = (Ok(()), Vec::new());
    for row in inner.db.fetch(sql::JOB_LIST, vec![]).await? {
        let (name, kind) = (row.get::<String>(0)?, row.get::<String>(1)?);
        if kind == CLEAN {
            erasures.push(name);
        } else if kind == DELETE || alone {
            deleted = deleted.and(delete(inner, &name).await);
        }
    }
    if erasures.is_empty() {
        return deleted;
    }
    inner.db.scrub().await?;
    let folder = inner.folder.clone();
    blocking(move || Ok(before::forget_all(&folder)?)).await?;
    // The pictures of whoever was erased belong to it.
    deleted?;
    strike_off(inner, &erasures).await
}

async fn strike_off(inner: &Inner, names: &[String]) -> Result<(), Error> {
    let mut tx = inner.db.begin().await?;
    for name in names {
        tx.execute(sql::JOB_DONE, vec![name.as_str().into()]).await?;
    }
    tx.commit().await
}

/// Whether it is done. If not, it is tried again, ever more rarely, as long as the record is open; whoever opens it next
/// begins with it.
pub(crate) fn or_keep_trying(inner: &Arc<Inner>, done: Result<(), Error>) -> bool {
    let Err(error) = done else { return true };
    tracing::warn!(%error, "what is left of something deleted couldn't be cleaned away yet; it is tried again");
    let record = Arc::downgrade(inner);
    tokio::spawn(async move {
        let last = WAITS.last().copied().unwrap_or_default();
        for wait in WAITS.into_iter().chain(repeat(last)) {
            tokio::time::sleep(wait).await;
            let Some(inner) = record.upgrade() else { return };
            if inner.db.is_closed() || run_all(&inner, false).await.is_ok() {
                return;
            }
        }
    });
    false
}
