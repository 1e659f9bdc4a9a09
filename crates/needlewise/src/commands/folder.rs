//! Protocol folders on disk: reading one, writing one, never over something that is there.
//!
//! A folder may come from anywhere: only ordinary files are read, no more of them and no larger than a protocol can be.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use care::protocol::Files;
use words::Worded;

use super::{Refusal, Talk};

/// The places of a protocol's files inside its folder.
const PARTS: [(&str, &str); 2] = [("", "toml"), ("variants", "toml")];
/// The place of its texts, a folder for each language.
const TEXTS: &str = "texts";

/// The most files of a protocol: ours has fewer than 40, and a language adds as many as it has texts.
const MOST_FILES: usize = 1000;
/// The most bytes of one of them; ours have less than a tenth.
const MOST_BYTES: u64 = 4 << 20;
/// And of all together.
const MOST_BYTES_IN_ALL: u64 = 64 << 20;

/// The protocol that the arguments ask for.
pub(super) fn protocol(talk: &Talk<'_>) -> Result<Worded, Refusal> {
    let files = files(talk.cli.protocol.as_deref())?;
    Worded::read(&files, talk.cli.variant.as_deref(), talk.language)
        .map_err(|faults| Refusal::faults(&faults))
}

/// The files in a folder, or the built-in ones.
pub(super) fn files(folder: Option<&Path>) -> Result<Files, Refusal> {
    let Some(folder) = folder else { return Ok(words::built_in()) };
    let mut files = Reading::default();
    for (part, extension) in PARTS {
        let place = folder.join(part);
        if !part.is_empty() && !place.is_dir() {
            continue;
        }
        files.read_part(&place, part, extension)?;
    }
    for language in languages(&folder.join(TEXTS))? {
        let part = format!("{TEXTS}/{language}");
        files.read_part(&folder.join(&part), &part, "ftl")?;
    }
    Ok(files.files)
}

/// The names of the folders in a place, if it is there.
fn languages(place: &Path) -> Result<Vec<String>, Refusal> {
    if !place.is_dir() {
        return Ok(Vec::new());
    }
    let next = "next-readable-folder";
    let entries = fs::read_dir(place).map_err(|error| Refusal::file(place, &error, next))?;
    let folders = entries.take(MOST_FILES).flatten().filter(|entry| entry.path().is_dir());
    Ok(folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}

/// A protocol that is being read, with how much of it there is so far.
#[derive(Default)]
struct Reading {
    files: Files,
    count: usize,
    bytes: u64,
}

impl Reading {
    fn read_part(&mut self, place: &Path, part: &str, extension: &str) -> Result<(), Refusal> {
        let next = "next-protocol-folder";
        let entries = fs::read_dir(place).map_err(|error| Refusal::file(place, &error, next))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension().is_some_and(|found| found == extension) {
                let text = self.read(&path);
                let text = text.map_err(|error| Refusal::file(&path, &error, next))?;
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                let name = name.unwrap_or_default();
                let name = if part.is_empty() { name } else { format!("{part}/{name}") };
                self.files.put(&name, text);
            }
        }
        Ok(())
    }
    fn read(&mut self, path: &Path) -> io::Result<String> {
        let left = MOST_BYTES_IN_ALL.saturating_sub(self.bytes);
        let text = store::read_text(path, MOST_BYTES.min(left))?;
        self.bytes += text.len() as u64;
        self.count += 1;
        if self.count > MOST_FILES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(text)
    }
}

/// Writes all files into a folder that does not exist yet.
pub(super) fn export(folder: &Path, files: &Files) -> Result<(), Refusal> {
    for (name, text) in files.iter() {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .map_err(|error| Refusal::file(parent, &error, "next-other-folder"))?;
        }
        write_new(&path, text)?;
    }
    Ok(())
}

/// Writes a file, never over one that is there.
pub(super) fn write_new(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Refusal> {
    let written = OpenOptions::new().write(true).create_new(true).open(path);
    written
        .and_then(|mut file| file.write_all(text.as_ref()))
        .map_err(|error| Refusal::file(path, &error, "next-move"))
}
