//! `needlewise export`, `import`, `erase` and `people`: one person's record. Nothing of it is printed but ids.

use std::io::{BufReader, ErrorKind};
use std::path::Path;

use store::{Actor, By, Erasure, PartFile, port};
use words::Saying;

use super::reasons::{self, refuse};
use super::{Refusal, Talk, clock, place, print, sheet, who};
use crate::settings::read::Record;

/// How a zip begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// Writes the zip beside its name, and gives it its name when it is whole.
pub(super) async fn export(
    talk: &Talk<'_>,
    file: &Path,
    person: Option<&str>,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let person = who::one(&record.store, person).await?;
    let part = begin(file)?;
    let sheet = sheet::last(talk, &record.store, person).await?;
    let said = if sheet.is_some() { "exported-with-sheet" } else { "exported" };
    let extra = sheet.map(|pdf| ("aftercare.pdf".to_owned(), pdf)).into_iter().collect();
    let unwritten = |error| Refusal::file(file, &error, "next-other-place");
    let out = part.out().map_err(unwritten)?;
    let written = port::export_into(&record.store, person, extra, out).await;
    let missing = written.map_err(|why| Refusal::new(reasons::port(&why)))?.missing.len();
    part.name().map_err(unwritten)?;
    talk.says(&Saying::new(said).with("file", name(file)))?;
    match missing {
        0 => Ok(()),
        missing => Err(Refusal::unwell(Saying::new("exported-gaps").with("n", missing))),
    }
}

/// Brings somebody in.
pub(super) async fn import(talk: &Talk<'_>, file: &Path, place: &Record) -> Result<(), Refusal> {
    let zip =
        store::open_plain(file).map_err(|error| Refusal::file(file, &error, "next-export"))?;
    let store = place::open(place).await?.store;
    let by = By { actor: Actor::Command, at: clock::instant() };
    let person = port::import_from(&store, by, BufReader::new(zip)).await;
    let unfit = |why| {
        let what = Saying::new("refused-why").with("what", name(file));
        Refusal::new(what.with("why", reasons::port(&why)))
    };
    let person = person.map_err(unfit)?.to_string();
    talk.says(&Saying::new("imported").with("person", person).with("file", name(file)))
}

/// Erases somebody.
pub(super) async fn erase(
    talk: &Talk<'_>,
    person: Option<&str>,
    yes: bool,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let person = who::one(&record.store, person).await?;
    let about = |key: &'static str| Saying::new(key).with("person", person.to_string());
    if !yes {
        return Err(Refusal::new(about("refused-erase")));
    }
    let by = By { actor: Actor::Command, at: clock::instant() };
    let erased = record.store.erase_person(by, person).await;
    if erased.map_err(|error| refuse(&error))? == Erasure::NotYet {
        return Err(Refusal::unwell(about("erased-not-yet")));
    }
    talk.says(&about("erased"))
}

/// Everybody, by id.
pub(super) async fn people(talk: &Talk<'_>, place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let people = record.store.people().await.map_err(|error| refuse(&error))?;
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    if ids.is_empty() || talk.cli.json {
        return talk.tells(&Saying::new("people-none"), &ids);
    }
    print(&format!("{}\n", ids.join("\n")))
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

/// Nothing is overwritten.
fn begin(file: &Path) -> Result<PartFile, Refusal> {
    PartFile::begin(file, ZIP).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Refusal::new(Saying::new("refused-exists").with("file", name(file)))
        }
        _ => Refusal::file(file, &error, "next-other-place"),
    })
}
