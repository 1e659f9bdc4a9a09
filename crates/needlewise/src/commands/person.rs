//! `needlewise export`, `import`, `erase` and `people`: one person's record. Nothing of it is printed but ids.

use std::fs::{self, File, OpenOptions};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde_json::json;
use store::{Actor, By, Erasure, PersonId, Store, port};

use super::record::{count, say};
use super::{Refusal, clock, place, print, sheet};
use crate::cli::Cli;
use crate::settings::read::Record;

/// Writes the zip beside its name, and gives it its name when it is whole.
pub(super) async fn export(
    cli: &Cli,
    file: &Path,
    person: Option<PersonId>,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let person = one(&record.store, person).await?;
    let part = part_of(file);
    for file in [file, &part] {
        if file.symlink_metadata().is_ok() {
            return Err(Refusal::new(format!(
                "{}: is there already, and nothing is overwritten. Next: choose another name.",
                file.display()
            )));
        }
    }
    let sheet = sheet::last(cli, &record.store, person).await?;
    let along =
        if sheet.is_some() { "photographs and the last aftercare sheet" } else { "photographs" };
    let extra = sheet.map(|pdf| ("aftercare.pdf".to_owned(), pdf)).into_iter().collect();
    let unwritten = |error| Refusal::file(file, &error, "choose another place");
    let out = create(&part).map_err(unwritten)?;
    let written = port::export_into(&record.store, person, extra, out).await;
    let written = written
        .map_err(|error| Refusal::new(error.to_string()))
        .and_then(|out| out.sync_all().and_then(|()| fs::rename(&part, file)).map_err(unwritten));
    if written.is_err() {
        fs::remove_file(&part).ok();
    }
    written?;
    print(&format!(
        "Everything is in {}, {along} too. Whoever has the file can read it, so keep it safe.\n",
        file.display()
    ))
}

/// Brings somebody in.
pub(super) async fn import(file: &Path, place: &Record) -> Result<(), Refusal> {
    let zip = File::open(file)
        .map_err(|error| Refusal::file(file, &error, "name the zip that export wrote"))?;
    let store = place::open(place).await?.store;
    let by = By { actor: Actor::Command, at: clock::instant() };
    let person = port::import_from(&store, by, BufReader::new(zip)).await;
    let person = person.map_err(|error| Refusal::new(format!("{}: {error}", file.display())))?;
    print(&format!("{person} is here, with everything that was in {}.\n", file.display()))
}

/// Erases somebody.
pub(super) async fn erase(
    person: Option<PersonId>,
    yes: bool,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let person = one(&record.store, person).await?;
    if !yes {
        return Err(Refusal::new(format!(
            "{person}: nothing was erased. It can't be undone: key, entries and photographs go for good. Next: export what is to be kept, then say it with --yes."
        )));
    }
    let by = By { actor: Actor::Command, at: clock::instant() };
    let erased = record.store.erase_person(by, person).await;
    if erased.map_err(|error| place::refuse(&error))? == Erasure::NotYet {
        return Err(Refusal::unwell(format!(
            "{person} is erased, but not all of it is gone yet. Nobody can open the record any more. But the key or a picture is still on the disk, since something else was reading it. Next: end whatever has the database open, such as a backup. Then run needlewise doctor. It is tried at each start too."
        )));
    }
    print(&format!(
        "{person} is erased: key, entries and photographs are gone. Backups made before keep what they hold; delete them too if nothing is to remain.\n"
    ))
}

/// Everybody, by id.
pub(super) async fn people(cli: &Cli, place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let people = record.store.people().await.map_err(|error| place::refuse(&error))?;
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    let text = if ids.is_empty() { "Nobody is here yet.".to_owned() } else { ids.join("\n") };
    say(cli, &text, &json!(ids))
}

/// The person named, or the only one.
async fn one(store: &Store, person: Option<PersonId>) -> Result<PersonId, Refusal> {
    let people = store.people().await.map_err(|error| place::refuse(&error))?;
    match (person, people.as_slice()) {
        (Some(person), people) if people.contains(&person) => Ok(person),
        (Some(person), _) => Err(Refusal::new(format!(
            "{person}: nobody here has this id. Next: needlewise people lists who is here."
        ))),
        (None, [only]) => Ok(*only),
        (None, []) => Err(Refusal::new("nobody is here yet. Next: needlewise serve.".into())),
        (None, people) => {
            let several = count(people.len() as u64, "person is", "people are");
            Err(Refusal::new(format!(
                "{several} here. Next: say who with --person ID; needlewise people lists them."
            )))
        }
    }
}

fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// For its owner only.
fn create(file: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}
