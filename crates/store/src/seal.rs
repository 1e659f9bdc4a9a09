//! Sealing: who has the key reads it and sees that nobody changed it; who has not, reads nothing.
//!
//! XChaCha20-Poly1305 with a random nonce of 24 bytes. The master key wraps a key per person; that one seals each
//! record and wraps a key per photograph. What a ciphertext is bound to ("associated data") names its table, id,
//! person and version, so none can be put in another's place. What an entry's row says beside its seal is bound by standing
//! under it too (`held.rs`). Pixels have a format of their own: `pixels.rs`.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::error::{Error, KeyFault};
use crate::id::AnyId;

/// What is under a seal: 1 byte says it, then comes the nonce, then the ciphertext with its 16 bytes of authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// What is said and nothing else: keys, the end of the journal, and entries of before there was the other.
    Bare = 1,
    /// What an entry's row says beside its seal, and then what the entry says.
    Told = 2,
}

impl Format {
    /// Of a ciphertext.
    pub(crate) fn of(sealed: &[u8]) -> Option<Self> {
        [Self::Bare, Self::Told].into_iter().find(|format| sealed.first() == Some(&(*format as u8)))
    }
}

const NONCE: usize = 24;

/// 32 secret bytes, wiped when dropped.
#[derive(Clone)]
pub(crate) struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    pub(crate) fn new(bytes: &[u8; 32]) -> Self {
        Self(Zeroizing::new(*bytes))
    }

    pub(crate) fn random() -> Result<Self, Error> {
        let mut secret = Self(Zeroizing::new([0; 32]));
        fill(&mut *secret.0)?;
        Ok(secret)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(*self.0))
    }

    /// This secret, sealed by another.
    pub(crate) fn wrap(&self, by: &Self, bound: &Bound<'_>) -> Result<Vec<u8>, Error> {
        seal(by, bound, self.bytes())
    }

    /// A secret that was wrapped.
    pub(crate) fn unwrap_from(wrapped: &[u8], by: &Self, bound: &Bound<'_>) -> Result<Self, Error> {
        let bytes = open(by, bound, wrapped)?;
        let bytes: &[u8; 32] =
            bytes.as_slice().try_into().map_err(|_| Error::corrupt("a wrapped key"))?;
        Ok(Self::new(bytes))
    }
}

/// What a ciphertext is bound to.
#[derive(Clone, Copy)]
pub(crate) struct Bound<'a> {
    /// The table, or what kind of secret it is.
    pub table: &'a str,
    /// The entry.
    pub id: AnyId,
    /// Whose it is.
    pub person: AnyId,
    /// The version of the entry; 0 for keys.
    pub version: i64,
}

impl Bound<'_> {
    /// Ids and numbers hold no bar, so two different bounds never give the same text.
    fn text(&self, format: Format) -> String {
        let Self { table, id, person, version } = self;
        let name = match format {
            Format::Bare => "needlewise",
            Format::Told => "needlewise 2",
        };
        format!("{name}|{table}|{id}|{person}|{version}")
    }
}

/// Random bytes of the system.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|_| KeyFault::NoRandom.into())
}

/// Seals.
pub(crate) fn seal(key: &Secret, bound: &Bound<'_>, plain: &[u8]) -> Result<Vec<u8>, Error> {
    seal_as(Format::Bare, key, bound, plain)
}

/// Seals in a format.
pub(crate) fn seal_as(
    format: Format,
    key: &Secret,
    bound: &Bound<'_>,
    plain: &[u8],
) -> Result<Vec<u8>, Error> {
    let mut nonce = [0; NONCE];
    fill(&mut nonce)?;
    let bound = bound.text(format);
    let payload = Payload { msg: plain, aad: bound.as_bytes() };
    let sealed = key
        .cipher()
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Error::corrupt("a record that is far too long"))?;
    Ok([&[format as u8][..], &nonce, &sealed].concat())
}

/// Opens what [`seal`] sealed, if nothing about it was changed.
pub(crate) fn open(
    key: &Secret,
    bound: &Bound<'_>,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    match open_any(key, bound, sealed)? {
        (Format::Bare, plain) => Ok(plain),
        (Format::Told, _) => Err(damaged(bound)),
    }
}

/// Opens whatever format it has.
pub(crate) fn open_any(
    key: &Secret,
    bound: &Bound<'_>,
    sealed: &[u8],
) -> Result<(Format, Zeroizing<Vec<u8>>), Error> {
    let fault = || damaged(bound);
    let format = Format::of(sealed).ok_or_else(fault)?;
    let (_, rest) = sealed.split_first().ok_or_else(fault)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or_else(fault)?;
    let aad = bound.text(format);
    let payload = Payload { msg: sealed, aad: aad.as_bytes() };
    let plain = key.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| fault())?;
    Ok((format, Zeroizing::new(plain)))
}

fn damaged(bound: &Bound<'_>) -> Error {
    Error::corrupt(format!("entry {} in table {}", bound.id, bound.table))
}

#[cfg(test)]
mod tests;
