//! The commands about the record: which function does what.

use super::{Refusal, Talk, backup, doctor, keys, person, serve};
use crate::cli::{JournalCommand, KeysCommand, PassphraseCommand, RecordCommand};
use crate::settings::{Listen, read};

/// Runs a command about the record.
pub(super) fn run(talk: &Talk<'_>, command: &RecordCommand) -> Result<(), Refusal> {
    let place = read::record(&read::told(&talk.cli.speech, command.place(), &Listen::default())?)?;
    serve::start(place.log, async {
        let place = &place;
        match command {
            RecordCommand::Backup { file, recipients, with_key, .. } => {
                backup::save(talk, file, recipients, *with_key, place).await
            }
            RecordCommand::Restore { backup, .. } => backup::restore(talk, backup, place).await,
            RecordCommand::Verify { backup, .. } => backup::verify(talk, backup, place).await,
            RecordCommand::Doctor { mend, identity, .. } => {
                doctor::examine(talk, mend.as_ref(), identity.as_ref(), place).await
            }
            RecordCommand::Journal(JournalCommand::Verify { .. }) => {
                doctor::journal(talk, place).await
            }
            RecordCommand::Keys(KeysCommand::Show { .. }) => keys::show(talk, place),
            RecordCommand::Keys(KeysCommand::Restore { .. }) => keys::restore(talk, place).await,
            RecordCommand::Export { file, person, .. } => {
                person::export(talk, file, person.as_deref(), place).await
            }
            RecordCommand::Import { file, .. } => person::import(talk, file, place).await,
            RecordCommand::Erase { person, yes, .. } => {
                person::erase(talk, person.as_deref(), *yes, place).await
            }
            RecordCommand::People { .. } => person::people(talk, place).await,
            RecordCommand::Passphrase(PassphraseCommand::Set { person, .. }) => {
                keys::set_passphrase(talk, person.as_deref(), place).await
            }
            RecordCommand::Passphrase(PassphraseCommand::Remove { person, .. }) => {
                keys::remove_passphrase(talk, person.as_deref(), place).await
            }
        }
    })
}
