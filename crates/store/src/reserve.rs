//! Room that is kept for the day on which the disk is full: then it is given up, so that the record opens and something
//! can be removed from it.
//!
//! Opening needs room for the index of the log, and a removal for the rows that say so. Everything else is refused while
//! the disk is full. As soon as there is room the reserve is kept again. It is a file without meaning.

use std::fs;
use std::future::Future;
use std::io::Write;
use std::path::Path;

use crate::error::Error;
use crate::open::Inner;
use crate::seal::fill;
use crate::write::blocking;

/// Its file in the data folder.
const FILE: &str = "reserve";
/// Enough for a removal of some ten entries, and for the index.
const BYTES: u64 = 512 << 10;
/// Written at once.
const PIECE: usize = 32 << 10;

/// Keeps it, as far as there is room.
pub(crate) fn keep(folder: &Path) {
    // What is there of it when the disk is full is kept.
    top_up(&folder.join(FILE)).ok();
}

fn top_up(file: &Path) -> Result<(), Error> {
    let there = fs::metadata(file).map_or(0, |file| file.len());
    if there >= BYTES {
        return Ok(());
    }
    let mut options = fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(file)?;
    // Random, since some disks would keep nothing else as large as it is.
    let mut piece = [0; PIECE];
    for _ in 0..(BYTES - there).div_ceil(PIECE as u64) {
        fill(&mut piece)?;
        open.write_all(&piece)?;
    }
    Ok(())
}

/// Gives it up, and says whether there was one.
pub(crate) fn release(folder: &Path) -> bool {
    fs::remove_file(folder.join(FILE)).is_ok()
}

/// Does what makes room, on a full disk in the room that was kept for it.
pub(crate) async fn with<T, F>(inner: &Inner, work: impl Fn() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let folder = inner.folder.clone();
    match work().await {
        Err(Error::Full) if blocking(move || Ok(release(&folder))).await? => work().await,
        done => done,
    }
}
