//! Putting a backup back: into an empty place, completely or not at all.
//!
//! Objects are written as they come, rows go into one transaction, and that is committed only when the file was read
//! to its last byte, every part is what the manifest says, and the key opens the journal's end. Then the record is
//! opened and checked as a whole. The folder is locked all the while (`ground.rs`).

use std::collections::BTreeSet;
use std::io::Read;

use super::ground::Ground;
use super::manifest::{HEAD, Head, MANIFEST, Manifest, Part};
use super::room::Room;
use super::target::{Target, choose, fits, keep, key_part};
use super::unpack::Unpack;
use super::{Fault, Report, Unlock, aside, check, row};
use crate::db::{Db, Tx};
use crate::error::Error;
use crate::key::MasterKey;
use crate::mend::{self, Mended};
use crate::objects::{Objects, Size};
use crate::open::{Database, Place, Store};
use crate::sql;
use crate::sql::dump;
use crate::value::Value;
use crate::verify::Broken;
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
    put_back(from, unlock, into, true).await.map(|(report, _)| report)
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
    let room = aside(|| Ok(Room::apart()?)).await?;
    verify_in(room, from, unlock, key).await.map(|(report, _)| report)
}

/// Puts back into a record what is damaged or missing in it and the same to the byte in a backup, or still in its own journal.
///
/// # Errors
/// As [`restore()`], and [`Fault::Journal`] where the journal of the record doesn't add up; nothing was changed then.
pub async fn mend<R: Read + Send + 'static>(
    store: &Store,
    key: &MasterKey,
    from: R,
    unlock: Unlock,
) -> Result<Mended, Fault> {
    let beside = store.clone();
    let room = aside(move || Room::beside(&beside)).await?;
    let folder = room.path().join("record");
    let place = Place { folder: folder.clone(), database: Database::Sqlite, key: key.clone() };
    let target = Target { folder, database: Database::Sqlite, key: Some(key.clone()) };
    put_back(from, unlock, target, false).await?;
    let there = Store::open(&place).await?;
    let mended = mend::mend(store, Some(&there)).await;
    there.close().await;
    aside(move || Ok(room.close()?)).await?;
    mended.map_err(|broken| match broken {
        Broken::Store(error) => error.into(),
        broken => Fault::Journal(broken),
    })
}

/// The same in a room; also says where the journal ends.
pub(super) async fn verify_in<R: Read + Send + 'static>(
    room: Room,
    from: R,
    unlock: Unlock,
    key: Option<MasterKey>,
) -> Result<(Report, End), Fault> {
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
) -> Result<(Report, End), Fault> {
    let folder = into.folder.clone();
    let mut ground = aside(move || Ground::take(&folder)).await?;
    let mut parts = Unpack::begin(from, unlock);
    let work = tokio::spawn(async move {
        let (place, head, manifest) =
            match Restoring::all(&mut ground, &mut parts, &into, keep_key).await {
                Ok(restored) => restored,
                Err(fault) => return Err(ground.clear_for(fault)),
            };
        ground.done();
        let end = check::all(&place, head.schema, &manifest).await?;
        Ok((manifest.report(&head), end))
    });
    work.await.map_err(|_| Error::unavailable("the program is being stopped"))?
}

struct Restoring {
    objects: Objects,
    db: Db,
    /// Begun with the first rows: a server ends transactions that lie idle while objects are copied.
    tx: Option<Tx>,
    /// The newest migration when the backup was made.
    schema: i64,
    /// What came, in the shape of the manifest.
    came: Manifest,
    /// Objects that were written, and those that rows ask for.
    written: BTreeSet<String>,
    asked: BTreeSet<String>,
}

impl Restoring {
    async fn all(
        ground: &mut Ground,
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
        ground.prepare(&place).await?;
        let kept = in_file.filter(|_| keep_key);
        if let Some(key) = &kept {
            // Nobody makes one from now on, since the ground has its mark.
            fits(key, &place)?;
        }
        let mut restoring = Self::begin(&place, came, head.schema).await?;
        let restored = restoring.put_all(parts, &place, kept).await;
        restoring.close().await;
        Ok((place, head, restored?))
    }

    async fn begin(place: &Place, came: Manifest, schema: i64) -> Result<Self, Fault> {
        let objects = Objects::open(&place.folder.join("photos"))?;
        let (tx, written, asked) = (None, BTreeSet::new(), BTreeSet::new());
        Ok(Self { objects, db: Db::of(place).await?, tx, schema, came, written, asked })
    }

    async fn put_all(
        &mut self,
        parts: &mut Unpack,
        place: &Place,
        key: Option<MasterKey>,
    ) -> Result<Manifest, Fault> {
        let manifest = self.take_all(parts).await?;
        self.end(place, &manifest, key).await?;
        Ok(manifest)
    }

    async fn close(self) {
        if let Some(tx) = self.tx {
            tx.rollback().await.ok();
        }
        self.db.close().await;
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
        let dump = table.and_then(|table| dump::find(table, self.schema));
        let dump = dump.ok_or_else(|| Fault::damaged("a part that nobody knows"))?;
        if self.tx.is_none() {
            self.tx = Some(self.turn().await?);
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

    /// Our turn to write, in a database in which there is still nobody: a server may have let others in since we looked.
    async fn turn(&self) -> Result<Tx, Fault> {
        let mut tx = self.db.begin().await?;
        let end = tx.fetch(sql::HEAD_TAKE, vec![]).await?;
        let rows = end.first().map_or(Ok(0), |row| row.get::<i64>(0))?;
        if rows > 0 || !tx.fetch(sql::ANYBODY, vec![]).await?.is_empty() {
            return Err(Fault::NotEmpty { place: "the database".into() });
        }
        // Whoever opened it while it was empty had another folder; its pictures are in this one from now on.
        tx.execute(sql::RECORD_NAME, vec![Value::Text(None)]).await?;
        Ok(tx)
    }

    async fn end(
        &mut self,
        place: &Place,
        manifest: &Manifest,
        key: Option<MasterKey>,
    ) -> Result<(), Fault> {
        self.came.flawed.clone_from(&manifest.flawed);
        self.came.damaged.clone_from(&manifest.damaged);
        self.came.broken.clone_from(&manifest.broken);
        // Empty tables have no part. A backup of an earlier version doesn't know all of ours.
        for table in manifest.rows.keys() {
            self.came.rows.entry(table.clone()).or_default();
        }
        if self.came != *manifest {
            return Err(Fault::damaged("its parts are not those of its list"));
        }
        let mut tx = self.tx.take().ok_or_else(|| Fault::damaged("its rows"))?;
        let end = tx.fetch(sql::HEAD_READ, vec![]).await?;
        let end = end.first().ok_or_else(|| Fault::damaged("the end of the journal"))?;
        End::read_any(&place.key.guarding(), end)?;
        // Removed while the backup was made.
        for object in self.written.difference(&self.asked) {
            self.objects.delete(object).await?;
        }
        if let Some(key) = key {
            keep(&key, place)?;
        }
        Ok(tx.commit().await?)
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
