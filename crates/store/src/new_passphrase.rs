//! A passphrase that somebody chooses, for the door or for a backup: neither short, nor endless, nor one of those that are tried
//! first. What was typed is shown by nothing and overwritten when it is done with.
//!
//! How many tries it holds out is reckoned by `zxcvbn`, on this machine, from lists of common passwords, words and names of
//! English, keyboard rows, dates and repetition. It knows no breach that is not in these lists, and other languages only as letters.

use std::fmt;

use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

/// A passphrase that may be set.
#[derive(Clone)]
pub struct NewPassphrase(Zeroizing<String>);

/// Why a passphrase may not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Too few letters.
    #[error("a passphrase needs at least {} letters", NewPassphrase::SHORTEST)]
    Short,
    /// Too many.
    #[error("a passphrase has at most {} letters", NewPassphrase::LONGEST)]
    Long,
    /// It would be found soon by whoever tries.
    #[error("this passphrase is easy to guess")]
    Common,
}

impl NewPassphrase {
    /// The fewest letters.
    pub const SHORTEST: usize = 12;
    /// The most: far more than anybody types, so that nothing is ever cut without a word.
    pub const LONGEST: usize = 200;
    /// So many letters are reckoned with. One whose beginning is hard to guess is so as a whole, and the work grows with
    /// the cube of the length: 100 letters made for it took 11 seconds, 40 a sixth of one.
    const RECKONED: usize = 40;
    /// Ten thousand million tries: out of reach for somebody who has a backup and tries slow hashes for months.
    const ENOUGH: Score = Score::Four;

    /// A passphrase as it was typed. The names of whose it is count as what is tried first, as does the program's own.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn new<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Result<Self, Unfit> {
        match typed.chars().count() {
            0..Self::SHORTEST => return Err(Unfit::Short),
            letters if letters > Self::LONGEST => return Err(Unfit::Long),
            _ => {}
        }
        let known: Vec<&str> =
            names.into_iter().flat_map(str::split_whitespace).chain(["needlewise"]).collect();
        let beginning = typed.chars().take(Self::RECKONED).collect::<String>();
        let beginning = Zeroizing::new(beginning);
        match zxcvbn(&beginning, &known).score() {
            Self::ENOUGH => Ok(Self(Zeroizing::new(typed.to_owned()))),
            _ => Err(Unfit::Common),
        }
    }
    /// What was typed: to be hashed, or to lock with.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NewPassphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(typed: &str) -> Result<(), Unfit> {
        NewPassphrase::new(typed, ["Ana Maria", "Bo"]).map(drop)
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for typed in [
            "password1234",
            "aaaaaaaaaaaa",
            "123456789012",
            "qwertyuiop[]",
            "iloveyou1234",
            "passwordpassword",
            "1q2w3e4r5t6y7u8i9o",
        ] {
            assert_eq!(chosen(typed), Err(Unfit::Common), "{typed}");
        }
    }

    #[test]
    fn their_own_name_and_the_programs_are_no_secret() {
        for typed in ["needlewise1234", "needlewise needlewise", "AnaMaria2026", "Needlew1se!!!"] {
            assert_eq!(chosen(typed), Err(Unfit::Common), "{typed}");
        }
    }

    #[test]
    fn several_words_or_letters_by_chance_are_taken_in_any_language() {
        for typed in [
            "correct horse battery",
            "mein altes Fahrrad quietscht",
            "xK4-9vTq-w2Lp",
            "窓の外に猫が三匹寝ている",
        ] {
            assert_eq!(chosen(typed), Ok(()), "{typed}");
        }
    }

    #[test]
    fn a_length_that_does_not_fit_is_refused_and_nothing_takes_long() {
        let words = "correct horse battery ".repeat(20);
        let long = |letters| words.chars().take(letters).collect::<String>();
        assert_eq!(chosen(&long(NewPassphrase::SHORTEST - 1)), Err(Unfit::Short));
        assert_eq!(chosen(&long(NewPassphrase::LONGEST)), Ok(()));
        assert_eq!(chosen(&long(NewPassphrase::LONGEST + 1)), Err(Unfit::Long));
    }

    #[test]
    fn what_was_typed_is_not_in_what_is_printed_for_programmers() {
        let chosen = NewPassphrase::new("correct horse battery", []).unwrap();
        assert!(!format!("{chosen:?}").contains("horse"));
    }
}
