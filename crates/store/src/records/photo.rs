//! What is known of a photograph: when it was taken and how sure that is, from where, and what took it. What pixels are kept in
//! is [`crate::pixels`].

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::Note;
use crate::kinds::SessionId;

/// What is known of a photograph; its pixels lie in the object store under a key of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// When it was taken; the moment it came in while that is not known ([`Photo::undated`]).
    pub taken: Timestamp,
    /// Why nobody knows when it was taken, until somebody says so.
    #[serde(default)]
    pub undated: Option<Undated>,
    /// The view, for example `front`, `left`, `right`, `close`.
    pub view: String,
    /// The session it follows, if any.
    #[serde(default)]
    pub session: Option<SessionId>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media: String,
    /// What took it, as far as known. The pixels that are kept no longer say.
    #[serde(default)]
    pub camera: Option<Camera>,
    /// Whether its colour profile could not be used, so that its colours can't be compared.
    #[serde(default)]
    pub colours_unsure: bool,
    /// What tells the file it came in from every other, so that the same file twice is noticed: its SHA-256 as hexadecimal
    /// digits.
    #[serde(default)]
    pub file: Option<String>,
    /// In their own words.
    #[serde(default)]
    pub note: Option<Note>,
}

impl Photo {
    /// Whether it is known when it was taken: only then is it held against others.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.undated.is_none()
    }
}

/// Why it is not known when a photograph was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undated {
    /// What is wrong.
    pub why: DateDoubt,
    /// What the camera's clock said, where it said something that can't be.
    #[serde(default)]
    pub said: Option<DateTime>,
}

/// What is wrong with the date of a photograph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateDoubt {
    /// The file says none.
    Unsaid,
    /// Before the person was born.
    BeforeBirth,
    /// Before there were such photographs: a clock that was never set.
    LongAgo,
    /// Ahead of now.
    Ahead,
}

/// What took a photograph, as far as it decides whether two can be compared. No serial number, no place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Camera {
    /// The model, or what a browser calls the camera.
    #[serde(default)]
    pub model: Option<String>,
    /// The focal length of the lens in millimetres.
    #[serde(default)]
    pub focal_mm: Option<f64>,
    /// Whether the flash fired.
    #[serde(default)]
    pub flash: Option<bool>,
}
