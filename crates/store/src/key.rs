//! The master key: 32 bytes in a file that only its owner can read, or from the environment. Never in the database.
//!
//! It wraps the key of each person and guards the end of the journal. Whoever loses it loses the record, so it can be
//! written on paper (see `paper.rs`).

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::backup::under_way;
use crate::disk::{make_folder, make_private, new_file, sync_folder};
use crate::error::{Error, KeyFault};
use crate::paper;
use crate::plain_file::open_plain;
use crate::seal::{Secret, fill};

/// The file in the data folder.
pub(crate) const FILE: &str = "master.key";

/// The key to everything. Doesn't print itself; see [`MasterKey::paper`].
#[derive(Clone)]
pub struct MasterKey {
    master: Secret,
    id: String,
}

impl MasterKey {
    /// The key in `folder`; makes folder (mode 0700) and file (`master.key`, mode 0600) if there are none.
    ///
    /// # Errors
    /// [`Error::Key`] if there is a file that can't be read or holds no key; [`Error::HalfRestored`] if a backup that may
    /// bring the key is being put back; [`Error::Full`].
    pub fn load_or_make(folder: &Path) -> Result<Self, Error> {
        let file = folder.join(FILE);
        match open_plain(&file) {
            Ok(open) => {
                keep_private(&file)?;
                read(open).map_err(|why| unusable(&file, &why))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && under_way(folder) => {
                Err(Error::HalfRestored)
            }
            // A new key would open nothing of what is there, and stand in the way of the right one.
            Err(error) if error.kind() == io::ErrorKind::NotFound && has_record(folder) => {
                Err(unusable(&file, "it is not there, though the record is"))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_folder(folder)?;
                make(folder, &file)
            }
            Err(error) => Err(unusable(&file, &error.to_string())),
        }
    }

    /// The key from 14 groups of 4 characters as [`MasterKey::paper`] writes them (spaces, hyphens and capitals don't
    /// matter; O is 0, I and L are 1), or from 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`KeyFault::NoKey`], [`KeyFault::Typo`].
    pub fn from_text(text: &str) -> Result<Self, KeyFault> {
        Ok(Self::from_secret(Secret::new(&*paper::read(text)?)))
    }

    /// The key for paper: 14 groups of 4 characters, of which the last checks the others.
    #[must_use]
    pub fn paper(&self) -> String {
        paper::write(self.master.bytes())
    }

    /// A name of the key that gives nothing away: 16 hexadecimal digits, kept with everything it wraps.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Keeps this key in the folder, for a restore from paper.
    ///
    /// # Errors
    /// [`Error::Key`] if there is a key file already.
    pub fn save(&self, folder: &Path) -> Result<(), Error> {
        make_folder(folder)?;
        let file = folder.join(FILE);
        write(folder, &file, &self.paper())
    }

    fn from_secret(master: Secret) -> Self {
        let id = derive(&master, b"needlewise key id 1");
        let id = id.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { master, id }
    }

    /// What wraps the keys of people.
    pub(crate) fn wrapping(&self) -> Secret {
        Secret::new(&derive(&self.master, b"needlewise wrap 1"))
    }

    /// What logins, feeds and passphrases have their codes under.
    pub(crate) fn doors(&self) -> Secret {
        Secret::new(&derive(&self.master, b"needlewise doors 1"))
    }

    /// What guards the end of the journal.
    pub(crate) fn guarding(&self) -> Secret {
        Secret::new(&derive(&self.master, b"needlewise head 1"))
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

/// A key that others could read is for its owner only from now on, or isn't used. A disk that can only be read is as it is.
fn keep_private(file: &Path) -> Result<(), Error> {
    match make_private(file) {
        Err(error) if error.kind() != io::ErrorKind::ReadOnlyFilesystem => {
            Err(unusable(file, "others on this machine may read it, and that can't be changed"))
        }
        _ => Ok(()),
    }
}

/// One key for one purpose: the master key is random and of fixed length, so a hash with a label is enough.
fn derive(master: &Secret, label: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut hash = Sha256::new();
    hash.update([u8::try_from(label.len()).unwrap_or(u8::MAX)]);
    hash.update(label);
    hash.update(master.bytes());
    Zeroizing::new(hash.finalize().into())
}

fn read(mut file: fs::File) -> Result<MasterKey, String> {
    let mut text = Zeroizing::new(String::new());
    let limited = Read::by_ref(&mut file).take(4096);
    io::BufReader::new(limited).read_to_string(&mut text).map_err(|error| error.to_string())?;
    MasterKey::from_text(&text).map_err(|fault| fault.to_string())
}

fn make(folder: &Path, file: &Path) -> Result<MasterKey, Error> {
    let key = MasterKey::from_secret(Secret::random()?);
    match write(folder, file, &key.paper()) {
        Ok(()) => Ok(key),
        // Somebody else was faster: theirs is the key.
        Err(_) if file.exists() => read(open_plain(file)?).map_err(|why| unusable(file, &why)),
        Err(error) => Err(error),
    }
}

/// Complete and on disk, or not there at all; never over another key.
fn write(folder: &Path, file: &Path, text: &str) -> Result<(), Error> {
    let mut random = [0; 8];
    fill(&mut random)?;
    let draft = folder.join(format!("{FILE}.{:016x}", u64::from_be_bytes(random)));
    let written = draft_then_link(&draft, file, text);
    let removed = fs::remove_file(&draft);
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => unusable(file, "there is one already"),
        _ => error.into(),
    })?;
    removed?;
    Ok(sync_folder(folder)?)
}

fn draft_then_link(draft: &Path, file: &Path, text: &str) -> io::Result<()> {
    let mut open = new_file().open(draft)?;
    open.write_all(format!("{text}\n").as_bytes())?;
    open.sync_all()?;
    // A link, unlike a rename, fails if there is a key already.
    fs::hard_link(draft, file)
}

/// Whether a file is a key that somebody began to write: this much of a name is only ours.
pub(crate) fn is_draft_of_key(name: &str) -> bool {
    let random = name.strip_prefix(FILE).and_then(|rest| rest.strip_prefix('.'));
    random.is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn has_record(folder: &Path) -> bool {
    fs::metadata(folder.join(crate::open::FILE)).is_ok_and(|file| file.len() > 0)
}

fn unusable(file: &Path, why: &str) -> Error {
    KeyFault::File { file: file.display().to_string(), why: why.to_owned() }.into()
}
