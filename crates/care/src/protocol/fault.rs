//! A fault of a protocol, said so that a clinician can mend it.
//!
//! Faults are found while parsing ([`super::files`]) and while checking ([`super::check`]); those of sentences by the crate
//! `words`.

use std::fmt;

/// A fault of a protocol: where, what, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the protocol's folder.
    pub file: String,
    /// The entry: kind and id.
    pub entry: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

impl Fault {
    /// A fault.
    pub fn new(file: &str, entry: &str, what: &str, mend: &str) -> Self {
        Self { file: file.into(), entry: entry.into(), what: what.into(), mend: mend.into() }
    }
    /// Brackets that no parser should be asked to follow.
    pub fn too_deep(file: &str, line: usize) -> Self {
        let what = "brackets are nested too deeply";
        Self::new(file, &format!("line {line}"), what, "close the brackets that are opened")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}. To mend it: {}.", self.file, self.entry, self.what, self.mend)
    }
}
