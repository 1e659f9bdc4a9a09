//! What remains to be done to objects when a transaction is over, noted in the database so that it survives a kill.
//!
//! An upload is noted before its first byte and struck off with the photograph's row: what is still noted when a
//! program opens the record alone was cut short and is removed. A deletion is noted with the removal of the row.

use crate::db::Tx;
use crate::error::Error;
use crate::open::Inner;
use crate::sql;

/// An upload that may be half done.
const UPLOAD: &str = "upload";
/// A deletion that is due.
const DELETE: &str = "delete";

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

/// Removes an object and strikes it off.
pub(crate) async fn delete(inner: &Inner, object: &str) -> Result<(), Error> {
    inner.objects.delete(object).await?;
    let mut tx = inner.db.begin().await?;
    tx.execute(sql::JOB_DONE, vec![object.into()]).await?;
    tx.commit().await
}

/// Does what is due; uploads that were cut short only if `alone`, since somebody else's may be under way.
pub(crate) async fn run_all(inner: &Inner, alone: bool) -> Result<(), Error> {
    for row in inner.db.fetch(sql::JOB_LIST, vec![]).await? {
        let (object, kind) = (row.get::<String>(0)?, row.get::<String>(1)?);
        if kind == DELETE || alone {
            delete(inner, &object).await?;
        }
    }
    Ok(())
}
