//! What people write in their own words: a note, or why something was so.
//!
//! A [`Note`] that is written today has its limit; nothing is ever cut to fit, and whoever writes more is told by how much.
//! One that was kept, or comes from another record, is read as it is: the limit is on writing, never on opening.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Their own words, within the limit where they were written as a `Note`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(String);

/// More was written than can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{letters} letters are more than the {} that can be kept", Note::MOST_LETTERS)]
pub struct TooLong {
    /// How many letters it has.
    pub letters: usize,
}

impl Note {
    /// The most letters that are written; a line break is one.
    pub const MOST_LETTERS: usize = 4000;

    /// Their words as a form or a program sends them; line breaks are made one letter, as browsers count them.
    ///
    /// # Errors
    /// [`TooLong`] if they are more than can be kept.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let text = text.replace("\r\n", "\n");
        let letters = text.chars().count();
        if letters > Self::MOST_LETTERS { Err(TooLong { letters }) } else { Ok(Self(text)) }
    }
}

impl std::str::FromStr for Note {
    type Err = TooLong;

    fn from_str(text: &str) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl Deref for Note {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_break_is_one_letter_however_it_is_sent() {
        let lines = "\r\n".repeat(Note::MOST_LETTERS);
        assert_eq!(&*Note::new(&lines).unwrap(), "\n".repeat(Note::MOST_LETTERS));
        let long = format!("{lines}é");
        assert_eq!(Note::new(&long), Err(TooLong { letters: Note::MOST_LETTERS + 1 }));
    }

    #[test]
    fn a_longer_note_of_another_day_is_opened_and_kept_as_it_is() {
        let long = serde_json::to_string(&"é".repeat(Note::MOST_LETTERS + 1)).unwrap();
        let opened: Note = serde_json::from_str(&long).unwrap();
        assert_eq!(serde_json::to_string(&opened).unwrap(), long);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_was_written(text in "[^\r]{0,200}") {
            prop_assert_eq!(&*Note::new(&text).unwrap(), text.as_str());
        }
    }
}
