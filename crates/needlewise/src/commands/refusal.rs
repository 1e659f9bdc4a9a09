//! Why a command ends with 2: something could not be read; or with 1: something was looked at and is not well. Says
//! what, why and what next.
//!
//! It names its sentences and is put into words by whoever knows the reader's language. What a store, a backup or the
//! system says is in [`super::reasons`].

use std::io;
use std::path::Path;

use care::protocol::Fault;
use text::input::Problems;
use words::{Saying, Wording};

use super::reasons;

/// Input that can't be read, or something that is not well.
#[derive(Debug)]
pub struct Refusal {
    lines: Vec<Saying>,
    code: u8,
}

impl Refusal {
    /// A refusal in one sentence.
    pub fn new(saying: Saying) -> Self {
        Self { lines: vec![saying], code: 2 }
    }
    /// Something that was looked at is not well.
    pub fn unwell(saying: Saying) -> Self {
        Self { lines: vec![saying], code: 1 }
    }
    /// With a point for each thing.
    #[must_use]
    pub fn with_points(mut self, points: Vec<Saying>) -> Self {
        let point = |what: Saying| Saying::new("refused-point").with("what", what);
        self.lines.extend(points.into_iter().map(point));
        self
    }
    /// With what the program ends.
    pub fn code(&self) -> u8 {
        self.code
    }
    /// A file that can't be read or written, and the key of what to do next.
    pub fn file(file: &Path, error: &io::Error, next: &'static str) -> Self {
        Self::new(
            Saying::new("refused-file")
                .with("file", file.display().to_string())
                .with("why", reasons::system(error))
                .with("next", Saying::new(next)),
        )
    }
    /// A protocol with faults.
    pub fn faults(faults: &[Fault]) -> Self {
        let mut lines: Vec<Saying> = faults.iter().map(fault).collect();
        lines.push(count(faults));
        Self { lines, code: 2 }
    }
    /// A protocol with faults that were told already.
    pub fn count(faults: &[Fault]) -> Self {
        Self::new(count(faults))
    }
    /// Each sentence on a line.
    pub fn in_words(&self, texts: &Wording) -> String {
        self.lines.iter().map(|line| line.in_words(texts)).collect::<Vec<_>>().join("\n")
    }
}

fn fault(fault: &Fault) -> Saying {
    Saying::new("show-fault")
        .with("file", fault.file.as_str())
        .with("entry", fault.entry.as_str())
        .with("what", fault.what.as_str())
        .with("mend", fault.mend.as_str())
}

fn count(faults: &[Fault]) -> Saying {
    Saying::new("refused-faults").with("n", faults.len())
}

impl From<Problems> for Refusal {
    fn from(problems: Problems) -> Self {
        Self { lines: problems.iter().map(text::input::Problem::said).collect(), code: 2 }
    }
}
