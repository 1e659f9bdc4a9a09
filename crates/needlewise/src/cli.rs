//! The command line: which commands there are and what they take.
//!
//! What each does is in [`crate::commands`].

mod photo;
mod record;
mod uses;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

pub use photo::{PhotoCommand, Sittings};
pub use record::{Backup, JournalCommand, KeysCommand, PassphraseCommand, RecordCommand};

pub use crate::settings::{Listen, Place, Speech};

/// Skin needling, decided, planned and followed up: with reasons and sources.
#[derive(Debug, Parser)]
#[command(name = "needlewise", version, propagate_version = true)]
pub struct Cli {
    /// What to do; nothing said means serve.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Use the protocol in this folder instead of the built-in one.
    #[arg(long, global = true, value_name = "DIR")]
    pub protocol: Option<PathBuf>,
    /// Use a variant of the protocol, for example `cautious`.
    #[arg(long, global = true, value_name = "NAME")]
    pub variant: Option<String>,
    /// Print JSON instead of sentences.
    #[arg(long, global = true)]
    pub json: bool,
    /// In which language it is said.
    #[command(flatten)]
    pub speech: Speech,
}

impl Cli {
    /// What its flags say of where the record is and how the application is reached, as far as the command takes them.
    pub fn settings(&self) -> (Option<&Place>, Option<&Listen>) {
        match &self.command {
            Some(Command::Serve(how) | Command::Enter(how) | Command::Settings(how)) => {
                (Some(&how.place), Some(&how.listen))
            }
            Some(Command::Demo(listen)) => (None, Some(listen)),
            Some(Command::Record(command)) => (Some(command.place()), None),
            _ => (None, None),
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the application and open it in the browser.
    Serve(Serve),
    /// Print an address that lets one browser in to an application that runs already, once and soon.
    Enter(Serve),
    /// Start it with a fictional person in week 7 of a programme; nothing is kept.
    Demo(Listen),
    /// Every setting: what holds, and whether a flag, a variable or the file said so.
    Settings(Serve),
    /// May this person be needled, and why or why not?
    Screen {
        /// The person's answers; with --batch one person a line as JSON (standard input if not given).
        #[arg(required_unless_present = "batch", value_name = "PERSON.TOML")]
        person: Option<PathBuf>,
        /// On which day (today if not given).
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
        /// Read one person a line as JSON and write one decision a line as JSON.
        #[arg(long)]
        batch: bool,
    },
    /// How, how often and prepared how: the programme.
    Plan {
        /// The person's answers.
        #[arg(value_name = "PERSON.TOML")]
        person: PathBuf,
        /// The first session is not before this day (today if not given).
        #[arg(long, value_name = "DATE")]
        first: Option<Date>,
    },
    /// What each day after a session usually looks like.
    Course {
        /// The session as it was recorded.
        #[arg(value_name = "SESSION.TOML")]
        session: PathBuf,
    },
    /// What to do and avoid, and what may be used again when.
    Aftercare {
        /// The session as it was recorded.
        #[arg(value_name = "SESSION.TOML")]
        session: PathBuf,
        /// At which moment (now if not given), for example 2026-12-06T20:00:00+01:00.
        #[arg(long, value_name = "DATETIME")]
        at: Option<String>,
        /// Only this product class, for example retinoid.
        #[arg(long, value_name = "CLASS")]
        product: Option<String>,
    },
    /// Is this still normal, and if not, how urgent is it?
    Checkin {
        /// The session as it was recorded.
        ///
        /// With --batch a file of courses, one a line as JSON (standard input if not given).
        #[arg(required_unless_present = "batch", value_name = "SESSION.TOML")]
        session: Option<PathBuf>,
        /// The check-ins since; those before the session are a baseline.
        #[arg(required_unless_present = "batch", value_name = "CHECKINS.TOML")]
        checkins: Option<PathBuf>,
        /// The person's answers. Some of them make a check-in more urgent, such as diabetes.
        #[arg(long, value_name = "PERSON.TOML", conflicts_with = "batch")]
        person: Option<PathBuf>,
        /// Read one course a line as JSON and write how urgent each of its check-ins was.
        #[arg(long, conflicts_with = "checkins")]
        batch: bool,
    },
    /// All that holds now, from everything that happened: how urgent, what the next session waits for, when it can be.
    Now {
        /// The person's story; with --batch one story a line as JSON (standard input if not given).
        #[arg(required_unless_present = "batch", value_name = "STORY.TOML")]
        story: Option<PathBuf>,
        /// At which moment (now if not given), for example 2026-12-06T20:00:00+01:00.
        #[arg(long, value_name = "DATETIME")]
        at: Option<String>,
        /// Read one story a line as JSON and write one standing a line as JSON; a line's own "at" comes before --at.
        #[arg(long)]
        batch: bool,
    },
    /// The programme as an iCalendar file, on standard output; with --json its entries as JSON.
    Calendar {
        /// The person's answers.
        #[arg(value_name = "PERSON.TOML")]
        person: PathBuf,
        /// The day of the first session.
        #[arg(long, value_name = "DATE")]
        first: Date,
        /// At what time sessions begin (10:00 if not given; 19:00 for who chose to roll every day).
        #[arg(long, value_name = "HH:MM")]
        time: Option<String>,
    },
    /// What a way of rolling does to the skin: punctures, density, gaps, and what would be better.
    Roll {
        /// Device, zone and way of rolling.
        #[arg(value_name = "ROLL.TOML")]
        file: PathBuf,
        /// Draw the zone into this new file, as SVG.
        #[arg(long, value_name = "FILE")]
        svg: Option<PathBuf>,
        /// Draw the zone into this new file, as PNG.
        #[arg(long, value_name = "FILE")]
        png: Option<PathBuf>,
        /// Write the punctures into this new file, as CSV: x and y in mm, and 1 if inside the zone.
        #[arg(long, value_name = "FILE")]
        points: Option<PathBuf>,
    },
    /// Write example files to start from: person.toml, session.toml, checkins.toml, story.toml,
    /// roll.toml.
    Example {
        /// Where to (this folder if not given).
        #[arg(default_value = ".", value_name = "DIR")]
        folder: PathBuf,
    },
    /// Look into the protocol, or check one.
    #[command(subcommand)]
    Protocol(ProtocolCommand),
    /// Measure photos: can this one be measured, and did redness change between two sittings?
    #[command(subcommand)]
    Photo(PhotoCommand),
    /// What is done with the record.
    #[command(flatten)]
    Record(RecordCommand),
}

/// What can be done with a protocol.
#[derive(Debug, Subcommand)]
pub enum ProtocolCommand {
    /// Refuse a protocol with gaps, naming file, entry and mend.
    Check {
        /// The protocol's folder (the built-in one if not given).
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Show an entry with its sources and who disagrees.
    Show {
        /// The entry's id, for example retinoid-stopped-oral.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// List all sources.
    Sources,
    /// Who is decided differently by two versions, by which rules, and which rows and texts differ.
    Diff {
        /// The folder of the old version.
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The folder of the new version (the built-in one if not given).
        #[arg(value_name = "NEW")]
        new: Option<PathBuf>,
        /// How many random people there are.
        #[arg(long, value_name = "N", default_value_t = 100_000)]
        people: usize,
        /// Which random people: the same seed gives the same.
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
    },
    /// Write the built-in protocol into a new folder, to change it there.
    Export {
        /// A folder that does not exist yet.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// How the application is started.
#[derive(Debug, Default, clap::Args)]
pub struct Serve {
    /// Where the record is.
    #[command(flatten)]
    pub place: Place,
    /// Where it listens.
    #[command(flatten)]
    pub listen: Listen,
}
