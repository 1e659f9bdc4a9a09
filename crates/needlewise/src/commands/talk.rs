//! How a command talks: in which language, and whether in sentences or as JSON. Errors are put into words here and nowhere
//! else.

use std::cell::OnceCell;

use serde::Serialize;
use words::{Language, Saying, Wording};

use super::{Refusal, print, print_json};
use crate::cli::Cli;
use crate::settings::read;
use crate::settings::{Listen, Place};

/// A command line and the language in which it is answered.
pub(super) struct Talk<'c> {
    /// What was asked.
    pub cli: &'c Cli,
    /// The language.
    pub language: Language,
    texts: OnceCell<Wording>,
}

impl<'c> Talk<'c> {
    /// In the language that was asked for; in the usual one, with why, if that can't be known.
    pub fn of(cli: &'c Cli) -> (Self, Result<(), Refusal>) {
        let (language, heard) = match asked(cli) {
            Ok(language) => (language, Ok(())),
            Err(refusal) => (Language::DEFAULT, Err(refusal)),
        };
        (Self { cli, language, texts: OnceCell::new() }, heard)
    }
    /// The texts of the program in it.
    pub fn texts(&self) -> &Wording {
        self.texts.get_or_init(|| Wording::built_in(self.language))
    }
    /// Says a sentence on standard output.
    pub fn says(&self, saying: &Saying) -> Result<(), Refusal> {
        print(&format!("{}\n", saying.in_words(self.texts())))
    }
    /// Says a sentence on standard error.
    pub fn whispers(&self, saying: &Saying) {
        anstream::eprintln!("{}", saying.in_words(self.texts()));
    }
    /// Says the same as a sentence or as JSON.
    pub fn tells(&self, saying: &Saying, json: &impl Serialize) -> Result<(), Refusal> {
        if self.cli.json { print_json(json) } else { self.says(saying) }
    }
}

fn asked(cli: &Cli) -> Result<Language, Refusal> {
    let (nowhere, unsaid) = (Place::default(), Listen::default());
    let (place, listen) = cli.settings();
    let (place, listen) = (place.unwrap_or(&nowhere), listen.unwrap_or(&unsaid));
    read::speech(&read::told(&cli.speech, place, listen)?, &read::system())
}
