//! The commands about the record: which function does what.

use jiff::Timestamp;
use serde_json::Value;

use super::{Refusal, backup, doctor, keys, person, print, serve};
use crate::cli::{Cli, JournalCommand, KeysCommand, PassphraseCommand, RecordCommand};
use crate::settings::{Listen, read};

/// Runs a command about the record.
pub(super) fn run(cli: &Cli, command: &RecordCommand) -> Result<(), Refusal> {
    let place = read::record(&read::told(command.place(), &Listen::default())?)?;
    serve::start(place.log, async {
        let place = &place;
        match command {
            RecordCommand::Backup { file, recipients, with_key, .. } => {
                backup::save(cli, file, recipients, *with_key, place).await
            }
            RecordCommand::Restore { backup, .. } => backup::restore(cli, backup, place).await,
            RecordCommand::Verify { backup, .. } => backup::verify(cli, backup, place).await,
            RecordCommand::Doctor { .. } => doctor::examine(cli, place).await,
            RecordCommand::Journal(JournalCommand::Verify { .. }) => {
                doctor::journal(cli, place).await
            }
            RecordCommand::Keys(KeysCommand::Show { .. }) => keys::show(place),
            RecordCommand::Keys(KeysCommand::Restore { .. }) => keys::restore(place),
            RecordCommand::Export { file, person, .. } => {
                person::export(cli, file, *person, place).await
            }
            RecordCommand::Import { file, .. } => person::import(file, place).await,
            RecordCommand::Erase { person, yes, .. } => person::erase(*person, *yes, place).await,
            RecordCommand::People { .. } => person::people(cli, place).await,
            RecordCommand::Passphrase(PassphraseCommand::Set { .. }) => {
                keys::set_passphrase(place).await
            }
            RecordCommand::Passphrase(PassphraseCommand::Remove { .. }) => {
                keys::remove_passphrase(place).await
            }
        }
    })
}

/// Says the same as sentences or as JSON.
pub(super) fn say(cli: &Cli, sentences: &str, json: &Value) -> Result<(), Refusal> {
    if cli.json { print(&format!("{json:#}\n")) } else { print(&format!("{sentences}\n")) }
}

/// To the minute, for people: `2026-11-23 14:21 UTC`.
pub(super) fn when(at: Timestamp) -> String {
    words::machine::instant(at)
}

/// `1 photo`, `2 photos`.
pub(super) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
