//! What is no TOML or JSON at all, in words that help: the parsers' own messages speak of scalars and barewords.
//!
//! Cold code: it runs once per refused file. The parsers are called in [`super::node`] and [`super::json`].

use toml_edit::TomlError;

use super::node::{DEEPEST, Size};
use super::problem::{Problem, plain_key, quoted};
use super::time::why_no_date;

pub(super) fn too_large(file: &str, text: &str, size: Size) -> Option<Problem> {
    let most = || format!("at most {} MiB", size.mib);
    let problem = || about(file, None, "this is too large to be one of these files", &most());
    (text.len() > size.bytes()).then(problem)
}

pub(super) fn too_many(file: &str) -> Problem {
    about(file, None, "this has too many brackets and dots to be one of these files", "")
}

pub(super) fn nested(file: &str) -> Problem {
    about(
        file,
        None,
        "lists and tables are nested too deeply",
        &format!("at most {DEEPEST} levels"),
    )
}

pub(super) fn about(file: &str, line: Option<usize>, what: &str, expected: &str) -> Problem {
    let (file, what, expected) = (file.to_owned(), what.to_owned(), expected.to_owned());
    Problem { file, line, key: String::new(), what, expected, nearest: None }
}

/// A message of the TOML parser as a problem.
pub(super) fn explain(file: &str, text: &str, error: &TomlError) -> Problem {
    let span = error.span().unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    let there = text.get(span).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let (what, expected) = say(error.message(), there);
    let key = key_at(text, line);
    Problem { key, ..about(file, Some(line), &what, &expected) }
}

/// What a message means, and what to write instead.
fn say(message: &str, there: &str) -> (String, String) {
    let written = quoted(there.trim());
    if message.starts_with("duplicate key") {
        return (format!("{written} is written twice"), "each key once".into());
    }
    if message.starts_with("invalid date") {
        return why_no_date(there.trim());
    }
    if there.starts_with(char::is_alphabetic) && !message.contains("key") {
        return (format!("{written} has no quotes"), "words in quotes, like \"home\"".into());
    }
    if message.contains("recurs") {
        return (
            "lists and tables are nested too deeply".into(),
            format!("at most {DEEPEST} levels"),
        );
    }
    (format!("this line can't be read: {}", message.replace('`', "")), String::new())
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
