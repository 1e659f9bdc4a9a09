//! Looking into a protocol: check it, show an entry, list the sources, compare two versions, write it out.

mod diff;
mod people;

use std::path::Path;

use super::{Refusal, Talk, emit, folder};
use crate::cli::ProtocolCommand;
use text::show;
use words::Saying;

pub(super) fn run(talk: &Talk<'_>, command: &ProtocolCommand) -> Result<(), Refusal> {
    match command {
        ProtocolCommand::Check { folder } => {
            check(talk, folder.as_deref().or(talk.cli.protocol.as_deref()))
        }
        ProtocolCommand::Diff { old, new, people, seed } => {
            let asked = diff::Asked { people: *people, seed: *seed };
            diff::run(talk, old, new.as_deref(), &asked)
        }
        ProtocolCommand::Show { id } => {
            let protocol = folder::protocol(talk)?;
            let entries = show::Entries::find(&protocol, id).map_err(Refusal::new)?;
            emit(talk, protocol.texts(), &entries)
        }
        ProtocolCommand::Sources => {
            let protocol = folder::protocol(talk)?;
            emit(talk, protocol.texts(), &show::Sources::of(&protocol))
        }
        ProtocolCommand::Export { folder } => {
            folder::export(folder, &words::built_in())?;
            let place = folder.display();
            talk.says(&Saying::new("wrote-protocol").with("folder", place.to_string()))
        }
    }
}

/// Checks the protocol itself and under each of its variants, in each of its languages.
fn check(talk: &Talk<'_>, folder: Option<&Path>) -> Result<(), Refusal> {
    let files = folder::files(folder)?;
    let faults = words::check::all(&files);
    if talk.cli.json {
        // The faults are the answer then; how the program ends still says whether there are any.
        emit(talk, talk.texts(), &show::Checked::of(&files, &faults))?;
        return if faults.is_empty() { Ok(()) } else { Err(Refusal::count(&faults)) };
    }
    if !faults.is_empty() {
        return Err(Refusal::faults(&faults));
    }
    emit(talk, talk.texts(), &show::Checked::of(&files, &faults))
}
