//! What a clinician said of something that a person may not decide alone.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A clinician's word on a question of the screening or on a warning sign, as the person passes it on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearance {
    /// The day they said it.
    pub on: Date,
    /// What it is about: a question's id, or the word of a warning sign.
    pub about: String,
    /// What they said.
    pub said: Said,
    /// Who they are, in the person's own words.
    #[serde(default)]
    pub by: Option<String>,
    /// On this day it no longer holds; `None` if they named none.
    #[serde(default)]
    pub until: Option<Date>,
    /// When it was written down: a warning sign that was seen later is not covered by it.
    pub at: Timestamp,
}

/// What a clinician said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Go ahead.
    Yes,
    /// Don't.
    No,
    /// Not before this day.
    WaitUntil(Date),
}
