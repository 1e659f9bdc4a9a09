//! What is no TOML or JSON at all, in words that help: the parsers' own messages speak of scalars and barewords.
//!
//! Cold code: it runs once per refused file. The parsers are called in [`super::node`] and [`super::json`].

use toml_edit::TomlError;
use words::Saying;

use super::node::{DEEPEST, Size};
use super::problem::{Problem, plain_key, quoted};
use super::time::{Wrong, why_no_date};

pub(super) fn too_large(file: &str, text: &str, size: Size) -> Option<Problem> {
    let most = || Saying::new("input-at-most-mib").with("n", size.mib);
    let problem = || about(file, None, Saying::new("input-too-large"), Some(most()));
    (text.len() > size.bytes()).then(problem)
}

pub(super) fn too_many(file: &str) -> Problem {
    about(file, None, Saying::new("input-too-many-brackets"), None)
}

pub(super) fn nested(file: &str) -> Problem {
    let (what, expected) = too_deep();
    about(file, None, what, expected)
}

fn too_deep() -> Wrong {
    (Saying::new("input-too-deep"), Some(Saying::new("input-at-most-levels").with("n", DEEPEST)))
}

pub(super) fn about(
    file: &str,
    line: Option<usize>,
    what: Saying,
    expected: Option<Saying>,
) -> Problem {
    Problem { file: file.to_owned(), line, key: String::new(), what, expected, nearest: None }
}

/// A message of the TOML parser as a problem.
pub(super) fn explain(file: &str, text: &str, error: &TomlError) -> Problem {
    let span = error.span().unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    let there = text.get(span).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let (what, expected) = say(error.message(), there);
    let key = key_at(text, line);
    Problem { key, ..about(file, Some(line), what, expected) }
}

/// What a message means, and what to write instead.
fn say(message: &str, there: &str) -> Wrong {
    let written = quoted(there.trim());
    if message.starts_with("duplicate key") {
        return (Saying::new("input-twice").with("key", written), Some(Saying::new("input-once")));
    }
    if message.starts_with("invalid date") {
        return why_no_date(there.trim());
    }
    if there.starts_with(char::is_alphabetic) && !message.contains("key") {
        return (
            Saying::new("input-no-quotes").with("word", written),
            Some(Saying::new("input-quotes")),
        );
    }
    if message.contains("recurs") {
        return too_deep();
    }
    (Saying::new("input-no-toml").with("why", message.replace('`', "")), None)
}

/// The key that a line sets, with the table it stands in, as far as that can be told without a parser.
fn key_at(text: &str, line: usize) -> String {
    let mut table = "";
    let mut key = "";
    for line in text.lines().take(line) {
        let line = line.trim();
        key = line.split_once('=').map_or("", |(key, _)| key.trim());
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            table = header.0.trim_start_matches('[');
        }
    }
    match (table.is_empty(), key.is_empty()) {
        (_, true) => String::new(),
        (true, false) => plain_key(key),
        (false, false) => format!("{}.{}", plain_key(table), plain_key(key)),
    }
}
