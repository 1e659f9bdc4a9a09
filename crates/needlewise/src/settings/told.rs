//! What was said of each setting, and where: the flag, else the variable, else the file.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use words::Saying;

use super::args::Flags;
use super::file;
use super::table::{ALL, CONFIG, Setting};
use crate::commands::Refusal;

/// Where a value was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// A flag on the command line.
    Flag(String),
    /// A variable of the environment.
    Variable(String),
    /// A line of the file.
    File(PathBuf, usize),
}

impl fmt::Display for Whence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) | Self::Variable(name) => f.write_str(name),
            Self::File(path, line) => write!(f, "{}:{line}", path.display()),
        }
    }
}

/// A value with where it was said.
#[derive(Clone, Debug)]
pub struct Said {
    /// As it was written, a list by its parts.
    pub values: Vec<String>,
    /// Where.
    pub whence: Whence,
}

/// Everything that was said.
#[derive(Clone, Debug, Default)]
pub struct Told(BTreeMap<&'static str, Said>);

impl Told {
    /// What flags and variables say, and the file that they name or that lies in the data folder.
    ///
    /// # Errors
    /// A file that can't be read or understood.
    pub fn gather(
        flags: &[&Flags],
        variable: impl Fn(&str) -> Option<String>,
        usual_folder: impl FnOnce() -> Option<PathBuf>,
    ) -> Result<Self, Refusal> {
        let mut told = Self::default();
        for (setting, values) in flags.iter().flat_map(|group| group.iter()) {
            let whence = Whence::Flag(format!("--{}", setting.key));
            told.say(setting, values.clone(), whence);
        }
        for setting in ALL {
            let name = setting.variable();
            // An empty variable is one that was not set: that is how many tools unset one.
            if let Some(value) = variable(&name).filter(|value| !value.is_empty()) {
                told.say(setting, parts(setting, &value), Whence::Variable(name));
            }
        }
        if let Some(path) = told.file(usual_folder) {
            for line in file::read(&path)? {
                told.say(line.setting, line.values, Whence::File(path.clone(), line.line));
            }
        }
        Ok(told)
    }

    /// Whoever says it first is heard.
    fn say(&mut self, setting: &'static Setting, values: Vec<String>, whence: Whence) {
        self.0.entry(setting.key).or_insert(Said { values, whence });
    }

    /// The file that was named, which must be there; or the one in the data folder, if it is.
    fn file(&self, usual_folder: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
        if let Some(named) = self.find(CONFIG) {
            return named.values.first().map(PathBuf::from);
        }
        let folder = match self.find("data").and_then(|said| said.values.first()) {
            Some(folder) => PathBuf::from(folder),
            None => usual_folder()?,
        };
        Some(folder.join("needlewise.toml")).filter(|path| Path::is_file(path))
    }

    /// What was said of a setting, if something was.
    pub fn find(&self, key: &str) -> Option<&Said> {
        self.0.get(key)
    }

    /// A value of a type, if it was said.
    ///
    /// # Errors
    /// A value that is none: where it was said, what is expected.
    pub fn value<T: FromStr>(&self, key: &'static str) -> Result<Option<T>, Refusal> {
        Ok(self.values(key)?.pop())
    }

    /// The same, if it also fits.
    ///
    /// # Errors
    /// As of [`Self::value`].
    pub fn value_if<T: FromStr>(
        &self,
        key: &'static str,
        fits: impl Fn(&T) -> bool,
    ) -> Result<Option<T>, Refusal> {
        match (self.value(key)?, self.find(key)) {
            (Some(value), Some(said)) if !fits(&value) => Err(refuse(key, said)),
            (value, _) => Ok(value),
        }
    }

    /// All values of a list.
    ///
    /// # Errors
    /// As of [`Self::value`].
    pub fn values<T: FromStr>(&self, key: &'static str) -> Result<Vec<T>, Refusal> {
        let Some(said) = self.find(key) else { return Ok(Vec::new()) };
        let read =
            said.values.iter().map(|value| value.parse::<T>().map_err(|_| refuse(key, said)));
        read.collect()
    }
}

fn refuse(key: &str, said: &Said) -> Refusal {
    let at = Saying::new("settings-at").with("where", said.whence.to_string());
    Refusal::new(match Setting::find(key) {
        Some(setting) => at.with("what", file::wrong(setting)),
        None => at.with("what", key),
    })
}

fn parts(setting: &Setting, value: &str) -> Vec<String> {
    match setting.shape {
        super::table::Shape::List(_) => value.split(',').map(|one| one.trim().to_owned()).collect(),
        _ => vec![value.to_owned()],
    }
}

#[cfg(test)]
mod tests;
