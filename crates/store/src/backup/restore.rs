//! Putting a backup back: into an empty place, completely or not at all.
//!
//! Objects are written as they come, rows go into one transaction, and that is committed only when the file was read
//! to its last byte, every part is what the manifest says, and the key opens the journal's end. Then the record is
//! opened and checked as a whole.

use std::collections::BTreeSet;
use std::io::Read;

use super::manifest::{HEAD, Head, MANIFEST, Manifest, Part};
use super::target::{Target, choose, clear, empty, keep, key_part};
use super::unpack::Unpack;
use super::{Fault, Report, Unlock, aside, check, row};
use crate::db::{Db, Tx};
use crate::error::Error;
use crate::key::{MasterKey, make_folder};
use crate::objects::{Objects, Size};
use crate::open::{Database, Lock, Place};
use crate::sql;
use crate::sql::dump::DUMPS;
use crate::write::Head as End;

/// Puts a backup back into an empty place, and checks there that everything came. A key that was in the backup is
/// kept in the folder.
///
/// # Errors
/// [`Fault::NotEmpty`], [`Fault::Locked`], [`Fault::Damaged`], [`Fault::NeedsKey`]; the place stays empty then.
/// [`Fault::Differs`] if the check afterwards finds something.
pub async fn restore<R: Read + Send + 'static>(
    from: R,
    unlock: Unlock,
    into: Target,
) -> Result<Report, Fault> {
    put_back(from, unlock, into, true).await
}

/// Puts a backup back into a temporary folder (for its owner only, removed at the end) and checks that everything is
/// there: what `restore` would do, elsewhere.
///
/// # Errors
/// As [`restore()`].
pub async fn verify<R: Read + Send + 'static>(
    from: R,
    unlock: Unlock,
    key: Option<MasterKey>,
) -> Result<Report, Fault> {
    let room = tempfile::Builder::new().prefix("needlewise-verify-").tempdir()?;
    let target = Target { folder: room.path().join("record"), database: Database::Sqlite, key };
    let report = put_back(from, unlock, target, false).await;
    aside(move || Ok(room.close()?)).await?;
    report
}

async fn put_back<R: Read + Send + 'static>(
    from: R,
    unlock: Unlock,
    into: Target,
    keep_key: bool,
) -> Result<Report, Fault> {
    let was_there = empty(&into)?;
    let mut parts = Unpack::begin(from, unlock);
    let work = tokio::spawn(async move {
        let restored = Restoring::all(&mut parts, &into, keep_key).await;
        if restored.is_err() {
            clear(&into, was_there);
        }
        let (place, head, manifest) = restored?;
        check::all(&place, &manifest).await?;
        Ok(manifest.report(&head))
    });
    work.await.map_err(|_| Error::unavailable("the program is being stopped"))?
}

struct Restoring {
    head: Head,
    objects: Objects,
    db: Db,
    /// Begun with the first rows: a server ends transactions that lie idle while objects are copied.
    tx: Option<Tx>,
    /// What came, in the shape of the manifest.
    came: Manifest,
    /// Objects that were written, and those that rows ask for.
    written: BTreeSet<String>,
    asked: BTreeSet<String>,
}

impl Restoring {
    async fn all(
        parts: &mut Unpack,
        into: &Target,
        keep_key: bool,
    ) -> Result<(Place, Head, Manifest), Fault> {
        let mut came = Manifest::default();
        let (name, bytes) = parts.next().await?.ok_or(Fault::NotOurs)?;
        if name != HEAD {
            return Err(Fault::NotOurs);
        }
        let head = Head::read(&bytes)?;
        came.parts.insert(name, Part::of(&bytes));
        let in_file = if head.with_key { Some(key_part(parts, &mut came).await?) } else { None };
        let key = choose(&head, in_file.clone(), into.key.clone())?;
        let place = Place { folder: into.folder.clone(), database: into.database.clone(), key };
        make_folder(&place.folder)?;
        // Held until the record is whole, so that nobody else begins one here.
        let lock = Lock::take(&place.folder)?;
        if !lock.alone {
            return Err(Fault::NotEmpty { place: place.folder.display().to_string() });
        }
        let mut restoring = Self::begin(&place, head, came).await?;
        let manifest = restoring.take_all(parts).await?;
        let restored = restoring.end(&place, manifest, in_file.filter(|_| keep_key)).await;
        drop(lock);
        restored
    }

    async fn begin(place: &Place, head: Head, came: Manifest) -> Result<Self, Fault> {
        let objects = Objects::open(&place.folder.join("photos"))?;
        let db = match &place.database {
            Database::Sqlite => Db::sqlite(&place.folder.join("needlewise.db")).await?,
            Database::Postgres(url) => Db::postgres(url).await?,
        };
        let mut tx = db.begin().await?;
        let end = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
        let rows = end.first().map_or(Ok(0), |row| row.get::<i64>(0))?;
        if rows > 0 || !tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
            return Err(Fault::NotEmpty { place: "the database".into() });
        }
        tx.rollback().await?;
        let tx = None;
        let (written, asked) = (BTreeSet::new(), BTreeSet::new());
        Ok(Self { head, objects, db, tx, came, written, asked })
    }

    /// Every part up to the last byte of the file; the manifest is the last.
    async fn take_all(&mut self, parts: &mut Unpack) -> Result<Manifest, Fault> {
        let mut manifest = None;
        while let Some((name, bytes)) = parts.next().await? {
            if manifest.is_some() {
                return Err(Fault::damaged("something after its end"));
            }
            if name == MANIFEST {
                let read = serde_json::from_slice::<Manifest>(&bytes);
                manifest = Some(read.map_err(|_| Fault::damaged("the manifest"))?);
                continue;
            }
            self.came.parts.insert(name.clone(), Part::of(&bytes));
            self.take(&name, bytes).await?;
        }
        manifest.ok_or_else(|| Fault::damaged("its end is missing"))
    }

    async fn take(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        if let Some((object, size)) = object_of(name) {
            self.written.insert(object.to_owned());
            return Ok(self.objects.put(object, size, bytes).await?);
        }
        let table = name.strip_prefix("record/").and_then(|rest| rest.split('-').next());
        let dump = DUMPS.iter().find(|dump| Some(dump.name) == table);
        let dump = dump.ok_or_else(|| Fault::damaged("a part that nobody knows"))?;
        if self.tx.is_none() {
            self.tx = Some(self.db.begin().await?);
        }
        let Some(tx) = &mut self.tx else { return Ok(()) };
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let values = row::values(dump, line)?;
            if dump.name == sql::PHOTO.name {
                self.asked.extend(row::text(dump, &values, "object"));
            }
            tx.execute(dump.insert, values).await?;
            *self.came.rows.entry(dump.name.to_owned()).or_default() += 1;
        }
        Ok(())
    }

    async fn end(
        mut self,
        place: &Place,
        manifest: Manifest,
        key: Option<MasterKey>,
    ) -> Result<(Place, Head, Manifest), Fault> {
        self.came.flawed.clone_from(&manifest.flawed);
        // Empty tables have no part. A backup of an earlier version doesn't know all of ours.
        for table in manifest.rows.keys() {
            self.came.rows.entry(table.clone()).or_default();
        }
        if self.came != manifest {
            return Err(Fault::damaged("its parts are not those of its list"));
        }
        let mut tx = self.tx.take().ok_or_else(|| Fault::damaged("its rows"))?;
        let end = tx.fetch(sql::HEAD_READ, vec![]).await?;
        let end = end.first().ok_or_else(|| Fault::damaged("the end of the journal"))?;
        End::read_with(&place.key.guarding(), end)?;
        // Removed while the backup was made.
        for object in self.written.difference(&self.asked) {
            self.objects.delete(object).await?;
        }
        if let Some(key) = key {
            keep(&key, place)?;
        }
        tx.commit().await?;
        self.db.close().await;
        Ok((place.clone(), self.head, manifest))
    }
}

/// The name of the part that holds an object.
pub(super) fn object_part(object: &str, size: Size) -> String {
    let shelf: String = object.chars().take(2).collect();
    format!("photos/{shelf}/{object}.{}", size.word())
}

/// The object in a part; only names as we make them, so that nothing is written elsewhere.
fn object_of(part: &str) -> Option<(&str, Size)> {
    let (object, word) = part.strip_prefix("photos/")?.split_once('/')?.1.split_once('.')?;
    let size = Size::ALL.into_iter().find(|size| size.word() == word)?;
    let ours = object.len() == 32 && object.bytes().all(|byte| byte.is_ascii_hexdigit());
    (ours && object_part(object, size) == part).then_some((object, size))
}
