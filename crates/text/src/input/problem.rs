//! What is wrong with a file, said so that a person can mend it: where, what, what was expected, what was meant.
//!
//! Nothing here knows a key or a word of the files. Problems are found in [`super::node`] (what is no TOML or
//! JSON at all) and by the [`super::reader`].

use words::{Saying, Wording};

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
    pub what: Saying,
    /// What was expected, without a full stop, if anything can be said.
    pub expected: Option<Saying>,
    /// The nearest known word.
    pub nearest: Option<String>,
}

impl Problem {
    /// Where it is, what it is, what was expected and what was meant.
    pub fn said(&self) -> Saying {
        let key = match (&self.expected, &self.nearest) {
            (None, None) => "input-problem",
            (Some(_), None) => "input-problem-expected",
            (None, Some(_)) => "input-problem-meant",
            (Some(_), Some(_)) => "input-problem-expected-meant",
        };
        let mut said = Saying::new(key).with("where", self.place()).with("what", self.what.clone());
        if let Some(expected) = &self.expected {
            said = said.with("expected", expected.clone());
        }
        if let Some(nearest) = &self.nearest {
            said = said.with("nearest", nearest.as_str());
        }
        said
    }

    /// As editors and compilers spell it: `person.toml:5: answers.keloid`.
    fn place(&self) -> String {
        let mut place = self.file.clone();
        if let Some(line) = self.line {
            place.push_str(&format!(":{line}"));
        }
        if !self.key.is_empty() {
            place.push_str(&format!(": {}", self.key));
        }
        place
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
    /// Each on a line.
    pub fn in_words(&self, texts: &Wording) -> String {
        self.iter().map(|problem| problem.said().in_words(texts)).collect::<Vec<_>>().join("\n")
    }
}

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
pub(crate) fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> Saying {
    let words: Vec<&str> = words.into_iter().collect();
    match words.as_slice() {
        [only] => Saying::new("input-just").with("word", *only),
        _ => Saying::new("input-one-of").with("words", words),
    }
}

/// The known word that was probably meant, as a problem keeps it.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
    care::words::nearest(word, known).map(str::to_owned)
}
