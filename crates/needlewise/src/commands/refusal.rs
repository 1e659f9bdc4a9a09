//! Why a command ends with 2: something could not be read; or with 1: something was looked at and is not well. Says
//! what, why and what next.

use std::fmt;
use std::io;
use std::path::Path;

use care::protocol::Fault;

use text::input::Problems;

/// Input that can't be read, or something that is not well.
#[derive(Debug)]
pub struct Refusal {
    message: String,
    code: u8,
}

impl Refusal {
    /// A refusal in its own words.
    pub fn new(message: String) -> Self {
        Self { message, code: 2 }
    }
    /// Something that was looked at is not well.
    pub fn unwell(message: String) -> Self {
        Self { message, code: 1 }
    }
    /// With what the program ends.
    pub fn code(&self) -> u8 {
        self.code
    }
    /// A file that can't be read or written.
    pub fn file(file: &Path, error: &io::Error, next: &str) -> Self {
        Self::new(format!("{}: {error}. Next: {next}.", file.display()))
    }
    /// A protocol with faults.
    pub fn faults(faults: &[Fault]) -> Self {
        let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Self::new(format!("{}\n{}", all.join("\n"), Self::count(faults)))
    }
    /// A protocol with faults that were told already.
    pub fn count(faults: &[Fault]) -> Self {
        Self::new(format!("{} to mend; the protocol is refused.", show_count(faults.len())))
    }
}

fn show_count(count: usize) -> String {
    if count == 1 { "1 fault".into() } else { format!("{count} faults") }
}

impl From<Problems> for Refusal {
    fn from(problems: Problems) -> Self {
        Self::new(problems.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
