//! Looking at a record that was put back: journal, pictures, every entry held against it, opened and counted.

use std::collections::BTreeSet;

use super::Fault;
use super::manifest::{Manifest, named};
use crate::error::Error;
use crate::open::{Place, Store};
use crate::sql;
use crate::verify::Broken;
use crate::whole::Whole;
use crate::write::Head as End;

/// The migration from which on doors have codes.
const DOORS: i64 = 8;

/// Opens the record, finds everything in it that the backup holds, and says where its journal ends.
pub(super) async fn all(place: &Place, schema: i64, manifest: &Manifest) -> Result<End, Fault> {
    let store = Store::open(place).await?;
    let looked = look(&store, schema, manifest).await;
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

async fn look(store: &Store, schema: i64, manifest: &Manifest) -> Result<(), Fault> {
    match store.verify().await {
        Ok(found) => counted(&found, schema, manifest)?,
        // It was like that before: then nothing says of an entry what it was.
        Err(why) if manifest.broken.as_ref() == Some(&why.to_string()) => {}
        Err(why) => return Err(broken(why)),
    }
    pictures(store, manifest).await
}

/// Every entry is there, but for what was damaged or missing before.
fn counted(found: &Whole, schema: i64, manifest: &Manifest) -> Result<(), Fault> {
    let mut new = found.damaged.iter().filter(|gap| !manifest.damaged.contains(&named(gap)));
    if let Some(damaged) = new.next() {
        return Err(Fault::Differs { what: damaged.to_string() });
    }
    // Opening a record of before doors had codes notes them.
    let rows = if schema < DOORS { found.rows.min(manifest.count("journal")) } else { found.rows };
    equal("rows of the journal", rows, manifest.count("journal"))?;
    if !manifest.damaged.is_empty() {
        return Ok(());
    }
    equal("people", found.people, manifest.count("person"))?;
    equal("entries", found.entries, manifest.entries())
}

async fn pictures(store: &Store, manifest: &Manifest) -> Result<(), Fault> {
    let flaws = store.check_photos().await?;
    let flaws: BTreeSet<String> =
        flaws.iter().map(|flaw| format!("{} {}", flaw.photo, flaw.size.word())).collect();
    match flaws.difference(&manifest.flawed).next() {
        None => Ok(()),
        Some(flaw) => Err(Fault::Differs { what: format!("the picture of photo {flaw}") }),
    }
}

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
