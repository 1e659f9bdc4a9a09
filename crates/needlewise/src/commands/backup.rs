//! `needlewise backup`, `restore` and `verify`.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use serde_json::{Value, json};
use store::backup::{self, Fault, Lock, Plan, Report, Target, Unlock};

use super::record::{count, say, when};
use super::{Refusal, clock, place, secret};
use crate::cli::{Backup, Cli};
use crate::settings::read::Record;

/// Makes one.
pub(super) async fn save(
    cli: &Cli,
    file: &Path,
    recipients: &[String],
    with_key: bool,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let lock = if recipients.is_empty() {
        Lock::passphrase(secret::new_backup_passphrase()?)
    } else {
        Lock::recipients(recipients.iter().map(String::as_str))
    };
    let (file, lock) = (file.to_owned(), lock.map_err(|fault| refuse(&fault))?);
    let plan = Plan { file: file.clone(), lock, made: clock::instant(), key: record.key, with_key };
    let report = backup::save(&record.store, plan).await.map_err(|fault| refuse(&fault))?;
    let text = format!(
        "{} is a backup, put back elsewhere and found whole: {}{}",
        file.display(),
        what(&report),
        key_words(&report)
    );
    say(cli, &text, &json(&report))
}

/// Puts one back.
pub(super) async fn restore(cli: &Cli, from: &Backup, place: &Record) -> Result<(), Refusal> {
    let (folder, key) = (&place.folder, place::known_key(place)?);
    let (file, unlock) = open(from)?;
    let into = Target { folder: folder.clone(), database: place.database.clone(), key };
    let report = backup::restore(file, unlock, into).await.map_err(|fault| refuse(&fault))?;
    let text = format!(
        "The record of {} is back in {}: {} Next: needlewise doctor.",
        when(report.made),
        folder.display(),
        what(&report)
    );
    say(cli, &text, &json(&report))
}

/// Checks one.
pub(super) async fn verify(cli: &Cli, from: &Backup, place: &Record) -> Result<(), Refusal> {
    let key = place::known_key(place)?;
    let (file, unlock) = open(from)?;
    let report = backup::verify(file, unlock, key).await.map_err(|fault| refuse(&fault))?;
    let text = format!(
        "{} is whole: put back elsewhere, everything of {} was there: {}",
        from.file.display(),
        when(report.made),
        what(&report)
    );
    say(cli, &text, &json(&report))
}

/// The file, and what opens it.
fn open(from: &Backup) -> Result<(BufReader<File>, Unlock), Refusal> {
    let unread = |error| Refusal::file(&from.file, &error, "name the file that backup wrote");
    let mut beginning = Vec::new();
    let file = File::open(&from.file).map_err(unread)?;
    file.take(64).read_to_end(&mut beginning).map_err(unread)?;
    let unlock = match (Unlock::wants_passphrase(&beginning), &from.identity) {
        (None, _) => return Err(refuse(&Fault::NotOurs)),
        (Some(_), Some(file)) => {
            let text = std::fs::read_to_string(file).map_err(|error| {
                Refusal::file(file, &error, "name the file with the secret key")
            })?;
            Unlock::identities(&text).map_err(|fault| refuse(&fault))?
        }
        (Some(true), None) => Unlock::passphrase(secret::backup_passphrase()?),
        (Some(false), None) => {
            return Err(Refusal::new(format!(
                "{}: is locked for a recipient, not with a passphrase. Next: name the file with the secret key with --identity FILE.",
                from.file.display()
            )));
        }
    };
    Ok((BufReader::new(File::open(&from.file).map_err(unread)?), unlock))
}

/// A file that isn't what it should be was looked at and is not well; anything else couldn't be done.
fn refuse(fault: &Fault) -> Refusal {
    match fault {
        Fault::Damaged { .. } | Fault::Differs { .. } => Refusal::unwell(fault.to_string()),
        fault => Refusal::new(fault.to_string()),
    }
}

fn what(report: &Report) -> String {
    let people = count(report.people, "person", "people");
    let entries = count(report.entries, "entry", "entries");
    let photos = count(report.photos, "photograph", "photographs");
    let rows = count(report.journal, "row of the journal", "rows of the journal");
    let flawed = match report.flawed.len() as u64 {
        0 => String::new(),
        number => format!(
            " But {} missing or damaged in the record already: needlewise doctor.",
            count(number, "picture was", "pictures were")
        ),
    };
    format!("{people}, {entries} with {photos}, {rows}.{flawed}")
}

fn key_words(report: &Report) -> &'static str {
    if report.with_key {
        " The master key is in it: whoever opens the file can read everything."
    } else {
        " The master key is not in it: to restore it elsewhere you need the key on paper, from needlewise keys show."
    }
}

fn json(report: &Report) -> Value {
    json!({
        "made": report.made, "key": report.key_id, "with_key": report.with_key, "people": report.people,
        "entries": report.entries, "photos": report.photos, "journal": report.journal, "flawed": report.flawed,
    })
}
