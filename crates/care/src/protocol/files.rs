//! The files of a protocol, as text: the built-in ones, or those that the binary read from a folder.
//!
//! This module parses TOML into [`Rows`] and lays a variant over them. It opens no file itself.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::Origin;
use super::fault::Fault;
use super::rows::Rows;
use crate::nesting::too_deep;

/// Relative name and text of every file of a protocol.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, String>);

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("../../../../protocol/", $name)))),+] };
}

const BUILT_IN: [(&str, &str); 16] = embedded![
    "protocol.toml",
    "sources.toml",
    "questions.toml",
    "contraindications.toml",
    "alternatives.toml",
    "areas.toml",
    "devices.toml",
    "programme.toml",
    "preparation.toml",
    "home.toml",
    "results.toml",
    "course.toml",
    "aftercare.toml",
    "triage.toml",
    "emergency.toml",
    "variants/cautious.toml",
];

impl Files {
    /// The rows in the program itself; the sentences beside them are built into the crate `words`.
    pub fn built_in() -> Self {
        BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }
    /// Names and texts in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
    /// Replaces or adds a file.
    pub fn put(&mut self, name: &str, text: String) {
        self.0.insert(name.to_owned(), text);
    }
    /// The text of a file.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
    /// The names of the variants.
    pub fn variants(&self) -> Vec<&str> {
        self.0
            .keys()
            .filter_map(|name| name.strip_prefix("variants/")?.strip_suffix(".toml"))
            .collect()
    }
    /// The names of the languages it has sentences in.
    pub fn languages(&self) -> BTreeSet<&str> {
        let folders = self.0.keys().filter_map(|name| name.strip_prefix("texts/")?.split_once('/'));
        folders.map(|(language, _)| language).collect()
    }
    /// The Fluent files of a language.
    pub fn texts(&self, language: &str) -> impl Iterator<Item = (&str, &str)> {
        let folder = format!("texts/{language}/");
        self.iter().filter(move |(name, _)| name.starts_with(&folder) && name.ends_with(".ftl"))
    }
    /// All rows, with those of the variant in place of the protocol's own, and in which file each stands. They are not
    /// checked: that is [`super::Protocol::read`].
    ///
    /// # Errors
    /// Every file that can't be read.
    pub fn rows(&self, variant: Option<&str>) -> Result<(Rows, Origin), Vec<Fault>> {
        let mut all = Rows::default();
        let mut origin = Origin::new();
        let mut faults = Vec::new();
        for (name, text) in
            self.iter().filter(|(name, _)| name.ends_with(".toml") && !name.contains('/'))
        {
            match parse(name, text) {
                Ok(rows) => rows.note_origin(name, &mut origin).append_to(&mut all),
                Err(fault) => faults.push(fault),
            }
        }
        if let Some(variant) = variant {
            self.lay_over(variant, &mut all, &mut origin, &mut faults);
        }
        if faults.is_empty() { Ok((all, origin)) } else { Err(faults) }
    }

    fn lay_over(
        &self,
        variant: &str,
        all: &mut Rows,
        origin: &mut Origin,
        faults: &mut Vec<Fault>,
    ) {
        let name = format!("variants/{variant}.toml");
        let Some(text) = self.get(&name) else {
            let known = self.variants().join(", ");
            faults.push(Fault::new(
                &name,
                variant,
                "there is no such variant",
                &format!("use one of: {known}"),
            ));
            return;
        };
        match parse(&name, text) {
            Ok(rows) => rows.note_origin(&name, origin).replace_in(all),
            Err(fault) => faults.push(fault),
        }
    }
}

impl Extend<(String, String)> for Files {
    fn extend<T: IntoIterator<Item = (String, String)>>(&mut self, files: T) {
        self.0.extend(files);
    }
}

impl FromIterator<(String, String)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}

fn parse(name: &str, text: &str) -> Result<Rows, Fault> {
    if let Some(line) = too_deep(text) {
        return Err(Fault::too_deep(name, line));
    }
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let id = before
            .rsplit('\n')
            .find_map(|row| row.strip_prefix("id = "))
            .unwrap_or("its first entry");
        let entry = format!("line {line}, in or after {}", id.trim_matches('"'));
        Fault::new(
            name,
            &entry,
            error.message(),
            "write the entry as the other entries of its kind are written",
        )
    })
}
