//! Who acts: somebody with a record, somebody who works in the clinic, or the machine; and what they were let in as.
//!
//! Names stay out of the journal, which outlives an erased person: it says `person:ID`. Rows of before people were told
//! apart say `owner`; so does whoever has the key of the house and is nobody in it yet.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::kinds::{PersonId, StaffId};

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Whoever has the key of the house and isn't known further: the first browser before there is its person. In rows
    /// of 0.1 whoever was at the pages.
    Owner,
    /// Somebody with a record of their own.
    Person(PersonId),
    /// Somebody who works in the clinic.
    Staff(StaffId),
    /// Somebody at the command line.
    Command,
    /// The program by itself.
    Program,
}

impl fmt::Display for Actor {
    /// As the database writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner => f.write_str("owner"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Staff(id) => write!(f, "staff:{id}"),
            Self::Command => f.write_str("command"),
            Self::Program => f.write_str("system"),
        }
    }
}

/// A text that names nobody who could act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("names nobody: owner, command, system, or person: or staff: with an id")]
pub struct NoActor;

impl FromStr for Actor {
    type Err = NoActor;

    fn from_str(text: &str) -> Result<Self, NoActor> {
        match text {
            "owner" => return Ok(Self::Owner),
            "command" => return Ok(Self::Command),
            "system" => return Ok(Self::Program),
            _ => {}
        }
        let (kind, id) = text.split_once(':').ok_or(NoActor)?;
        let actor = match kind {
            "person" => id.parse().map(Self::Person),
            "staff" => id.parse().map(Self::Staff),
            _ => return Err(NoActor),
        };
        actor.map_err(|_| NoActor)
    }
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// When; kept to the microsecond.
    pub at: Timestamp,
}

/// As what somebody was let in; what each may do is settled where pages are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// At home: one of the household.
    Home,
    /// In a clinic.
    Staff(StaffRole),
}

/// What somebody does in a clinic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffRole {
    /// Keeps the diary and receives people.
    Reception,
    /// Treats.
    Practitioner,
    /// Treats, and prescribes what a treatment needs.
    Prescriber,
    /// Runs the clinic.
    Manager,
}

impl StaffRole {
    /// Every role.
    pub const ALL: [Self; 4] =
        [Self::Reception, Self::Practitioner, Self::Prescriber, Self::Manager];

    /// How it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::Practitioner => "practitioner",
            Self::Prescriber => "prescriber",
            Self::Manager => "manager",
        }
    }

    /// The role that is written so.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl Role {
    /// How it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Staff(role) => role.word(),
        }
    }

    /// The role that is written so.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        match word {
            "home" => Some(Self::Home),
            word => StaffRole::find(word).map(Self::Staff),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_the_same_and_nothing_else() {
        let id = PersonId::new(Timestamp::UNIX_EPOCH);
        let staff = Actor::Staff(StaffId::new(Timestamp::UNIX_EPOCH));
        let all = [Actor::Owner, Actor::Person(id), staff, Actor::Command, Actor::Program];
        for actor in all {
            assert_eq!(actor.to_string().parse(), Ok(actor));
        }
        for text in ["", "person", "person:", "person:1", "Owner", &format!("lot:{id}")] {
            assert_eq!(text.parse::<Actor>(), Err(NoActor), "{text}");
        }
    }

    #[test]
    fn roles_have_one_word_each_in_files_and_in_the_database() {
        for role in StaffRole::ALL {
            assert_eq!(Role::find(role.word()), Some(Role::Staff(role)));
            assert_eq!(serde_json::to_value(role).unwrap(), role.word());
        }
        assert_eq!((Role::find("home"), Role::find("nurse")), (Some(Role::Home), None));
    }
}
