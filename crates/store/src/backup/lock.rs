//! What a backup is locked with, and opened: the only file that knows age.
//!
//! A passphrase goes through scrypt; a recipient is a public key (`age1…`) whose owner alone can open the file.

use std::io::{Read, Write};

use age::secrecy::SecretString;
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};

use super::{BadLock, Fault};
use crate::new_passphrase::NewPassphrase;

/// Scrypt's work: 2 to this power, about 128 MB and half a second.
const WORK: u8 = 17;
/// The most that is worked through for a file of somebody else: 4 GB.
const MOST_WORK: u8 = 22;

/// What a new backup is locked with.
#[derive(Clone)]
pub enum Lock {
    /// Whoever knows it can open the file.
    Passphrase(SecretString),
    /// Their owners can open the file.
    Recipients(Vec<x25519::Recipient>),
}

/// What a backup is opened with.
#[derive(Clone)]
pub enum Unlock {
    /// The passphrase.
    Passphrase(SecretString),
    /// The secret keys, any of which may fit.
    Identities(Vec<x25519::Identity>),
}

impl Lock {
    /// A passphrase that was found fit: the file may lie where anybody can try.
    #[must_use]
    pub fn passphrase(chosen: &NewPassphrase) -> Self {
        Self::Passphrase(SecretString::from(chosen.secret()))
    }

    /// Recipients, `age1…` each.
    ///
    /// # Errors
    /// [`Fault::BadLock`] if one can't be read or there is none.
    pub fn recipients<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, Fault> {
        let bad = |_| BadLock::Recipient;
        let all: Vec<_> = texts
            .into_iter()
            .map(|text| text.trim().parse())
            .collect::<Result<_, _>>()
            .map_err(bad)?;
        if all.is_empty() {
            return Err(BadLock::NoRecipient.into());
        }
        Ok(Self::Recipients(all))
    }

    /// The lock of a file that we shall open once ourselves, and what opens it. For recipients that is a key beside
    /// theirs which nobody keeps.
    pub(super) fn with_witness(&self) -> (Self, Unlock) {
        match self {
            Self::Passphrase(text) => (self.clone(), Unlock::Passphrase(text.clone())),
            Self::Recipients(all) => {
                let witness = x25519::Identity::generate();
                let mut all = all.clone();
                all.push(witness.to_public());
                (Self::Recipients(all), Unlock::Identities(vec![witness]))
            }
        }
    }

    /// What is written to it is written to `out` under lock.
    pub(super) fn around<W: Write>(&self, out: W) -> Result<StreamWriter<W>, Fault> {
        let encryptor = match self {
            Self::Passphrase(text) => {
                let mut recipient = scrypt::Recipient::new(text.clone());
                recipient.set_work_factor(WORK);
                Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient))
            }
            Self::Recipients(all) => {
                Encryptor::with_recipients(all.iter().map(|one| one as &dyn Recipient))
            }
        };
        let encryptor = encryptor.map_err(|_| BadLock::Keys)?;
        Ok(encryptor.wrap_output(out)?)
    }
}

impl Unlock {
    /// Whether a file that begins so is opened by a passphrase; `None` if it isn't locked by age.
    #[must_use]
    pub fn wants_passphrase(beginning: &[u8]) -> Option<bool> {
        let stanzas = beginning.strip_prefix(b"age-encryption.org/v1\n")?;
        Some(stanzas.starts_with(b"-> scrypt "))
    }

    /// A passphrase.
    #[must_use]
    pub fn passphrase(text: String) -> Self {
        Self::Passphrase(SecretString::from(text))
    }

    /// The secret keys in a text as `age-keygen` writes it: one a line, beside comments.
    ///
    /// # Errors
    /// [`Fault::BadLock`] if a line can't be read or there is none.
    pub fn identities(text: &str) -> Result<Self, Fault> {
        let bad = |_| BadLock::Identity;
        let lines = text.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let all: Vec<_> = lines.map(str::parse).collect::<Result<_, _>>().map_err(bad)?;
        if all.is_empty() {
            return Err(BadLock::NoIdentity.into());
        }
        Ok(Self::Identities(all))
    }

    /// What is read from it was read from `from` and opened.
    pub(super) fn open<R: Read>(&self, from: R) -> Result<StreamReader<R>, Fault> {
        let decryptor = Decryptor::new(from).map_err(unopened)?;
        match self {
            Self::Passphrase(text) => {
                let mut identity = scrypt::Identity::new(text.clone());
                identity.set_max_work_factor(MOST_WORK);
                decryptor.decrypt(std::iter::once(&identity as &dyn Identity))
            }
            Self::Identities(all) => decryptor.decrypt(all.iter().map(|one| one as &dyn Identity)),
        }
        .map_err(unopened)
    }
}

fn unopened(error: DecryptError) -> Fault {
    match error {
        DecryptError::InvalidHeader | DecryptError::UnknownFormat => Fault::NotOurs,
        DecryptError::InvalidMac => Fault::damaged("its beginning"),
        DecryptError::ExcessiveWork { .. } => {
            Fault::damaged("its beginning asks for too much work")
        }
        DecryptError::Io(error) => unread(error),
        _ => Fault::Locked,
    }
}

/// A read that failed: because of what is in the file, or of the disk.
pub(super) fn unread(error: std::io::Error) -> Fault {
    use std::io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
    match error.kind() {
        InvalidData | InvalidInput | Other | UnexpectedEof => {
            Fault::damaged("something in it, or its end is missing")
        }
        _ => error.into(),
    }
}
