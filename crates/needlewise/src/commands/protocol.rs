//! Looking into a protocol: check it, show an entry, list the sources, write it out.

use std::path::Path;

use care::Protocol;
use care::protocol::Files;

use super::{Refusal, emit, folder, print};
use crate::cli::{Cli, ProtocolCommand};
use text::show;

pub(super) fn run(cli: &Cli, command: &ProtocolCommand) -> Result<(), Refusal> {
    match command {
        ProtocolCommand::Check { folder } => check(folder.as_deref().or(cli.protocol.as_deref())),
        ProtocolCommand::Show { id } => {
            let protocol = folder::protocol(cli)?;
            let entries = show::Entries::find(&protocol, id).map_err(Refusal::new)?;
            emit(cli, &entries)
        }
        ProtocolCommand::Sources => emit(cli, &show::Sources::of(&folder::protocol(cli)?)),
        ProtocolCommand::Export { folder } => {
            folder::export(folder, &Files::built_in())?;
            let place = folder.display();
            print(&format!(
                "Wrote the protocol to {place}. Next: needlewise protocol check {place}\n"
            ))
        }
    }
}

/// Checks the protocol itself and under each of its variants.
fn check(folder: Option<&Path>) -> Result<(), Refusal> {
    let files = folder::files(folder)?;
    let variants = files.variants();
    let all = std::iter::once(None).chain(variants.iter().map(|variant| Some(*variant)));
    let mut faults: Vec<_> =
        all.filter_map(|variant| Protocol::read(&files, variant).err()).flatten().collect();
    faults.sort();
    faults.dedup();
    if !faults.is_empty() {
        return Err(Refusal::faults(&faults));
    }
    let protocol = Protocol::read(&files, None).map_err(|faults| Refusal::faults(&faults))?;
    let rows = protocol.rows().entries().len();
    let variants = if variants.is_empty() { "none".into() } else { variants.join(", ") };
    let (name, version) = (protocol.name(), protocol.version());
    print(&format!(
        "{name} {version} is sound: {rows} entries, every one with its sources. Variants: {variants}.\n"
    ))
}
