//! The database as it was before a migration, kept beside it: `needlewise.db.schema-3` is what a program of schema 3 left.
//! Whoever has to go back to that program puts the copy in the place of `needlewise.db`; what was written since is lost.
//!
//! Made before the first step that isn't done yet, and named when it is whole and on disk. The two newest stay; an
//! erasure takes all of them, since the key of the erased person is in them. A server's database is not copied: its
//! migrations are one transaction each, and whoever runs it has its own backups (docs/reliability.md).

use std::fs;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use sqlx::{AssertSqlSafe, SqlitePool};

use crate::disk::{new_file, sync_parent};
use crate::error::Error;
use crate::migrate;
use crate::open::FILE;
use crate::sql;

/// How many stay.
const KEPT: usize = 2;
/// Of a copy that isn't whole yet.
const DRAFT: &str = ".part";
/// Overwritten at once.
const PIECE: usize = 64 << 10;

/// Keeps the file as it is, if steps are still to be done and some were.
///
/// # Errors
/// [`Error::Full`], [`Error::Unavailable`]: then no step may be done.
pub(crate) async fn keep(writer: &SqlitePool, file: &Path) -> Result<(), Error> {
    let Some(schema) = done(writer).await? else { return Ok(()) };
    if migrate::SQLITE.iter().all(|(step, ..)| *step <= schema) {
        return Ok(());
    }
    // One of an earlier try makes way: much may have been written since.
    make(writer, &file.with_file_name(format!("{FILE}.schema-{schema}"))).await?;
    Ok(forget_oldest(&copies(file.parent())?)?)
}

/// The newest step that was done; none in a new file.
async fn done(writer: &SqlitePool) -> Result<Option<i64>, Error> {
    let tables: i64 = sqlx::query_scalar(sql::SQLITE_MIGRATED).fetch_one(writer).await?;
    if tables == 0 {
        return Ok(None);
    }
    Ok(sqlx::query_scalar(sql::SCHEMA).fetch_one(writer).await?)
}

async fn make(writer: &SqlitePool, copy: &Path) -> Result<(), Error> {
    let mut draft = copy.as_os_str().to_owned();
    draft.push(DRAFT);
    let draft = PathBuf::from(draft);
    if draft.exists() {
        fs::remove_file(&draft)?;
    }
    // For its owner only from the first byte on; the engine fills an empty file.
    let out = new_file().open(&draft)?;
    let into = draft.to_string_lossy().replace('\'', "''");
    let text = AssertSqlSafe(format!("VACUUM INTO '{into}'"));
    sqlx::raw_sql(text).execute(writer).await?;
    out.sync_all()?;
    fs::rename(&draft, copy)?;
    Ok(sync_parent(copy)?)
}

/// All that are there with their schema, the newest first; what is not whole yet too.
fn copies(folder: Option<&Path>) -> io::Result<Vec<(i64, PathBuf)>> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        if let Some(schema) = schema(&file.file_name().to_string_lossy()) {
            found.push((schema, file.path()));
        }
    }
    found.sort_by(|a, b| b.cmp(a));
    Ok(found)
}

fn schema(name: &str) -> Option<i64> {
    let number = name.strip_prefix(FILE)?.strip_prefix(".schema-")?;
    number.strip_suffix(DRAFT).unwrap_or(number).parse().ok()
}

fn forget_oldest(copies: &[(i64, PathBuf)]) -> io::Result<()> {
    copies.iter().skip(KEPT).try_for_each(|(_, file)| forget(file))
}

/// Removes all of them, since somebody was erased who is in them.
pub(crate) fn forget_all(folder: &Path) -> io::Result<()> {
    copies(Some(folder))?.iter().try_for_each(|(_, file)| forget(file))
}

/// What stood in it is overwritten first, as the engine does with what is deleted.
fn forget(file: &Path) -> io::Result<()> {
    let mut open = fs::OpenOptions::new().write(true).open(file)?;
    let length = open.metadata()?.len();
    open.rewind()?;
    let piece = [0; PIECE];
    for _ in 0..length.div_ceil(PIECE as u64) {
        open.write_all(&piece)?;
    }
    open.sync_all()?;
    fs::remove_file(file)?;
    sync_parent(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name() {
        for (name, wanted) in [
            ("needlewise.db.schema-3", Some(3)),
            ("needlewise.db.schema-12.part", Some(12)),
            ("needlewise.db", None),
            ("needlewise.db.schema-", None),
            ("needlewise.db.schema-old", None),
            ("other.db.schema-3", None),
        ] {
            assert_eq!(schema(name), wanted, "{name}");
        }
    }

    #[test]
    fn the_two_newest_stay_until_all_go() {
        let folder = tempfile::tempdir().unwrap();
        for schema in [3, 9, 10, 4] {
            fs::write(folder.path().join(format!("{FILE}.schema-{schema}")), "key").unwrap();
        }
        fs::write(folder.path().join(FILE), "record").unwrap();
        forget_oldest(&copies(Some(folder.path())).unwrap()).unwrap();
        let left = |()| copies(Some(folder.path())).unwrap().into_iter().map(|(n, _)| n);
        assert_eq!(left(()).collect::<Vec<_>>(), [10, 9]);
        forget_all(folder.path()).unwrap();
        assert_eq!(left(()).count(), 0);
        assert_eq!(fs::read_to_string(folder.path().join(FILE)).unwrap(), "record");
    }
}
