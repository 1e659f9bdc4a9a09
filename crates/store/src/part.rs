//! A file that is written beside its name, as `NAME.part`, and given it when it is whole and on disk.
//!
//! Whoever writes holds a lock on the part. One that nobody holds was left by a program that is dead, and makes way; but
//! only if it begins as ours do, since nothing is removed that somebody else may have put there.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::disk::{new_file, sync_parent};
use crate::lock::same;

/// The part; it goes if it isn't given its name.
#[derive(Debug)]
pub struct PartFile {
    file: PathBuf,
    part: PathBuf,
    out: fs::File,
    named: bool,
}

impl PartFile {
    /// Begins a file whose first bytes are known. Nothing is overwritten.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if there is such a file, or somebody writes it; what the system says.
    pub fn begin(file: &Path, beginning: &[u8]) -> io::Result<Self> {
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        if file.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if is_left(&part, beginning)? {
            fs::remove_file(&part)?;
        }
        let out = new_file().open(&part)?;
        out.lock()?;
        // Somebody who came between the two took it for left.
        if !same(&out, &part).unwrap_or(false) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        Ok(Self { file: file.to_owned(), part, out, named: false })
    }

    /// What is written to it.
    ///
    /// # Errors
    /// What the system says.
    pub fn out(&self) -> io::Result<fs::File> {
        self.out.try_clone()
    }

    /// Reads what was written.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(&self) -> io::Result<fs::File> {
        fs::File::open(&self.part)
    }

    /// Gives it its name. When this returns both are on disk.
    ///
    /// # Errors
    /// What the system says; there is no file then.
    pub fn name(mut self) -> io::Result<()> {
        self.out.sync_all()?;
        fs::rename(&self.part, &self.file)?;
        self.named = true;
        sync_parent(&self.file).inspect_err(|_| {
            fs::remove_file(&self.file).ok();
        })
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if !self.named {
            fs::remove_file(&self.part).ok();
        }
    }
}

/// Whether it is the beginning of a file of ours that nobody writes any more.
fn is_left(part: &Path, beginning: &[u8]) -> io::Result<bool> {
    if !part.symlink_metadata().is_ok_and(|file| file.is_file()) {
        return Ok(false);
    }
    let file = fs::File::open(part)?;
    let (mut there, most) = (Vec::new(), beginning.len() as u64);
    Read::by_ref(&mut &file).take(most).read_to_end(&mut there)?;
    Ok(beginning.starts_with(&there) && file.try_lock().is_ok())
}
