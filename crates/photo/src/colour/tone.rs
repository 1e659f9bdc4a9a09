//! How light skin appears in a photo, by the individual typology angle, in the usual six bands.

use super::{Light, lab};

/// A band of skin tones by ITA in degrees. Of an ordinary photo it is a rough guess: exposure moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Below −30°.
    Dark,
    /// −30° to 10°.
    Brown,
    /// 10° to 28°.
    Tan,
    /// 28° to 41°.
    Intermediate,
    /// 41° to 55°.
    Light,
    /// Above 55°.
    VeryLight,
}

impl Tone {
    /// All bands, the darkest first.
    pub const ALL: [Self; 6] =
        [Self::Dark, Self::Brown, Self::Tan, Self::Intermediate, Self::Light, Self::VeryLight];

    /// The band of an angle in degrees.
    pub fn of(ita: f64) -> Self {
        match ita {
            ..-30.0 => Self::Dark,
            ..10.0 => Self::Brown,
            ..28.0 => Self::Tan,
            ..41.0 => Self::Intermediate,
            ..55.0 => Self::Light,
            _ => Self::VeryLight,
        }
    }

    /// The band in one stable word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Brown => "brown",
            Self::Tan => "tan",
            Self::Intermediate => "intermediate",
            Self::Light => "light",
            Self::VeryLight => "very-light",
        }
    }

    /// Whether skin of this tone hides redness from a photo, so that "no change" says less (`docs/photo-limits.md`).
    pub fn hides_redness(self) -> bool {
        self <= Self::Brown
    }
}

/// The individual typology angle in degrees; larger is lighter.
pub fn ita(light: Light) -> f64 {
    let lab = lab(light);
    (lab.l - 50.0).atan2(lab.b).to_degrees()
}
