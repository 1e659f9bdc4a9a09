//! A protocol as somebody reads it: its rows, and their wording in the reader's language.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use care::Protocol;
use care::protocol::{Fault, Files};

use super::{Language, Wording, check};

/// A protocol and its wording in a language, held against each other; cheap to clone. It is a [`Protocol`] to whoever only
/// decides.
#[derive(Clone, Debug)]
pub struct Worded {
    rows: Arc<Protocol>,
    wording: Wording,
}

impl Worded {
    /// Reads a protocol, or a variant of it, in a language.
    ///
    /// # Errors
    /// Every fault of rows and sentences, each with file, entry and mend.
    pub fn read(
        files: &Files,
        variant: Option<&str>,
        language: Language,
    ) -> Result<Self, Vec<Fault>> {
        let (rows, wording) = (Protocol::read(files, variant), Wording::parse(language, files));
        let mut faults = match (&rows, &wording) {
            (Ok(rows), Ok(wording)) => check::rows(rows.rows(), rows.origin(), wording),
            // Rows that can't be decided with may still be read, and whoever mends them sees at once what else is missing.
            (Err(_), Ok(wording)) => files
                .rows(variant)
                .map(|(rows, origin)| check::rows(&rows, &origin, wording))
                .unwrap_or_default(),
            (_, Err(_)) => Vec::new(),
        };
        match (rows, wording) {
            (Ok(rows), Ok(wording)) if faults.is_empty() => {
                Ok(Self { rows: Arc::new(rows), wording })
            }
            (rows, wording) => {
                faults.extend(rows.err().into_iter().chain(wording.err()).flatten());
                faults.sort();
                Err(faults)
            }
        }
    }
    /// The protocol in the program itself.
    ///
    /// # Errors
    /// Never in a released binary: a test holds every language to every check.
    pub fn built_in(language: Language) -> Result<Self, Vec<Fault>> {
        Self::read(&super::built_in(), None, language)
    }
    /// The texts.
    pub fn texts(&self) -> &Wording {
        &self.wording
    }
    /// The rows alone, to be kept beside other things.
    pub fn rows_alone(&self) -> Arc<Protocol> {
        Arc::clone(&self.rows)
    }
}

impl Deref for Worded {
    type Target = Protocol;
    fn deref(&self) -> &Protocol {
        &self.rows
    }
}

/// A protocol and its variants, in every language it has sentences in.
pub struct Editions {
    plain: Arc<Protocol>,
    variants: BTreeMap<String, Arc<Protocol>>,
    /// In the default language.
    usual: Wording,
    others: Vec<Wording>,
}

impl Editions {
    /// Reads all; the language that is none only where it is asked for.
    ///
    /// # Errors
    /// Every fault of rows and of sentences in any language; a language that the program does not speak.
    pub fn read(files: &Files, with_pseudo: bool) -> Result<Self, Vec<Fault>> {
        let languages = check::languages(files)?;
        let others = languages.into_iter().filter(|one| with_pseudo || !one.is_pseudo());
        let plain = Arc::new(Protocol::read(files, None)?);
        let read = |language| Wording::read(&plain, language, files);
        let usual = read(Language::DEFAULT)?;
        let others = others.filter(|one| *one != Language::DEFAULT).map(read);
        let others: Vec<Wording> = others.collect::<Result<_, _>>()?;
        let mut variants = BTreeMap::new();
        for name in files.variants() {
            let rows = Protocol::read(files, Some(name))?;
            for wording in std::iter::once(&usual).chain(&others) {
                sound(check::rows(rows.rows(), rows.origin(), wording))?;
            }
            variants.insert(name.to_owned(), Arc::new(rows));
        }
        Ok(Self { plain, variants, usual, others })
    }

    /// The protocol of a variant in a language, or in the default one. An unknown variant is the protocol itself, which is
    /// never looser by accident: what decided is named on every page.
    pub fn get(&self, variant: Option<&str>, language: Language) -> Worded {
        let rows = variant.and_then(|name| self.variants.get(name)).unwrap_or(&self.plain);
        let wording = self.others.iter().find(|wording| wording.language() == language);
        Worded { rows: Arc::clone(rows), wording: wording.unwrap_or(&self.usual).clone() }
    }
    /// The names of the variants.
    pub fn variants(&self) -> impl Iterator<Item = &str> {
        self.variants.keys().map(String::as_str)
    }
    /// The languages it is read in, the default first.
    pub fn languages(&self) -> Vec<Language> {
        std::iter::once(&self.usual).chain(&self.others).map(Wording::language).collect()
    }
}

fn sound(faults: Vec<Fault>) -> Result<(), Vec<Fault>> {
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
