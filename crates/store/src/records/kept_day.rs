//! A day that is kept free of healing: a wedding, a photograph, a flight.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An event for which the skin has to be calm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDay {
    /// The day itself.
    pub on: Date,
    /// How many days before it the skin has to be calm; `None` leaves that to the protocol.
    #[serde(default)]
    pub days_before: Option<u8>,
    /// What the person calls it, if they said so.
    #[serde(default)]
    pub name: Option<String>,
}
