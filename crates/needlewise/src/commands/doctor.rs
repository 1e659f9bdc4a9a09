//! `needlewise doctor` and `needlewise journal verify`: what is wrong with the record, and what next.

use care::standing::SetAside;
use chart::Chart;
use serde_json::json;
use store::doctor::{self, Findings, Ill};
use store::{Broken, Store};
use text::tell::standing;

use super::record::{count, say, when};
use super::{Refusal, clock, folder, place, print};
use crate::cli::Cli;
use crate::settings::read::Record;

/// Looks at everything.
pub(super) async fn examine(cli: &Cli, place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    let found = doctor::examine(&record.store, clock::instant()).await;
    let found = found.map_err(|error| place::refuse(&error))?;
    let folder = record.folder.display().to_string();
    let mut ills: Vec<String> = found.ills.iter().map(|ill| words(ill, &folder)).collect();
    ills.extend(set_aside(cli, &record.store).await?);
    if cli.json {
        let json = json!({
            "people": found.people, "entries": found.entries, "journal": found.journal, "free_bytes": found.free,
            "last_backup": found.backup.map(|backup| backup.made), "ills": ills,
        });
        print(&format!("{json:#}\n"))?;
    } else {
        print(&format!("{}\n", looked_at(&found)))?;
    }
    match ills.len() as u64 {
        0 if cli.json => Ok(()),
        0 => print("All is well.\n"),
        number => Err(Refusal::unwell(format!(
            "{}:\n- {}",
            count(number, "thing is not well", "things are not well"),
            ills.join("\n- ")
        ))),
    }
}

/// What was recorded and can't be, such as a session that lies ahead because the clock was wrong: what, why, what next.
async fn set_aside(cli: &Cli, store: &Store) -> Result<Vec<String>, Refusal> {
    let protocol = folder::protocol(cli)?;
    let mut all = Vec::new();
    for person in store.people().await.map_err(|error| place::refuse(&error))? {
        // What can't be read is named already.
        let Ok(chart) = Chart::load(store, person).await else { continue };
        let standing = chart.standing(&protocol, &clock::instant().to_zoned(chart.zone()));
        let aside = standing.map(|standing| standing.set_aside).unwrap_or_default();
        let said = |one: &SetAside| {
            format!(
                "{}. {}",
                standing::set_aside(&protocol, one),
                standing::why_aside(&protocol, one)
            )
        };
        all.extend(aside.iter().map(said));
    }
    Ok(all)
}

/// Follows the journal from its first row to its last.
pub(super) async fn journal(cli: &Cli, place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    match record.store.verify_journal().await {
        Ok(rows) => {
            let text = format!(
                "The journal is whole: {}, each follows the one before, and it ends where it was left.",
                count(rows, "row", "rows")
            );
            say(cli, &text, &json!({ "rows": rows }))
        }
        Err(Broken::Store(error)) => Err(place::refuse(&error)),
        Err(broken) => Err(Refusal::unwell(broken_words(&broken))),
    }
}

fn looked_at(found: &Findings) -> String {
    let backup = match found.backup {
        Some(backup) => format!("the last verified backup is of {}", when(backup.made)),
        None => "there is no verified backup".to_owned(),
    };
    format!(
        "Looked at rights, database, statements, journal ({}), entries ({} of {}), pictures, room and backups: {backup}.",
        count(found.journal, "row", "rows"),
        found.entries,
        count(found.people, "person", "people"),
    )
}

fn broken_words(broken: &Broken) -> String {
    format!(
        "{broken}. Somebody changed it from outside, or the disk is failing. Next: keep a copy, then restore a backup."
    )
}

/// What, why, what next.
fn words(ill: &Ill, folder: &str) -> String {
    match ill {
        Ill::Open { file, mode } => {
            let (path, right) = if file.is_empty() {
                (folder.to_owned(), "700")
            } else {
                (format!("{folder}/{file}"), "600")
            };
            format!("{path} is open to others (mode {mode:o}). Next: chmod {right} {path}")
        }
        Ill::Database(faults) => format!(
            "The database finds itself damaged: {}. The disk may be failing. Next: keep a copy, then restore a backup.",
            faults.iter().take(3).cloned().collect::<Vec<_>>().join("; ")
        ),
        Ill::Statements(error) => {
            format!("The tables are not as this program expects: {error}. Next: use the program that made them, or a newer one.")
        }
        Ill::Journal(broken) => broken_words(broken),
        Ill::Entries(error) => format!("Something can't be read: {error}."),
        Ill::Photos(flaws) => {
            let missing = flaws.iter().filter(|flaw| flaw.missing).count();
            let names: Vec<String> =
                flaws.iter().take(5).map(|flaw| flaw.photo.to_string()).collect();
            format!(
                "{missing} pictures are missing and {} damaged (photos {}). Next: restore a backup into another folder and compare.",
                flaws.len() - missing,
                names.join(", ")
            )
        }
        Ill::Orphans(number) => format!(
            "{} to nobody: left by a folder that was copied or a database that was put back. They can't be opened and do no harm.",
            count(*number as u64, "stored picture belongs", "stored pictures belong")
        ),
        Ill::Waiting(number) => format!(
            "{} to be removed. Next: start Needlewise while nothing else has the folder open; it does so then.",
            count(*number as u64, "stored picture waits", "stored pictures wait")
        ),
        Ill::Erasing(number) => format!(
            "{} erased, but the key may still be in the files of the database, since something else was reading them. Next: end whatever has the database open, such as a backup. Then run needlewise doctor again. It is tried at each start too.",
            count(*number as u64, "person was", "people were")
        ),
        Ill::LittleRoom(free) => format!(
            "Only {} MB are free. When the disk is full nothing can be saved. Next: make room.",
            free / 1_000_000
        ),
        Ill::NoBackup => {
            "There is no verified backup of this record. Next: needlewise backup FILE, onto another disk.".into()
        }
        Ill::OldBackup(backup) => format!(
            "The last verified backup is of {}, more than 48 hours ago. Next: needlewise backup FILE, onto another disk.",
            when(backup.made)
        ),
        Ill::Older { rows, then } => format!(
            "The journal has {rows} rows, but at the last backup it had {then}: the database was put back to an older copy since. Next: look who did, and restore the backup if nobody meant to."
        ),
    }
}
