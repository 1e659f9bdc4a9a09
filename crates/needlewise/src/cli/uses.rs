//! Which of the flags that stand for every command one uses. One that changes nothing is refused: whoever wrote it
//! expected something. `--language` is used by all: each says something, if only why it refuses.

use words::Saying;

use super::{Cli, Command, ProtocolCommand, RecordCommand};
use crate::commands::Refusal;

impl Cli {
    /// Refuses a flag that this command does not use.
    ///
    /// # Errors
    /// Which flag it is.
    pub fn refuse_unused(&self) -> Result<(), Refusal> {
        let uses = self.command.as_ref().map_or(Uses::APP, Command::uses);
        let flags = [
            ("--protocol", self.protocol.is_some(), uses.protocol),
            ("--variant", self.variant.is_some(), uses.variant),
            ("--json", self.json, uses.json),
        ];
        let unused = flags.iter().find(|(_, said, used)| *said && !used);
        unused.map_or(Ok(()), |(flag, ..)| {
            Err(Refusal::new(Saying::new("refused-unused").with("flag", *flag)))
        })
    }
}

/// Which of the flags that stand for every command one uses.
#[derive(Clone, Copy)]
struct Uses {
    protocol: bool,
    variant: bool,
    json: bool,
}

impl Uses {
    const DECIDES: Self = Self { protocol: true, variant: true, json: true };
    const APP: Self = Self { protocol: true, variant: false, json: false };
    const RECORD: Self = Self { protocol: false, variant: false, json: true };
    const NONE: Self = Self { protocol: false, variant: false, json: false };
}

impl Command {
    fn uses(&self) -> Uses {
        match self {
            Self::Serve(_) | Self::Enter(_) | Self::Demo(_) => Uses::APP,
            Self::Settings(_) => Uses::RECORD,
            Self::Example { .. } => Uses::NONE,
            Self::Protocol(command) => command.uses(),
            Self::Record(command) => command.uses(),
            _ => Uses::DECIDES,
        }
    }
}

impl ProtocolCommand {
    fn uses(&self) -> Uses {
        match self {
            Self::Check { .. } => Uses { variant: false, ..Uses::DECIDES },
            Self::Show { .. } | Self::Sources => Uses::DECIDES,
            Self::Diff { .. } => Uses::RECORD,
            Self::Export { .. } => Uses::NONE,
        }
    }
}

impl RecordCommand {
    fn uses(&self) -> Uses {
        match self {
            Self::Export { .. } => Uses { json: false, ..Uses::DECIDES },
            Self::Doctor { .. } => Uses { variant: false, ..Uses::DECIDES },
            Self::Import { .. } | Self::Erase { .. } | Self::Keys(_) | Self::Passphrase(_) => {
                Uses::NONE
            }
            _ => Uses::RECORD,
        }
    }
}
