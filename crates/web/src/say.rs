//! The texts of the pages, in Fluent, one file per journey: `texts/en/<journey>.ftl`.
//!
//! How a text is said, and texts that need no page, are in [`text::say`].

use text::say::File;
pub use text::say::{ENGLISH, Languages, PSEUDO, Say, Variable, pseudo};

macro_rules! files {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../texts/en/", $name, ".ftl")))),+] };
}

/// Each journey's texts.
const FILES: &[File] = files![
    "common",
    "said",
    "screening",
    "clearance",
    "typed",
    "photos",
    "region",
    "results",
    "plan",
    "log",
    "more",
    "feed",
    "reference",
    "session",
    "today",
    "dose"
];

/// Reads the built-in texts.
///
/// # Errors
/// If a file has a mistake; a test holds the built-in ones to none.
pub fn read(with_pseudo: bool) -> Result<Languages, String> {
    Languages::read(FILES, with_pseudo)
}
