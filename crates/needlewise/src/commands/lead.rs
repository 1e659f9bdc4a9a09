//! Leading the browser to the pages by a file that only its owner reads: what a program is started with, everybody on the
//! machine can see, and the address holds a key. The page itself is [`web::guard::lead`].

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The file in the data folder.
const NAME: &str = "enter.html";

/// A page on disk that leads to the address; it is gone when this is dropped.
pub(super) struct Lead(PathBuf);

impl Lead {
    /// Writes it anew: one that a killed program left leads nowhere.
    pub(super) fn write(folder: &Path, title: &str, address: &str) -> io::Result<Self> {
        clear(folder);
        let lead = Self(fs::canonicalize(folder)?.join(NAME));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&lead.0)?.write_all(web::guard::lead::page(title, address).as_bytes())?;
        Ok(lead)
    }
    /// Shows it to the browser of this desk.
    pub(super) fn show(&self) -> io::Result<()> {
        open::that_detached(&self.0)
    }
}

impl Drop for Lead {
    fn drop(&mut self) {
        // What it leads to ends by itself.
        let _ = fs::remove_file(&self.0);
    }
}

/// Takes away what a program that was killed has left.
pub(super) fn clear(folder: &Path) {
    let _ = fs::remove_file(folder.join(NAME));
}
