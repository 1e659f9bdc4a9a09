//! The commands about the record: backups, keys, export and erasure.

use std::path::PathBuf;

use super::Place;
use clap::Subcommand;

/// What can be done with a record.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// Write the whole record into one locked file, and check it by putting it back elsewhere.
    Backup {
        /// The new file; nothing is overwritten.
        file: PathBuf,
        /// Lock it for this age recipient instead of a passphrase; may be said more than once.
        #[arg(long = "recipient", value_name = "age1…")]
        recipients: Vec<String>,
        /// Put the master key into it: then whoever opens the file needs nothing else.
        #[arg(long)]
        with_key: bool,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Put a backup back into an empty data folder or database.
    Restore {
        /// The backup.
        #[command(flatten)]
        backup: Backup,
        /// Where to.
        #[command(flatten)]
        place: Place,
    },
    /// Check a backup by putting it back into a temporary folder.
    Verify {
        /// The backup.
        #[command(flatten)]
        backup: Backup,
        /// Where the key is.
        #[command(flatten)]
        place: Place,
    },
    /// Look at everything that can be wrong with the record: 0 if all is well, 1 if not.
    Doctor {
        /// First put damaged entries back as the journal still has them, and remove pictures of nobody.
        ///
        /// With BACKUP also what only a backup holds, such as photographs, if it is the same to the byte as the journal
        /// says. Nothing else is changed, and what can't be mended is named.
        #[arg(long, value_name = "BACKUP", num_args = 0..=1)]
        mend: Option<Option<PathBuf>>,
        /// A file with the secret key of a recipient, as age-keygen writes it, for BACKUP.
        #[arg(long, value_name = "FILE", requires = "mend")]
        identity: Option<PathBuf>,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Check who changed what when.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// The key that opens the record.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Write everything of a person into one zip: entries, photographs, in clear.
    Export {
        /// The new file; nothing is overwritten.
        file: PathBuf,
        /// Who, if there are several; see `needlewise people`.
        #[arg(long, value_name = "NAME|ID")]
        person: Option<String>,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Bring a person in from a zip that export wrote.
    Import {
        /// The zip.
        file: PathBuf,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Erase a person for good: their key, entries and photographs.
    Erase {
        /// Who, if there are several; see `needlewise people`.
        #[arg(long, value_name = "NAME|ID")]
        person: Option<String>,
        /// Really.
        #[arg(long)]
        yes: bool,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// List the people in the record by their ids.
    People {
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// The passphrase that is asked for at the door.
    #[command(subcommand)]
    Passphrase(PassphraseCommand),
}

impl RecordCommand {
    /// Where the record is, as the flags say.
    pub fn place(&self) -> &Place {
        match self {
            Self::Backup { place, .. }
            | Self::Restore { place, .. }
            | Self::Verify { place, .. }
            | Self::Doctor { place, .. }
            | Self::Journal(JournalCommand::Verify { place })
            | Self::Keys(KeysCommand::Show { place } | KeysCommand::Restore { place })
            | Self::Export { place, .. }
            | Self::Import { place, .. }
            | Self::Erase { place, .. }
            | Self::People { place }
            | Self::Passphrase(
                PassphraseCommand::Set { place, .. } | PassphraseCommand::Remove { place, .. },
            ) => place,
        }
    }
}

/// A backup and what opens it.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file that backup wrote.
    pub file: PathBuf,
    /// A file with the secret key of a recipient, as age-keygen writes it.
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
}

/// What can be done with the journal.
#[derive(Debug, Subcommand)]
pub enum JournalCommand {
    /// Find any row that was edited, removed or moved: 0 if there is none, 1 if there is.
    Verify {
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
}

/// What can be done with the key.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Print the key, to write it on paper.
    Show {
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Read the key from standard input and keep it in a data folder that has none.
    Restore {
        /// Where the record is, or will be.
        #[command(flatten)]
        place: Place,
    },
}

/// What can be done with the passphrase.
#[derive(Debug, Subcommand)]
pub enum PassphraseCommand {
    /// Set it, or another one.
    Set {
        /// Whose, if there are several; see `needlewise people`.
        #[arg(long, value_name = "NAME|ID")]
        person: Option<String>,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
    /// Ask for none any more.
    Remove {
        /// Whose, if there are several; see `needlewise people`.
        #[arg(long, value_name = "NAME|ID")]
        person: Option<String>,
        /// Where the record is.
        #[command(flatten)]
        place: Place,
    },
}
