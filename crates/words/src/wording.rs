//! All texts of one language, in Fluent, rendered on demand.
//!
//! A text is named `kind-id` or `kind-id.attribute`, for example `rule-pregnancy.because`. Those of rows come with the
//! protocol, all others with the program; no key may be in both. Most sentences of rows have no variable; those are kept ready,
//! since a batch renders them a hundred thousand times. Which texts must exist is in [`crate::check`].

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use care::Protocol;
use care::protocol::{Fault, Files};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::fluent::{patterns, resource, variables};
use super::numbers::{self, Marks};
use super::{Language, check, pseudo};

/// A variable of a text and its value.
pub type Variable<'a> = (&'a str, FluentValue<'a>);

/// The texts of one language; cheap to clone.
#[derive(Clone)]
pub struct Wording(Arc<Texts>);

struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    known: HashMap<String, Known>,
}

/// What is known of a text without rendering it.
#[derive(Debug)]
struct Known {
    file: String,
    /// Whether it is a sentence of the protocol's rows.
    of_rows: bool,
    variables: BTreeSet<String>,
    ready: Option<String>,
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording {}", self.language())
    }
}

impl Wording {
    /// Reads a language, and holds it against the rows of a protocol.
    ///
    /// # Errors
    /// Every fault found, each with file, entry and mend.
    pub fn read(
        protocol: &Protocol,
        language: Language,
        files: &Files,
    ) -> Result<Self, Vec<Fault>> {
        let wording = Self::parse(language, files)?;
        let faults = check::rows(protocol.rows(), protocol.origin(), &wording);
        if faults.is_empty() { Ok(wording) } else { Err(faults) }
    }

    /// Reads a language; which texts have to be there is not asked.
    ///
    /// # Errors
    /// What can't be read, and texts that are there twice.
    pub fn parse(language: Language, files: &Files) -> Result<Self, Vec<Fault>> {
        let (texts, faults) = Texts::of(language, files);
        if faults.is_empty() { Ok(Self(Arc::new(texts.make_ready()))) } else { Err(faults) }
    }

    /// The texts in the program itself. What can't be read of them would be said by its key, which tests rule out.
    pub fn built_in(language: Language) -> Self {
        Self(Arc::new(Texts::of(language, &super::built_in()).0))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }
    pub(crate) fn marks(&self) -> Marks {
        self.0.language.marks()
    }

    /// The text of a name, owned: see [`Wording::say`].
    pub fn text(&self, key: &str) -> String {
        self.say(key).into_owned()
    }
    /// The text of a name with its variables filled in, owned.
    pub fn with(&self, key: &str, variables: &[Variable<'_>]) -> String {
        self.say_with(key, variables).into_owned()
    }
    /// The text of a name; the name itself if there is none, which checks rule out for rows and tests for pages.
    pub fn say(&self, key: &str) -> Cow<'_, str> {
        self.say_with(key, &[])
    }
    /// The text of a name with its variables filled in.
    pub fn say_with(&self, key: &str, variables: &[Variable<'_>]) -> Cow<'_, str> {
        match self.0.known.get(key).and_then(|known| known.ready.as_deref()) {
            Some(ready) => Cow::Borrowed(ready),
            None => Cow::Owned(self.0.render(key, variables)),
        }
    }
    /// The text of a name if it exists.
    pub fn find(&self, key: &str, variables: &[Variable<'_>]) -> Option<Cow<'_, str>> {
        self.has(key).then(|| self.say_with(key, variables))
    }
    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.0.known.contains_key(key)
    }
    /// The variables of a text, if it exists.
    pub fn variables(&self, key: &str) -> Option<&BTreeSet<String>> {
        self.0.known.get(key).map(|known| &known.variables)
    }
    /// The names of the protocol's texts, each with its file.
    pub(crate) fn of_rows(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.0.known.iter().filter(|(_, known)| known.of_rows);
        own.map(|(key, known)| (key.as_str(), known.file.as_str()))
    }
    /// The names of all texts.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.known.keys().map(String::as_str)
    }
}

impl Texts {
    /// What can be read of a language, and what can't.
    fn of(language: Language, files: &Files) -> (Self, Vec<Fault>) {
        let mut texts = Self::empty(language);
        let mut faults = Vec::new();
        for (name, text) in language.words() {
            let name = format!("words/{}/{name}.ftl", language.folder());
            faults.extend(texts.add(&name, text, false));
        }
        for (name, text) in files.texts(language.folder()) {
            faults.extend(texts.add(name, text, true));
        }
        if language.is_pseudo() {
            texts.override_rules();
        }
        (texts, faults)
    }

    fn empty(language: Language) -> Self {
        let plurals = LanguageIdentifier::from_bytes(language.plurals().as_bytes());
        let mut bundle = FluentBundle::new_concurrent(vec![plurals.unwrap_or_default()]);
        // Texts are shown in one direction, in files and terminals that would print the marks.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(language.marks())));
        Self { language, bundle, known: HashMap::new() }
    }

    fn add(&mut self, name: &str, text: &str, of_rows: bool) -> Vec<Fault> {
        let plain = match resource(name, text) {
            Ok(plain) => plain,
            Err(faults) => return faults,
        };
        let mut faults = Vec::new();
        for entry in plain.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            for (key, pattern) in patterns(message) {
                let variables = variables(pattern);
                let known = Known { file: name.into(), of_rows, variables, ready: None };
                if self.known.insert(key.clone(), known).is_some() {
                    faults.push(twice(name, &key, "this text is there twice"));
                }
            }
        }
        let changed = match self.language.is_pseudo() {
            true => resource(name, &pseudo::file(text)),
            false => Ok(plain),
        };
        match changed.map(|changed| self.bundle.add_resource(changed)) {
            Ok(Err(_)) if faults.is_empty() => {
                faults.push(twice(name, "its texts", "a name is there twice"));
            }
            Ok(_) => {}
            Err(wrong) => faults.extend(wrong),
        }
        faults
    }

    /// Puts the rules of the language that is none in place of ours.
    fn override_rules(&mut self) {
        if let Ok(rules) = resource("pseudo.ftl", pseudo::RULES) {
            self.bundle.add_resource_overriding(rules);
        }
    }

    fn make_ready(mut self) -> Self {
        // Only sentences of rows are said a hundred thousand times; a command should not wait for the words of all pages.
        let ready = |known: &Known| known.of_rows && known.variables.is_empty();
        let plain = self.known.iter().filter(|(_, known)| ready(known));
        let plain: Vec<String> = plain.map(|(key, _)| key.clone()).collect();
        for key in plain {
            let text = self.render(&key, &[]);
            if let Some(known) = self.known.get_mut(&key) {
                known.ready = Some(text);
            }
        }
        self
    }

    fn render(&self, key: &str, variables: &[Variable<'_>]) -> String {
        let (id, attribute) =
            key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

fn twice(file: &str, entry: &str, what: &str) -> Fault {
    Fault::new(file, entry, what, "remove one of the two")
}
