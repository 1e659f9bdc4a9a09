//! A file that fails once: after its first error everything else written to it goes nowhere, in silence.
//!
//! `zip` finishes a zip that was given up when it is dropped: it writes on, stops where the file is not where it thinks, and
//! prints what it thinks of that. The first error is what a person is told, and nothing comes after it.

use std::io::{ErrorKind, Result, Seek, SeekFrom, Write};

pub(super) struct Steady<W> {
    to: W,
    /// Whether it broke.
    lost: bool,
    at: u64,
    /// The furthest it ever was: where a file that is lost says it is, so that nothing in it seems to shrink.
    end: u64,
}

impl<W> Steady<W> {
    pub(super) const fn new(to: W) -> Self {
        Self { to, lost: false, at: 0, end: 0 }
    }
    pub(super) fn into_inner(self) -> W {
        self.to
    }
    /// What came of something done to the file: the place it is at now, or that it is lost from here on.
    fn came<T>(&mut self, done: Result<T>, at: impl Fn(&T) -> u64) -> Result<T> {
        match &done {
            Ok(value) => self.at = at(value),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => self.lost = true,
        }
        self.end = self.end.max(self.at);
        done
    }
}

impl<W: Write> Write for Steady<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let length = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        if self.lost {
            self.end = self.end.saturating_add(length(bytes.len()));
            return Ok(bytes.len());
        }
        let (done, at) = (self.to.write(bytes), self.at);
        self.came(done, |n| at + length(*n))
    }
    fn flush(&mut self) -> Result<()> {
        if self.lost {
            return Ok(());
        }
        let (done, at) = (self.to.flush(), self.at);
        self.came(done, |()| at)
    }
}

impl<W: Seek> Seek for Steady<W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        if self.lost {
            return Ok(self.end);
        }
        let done = self.to.seek(to);
        self.came(done, |at| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A file on a disk that is full after some bytes.
    struct Full {
        left: usize,
        at: u64,
    }

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            let fits = bytes.len().min(self.left);
            if fits == 0 {
                return Err(ErrorKind::StorageFull.into());
            }
            self.left -= fits;
            self.at += fits as u64;
            Ok(fits)
        }
        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    impl Seek for Full {
        fn seek(&mut self, to: SeekFrom) -> Result<u64> {
            if let SeekFrom::Start(place) = to {
                self.at = place;
            }
            Ok(self.at)
        }
    }

    #[test]
    fn a_zip_on_a_disk_that_is_full_at_any_byte_says_so_once_and_is_dropped_in_peace() {
        for left in 0..400 {
            let mut zip = ZipWriter::new(Steady::new(Full { left, at: 0 }));
            let mut write = || -> std::result::Result<(), zip::result::ZipError> {
                for name in ["a", "b"] {
                    zip.start_file(name, SimpleFileOptions::default())?;
                    zip.write_all(&[7; 90])?;
                }
                Ok(())
            };
            let written = write();
            let finished = written.and_then(|()| zip.finish().map(|_| ()));
            // Two files and the list of them need more than 200 bytes, packed or not.
            assert!(left > 200 || finished.is_err(), "{left} bytes");
        }
    }
}
