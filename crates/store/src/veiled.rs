//! A file without a name that nobody reads but whoever made it: what is sent of a person lies there until it was read in,
//! and the disk holds nothing of it in clear.
//!
//! Its key is in memory alone and its own, so it goes with the program. It is hidden, not guarded: what is read from it is
//! held against what it says of itself, as any export or backup is.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit as _, StreamCipher as _, StreamCipherSeek as _};
use zeroize::Zeroizing;

use crate::open::Store;

/// Such a file, and where in it is read or written next.
pub struct Veiled {
    file: File,
    key: Zeroizing<[u8; 32]>,
    veil: ChaCha20,
}

impl Veiled {
    /// An empty one beside a record.
    ///
    /// # Errors
    /// If the disk can't be written, or the machine gives no random numbers.
    pub fn beside(store: &Store) -> io::Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *key).map_err(io::Error::other)?;
        Ok(Self::of(tempfile::tempfile_in(&store.0.folder)?, key))
    }

    /// The same file from its beginning; the two have one place in it, so only one is read at a time.
    ///
    /// # Errors
    /// What the system says.
    pub fn again(&self) -> io::Result<Self> {
        let mut again = Self::of(self.file.try_clone()?, self.key.clone());
        again.rewind()?;
        Ok(again)
    }

    // The nonce may stand still, since no other file has this key.
    fn of(file: File, key: Zeroizing<[u8; 32]>) -> Self {
        let veil = ChaCha20::new(&(*key).into(), &[0; 12].into());
        Self { file, key, veil }
    }

    fn over(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.veil.try_apply_keystream(bytes).map_err(io::Error::other)
    }
}

impl Write for Veiled {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut veiled = bytes.to_vec();
        self.over(&mut veiled)?;
        self.file.write_all(&veiled)?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for Veiled {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        self.over(into.get_mut(..read).unwrap_or_default())?;
        Ok(read)
    }
}

impl Seek for Veiled {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(to)?;
        self.veil.try_seek(at).map_err(io::Error::other)?;
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veiled() -> Veiled {
        Veiled::of(tempfile::tempfile().unwrap(), Zeroizing::new([7; 32]))
    }

    #[test]
    fn what_was_written_is_read_again_from_any_place() {
        let mut file = veiled();
        let text: Vec<u8> = (0..1000_u32).flat_map(u32::to_le_bytes).collect();
        for part in text.chunks(77) {
            file.write_all(part).unwrap();
        }
        for (from, length) in [(0, 10), (3999, 1), (63, 130), (64, 64), (1, 3000)] {
            file.seek(SeekFrom::Start(from)).unwrap();
            let mut read = vec![0; length];
            file.read_exact(&mut read).unwrap();
            let from = usize::try_from(from).unwrap();
            assert_eq!(read, text[from..from + length]);
        }
        let mut all = Vec::new();
        file.again().unwrap().read_to_end(&mut all).unwrap();
        assert_eq!(all, text);
    }

    #[test]
    fn the_disk_holds_nothing_of_it_in_clear() {
        let mut file = veiled();
        file.write_all(&[b'a'; 200]).unwrap();
        let (mut raw, mut on_disk) = (file.file.try_clone().unwrap(), Vec::new());
        raw.rewind().unwrap();
        raw.read_to_end(&mut on_disk).unwrap();
        assert_eq!(on_disk.len(), 200);
        assert!(!on_disk.windows(3).any(|three| three == b"aaa"));
    }
}
