//! A session of needling as it is kept: begun, done, missed or left out. What it means is decided in `care`.

use care::words::{Area, Setting};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Device, Scores};
use crate::Note;
use crate::kinds::{ProgrammeId, ScreeningId};

/// A session, from the plan to the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Session {
    /// Begun: asked again, perhaps with cream on, not recorded yet.
    Begun {
        /// When the day's questions were answered.
        at: Timestamp,
        /// The screening of the day.
        screening: ScreeningId,
        /// The programme it belongs to.
        #[serde(default)]
        programme: Option<ProgrammeId>,
        /// When the anaesthetic cream was put on, if it was.
        #[serde(default)]
        cream_at: Option<Timestamp>,
        /// What was rolled so far.
        #[serde(default)]
        zones: Vec<ZoneRolled>,
        /// How the skin was just before, if they said.
        #[serde(default, skip_serializing_if = "Scores::is_empty")]
        before: Scores,
    },
    /// Done and recorded.
    Done(Done),
    /// Missed, or stopped before it began; rest is no failure.
    Missed {
        /// The day it would have been.
        on: Date,
        /// Why, if they said.
        #[serde(default)]
        reason: Option<Note>,
        /// The programme it belongs to; `None` also in records of before this was kept.
        #[serde(default)]
        programme: Option<ProgrammeId>,
    },
    /// Left out on purpose, before its day or after.
    Skipped {
        /// The day it would have been.
        on: Date,
        /// Why, if they said.
        #[serde(default)]
        reason: Option<Note>,
        /// The programme it belongs to.
        #[serde(default)]
        programme: Option<ProgrammeId>,
    },
}

/// What was done in a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// The zone of the clock then.
    pub zone: String,
    /// Home or clinic.
    pub setting: Setting,
    /// The areas treated.
    pub areas: Vec<Area>,
    /// Fitzpatrick type 1 to 6, if known.
    #[serde(default)]
    pub skin_type: Option<u8>,
    /// Needle length in millimetres.
    pub length_mm: f64,
    /// Passes over the same skin, if recorded.
    #[serde(default)]
    pub passes: Option<u16>,
    /// Directions, 1, 2 or 4, if recorded.
    #[serde(default)]
    pub directions: Option<u8>,
    /// Whether anaesthetic cream was used, if recorded.
    #[serde(default)]
    pub anaesthetic: Option<bool>,
    /// The device, if recorded.
    #[serde(default)]
    pub device: Option<Device>,
    /// Zone by zone, if recorded.
    #[serde(default)]
    pub zones: Vec<ZoneRolled>,
    /// The programme it belongs to.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// The screening of the day.
    #[serde(default)]
    pub screening: Option<ScreeningId>,
    /// How the skin was just before, if they said: what healing is measured against.
    #[serde(default, skip_serializing_if = "Scores::is_empty")]
    pub before: Scores,
    /// In their own words.
    #[serde(default)]
    pub note: Option<Note>,
}

/// A zone of the body chart and how it was rolled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZoneRolled {
    /// The zone's id on the chart, for example `cheek-left`.
    pub zone: String,
    /// Passes over it.
    pub passes: u16,
}
