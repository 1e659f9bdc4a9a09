//! A zip of unknown origin: only the files we name are read, each up to a limit, all of them up to another. They may lie in a
//! folder, as where a download was unpacked and packed again, beside whatever the system put there.
//!
//! What a zip says of its own sizes is not believed; what comes out is counted.

use std::collections::HashMap;
use std::io::{Read, Seek};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::Refusal;
use super::shape::{File, NAME, Pixels};

/// Files in a zip.
const MOST_ENTRIES: usize = 100_000;
/// Bytes of `needlewise.json`: about 100,000 entries.
const LARGEST_JSON: u64 = 128 << 20;
/// Bytes of one picture.
const LARGEST_PICTURE: u64 = 64 << 20;
/// Bytes of everything, unpacked.
const LARGEST: u64 = 32 << 30;

/// A zip that is being read.
pub(super) struct Archive<R> {
    zip: ZipArchive<R>,
    /// Where each file is, by its name as an export names it.
    places: HashMap<String, usize>,
    left: u64,
}

impl<R: Read + Seek> Archive<R> {
    pub(super) fn open(from: R) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(from)
            .map_err(|_| Refusal::NotOurs { why: "it is no zip, or it was cut off" })?;
        if zip.len() > MOST_ENTRIES {
            return Err(Refusal::TooMuch { what: "over 100,000 files" });
        }
        let places = places(&zip);
        Ok(Self { zip, places, left: LARGEST })
    }

    /// What the export says.
    pub(super) fn file(&mut self) -> Result<File, Refusal> {
        if !self.places.contains_key(NAME) {
            return Err(Refusal::NotOurs { why: "it has no needlewise.json" });
        }
        File::read(&self.read(NAME, LARGEST_JSON, "over 128 MB of entries")?)
    }

    /// The pixels of a photograph, if they are what the export says they are.
    pub(super) fn pixels(&mut self, pixels: &Pixels, media: &str) -> Result<Vec<u8>, Refusal> {
        let bytes = self.read(&pixels.file, LARGEST_PICTURE, "a picture over 64 MB")?;
        // Pages show a picture as the kind it says it is: nothing else may come in under that name.
        if !is_picture(media, &bytes) || hex(&Sha256::digest(&bytes)) != pixels.sha256 {
            return Err(Refusal::damaged(format!("the picture {}", plain(&pixels.file))));
        }
        Ok(bytes)
    }

    fn read(&mut self, name: &str, most: u64, what: &'static str) -> Result<Vec<u8>, Refusal> {
        let damaged = || Refusal::damaged(format!("the file {}", plain(name)));
        let place = self.places.get(name).copied().ok_or_else(damaged)?;
        let file = self.zip.by_index(place).map_err(|_| damaged())?;
        let most = most.min(self.left);
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > most {
            return Err(Refusal::TooMuch { what });
        }
        self.left -= length;
        Ok(bytes)
    }
}

/// The files of the folder in which the export lies: the first with the fewest folders above it.
fn places<R: Read + Seek>(zip: &ZipArchive<R>) -> HashMap<String, usize> {
    // Windows packs with the other slash.
    let named = |n| Some((zip.name_for_index(n)?.ok()?.replace('\\', "/"), n));
    let all: Vec<(String, usize)> = (0..zip.len()).filter_map(named).collect();
    let folder = all.iter().filter_map(|(name, _)| folder_of_export(name));
    let folder = folder.min_by_key(|folder| folder.matches('/').count()).unwrap_or_default();
    let inside = |(name, n): &(String, usize)| Some((name.strip_prefix(folder)?.to_owned(), *n));
    all.iter().rev().filter_map(inside).collect()
}

/// What stands before the name of the list of an export. macOS keeps things of its own beside it under the same names.
fn folder_of_export(name: &str) -> Option<&str> {
    let folder = name.strip_suffix(NAME)?;
    let whole = folder.is_empty() || folder.ends_with('/');
    (whole && !folder.starts_with("__MACOSX/")).then_some(folder)
}

/// Whether bytes begin as their kind does; no other kind is shown.
fn is_picture(media: &str, bytes: &[u8]) -> bool {
    match media {
        "image/jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "image/png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(&b"WEBP"[..]),
        _ => false,
    }
}

/// 64 hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name from outside, fit for a terminal.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(80).collect()
}
