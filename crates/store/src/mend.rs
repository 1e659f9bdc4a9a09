//! Mending: an entry that isn't what the journal says is put back as it says, to the byte; nothing else is changed.
//!
//! The journal holds the ciphertext of each entry, and under its seal stands what the row says in clear: so most entries
//! come back without any file. What only a row holds (a person's key, where pixels are), and the pixels, come from a
//! backup. A journal that doesn't add up says nothing, and nothing is mended then. A door can't be mended: whoever had it
//! is let in anew.

mod told;

use std::collections::BTreeSet;

use self::told::Told;
use crate::clinic::CLINIC;
use crate::db::Row;
use crate::entries::row_of;
use crate::error::Error;
use crate::held::{Beside, Damaged, Seen, Why};
use crate::id::{AnyId, Id};
use crate::kinds::{clinic_kinds, kinds};
use crate::objects::Size;
use crate::open::Store;
use crate::owner::{Owner, OwnerId};
use crate::photos::{self, Flaw};
use crate::records::*;
use crate::sql;
use crate::table::Kept;
use crate::value::Value;
use crate::verify::Broken;

/// What was mended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// Entries that are again what was kept, as they were named before.
    pub entries: Vec<Damaged>,
    /// Pictures that are there again.
    pub pictures: Vec<Flaw>,
}

/// Puts back what can be: from the journal, and from a backup that was put back elsewhere, if there is one. What is left is
/// named by [`Store::verify`] as before.
///
/// # Errors
/// Where the journal doesn't add up; then nothing was changed.
pub(crate) async fn mend(store: &Store, backup: Option<&Store>) -> Result<Mended, Broken> {
    let mut before = store.verify().await?.damaged;
    let people = [store.people().await?, store.people_missing().await?].concat();
    let people = people.into_iter().map(OwnerId::Person);
    let owners = [OwnerId::Clinic].into_iter().chain(people).collect();
    let mending = Mending { store, backup, owners };
    mending.put_back(&before).await?;
    // Of people without their key it is seen only now what else is damaged.
    let more = store.verify().await?.damaged;
    mending.put_back(&more).await?;
    before.extend(more);
    before.sort();
    before.dedup();
    mending.take_out(&store.verify().await?.damaged).await?;
    let pictures = mending.pictures().await?;
    let left = store.verify().await?.damaged;
    let left: BTreeSet<(&str, &str)> = left.iter().map(named).collect();
    let entries = before.iter().filter(|gap| !left.contains(&named(gap))).cloned().collect();
    Ok(Mended { entries, pictures })
}

fn named(gap: &Damaged) -> (&str, &str) {
    (gap.table, &gap.id)
}

/// Where it is put back, and out of what.
struct Mending<'s> {
    store: &'s Store,
    backup: Option<&'s Store>,
    /// The clinic, and everybody who is there or should be.
    owners: Vec<OwnerId>,
}

macro_rules! each {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        impl Mending<'_> {
            /// People first, then what others hang on.
            async fn put_back(&self, gaps: &[Damaged]) -> Result<(), Error> {
                self.people(gaps).await?;
                $(self.kind::<$kind>(gaps).await?;)*
                self.photos(gaps).await?;
                self.clinic(gaps).await
            }

            /// What the journal says is gone; what hangs on others first.
            async fn take_out(&self, gaps: &[Damaged]) -> Result<(), Error> {
                for person in self.store.people().await? {
                    self.out::<Photo>(person, gaps).await?;
                    $(self.out::<$kind>(person, gaps).await?;)*
                    // Sessions once more: what hung on them is gone by now.
                    self.out::<Session>(person, gaps).await?;
                }
                self.out_of_clinic(gaps).await
            }
        }
    };
}
kinds!(each);

macro_rules! of_clinic {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        impl Mending<'_> {
            async fn clinic(&self, gaps: &[Damaged]) -> Result<(), Error> {
                $(self.kind::<$kind>(gaps).await?;)*
                Ok(())
            }

            async fn out_of_clinic(&self, gaps: &[Damaged]) -> Result<(), Error> {
                $(self.out::<$kind>(CLINIC, gaps).await?;)*
                Ok(())
            }
        }
    };
}
clinic_kinds!(of_clinic);

/// The ids of a kind that are named.
fn of_kind<R: Kept>(gaps: &[Damaged], beside: bool) -> impl Iterator<Item = Id<R>> {
    let own = gaps.iter().filter(move |gap| gap.table == R::TABLE.name);
    own.filter(move |gap| (gap.why == Why::Beside) == beside).filter_map(|gap| gap.id.parse().ok())
}

impl Mending<'_> {
    /// Entries that are all said under their seal: from the journal, and from the backup where its row is missing what the
    /// seal of before didn't bind.
    async fn kind<R: Kept>(&self, gaps: &[Damaged]) -> Result<(), Error> {
        for id in of_kind::<R>(gaps, false) {
            let Some(told) = self.told(id).await? else { continue };
            let row = match self.of_journal(&told).await? {
                Some(row) => Some(row),
                None => self.of_backup(&told).await?,
            };
            if let Some(row) = row {
                self.put::<R>(row).await?;
            }
        }
        Ok(())
    }

    /// Photographs: where their pixels are is only in a row.
    async fn photos(&self, gaps: &[Damaged]) -> Result<(), Error> {
        for id in of_kind::<Photo>(gaps, false) {
            let Some(told) = self.told(id).await? else { continue };
            if let Some(row) = self.of_backup(&told).await? {
                self.put::<Photo>(row).await?;
            }
        }
        Ok(())
    }

    /// People: their key is only in their row, here or in the backup.
    async fn people(&self, gaps: &[Damaged]) -> Result<(), Error> {
        for id in of_kind::<Profile>(gaps, false) {
            let Some(told) = self.told::<Profile>(id).await? else { continue };
            let wrapped = self.wrapped(OwnerId::Person(id)).await?;
            let here = wrapped.and_then(|wrapped| self.person(&told, wrapped).transpose());
            let row = match here.transpose()? {
                Some(row) => Some(row),
                None => self.person_of_backup(&told).await?,
            };
            if let Some(row) = row {
                self.put::<Profile>(row).await?;
            }
        }
        Ok(())
    }

    async fn person_of_backup(&self, told: &Told<Profile>) -> Result<Option<Vec<Value>>, Error> {
        let Some(backup) = self.backup else { return Ok(None) };
        let asked = vec![told.owner.into()];
        let rows = backup.db().fetch(sql::PERSON_KEY, asked).await?;
        rows.first().map_or(Ok(None), |row| self.person(told, row.get(0)?))
    }

    /// The row of a person under a wrapped key, if that opens what the journal says.
    fn person(&self, told: &Told<Profile>, wrapped: Vec<u8>) -> Result<Option<Vec<Value>>, Error> {
        let Ok(key) = OwnerId::Person(told.id).key(&self.store.0, &wrapped) else {
            return Ok(None);
        };
        let Some((beside, _)) = told.open(&key) else { return Ok(None) };
        Ok(Some(vec![
            told.id.into(),
            told.version.into(),
            beside.created.into(),
            beside.changed.into(),
            told.sealed.clone().into(),
            CLINIC.into(),
            self.store.0.key_id.as_str().into(),
            wrapped.into(),
        ]))
    }

    /// The wrapped key of somebody, if their row is there.
    async fn wrapped(&self, owner: OwnerId) -> Result<Option<Vec<u8>>, Error> {
        let sql = match owner {
            OwnerId::Person(_) => sql::PERSON_KEY,
            OwnerId::Clinic => sql::CLINIC_KEY,
        };
        let rows = self.store.db().fetch(sql, vec![owner.id().into()]).await?;
        Ok(rows.first().and_then(|row| row.get::<Option<Vec<u8>>>(0).ok().flatten()))
    }

    /// The row that the journal tells of.
    async fn of_journal<R: Kept>(&self, told: &Told<R>) -> Result<Option<Vec<Value>>, Error> {
        let owner = R::Owner::of(told.owner);
        let Some(wrapped) = self.wrapped(owner).await? else { return Ok(None) };
        let Ok(key) = owner.key(&self.store.0, &wrapped) else { return Ok(None) };
        Ok(told.open(&key).map(|(beside, record)| told.row(&beside, &record, Vec::new())))
    }

    /// The row of the backup, if it is what the journal here says.
    async fn of_backup<R: Kept>(&self, told: &Told<R>) -> Result<Option<Vec<Value>>, Error> {
        let Some(backup) = self.backup else { return Ok(None) };
        let Some((row, entry)) = row_of(&backup.0, told.owner, told.id).await? else {
            return Ok(None);
        };
        let seen = Seen::of(&row, R::TABLE);
        if seen.sealed()? != told.sealed || entry.version != told.version {
            return Ok(None);
        }
        let beside = Beside {
            created: entry.created.as_microsecond(),
            changed: entry.changed.as_microsecond(),
            parent: entry.record.parent().map(AnyId::from),
            more: [0; 32],
        };
        Ok(Some(told.row(&beside, &entry.record, seen.more()?)))
    }

    /// Over the row of its id, or anew.
    async fn put<R: Kept>(&self, row: Vec<Value>) -> Result<(), Error> {
        let mut tx = self.store.db().begin().await?;
        let mut put = tx.execute(R::TABLE.mend, row.clone()).await;
        if matches!(put, Ok(0)) {
            put = tx.execute(R::TABLE.insert, row).await;
        }
        match put {
            Ok(_) => tx.commit().await,
            // What it hangs on, a person or a session, isn't there: it stays as it was.
            Err(Error::Held) => tx.rollback().await,
            Err(error) => Err(error),
        }
    }

    /// Rows that the journal says are gone.
    async fn out<R: Kept>(&self, owner: Id<R::Owner>, gaps: &[Damaged]) -> Result<(), Error> {
        for id in of_kind::<R>(gaps, true) {
            let asked: Vec<Value> = vec![owner.into(), id.into()];
            let rows = self.store.db().fetch(R::TABLE.find, asked.clone()).await?;
            let is_beside = |row: &Row| Seen::of(row, R::TABLE).held() == Err(Why::Beside);
            if !rows.first().is_some_and(is_beside) {
                continue;
            }
            let mut tx = self.store.db().begin().await?;
            match tx.execute(R::TABLE.delete, asked).await {
                Ok(_) => tx.commit().await?,
                Err(Error::Held) => tx.rollback().await?,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Pixels of the backup in the place of those that are missing or damaged, if they are what the row says.
    async fn pictures(&self) -> Result<Vec<Flaw>, Error> {
        let before = self.store.check_photos().await?;
        let Some(backup) = self.backup else { return Ok(Vec::new()) };
        let rows = self.store.db().fetch(sql::PHOTO_CHECK, vec![]).await?;
        let mut mended = Vec::new();
        for row in &rows {
            let (photo, object): (String, String) = (row.get(1)?, row.get(2)?);
            for (size, hash) in [(Size::Full, 4), (Size::Thumbnail, 6)] {
                let own = |flaw: &&Flaw| flaw.photo.to_string() == photo && flaw.size == size;
                let Some(flaw) = before.iter().find(own) else { continue };
                let is_right = |bytes: &Vec<u8>| photos::is_digest(bytes, row.get(hash));
                let here = self.store.0.objects.get(&object, size).await?;
                let there = backup.0.objects.get(&object, size).await?.filter(is_right);
                if let (Some(bytes), None) = (there, here.filter(is_right)) {
                    self.store.0.objects.put(&object, size, bytes).await?;
                    mended.push(flaw.clone());
                }
            }
        }
        Ok(mended)
    }
}
