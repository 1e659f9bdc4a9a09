//! A session that took place, and the check-ins that followed it.
//!
//! Only what was recorded. What is expected afterwards is in [`crate::course`], what may be used in
//! [`crate::aftercare`], and how a check-in is judged in [`crate::triage`].

use jiff::{Span, Zoned};

use crate::measure::NeedleLength;
use crate::person::{Device, Person};
use crate::protocol::Protocol;
use crate::words::{Area, Flag, Setting, Sign, SkinType};

/// A session as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// When it took place, in the person's own time zone.
    pub at: Zoned,
    /// Home or clinic.
    pub setting: Setting,
    /// The areas treated.
    pub areas: Vec<Area>,
    /// Fitzpatrick type; `None` counts as marking easily.
    pub skin_type: Option<SkinType>,
    /// Whether the person keeps dark marks, whatever the skin type; see [`Session::of`].
    pub dark_marks: bool,
    /// Needle length.
    pub length: NeedleLength,
    /// Passes over the same skin, if recorded.
    pub passes: Option<u16>,
    /// Whether anaesthetic cream was used, if recorded.
    pub anaesthetic: Option<bool>,
    /// The device, if recorded.
    pub device: Option<Device>,
}

impl Session {
    /// The same as a session of this person, whose answers say what a session alone does not.
    pub fn of(self, person: &Person, protocol: &Protocol) -> Self {
        Self { dark_marks: person.keeps_dark_marks(protocol), ..self }
    }
    /// Whether marks after inflammation are likelier; an unknown skin type counts as yes.
    pub fn marks_easily(&self) -> bool {
        self.dark_marks || self.skin_type.is_none_or(SkinType::marks_easily)
    }
    /// Calendar days from the session to a moment, in the session's zone; negative before it.
    pub fn day(&self, moment: &Zoned) -> i64 {
        let there = moment.with_time_zone(self.at.time_zone().clone());
        let span: Span = self.at.date().until(there.date()).unwrap_or_default();
        i64::from(span.get_days())
    }
}

/// How the skin is at one moment, as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    /// When.
    pub at: Zoned,
    /// Scores 0 to 10, in the order of `Sign::ALL`; `None` where nothing was said, which is not 0.
    pub signs: [Option<u8>; 6],
    /// Warning signs.
    pub flags: Vec<Flag>,
}

impl CheckIn {
    /// The score of a sign, 0 to 10, if one was given.
    pub fn score(&self, sign: Sign) -> Option<u8> {
        self.signs.get(sign as usize).copied().flatten()
    }
    /// Whether all six signs were scored: what is not ticked then is not there.
    pub fn is_complete(&self) -> bool {
        self.signs.iter().all(Option::is_some)
    }
    /// Whether nothing at all was said.
    pub fn is_silent(&self) -> bool {
        self.flags.is_empty() && self.signs.iter().all(Option::is_none)
    }
    /// Whether there is nothing to see and nothing to report; `None` if that is not known, since a sign was left out.
    pub fn is_clear(&self) -> Option<bool> {
        if !self.flags.is_empty() || self.signs.iter().flatten().any(|score| *score > 0) {
            return Some(false);
        }
        self.is_complete().then_some(true)
    }
}
