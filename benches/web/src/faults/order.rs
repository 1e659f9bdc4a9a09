//! What a power cut could take away: from the trace of everything that was done to the disk, what was not synced.
//!
//! A name is on disk when its folder was synced after it was made, renamed or removed; bytes are when their file was. The
//! strict reading of POSIX: most file systems do more.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// An operation.
struct Done {
    letter: u8,
    path: PathBuf,
    to: PathBuf,
}

/// Everything in a trace, in order.
fn read(trace: &Path) -> Vec<Done> {
    let bytes = std::fs::read(trace).expect("a trace");
    let (mut rest, mut all) = (bytes.as_slice(), Vec::new());
    while let Some(done) = next(&mut rest) {
        all.push(done);
    }
    all
}

/// A letter, the lengths of two names, an offset, the length of the bytes; then those (`tell` in the shim).
fn next(rest: &mut &[u8]) -> Option<Done> {
    let letter = *take(rest, 1)?.first()?;
    let (path, to) = (number::<4>(rest)?, number::<4>(rest)?);
    let (_offset, bytes) = (number::<8>(rest)?, number::<8>(rest)?);
    let (path, to) = (name(take(rest, path)?), name(take(rest, to)?));
    take(rest, bytes)?;
    Some(Done { letter, path, to })
}

fn take<'a>(rest: &mut &'a [u8], many: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(many)?;
    *rest = after;
    Some(taken)
}

/// A number as this machine writes it, least byte first.
fn number<const BYTES: usize>(rest: &mut &[u8]) -> Option<usize> {
    let bytes = take(rest, BYTES)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

fn name(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// What is not on disk at the end: names and files. What doesn't matter after a power cut is left out: locks, the files
/// of the engine, which it recovers itself, the reserve, and what was tried out.
pub fn unsynced(trace: &Path) -> Vec<String> {
    let (mut names, mut bytes) = (BTreeMap::new(), BTreeMap::new());
    let folder = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
    for Done { letter, path, to } in read(trace) {
        match letter {
            b'c' | b'd' => drop(names.insert(path, "made")),
            b'u' => {
                bytes.remove(&path);
                names.insert(path, "removed");
            }
            b'r' => {
                names.remove(&path);
                if let Some(written) = bytes.remove(&path) {
                    bytes.insert(to.clone(), written);
                }
                names.insert(to, "renamed");
            }
            b'l' => drop(names.insert(to, "linked")),
            b'w' | b't' => drop(bytes.insert(path, "written")),
            b's' => {
                bytes.remove(&path);
                names.retain(|name, _| folder(name) != path);
            }
            _ => {}
        }
    }
    let matters = |path: &Path| {
        let whole = path.to_string_lossy();
        let ends = ["/lock", "/reserve", "-shm", "-wal", "-journal", "/log"];
        // Pictures are renamed into place: their drafts have a number behind a #.
        !ends.iter().any(|end| whole.ends_with(end))
            && !["needlewise-verify-", "#", "master.key."].iter().any(|part| whole.contains(part))
    };
    bytes.retain(|file, _| !file.ends_with("needlewise.db"));
    let all = names.into_iter().chain(bytes);
    all.filter(|(path, _)| matters(path))
        .map(|(path, what)| format!("{} {what}", path.display()))
        .collect()
}
