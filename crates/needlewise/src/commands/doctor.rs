//! `needlewise doctor` and `needlewise journal verify`: what is wrong with the record, and what next.

use std::path::PathBuf;

use care::standing::SetAside;
use chart::Chart;
use serde_json::json;
use store::doctor::{self, Findings, Ill};
use store::{Broken, Damaged, Flaw, Store};
use text::tell::standing;
use words::Saying;

use super::reasons::{self, refuse};
use super::{Refusal, Talk, backup, clock, folder, place, print_json};
use crate::cli::Backup;
use crate::settings::read::Record;

/// Entries that are named one by one.
const NAMED: usize = 20;

/// Looks at everything, and first mends what can be: from the journal alone, or from a backup too.
pub(super) async fn examine(
    talk: &Talk<'_>,
    mend: Option<&Option<PathBuf>>,
    identity: Option<&PathBuf>,
    place: &Record,
) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    if let Some(file) = mend {
        let from = file.clone().map(|file| Backup { file, identity: identity.cloned() });
        mended(talk, &record, from.as_ref()).await?;
    }
    let found = doctor::examine(&record.store, clock::instant()).await;
    let found = found.map_err(|error| refuse(&error))?;
    let folder = record.folder.display().to_string();
    let mut ills: Vec<Saying> = found.ills.iter().map(|ill| words(ill, &folder)).collect();
    ills.extend(set_aside(talk, &record.store).await?);
    if talk.cli.json {
        let ills: Vec<String> = ills.iter().map(|ill| ill.in_words(talk.texts())).collect();
        let json = json!({
            "people": found.people, "entries": found.entries, "journal": found.journal, "free_bytes": found.free,
            "last_backup": found.backup.map(|backup| backup.made), "ills": ills,
        });
        print_json(&json)?;
    } else {
        talk.says(&looked_at(&found))?;
    }
    match ills.len() {
        0 if talk.cli.json => Ok(()),
        0 => talk.says(&Saying::new("doctor-well")),
        number => {
            let unwell = Refusal::unwell(Saying::new("doctor-unwell").with("n", number));
            Err(unwell.with_points(ills))
        }
    }
}

/// Mends, and says what was mended; what could not be is among what is not well.
async fn mended(
    talk: &Talk<'_>,
    record: &place::Record,
    from: Option<&Backup>,
) -> Result<(), Refusal> {
    let mended = match from {
        Some(from) => {
            let (file, unlock) = backup::open(talk, from)?;
            let mended = store::backup::mend(&record.store, &record.key, file, unlock).await;
            mended.map_err(|fault| reasons::refuse_backup(&fault))?
        }
        // A journal that doesn't add up is named among what is not well.
        None => match doctor::mend(&record.store).await {
            Err(Broken::Store(error)) => return Err(refuse(&error)),
            mended => mended.unwrap_or_default(),
        },
    };
    let swept = doctor::sweep(&record.store).await.map_err(|error| refuse(&error))?;
    if talk.cli.json {
        return Ok(());
    }
    if !mended.entries.is_empty() {
        talk.says(&named("doctor-mended-entries", &mended.entries))?;
    }
    if !mended.pictures.is_empty() {
        talk.says(&Saying::new("doctor-mended-pictures").with("n", mended.pictures.len()))?;
    }
    if swept > 0 {
        talk.says(&Saying::new("doctor-mended").with("n", swept))?;
    }
    Ok(())
}

/// What was recorded and can't be, such as a session that lies ahead because the clock was wrong: what, why, what next.
async fn set_aside(talk: &Talk<'_>, store: &Store) -> Result<Vec<Saying>, Refusal> {
    let protocol = folder::protocol(talk)?;
    let mut all = Vec::new();
    for person in store.people().await.map_err(|error| refuse(&error))? {
        // What can't be read is named already.
        let Ok(chart) = Chart::load(store, person).await else { continue };
        let standing = chart.standing(&protocol, &clock::instant().to_zoned(chart.zone()));
        let aside = standing.map(|standing| standing.set_aside).unwrap_or_default();
        let said = |one: &SetAside| {
            Saying::new("doctor-aside")
                .with("what", standing::set_aside(&protocol, one))
                .with("why", standing::why_aside(&protocol, one))
        };
        all.extend(aside.iter().map(said));
    }
    Ok(all)
}

/// Follows the journal from its first row to its last.
pub(super) async fn journal(talk: &Talk<'_>, place: &Record) -> Result<(), Refusal> {
    let record = place::existing(place).await?;
    match record.store.verify().await {
        Ok(whole) if whole.damaged.is_empty() => {
            let rows_alone = Saying::new("count-rows-alone").with("n", whole.rows);
            let said = Saying::new("journal-whole").with("rows", rows_alone);
            talk.tells(&said, &json!({ "rows": whole.rows, "entries": whole.entries }))
        }
        Ok(whole) => Err(Refusal::unwell(entries(&whole.damaged))),
        Err(Broken::Store(error)) => Err(refuse(&error)),
        Err(broken) => Err(Refusal::unwell(broken_words(&broken))),
    }
}

fn looked_at(found: &Findings) -> Saying {
    let backup = match found.backup {
        Some(backup) => Saying::new("doctor-backup").with("when", backup.made),
        None => Saying::new("doctor-no-backup"),
    };
    Saying::new("doctor-looked")
        .with("rows", Saying::new("count-rows-alone").with("n", found.journal))
        .with("entries", found.entries.to_string())
        .with("people", Saying::new("count-people").with("n", found.people))
        .with("backup", backup)
}

fn broken_words(broken: &Broken) -> Saying {
    Saying::new("doctor-broken").with("what", reasons::broken(broken))
}

/// Which entries, each with its kind and why; of many the first.
fn entries(damaged: &[Damaged]) -> Saying {
    named("doctor-entries", damaged)
}

fn named(key: &'static str, damaged: &[Damaged]) -> Saying {
    let named: Vec<Saying> = damaged.iter().take(NAMED).map(entry).collect();
    Saying::new(key).with("n", damaged.len()).with("which", named)
}

fn entry(damaged: &Damaged) -> Saying {
    Saying::new("doctor-entry")
        .with("thing", Saying::new(format!("log-thing-{}", damaged.table)))
        .with("id", damaged.id.as_str())
        .with("why", Saying::new(format!("damaged-{}", damaged.why.word())))
}

/// What, why, what next.
fn words(ill: &Ill, folder: &str) -> Saying {
    match ill {
        Ill::Open { file, mode } => open(folder, file, *mode),
        Ill::Database(faults) => {
            let told: Vec<&str> = faults.iter().take(3).map(String::as_str).collect();
            Saying::new("doctor-database").with("what", told.join("; "))
        }
        Ill::Statements(error) => {
            Saying::new("doctor-statements").with("why", reasons::store(error))
        }
        Ill::Journal(broken) => broken_words(broken),
        Ill::Entries(damaged) => entries(damaged),
        Ill::Photos(flaws) => photos(flaws),
        Ill::Orphans(number) => Saying::new("doctor-orphans").with("n", *number),
        Ill::Waiting(number) => Saying::new("doctor-waiting").with("n", *number),
        Ill::Erasing(number) => Saying::new("doctor-erasing").with("n", *number),
        Ill::LittleRoom(free) => Saying::new("doctor-room").with("n", free / 1_000_000),
        Ill::NoBackup => Saying::new("doctor-never-backed-up"),
        Ill::OldBackup(backup) => Saying::new("doctor-old-backup").with("when", backup.made),
        Ill::ReadOnly => Saying::new("doctor-read-only"),
    }
}

fn open(folder: &str, file: &str, mode: u32) -> Saying {
    let (path, right) = match file {
        "" => (folder.to_owned(), "700"),
        file => (format!("{folder}/{file}"), "600"),
    };
    let chmod = format!("chmod {right} {path}");
    Saying::new("doctor-open")
        .with("path", path)
        .with("mode", format!("{mode:o}"))
        .with("command", chmod)
}

fn photos(flaws: &[Flaw]) -> Saying {
    let missing = flaws.iter().filter(|flaw| flaw.missing).count();
    let names: Vec<String> = flaws.iter().take(5).map(|flaw| flaw.photo.to_string()).collect();
    Saying::new("doctor-photos")
        .with("missing", missing)
        .with("damaged", flaws.len() - missing)
        .with("photos", names)
}
