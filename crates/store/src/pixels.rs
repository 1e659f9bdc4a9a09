//! How the bytes of a photograph are sealed: in chunks of 64 KiB, each bound to its place.
//!
//! ```text
//! "NWPX" 1 prefix(19)  then per chunk  ciphertext(up to 65,536) tag(16)
//! nonce of a chunk = prefix, number of the chunk (4 bytes), 1 for the last one and else 0
//! ```
//!
//! The construction is known as STREAM: cutting off, changing, swapping or repeating chunks is found, because no
//! chunk opens at another place. Header, photograph, person and size are bound to each chunk, so neither does a chunk
//! open in another photograph, nor a thumbnail in place of the picture.

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};

use crate::error::Error;
use crate::kinds::{PersonId, PhotoId};
use crate::objects::Size;
use crate::seal::{Secret, fill};

const MAGIC: &[u8; 5] = b"NWPX\x01";
const PREFIX: usize = 19;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// Whose pixels, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    pub photo: PhotoId,
    pub person: PersonId,
    pub size: Size,
}

/// Seals.
pub(crate) fn seal(key: &Secret, whose: Whose, plain: &[u8]) -> Result<Vec<u8>, Error> {
    let mut prefix = [0; PREFIX];
    fill(&mut prefix)?;
    let chunks = plain.len().div_ceil(CHUNK).max(1);
    let mut sealed = Vec::with_capacity(MAGIC.len() + PREFIX + plain.len() + chunks * TAG);
    sealed.extend_from_slice(MAGIC);
    sealed.extend_from_slice(&prefix);
    let (cipher, bound) = (key.cipher(), bound(&prefix, whose));
    let mut rest = plain;
    for number in 0..chunks {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
        let nonce = nonce(&prefix, number, number + 1 == chunks)?;
        let payload = Payload { msg: chunk, aad: &bound };
        sealed.extend(cipher.encrypt(&nonce, payload).map_err(|_| Error::corrupt("a picture"))?);
        rest = after;
    }
    Ok(sealed)
}

/// Opens, if every chunk is there, unchanged and in its place.
pub(crate) fn open(key: &Secret, whose: Whose, sealed: &[u8]) -> Result<Vec<u8>, Error> {
    let damaged = || Error::corrupt(format!("the picture of photo {}", whose.photo));
    let rest = sealed.strip_prefix(MAGIC).ok_or_else(damaged)?;
    let (prefix, mut rest) = rest.split_first_chunk::<PREFIX>().ok_or_else(damaged)?;
    let (cipher, bound) = (key.cipher(), bound(prefix, whose));
    let mut plain = Vec::with_capacity(rest.len());
    for number in 0.. {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK + TAG));
        let nonce = nonce(prefix, number, after.is_empty())?;
        let payload = Payload { msg: chunk, aad: &bound };
        plain.extend(cipher.decrypt(&nonce, payload).map_err(|_| damaged())?);
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    Ok(plain)
}

fn bound(prefix: &[u8; PREFIX], whose: Whose) -> Vec<u8> {
    let whose = format!("|{}|{}|{}", whose.photo, whose.person, whose.size.word());
    [&MAGIC[..], prefix, whose.as_bytes()].concat()
}

fn nonce(prefix: &[u8; PREFIX], number: usize, last: bool) -> Result<XNonce, Error> {
    let number = u32::try_from(number).map_err(|_| Error::corrupt("a picture over 256 TiB"))?;
    let mut nonce = [0; 24];
    let parts = prefix.iter().copied().chain(number.to_be_bytes()).chain([u8::from(last)]);
    for (place, byte) in nonce.iter_mut().zip(parts) {
        *place = byte;
    }
    Ok(XNonce::from(nonce))
}

#[cfg(test)]
mod tests;
