//! What is wrong with a file, said so that a person can mend it: where, what, what was expected, what was meant.
//!
//! Nothing here knows a key or a word of the files. Problems are found in [`super::node`] (what is no TOML or
//! JSON at all) and by the [`super::reader`].

use std::fmt;

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name as it was given.
    pub file: String,
    /// The line, counted from 1, where one is known.
    pub line: Option<usize>,
    /// The key, for example `answers.retinoid.form`; empty if it is about the whole file.
    pub key: String,
    /// What is wrong, without a full stop.
    pub what: String,
    /// What was expected, without a full stop; empty if nothing can be said.
    pub expected: String,
    /// The nearest known word.
    pub nearest: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.key.is_empty() {
            write!(f, ": {}", self.key)?;
        }
        write!(f, ": {}.", self.what)?;
        if !self.expected.is_empty() {
            write!(f, " Expected {}.", self.expected)?;
        }
        match &self.nearest {
            Some(nearest) => write!(f, " Did you mean “{nearest}”?"),
            None => Ok(()),
        }
    }
}

/// Everything wrong with a file, in the order it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// All of them, first found first.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// Text from a file as a message shows it: on one line, in quotes, shortened.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let start: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    let rest = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("“{}{rest}”", start.replace("\\\"", "\"").replace("\\'", "'"))
}

/// A key from a file as a message shows it: as it is where it is plain, in quotes where it is not.
pub(crate) fn plain_key(key: &str) -> String {
    const LONGEST: usize = 64;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    if key.len() <= LONGEST && key.chars().all(plain) { key.to_owned() } else { quoted(key) }
}

/// The words to choose from, as a message lists them.
pub(crate) fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    match words.as_slice() {
        [only] => (*only).to_owned(),
        several => format!("one of: {}", several.join(", ")),
    }
}

/// The known word that was probably meant, as a problem keeps it.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
    care::words::nearest(word, known).map(str::to_owned)
}
