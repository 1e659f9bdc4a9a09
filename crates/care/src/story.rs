//! A person's story: everything that happened to them, as values, and what they set their mind on.
//!
//! Only what was said and done, in any order; when it happened counts, not when it was written down. What follows from
//! it at a moment is in [`crate::standing`]. Names, notes and pictures are not here: no rule reads them.

use jiff::Zoned;
use jiff::civil::{Date, Time};

use crate::Protocol;
use crate::person::Person;
use crate::session::{CheckIn, Session};
use crate::words::{Flag, Word};

/// Everything that happened to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The person with the answers that they stand by now.
    pub person: Person,
    /// The day on which each answer was given, in the order of the protocol's questions; `None` or missing where nobody
    /// knows, which counts as long ago.
    pub given: Vec<Option<Date>>,
    /// The programme under way, if one was begun and not ended.
    pub programme: Option<Begun>,
    /// The sessions that took place.
    pub sessions: Vec<Session>,
    /// The sessions that did not.
    pub left_out: Vec<LeftOut>,
    /// How the skin was, as often as somebody looked.
    pub checkins: Vec<CheckIn>,
    /// What clinicians said.
    pub clearances: Vec<Clearance>,
    /// Events before which the skin has to be calm.
    pub kept_days: Vec<KeptDay>,
    /// Sessions that were moved to another day.
    pub moves: Vec<Move>,
}

impl Story {
    /// The story of somebody to whom nothing happened yet.
    pub fn new(person: Person) -> Self {
        Self {
            person,
            given: Vec::new(),
            programme: None,
            sessions: Vec::new(),
            left_out: Vec::new(),
            checkins: Vec::new(),
            clearances: Vec::new(),
            kept_days: Vec::new(),
            moves: Vec::new(),
        }
    }
}

impl Story {
    /// The day on which the answer to the question at this place was given, if it is known.
    pub fn given_on(&self, place: usize) -> Option<Date> {
        self.given.get(place).copied().flatten()
    }
}

/// A programme that was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The day chosen for the first session.
    pub first: Date,
    /// When sessions usually begin, by the clock of the person's zone.
    pub time: Time,
    /// Sessions from this day on belong to it.
    pub since: Date,
}

/// A planned session that did not take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The day for which it was planned.
    pub on: Date,
    /// Whether it is still to be held.
    pub how: How,
}

/// How a planned session did not take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is still to be held, later.
    Missed,
    /// It is left out for good: one less to go.
    Skipped,
}

/// What a clinician said about one question or one warning sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// The day on which they were asked.
    pub on: Date,
    /// The moment, where it is known; otherwise it counts for all of that day.
    pub at: Option<Zoned>,
    /// The day on which it was written down, where that is known: answers given by then are none that are new to it.
    pub noted: Option<Date>,
    /// What it was about.
    pub about: About,
    /// What they said.
    pub said: Said,
    /// Who, in the person's own words.
    pub by: Option<String>,
    /// It lapses on this day.
    pub until: Option<Date>,
}

impl Clearance {
    /// What is left to compare where day, moment and word are the same.
    pub(crate) fn cmp_rest(&self, other: &Self) -> std::cmp::Ordering {
        let rest = |one: &Self| (one.about, one.until, one.noted, one.by.clone());
        rest(self).cmp(&rest(other))
    }
}

/// What a clinician was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The answer to the question at this place.
    Question(u8),
    /// A warning sign.
    Flag(Flag),
}

impl About {
    /// What a word is about: a question's id, or a warning sign's word.
    pub fn find(protocol: &Protocol, word: &str) -> Option<Self> {
        let question = protocol.find_question(word).and_then(|(place, _)| u8::try_from(place).ok());
        question.map(Self::Question).or_else(|| Flag::find(word).map(Self::Flag))
    }
    /// The word that files write.
    pub fn word(self, protocol: &Protocol) -> &str {
        match self {
            Self::Question(place) => {
                protocol.questions().get(usize::from(place)).map_or("", |row| row.id.as_str())
            }
            Self::Flag(flag) => flag.word(),
        }
    }
}

/// What a clinician said, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Go on.
    Yes,
    /// Not before this day.
    WaitUntil(Date),
    /// No.
    No,
}

/// An event before which the skin has to be calm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptDay {
    /// The day of the event.
    pub on: Date,
    /// So many days before it there is no session; `None` is what the protocol calls days to keep free.
    pub days_before: Option<u8>,
}

/// A session moved from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The day for which it was planned.
    pub from: Date,
    /// The day on which it shall be.
    pub to: Date,
}
