//! What the program does while its disk fails.

use super::base::{Base, Bases};

/// One thing that it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scenario {
    /// The first start of all, in a folder that isn't there.
    FirstStart,
    /// A check-in is sent.
    CheckIn,
    /// A photograph is sent.
    Photograph,
    /// A session is recorded.
    Session,
    /// A photograph is removed.
    Removal,
    /// `needlewise backup`
    Backup,
    /// `needlewise restore`
    Restore,
    /// `needlewise export`
    Export,
    /// `needlewise import`
    Import,
    /// `needlewise erase`
    Erase,
    /// A record of the oldest version is opened.
    Migration,
}

/// How it is done.
pub enum Way {
    /// The program is started, and stopped.
    Start,
    /// A request to the running program.
    Request,
    /// A command, with these arguments.
    Command(Vec<String>),
}

impl Scenario {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::FirstStart,
        Self::CheckIn,
        Self::Photograph,
        Self::Session,
        Self::Removal,
        Self::Backup,
        Self::Restore,
        Self::Export,
        Self::Import,
        Self::Erase,
        Self::Migration,
    ];

    /// As the table says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::FirstStart => "first start",
            Self::CheckIn => "check-in",
            Self::Photograph => "photograph",
            Self::Session => "session",
            Self::Removal => "removal",
            Self::Backup => "backup",
            Self::Restore => "restore",
            Self::Export => "export",
            Self::Import => "import",
            Self::Erase => "erase",
            Self::Migration => "migration",
        }
    }

    /// The record it begins with; none if this engine has none.
    pub fn base(self, bases: &Bases) -> Option<&Base> {
        match self {
            Self::FirstStart | Self::Restore => Some(&bases.empty),
            Self::Import => Some(&bases.other),
            Self::Migration => bases.oldest.as_ref(),
            _ => Some(&bases.lived),
        }
    }

    /// How it is done, with files beside the record in `out`.
    pub fn way(self, bases: &Bases, out: &str) -> Way {
        let command =
            |words: &[&str]| Way::Command(words.iter().map(|&word| word.to_owned()).collect());
        let path = |path: &std::path::Path| path.display().to_string();
        match self {
            Self::FirstStart | Self::Migration => Way::Start,
            Self::CheckIn | Self::Photograph | Self::Session | Self::Removal => Way::Request,
            Self::Backup => {
                command(&["backup", &format!("{out}/new.age"), "--recipient", &bases.recipient])
            }
            Self::Restore => {
                command(&["restore", &path(&bases.backup), "--identity", &path(&bases.identity)])
            }
            Self::Export => command(&["export", &format!("{out}/new.zip")]),
            Self::Import => command(&["import", &path(&bases.zip)]),
            Self::Erase => command(&["erase", "--yes"]),
        }
    }
}
