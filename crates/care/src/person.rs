//! A person as far as a decision needs them: no name, no address.
//!
//! Built once at the edge (file, form, JSON). What is decided about them is in [`crate::screening`] and
//! [`crate::programme`].

use jiff::civil::Date;

use crate::Protocol;
use crate::answers::{Answer, Answers};
use crate::measure::NeedleLength;
use crate::words::{Area, DeviceKind, Goal, RhythmChoice, Setting, SkinType, Weekday};

/// Who is to be needled, where, with what and what for.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Date of birth; `None` if not given, which counts as too young.
    pub born: Option<Date>,
    /// Home or clinic.
    pub setting: Setting,
    /// Fitzpatrick type; `None` if not given, which counts as marking easily.
    pub skin_type: Option<SkinType>,
    /// Sensitive skin, which asks for anaesthetic cream; `None` if not given, which counts as sensitive.
    pub sensitive: Option<bool>,
    /// What is hoped for.
    pub goals: Vec<Goal>,
    /// Which parts of the body.
    pub areas: Vec<Area>,
    /// The device at hand, if any.
    pub device: Option<Device>,
    /// Days of the week on which a session can be; empty means any.
    pub free_days: Vec<Weekday>,
    /// How often they want to roll at home, where there is a choice; `None` is the protocol's own.
    pub rhythm: Option<RhythmChoice>,
    /// The answers to the screening questions.
    pub answers: Answers,
    /// The day on which it was said what is used on the skin at present; `None` counts as the day that is asked about.
    pub answered: Option<Date>,
}

impl Person {
    /// Whether marks after inflammation are likelier: by skin type, or since earlier injuries left some. Not knowing
    /// either counts as yes.
    pub fn marks_easily(&self, protocol: &Protocol) -> bool {
        self.keeps_dark_marks(protocol) || self.skin_type.is_none_or(SkinType::marks_easily)
    }
    /// Whether earlier injuries left dark marks, or may have: what was not answered counts as yes.
    pub fn keeps_dark_marks(&self, protocol: &Protocol) -> bool {
        protocol.find_question("dark_marks").is_some_and(|(place, question)| {
            Some(self.answers.get(place)) != Answer::word(question, "no")
        })
    }
    /// The length of the person's own needles, if known.
    pub fn length(&self) -> Option<NeedleLength> {
        self.device.as_ref().and_then(|device| device.length)
    }
}

/// A needling device.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Device {
    /// Roller, stamp or pen.
    pub kind: DeviceKind,
    /// How many needles it has, if known.
    pub needles: Option<u16>,
    /// How long they are, if known.
    pub length: Option<NeedleLength>,
}
