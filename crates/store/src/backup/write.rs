//! Making a backup while others write.
//!
//! Objects first, rows last: an object never changes once it is there, so all that matters is that each row of the
//! moment we keep has its object in the file. Rounds of copying end when a moment is found whose photographs are all
//! copied; that takes two rounds unless somebody uploads faster than we copy. A photograph removed meanwhile leaves
//! an object that nobody asks for, and a restore leaves it out.

use std::collections::BTreeSet;
use std::io::Write;

use jiff::Timestamp;

use super::manifest::{HEAD, Head, KEY, named};
use super::pack::Pack;
use super::{Fault, Lock, Report, row};
use crate::db::{Row, Tx};
use crate::error::Error;
use crate::held::Why;
use crate::jobs;
use crate::key::MasterKey;
use crate::objects::Size;
use crate::open::Store;
use crate::photos::digest;
use crate::sql;
use crate::sql::dump::{self, Dump};
use crate::value::Value;
use crate::verify::Broken;

/// Rounds before the photographs that are still missing are copied while the moment is held.
const ROUNDS: usize = 20;

/// What goes into a backup.
pub struct Contents {
    /// When it is made.
    pub made: Timestamp,
    /// The master key, if it is to be in the file: then the lock of the file is all that protects the record.
    pub key: Option<MasterKey>,
}

/// Writes the whole record to `out` under lock, as it was at one moment. It counts only once [`super::verify()`] has
/// found everything in it; [`super::save()`] does both.
///
/// # Errors
/// What the record or the disk says; what was written so far is no backup then.
pub async fn write<W: Write + Send + 'static>(
    store: &Store,
    out: W,
    lock: Lock,
    contents: Contents,
) -> Result<(W, Report), Fault> {
    let pack = Pack::begin(out, lock);
    let (copied, missed, left) = (BTreeSet::new(), BTreeSet::new(), Left::default());
    let mut writer = Writer { store, pack, copied, missed, left };
    writer.damage().await?;
    let Contents { made, key } = contents;
    let head = Head::new(made, store.0.key_id.clone(), key.is_some());
    let json = serde_json::to_vec(&head).map_err(|_| Fault::damaged("its beginning"))?;
    writer.pack.put(HEAD.to_owned(), json).await?;
    if let Some(key) = key {
        writer.pack.put(KEY.to_owned(), key.paper().into_bytes()).await?;
    }
    let mut moment = writer.objects().await?;
    for dump in dump::all() {
        writer.table(&mut moment, dump).await?;
    }
    moment.rollback().await?;
    // Whoever was erased meanwhile couldn't be cleaned out of the log while we read it.
    jobs::run_all(&store.0, false).await.ok();
    let (out, manifest) = writer.pack.finish().await?;
    Ok((out, manifest.report(&head)))
}

struct Writer<'a, W> {
    store: &'a Store,
    pack: Pack<W>,
    copied: BTreeSet<String>,
    /// Not found once; perhaps it was just removed.
    missed: BTreeSet<String>,
    left: Left,
}

/// Rows that can't be put back, since what they hang on is missing. What they say is in the journal, which goes along.
#[derive(Default)]
struct Left {
    people: BTreeSet<String>,
    sessions: BTreeSet<String>,
}

impl Left {
    fn holds(&self, dump: &Dump, values: &[Value]) -> bool {
        let within = |column, gone: &BTreeSet<String>| {
            row::text(dump, values, column).is_some_and(|id| gone.contains(&id))
        };
        dump.name != dump::JOURNAL
            && (within("person", &self.people) || within("parent", &self.sessions))
    }
}

impl<W: Write + Send + 'static> Writer<'_, W> {
    /// Names what is damaged already, so that it is not taken for damage to the file.
    async fn damage(&mut self) -> Result<(), Fault> {
        let damaged = match self.store.verify().await {
            Ok(whole) => whole.damaged,
            Err(Broken::Store(error)) => return Err(error.into()),
            Err(broken) => {
                self.pack.manifest.broken = Some(broken.to_string());
                return Ok(());
            }
        };
        for gap in damaged {
            self.pack.manifest.damaged.insert(named(&gap));
            match (gap.table, gap.why) {
                ("person", Why::Missing) => self.left.people.insert(gap.id),
                ("session", Why::Missing) => self.left.sessions.insert(gap.id),
                _ => false,
            };
        }
        Ok(())
    }

    /// Copies objects, and gives back a moment whose photographs are all copied.
    async fn objects(&mut self) -> Result<Tx, Fault> {
        for round in 0.. {
            let mut moment = self.store.db().snapshot().await?;
            let rows = moment.fetch(sql::PHOTO_CHECK, vec![]).await?;
            let (fresh, last) = (self.fresh(&rows)?, round >= ROUNDS);
            if fresh.is_empty() {
                return Ok(moment);
            }
            if last {
                self.missed.extend(fresh.iter().map(|photo| photo.object.clone()));
                self.copy_all(fresh).await?;
                return Ok(moment);
            }
            moment.rollback().await?;
            self.copy_all(fresh).await?;
        }
        Err(Error::unavailable("photographs come in faster than they can be copied").into())
    }

    fn fresh(&self, rows: &[Row]) -> Result<Vec<Sealed>, Error> {
        let all = rows.iter().map(Sealed::read);
        all.filter(|photo| !photo.as_ref().is_ok_and(|photo| self.copied.contains(&photo.object)))
            .collect()
    }

    async fn copy_all(&mut self, photos: Vec<Sealed>) -> Result<(), Fault> {
        for photo in photos {
            self.copy(photo).await?;
        }
        Ok(())
    }

    async fn copy(&mut self, photo: Sealed) -> Result<(), Fault> {
        let objects = &self.store.0.objects;
        let full = objects.get(&photo.object, Size::Full).await?;
        let thumbnail = objects.get(&photo.object, Size::Thumbnail).await?;
        if (full.is_none() || thumbnail.is_none()) && self.missed.insert(photo.object.clone()) {
            return Ok(());
        }
        for (size, bytes) in [(Size::Full, full), (Size::Thumbnail, thumbnail)] {
            let right = bytes.as_ref().is_some_and(|bytes| photo.is(size, bytes));
            if !right {
                self.pack.manifest.flawed.insert(format!("{} {}", photo.id, size.word()));
            }
            if let Some(bytes) = bytes {
                self.pack.put(super::restore::object_part(&photo.object, size), bytes).await?;
            }
        }
        self.copied.insert(photo.object);
        Ok(())
    }

    async fn table(&mut self, moment: &mut Tx, dump: &Dump) -> Result<(), Fault> {
        let (mut after, mut count) = (row::before_all(dump), 0_u64);
        for part in 1_u64.. {
            let rows = moment.fetch(dump.page, vec![after]).await?;
            let Some(last) = rows.last() else { break };
            after = row::key(dump, last)?;
            let mut lines = Vec::new();
            for row in &rows {
                if let Some(line) = self.line(dump, row)? {
                    lines.extend(line);
                    count += 1;
                }
            }
            self.pack.put(format!("record/{}-{part:06}.jsonl", dump.name), lines).await?;
        }
        self.pack.manifest.rows.insert(dump.name.to_owned(), count);
        Ok(())
    }
}

impl<W: Write + Send + 'static> Writer<'_, W> {
    /// The line of a row; `None` of one that can't be put back, which is named.
    fn line(&mut self, dump: &Dump, row: &Row) -> Result<Option<Vec<u8>>, Error> {
        let line = row::line(dump, row);
        let known = self.pack.manifest.damaged.is_empty();
        match line {
            Ok(line) if known => Ok(Some(line)),
            Ok(line) if !row::values(dump, &line).is_ok_and(|row| self.left.holds(dump, &row)) => {
                Ok(Some(line))
            }
            Err(error) if known => Err(error),
            _ => {
                let id: String = row.get(0)?;
                self.pack.manifest.damaged.insert(format!("{} {id}", dump.name));
                Ok(None)
            }
        }
    }
}

/// A photograph as its row describes it.
struct Sealed {
    id: String,
    object: String,
    hashes: [Vec<u8>; 2],
}

impl Sealed {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self { id: row.get(1)?, object: row.get(2)?, hashes: [row.get(4)?, row.get(6)?] })
    }

    fn is(&self, size: Size, bytes: &[u8]) -> bool {
        let [full, thumbnail] = &self.hashes;
        let wanted = if size == Size::Full { full } else { thumbnail };
        *wanted == digest(bytes)
    }
}
