//! Somebody who works in the clinic.

use serde::{Deserialize, Serialize};

use crate::who::StaffRole;

/// A staff member. Whoever leaves stays on record, so that what they did and read keeps its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// What they are called.
    pub name: String,
    /// What they do. Also in clear.
    pub role: StaffRole,
    /// Under what they are registered with whoever licenses their work, if they are.
    #[serde(default)]
    pub registration: Option<Registration>,
    /// Whether they work here: otherwise they can't log in. Also in clear.
    pub works: bool,
}

/// A licence to work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// With whom, for example a medical council.
    pub body: String,
    /// Their number there.
    pub number: String,
}
