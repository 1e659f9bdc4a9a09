//! Looking at a record that was put back: journal, pictures, every entry opened and counted.

use std::collections::BTreeSet;

use super::Fault;
use super::manifest::Manifest;
use crate::error::Error;
use crate::kinds::{PersonId, clinic_kinds, kinds};
use crate::open::{Place, Store};
use crate::records::*;
use crate::sql;
use crate::verify::Broken;
use crate::write::Head as End;

/// Opens the record, finds everything in it that the backup holds, and says where its journal ends.
pub(super) async fn all(place: &Place, manifest: &Manifest) -> Result<End, Fault> {
    let store = Store::open(place).await?;
    let looked = look(&store, manifest).await;
    let end = end(&store).await;
    store.close().await;
    looked?;
    Ok(end?)
}

async fn end(store: &Store) -> Result<End, Error> {
    let rows = store.db().fetch(sql::HEAD_READ, vec![]).await?;
    let row = rows.first().ok_or_else(|| Error::corrupt("the end of the journal"))?;
    End::read(&store.0, row)
}

async fn look(store: &Store, manifest: &Manifest) -> Result<(), Fault> {
    let rows = store.verify_journal().await.map_err(broken)?;
    equal("rows of the journal", rows, manifest.count("journal"))?;
    let people = store.people().await?;
    equal("people", count(people.len()), manifest.count("person"))?;
    let mut entries = 0;
    for person in people {
        entries += open_all(store, person).await?;
    }
    entries += open_clinic(store).await?;
    equal("entries", entries, manifest.entries())?;
    let flaws = store.check_photos().await?;
    let flaws: BTreeSet<String> =
        flaws.iter().map(|flaw| format!("{} {}", flaw.photo, flaw.size.word())).collect();
    match flaws.difference(&manifest.flawed).next() {
        None => Ok(()),
        Some(flaw) => Err(Fault::Differs { what: format!("the picture of photo {flaw}") }),
    }
}

macro_rules! opening {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Reads everything of a person with the key, and says how many entries.
        pub(crate) async fn open_all(store: &Store, person: PersonId) -> Result<u64, Error> {
            store.find_person(person).await?.ok_or(Error::NotFound)?;
            let counts = [
                $(store.list::<$kind>(person).await?.len(),)*
                store.list::<Photo>(person).await?.len(),
            ];
            Ok(counts.into_iter().map(count).sum())
        }
    };
}
kinds!(opening);

macro_rules! opening_clinic {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        /// Reads everything of the clinic with its key, and says how many entries.
        pub(crate) async fn open_clinic(store: &Store) -> Result<u64, Error> {
            let counts = [$(store.list_of_clinic::<$kind>().await?.len(),)*];
            Ok(counts.into_iter().map(count).sum())
        }
    };
}
clinic_kinds!(opening_clinic);

fn equal(what: &str, found: u64, expected: u64) -> Result<(), Fault> {
    if found == expected {
        Ok(())
    } else {
        Err(Fault::Differs { what: format!("{found} {what} instead of {expected}") })
    }
}

fn broken(broken: Broken) -> Fault {
    match broken {
        Broken::Store(error) => error.into(),
        broken => Fault::Differs { what: broken.to_string() },
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
