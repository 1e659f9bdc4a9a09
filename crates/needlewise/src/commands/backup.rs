//! `needlewise backup`, `restore` and `verify`.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use serde_json::{Value, json};
use store::backup::{self, Fault, Lock, Plan, Report, Target, Unlock};
use words::Saying;

use super::reasons::refuse_backup as refuse;
use super::{Refusal, Talk, clock, place, secret, who};
use crate::cli::Backup;
use crate::settings::read::Record;

/// Far more than a file of secret keys has.
const IDENTITIES_BYTES: u64 = 1 << 20;

/// Makes one.
pub(super) async fn save(
    talk: &Talk<'_>,
    file: &Path,
    recipients: &[String],
    with_key: bool,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let lock = if recipients.is_empty() {
        let names = who::names(&record.store).await?;
        Lock::passphrase(&secret::new_backup_passphrase(talk, &names)?)
    } else {
        let lock = Lock::recipients(recipients.iter().map(String::as_str));
        lock.map_err(|fault| refuse(&fault))?
    };
    let file = file.to_owned();
    let plan = Plan { file: file.clone(), lock, made: clock::instant(), key: record.key, with_key };
    let report = backup::save(&record.store, plan).await.map_err(|fault| refuse(&fault))?;
    if !report.is_whole() {
        let said = Saying::new("backup-made-damaged").with("n", report.damaged.len());
        let said = said.with("file", name(&file)).with("what", what(&report));
        return Err(Refusal::unwell(said));
    }
    let said = Saying::new(if report.with_key { "backup-made-with-key" } else { "backup-made" });
    talk.tells(&said.with("file", name(&file)).with("what", what(&report)), &json(&report))
}

/// Puts one back.
pub(super) async fn restore(talk: &Talk<'_>, from: &Backup, place: &Record) -> Result<(), Refusal> {
    let (folder, key) = (&place.folder, place::known_key(place)?);
    let (file, unlock) = open(talk, from)?;
    let into = Target { folder: folder.clone(), database: place.database.clone(), key };
    let report = backup::restore(file, unlock, into).await.map_err(|fault| refuse(&fault))?;
    let said = Saying::new("backup-restored").with("when", report.made);
    let said = said.with("folder", name(folder)).with("what", what(&report));
    talk.tells(&said, &json(&report))
}

/// Checks one.
pub(super) async fn verify(talk: &Talk<'_>, from: &Backup, place: &Record) -> Result<(), Refusal> {
    let key = place::known_key(place)?;
    let (file, unlock) = open(talk, from)?;
    let report = backup::verify(file, unlock, key).await.map_err(|fault| refuse(&fault))?;
    let said = Saying::new("backup-whole").with("when", report.made);
    let said = said.with("file", name(&from.file)).with("what", what(&report));
    talk.tells(&said, &json(&report))
}

/// The file, and what opens it.
pub(super) fn open(talk: &Talk<'_>, from: &Backup) -> Result<(BufReader<File>, Unlock), Refusal> {
    let unread = |error| Refusal::file(&from.file, &error, "next-backup");
    let mut beginning = Vec::new();
    let file = store::open_plain(&from.file).map_err(unread)?;
    file.take(64).read_to_end(&mut beginning).map_err(unread)?;
    let unlock = match (Unlock::wants_passphrase(&beginning), &from.identity) {
        (None, _) => return Err(refuse(&Fault::NotOurs)),
        (Some(_), Some(file)) => {
            let text = store::read_text(file, IDENTITIES_BYTES)
                .map_err(|error| Refusal::file(file, &error, "next-identity"))?;
            Unlock::identities(&text).map_err(|fault| refuse(&fault))?
        }
        (Some(true), None) => Unlock::passphrase(secret::backup_passphrase(talk)?),
        (Some(false), None) => {
            let locked = Saying::new("refused-recipient-only").with("file", name(&from.file));
            return Err(Refusal::new(locked));
        }
    };
    Ok((BufReader::new(store::open_plain(&from.file).map_err(unread)?), unlock))
}

fn what(report: &Report) -> Saying {
    let all = Saying::new("backup-what")
        .with("people", Saying::new("count-people").with("n", report.people))
        .with("entries", Saying::new("count-entries").with("n", report.entries))
        .with("photos", Saying::new("count-photos").with("n", report.photos))
        .with("rows", Saying::new("count-rows").with("n", report.journal));
    match report.flawed.len() {
        0 => all,
        flawed => Saying::new("backup-what-flawed").with("what", all).with("n", flawed),
    }
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn json(report: &Report) -> Value {
    json!({
        "made": report.made, "key": report.key_id, "with_key": report.with_key, "people": report.people,
        "entries": report.entries, "photos": report.photos, "journal": report.journal, "flawed": report.flawed,
        "damaged": report.damaged, "broken": report.broken,
    })
}
