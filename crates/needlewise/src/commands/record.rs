//! The commands about the record: which function does what.

use jiff::Timestamp;
use serde_json::Value;

use super::{Refusal, backup, doctor, keys, person, print, serve};
use crate::cli::{Cli, RecordCommand};

/// Runs a command about the record.
pub(super) fn run(cli: &Cli, command: &RecordCommand) -> Result<(), Refusal> {
    serve::start(async {
        match command {
            RecordCommand::Backup { file, recipients, with_key, place } => {
                backup::save(cli, file, recipients, *with_key, place).await
            }
            RecordCommand::Restore { backup, place } => backup::restore(cli, backup, place).await,
            RecordCommand::Verify { backup, place } => backup::verify(cli, backup, place).await,
            RecordCommand::Doctor { place } => doctor::examine(cli, place).await,
            RecordCommand::Journal(command) => doctor::journal(cli, command).await,
            RecordCommand::Keys(command) => keys::run(command),
            RecordCommand::Export { file, person, place } => {
                person::export(cli, file, *person, place).await
            }
            RecordCommand::Import { file, place } => person::import(file, place).await,
            RecordCommand::Erase { person, yes, place } => {
                person::erase(*person, *yes, place).await
            }
            RecordCommand::People { place } => person::people(cli, place).await,
            RecordCommand::Passphrase(command) => keys::passphrase(command).await,
        }
    })
}

/// Says the same as sentences or as JSON.
pub(super) fn say(cli: &Cli, sentences: &str, json: &Value) -> Result<(), Refusal> {
    if cli.json { print(&format!("{json:#}\n")) } else { print(&format!("{sentences}\n")) }
}

/// To the minute, for people: `2026-11-23 14:21 UTC`.
pub(super) fn when(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// `1 photo`, `2 photos`.
pub(super) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
