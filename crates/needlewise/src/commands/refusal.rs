//! Why a command ends with 2: something could not be read. Says what, why and what next.

use std::fmt;
use std::io;
use std::path::Path;

use care::protocol::Fault;

use text::input::Problems;

/// Input that can't be read.
#[derive(Debug)]
pub struct Refusal(String);

impl Refusal {
    /// A refusal in its own words.
    pub fn new(message: String) -> Self {
        Self(message)
    }
    /// A file that can't be read or written.
    pub fn file(file: &Path, error: &io::Error, next: &str) -> Self {
        Self(format!("{}: {error}. Next: {next}.", file.display()))
    }
    /// A protocol with faults.
    pub fn faults(faults: &[Fault]) -> Self {
        let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Self(format!(
            "{}\n{} to mend; the protocol is refused.",
            all.join("\n"),
            show_count(faults.len())
        ))
    }
}

fn show_count(count: usize) -> String {
    if count == 1 { "1 fault".into() } else { format!("{count} faults") }
}

impl From<Problems> for Refusal {
    fn from(problems: Problems) -> Self {
        Self(problems.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
