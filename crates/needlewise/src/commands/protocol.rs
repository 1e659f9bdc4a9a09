//! Looking into a protocol: check it, show an entry, list the sources, compare two versions, write it out.

mod diff;
mod people;

use std::path::Path;

use super::{Refusal, emit, folder, print};
use crate::cli::{Cli, ProtocolCommand};
use text::show;

pub(super) fn run(cli: &Cli, command: &ProtocolCommand) -> Result<(), Refusal> {
    match command {
        ProtocolCommand::Check { folder } => {
            check(cli, folder.as_deref().or(cli.protocol.as_deref()))
        }
        ProtocolCommand::Diff { old, new, people, seed } => {
            let asked = diff::Asked { people: *people, seed: *seed };
            diff::run(cli, old, new.as_deref(), &asked)
        }
        ProtocolCommand::Show { id } => {
            let protocol = folder::protocol(cli)?;
            let entries = show::Entries::find(&protocol, id).map_err(Refusal::new)?;
            emit(cli, protocol.texts(), &entries)
        }
        ProtocolCommand::Sources => {
            let protocol = folder::protocol(cli)?;
            emit(cli, protocol.texts(), &show::Sources::of(&protocol))
        }
        ProtocolCommand::Export { folder } => {
            folder::export(folder, &words::built_in())?;
            let place = folder.display();
            print(&format!(
                "Wrote the protocol to {place}. Next: needlewise protocol check {place}\n"
            ))
        }
    }
}

/// Checks the protocol itself and under each of its variants, in each of its languages.
fn check(cli: &Cli, folder: Option<&Path>) -> Result<(), Refusal> {
    let files = folder::files(folder)?;
    let faults = words::check::all(&files);
    // What is checked may not be able to speak.
    let built_in = folder::built_in()?;
    if cli.json {
        // The faults are the answer then; how the program ends still says whether there are any.
        emit(cli, built_in.texts(), &show::Checked::of(&files, &faults))?;
        return if faults.is_empty() { Ok(()) } else { Err(Refusal::count(&faults)) };
    }
    if !faults.is_empty() {
        return Err(Refusal::faults(&faults));
    }
    emit(cli, built_in.texts(), &show::Checked::of(&files, &faults))
}
