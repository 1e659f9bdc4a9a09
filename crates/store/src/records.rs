//! What is kept of a person, one type per table: what `care` says of it is decided elsewhere, each time anew.
//!
//! The shapes are JSON under seal (see [`crate::seal`]), so a field may be added with `#[serde(default)]` but never
//! renamed. Words are those of `care::words`. Answers are kept by the question's id, as `person.json` writes them, so
//! they outlive a protocol that asks in another order.

mod clearance;
mod decided;
mod kept_day;
mod outcome;
mod photo;
mod session;
mod staff;

use std::collections::BTreeMap;

use care::verdict::VerdictKind;
use care::words::{Area, DeviceKind, Flag, Goal, RhythmChoice, Setting, Sign, Weekday};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Note;
use crate::kinds::{ScreeningId, SessionId};
pub use clearance::{Clearance, Said};
pub use decided::DecidedOn;
pub use kept_day::KeptDay;
pub use outcome::{Better, Measured, Outcome, Part, Reason, Region, Score, Seen};
pub use photo::{Camera, DateDoubt, Photo, Undated};
pub use session::{Done, Session, ZoneRolled};
pub use staff::{Registration, Staff};

/// Answers by question id: `"no"`, `{"stopped": "2026-09-01", "form": "oral"}`, `["retinoid"]`, `"unknown"`.
/// A question that is not here has not been put yet.
pub type Answers = BTreeMap<String, Value>;

/// Scores 0 to 10 of how the skin is; of a sign that is left out nothing was said.
pub type Scores = BTreeMap<Sign, u8>;

/// A person: what a decision needs, and how they want to be spoken to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// What they are called, if they said so.
    #[serde(default)]
    pub name: Option<String>,
    /// Where they live: an IANA zone, for example `Europe/Paris`.
    pub zone: String,
    /// Home or clinic.
    pub setting: Setting,
    /// Date of birth.
    #[serde(default)]
    pub born: Option<Date>,
    /// Fitzpatrick type 1 to 6; `None` if not known.
    #[serde(default)]
    pub skin_type: Option<u8>,
    /// Whether the skin is sensitive; `None` if not known.
    #[serde(default)]
    pub sensitive: Option<bool>,
    /// What is hoped for; empty until answered.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// Which parts of the body; empty until answered.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// The device at hand, if any.
    #[serde(default)]
    pub device: Option<Device>,
    /// Days of the week on which a session can be; empty means any.
    #[serde(default)]
    pub free_days: Vec<Weekday>,
    /// The answers so far.
    #[serde(default)]
    pub answers: Answers,
    /// The steps of the screening that were gone through, in the words of the pages.
    #[serde(default)]
    pub steps_done: Vec<String>,
    /// How they want to see things.
    #[serde(default)]
    pub wishes: Wishes,
}

/// How a person wants to see things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// A language, for example `en`; `None` follows the browser.
    #[serde(default)]
    pub language: Option<String>,
    /// Light or dark; `None` follows the system.
    #[serde(default)]
    pub dark: Option<bool>,
    /// The protocol variant, for example `cautious`; `None` is the protocol itself.
    #[serde(default)]
    pub variant: Option<String>,
    /// At which hour after midnight their day ends, 1 to 5; `None` at midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_ends: Option<i8>,
}

/// A device a person owns.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Device {
    /// Roller, stamp or pen.
    pub kind: DeviceKind,
    /// How many needles, if known.
    #[serde(default)]
    pub needles: Option<u16>,
    /// How long they are in millimetres, if known.
    #[serde(default)]
    pub length_mm: Option<f64>,
    /// Since when this one is used; sessions from then on count as its uses.
    #[serde(default)]
    pub since: Option<Date>,
}

/// A screening as it was decided: kept as it was then, whatever the protocol says later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screening {
    /// The day it was decided for.
    pub on: Date,
    /// Home or clinic.
    pub setting: Setting,
    /// All answers at that moment.
    pub answers: Answers,
    /// What else it was decided on; `None` in records of before this was kept.
    #[serde(default)]
    pub about: Option<DecidedOn>,
    /// The verdict.
    pub verdict: VerdictKind,
    /// The date of a wait.
    #[serde(default)]
    pub until: Option<Date>,
    /// What led to it.
    pub findings: Vec<Finding>,
    /// Who decided.
    pub protocol: ProtocolName,
    /// The questions of a session's day were put and answered just before; `false` in records of before this was kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked_again: bool,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// Its verdict.
    pub verdict: VerdictKind,
    /// The date of its wait.
    #[serde(default)]
    pub until: Option<Date>,
    /// What was answered, in the words of the files.
    pub answered: String,
}

/// Which protocol decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolName {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its variant, if any.
    #[serde(default)]
    pub variant: Option<String>,
}

/// A programme a person set out on; its dates are worked out anew from `first` and the sessions so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    /// The day chosen for the first session.
    pub first: Date,
    /// At what time sessions begin, minutes after midnight.
    pub minute: u16,
    /// The screening it rests on.
    pub screening: ScreeningId,
    /// Who planned.
    pub protocol: ProtocolName,
    /// When it was ended, if it was.
    #[serde(default)]
    pub ended: Option<Date>,
    /// Sessions that the person put on another day, in the order in which they did.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// How often, where there was a choice at home. `None` in records of before there was one: those were begun daily.
    #[serde(default)]
    pub rhythm: Option<RhythmChoice>,
}

/// A session of a programme put on another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The day it would have been.
    pub from: Date,
    /// The day it is to be.
    pub to: Date,
    /// When that was said.
    pub at: Timestamp,
}

/// How the skin is at one moment after a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The session it follows.
    pub session: SessionId,
    /// When.
    pub at: Timestamp,
    /// Of a sign that is left out nothing was said, so the skin does not count as healed.
    pub signs: Scores,
    /// Warning signs.
    #[serde(default)]
    pub flags: Vec<Flag>,
    /// In their own words.
    #[serde(default)]
    pub note: Option<Note>,
    /// Why it was corrected later, if it was; what it said before stays in the journal.
    #[serde(default)]
    pub corrected: Option<Note>,
    /// Made after midnight, and counted to the evening before, as they wished then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub evening: bool,
}

/// Something a person agreed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// To what, by the id of its text.
    pub to: String,
    /// The words shown.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// When it was taken back, if it was.
    #[serde(default)]
    pub withdrawn: Option<Timestamp>,
}
