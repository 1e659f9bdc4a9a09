//! What a screening was decided on besides the answers, so that it can be told later which of it has changed since.

use care::words::{Area, Goal};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Device, Profile};

/// The part of a profile that a decision and its plan rest on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecidedOn {
    /// Date of birth.
    #[serde(default)]
    pub born: Option<Date>,
    /// Which parts of the body.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// What was hoped for.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// The device at hand, if any.
    #[serde(default)]
    pub device: Option<Device>,
    /// Fitzpatrick type 1 to 6, if it was known.
    #[serde(default)]
    pub skin_type: Option<u8>,
    /// Whether the skin was sensitive, if that was known.
    #[serde(default)]
    pub sensitive: Option<bool>,
}

impl From<&Profile> for DecidedOn {
    fn from(profile: &Profile) -> Self {
        Self {
            born: profile.born,
            areas: profile.areas.clone(),
            goals: profile.goals.clone(),
            device: profile.device,
            skin_type: profile.skin_type,
            sensitive: profile.sensitive,
        }
    }
}
